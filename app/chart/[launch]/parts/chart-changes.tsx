import type { ChartDifference } from '#lib/order/write/compare-chart.ts';
import { FRAME_WORDS } from '#lib/words/en/frame.ts';
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
      <h2 id="changes">{FRAME_WORDS.changes.title(changes.since)}</h2>
      <p>{FRAME_WORDS.changes.meaning}</p>
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
