import { LONGEST_SHOWN } from '#lib/safety/in-short.ts';
import type { ChartLine } from '#lib/words/shapes.ts';
import type { Words } from '#lib/words/words-for.ts';
import { ChartText } from './chart-text.tsx';
import { FurtherRows, MOST_ROWS } from './further-rows.tsx';
import { Unbroken } from './unbroken.tsx';

/** The chart's own lines that a check rests on: words, facts, and where they stand. */
export function ChartLines({
  words,
  lines,
}: {
  readonly words: Words;
  readonly lines: readonly ChartLine[];
}) {
  if (lines.length === 0) return null;
  return (
    <>
      <ul className="chart-lines">
        {lines.slice(0, MOST_ROWS).map((line) => (
          <li key={`${line.source} ${line.words}`}>
            <span className="label">{line.kind}</span>{' '}
            <q>
              <ChartText words={words} text={line.words} />
            </q>
            <dl>
              {line.facts.map(({ label, value }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>
                    {value.length > LONGEST_SHOWN ? (
                      <ChartText words={words} text={value} />
                    ) : (
                      <Unbroken text={value} />
                    )}
                  </dd>
                </div>
              ))}
            </dl>
            <span className="muted source">{line.source}</span>
          </li>
        ))}
      </ul>
      <FurtherRows words={words} rows={lines.slice(MOST_ROWS)} />
    </>
  );
}
