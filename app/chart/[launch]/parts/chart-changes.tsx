import type { ChartChanges } from '#lib/visit/open-chart.ts';
import { chartDifferenceWords } from '#lib/words/en/chart-difference.ts';
import { clockTime } from '#lib/words/en/dates.ts';
import { FRAME_WORDS } from '#lib/words/en/frame.ts';
import { Dated } from './dated.tsx';

/** What the chart says now that it did not say when it was last read. What was typed is kept. */
export function ChartChangesNotice({
  changes,
  timeZone,
}: {
  readonly changes: ChartChanges | null;
  readonly timeZone: string | null;
}) {
  if (changes === null) return null;
  return (
    <section className="notice" role="status" aria-labelledby="changes">
      <h2 id="changes">{FRAME_WORDS.changes.title(clockTime(changes.since, timeZone))}</h2>
      <p>{FRAME_WORDS.changes.meaning}</p>
      <ul>
        {changes.differences.map((difference) => (
          <li key={`${difference.kind} ${difference.key}`}>
            <Dated text={chartDifferenceWords(difference)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
