import type { ChartChanges } from '#lib/visit/open-chart.ts';
import type { Words } from '#lib/words/words-for.ts';
import { Unbroken } from './unbroken.tsx';

/** What the chart says now that it did not say when it was last read. What was typed is kept. */
export function ChartChangesNotice({
  words,
  changes,
  timeZone,
}: {
  readonly words: Words;
  readonly changes: ChartChanges | null;
  readonly timeZone: string | null;
}) {
  if (changes === null) return null;
  return (
    <section className="notice" role="status" aria-labelledby="changes">
      <h2 id="changes">{words.frame.changes.title(words.dates.clockTime(changes.since, timeZone))}</h2>
      <p>{words.frame.changes.meaning}</p>
      <ul>
        {changes.differences.map((difference) => (
          <li key={`${difference.kind} ${difference.key}`}>
            <Unbroken text={words.chartDifference.chartDifferenceWords(difference)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
