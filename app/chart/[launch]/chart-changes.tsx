import type { ChartDifference } from '../../../lib/order/compare-chart.ts';
import { Dated } from './dated.tsx';

export interface ChartChanges {
  /** "14:05" */
  readonly since: string;
  readonly differences: readonly ChartDifference[];
}

/** What the chart says now that it did not say when it was last read. What was typed is kept. */
export function ChartChangesNotice({ changes }: { readonly changes: ChartChanges | null }) {
  if (changes === null) return null;
  return (
    <section className="notice" role="status" aria-labelledby="changes">
      <h2 id="changes">The chart changed since {changes.since}</h2>
      <p>It was judged again. Your plan and answers are kept; nothing was written meanwhile.</p>
      <ul>
        {changes.differences.map(({ key, message }) => (
          <li key={`${key} ${message}`}>
            <Dated text={message} />
          </li>
        ))}
      </ul>
    </section>
  );
}
