import { evidenceSpan } from '#lib/drawings/opioid-timeline.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import type { OpioidEvidence } from '#lib/safety/opioid-evidence.ts';
import type { Words } from '#lib/words/words-for.ts';
import { ChartText } from '../parts/chart-text.tsx';
import { Dated } from '../parts/dated.tsx';
import { FurtherRows, MOST_ROWS } from '../parts/further-rows.tsx';

function recognisedBy(words: Words, { ingredients, because }: OpioidEvidence): string {
  const lookedAt = because.map(words.recognisedBy.becauseWords).join('; ');
  return ingredients.length > 0 ? lookedAt : words.safety.history.notRecognised(lookedAt);
}

/** The table twin of the picture: older rows too, and what each was recognised by. */
export function OpioidRows({ words, judgement }: { readonly words: Words; readonly judgement: Judgement }) {
  const { columns } = words.safety.history;
  const { evidence } = judgement.opioid;
  // A row that is known to be an opioid is never folded away.
  const isShown = (row: OpioidEvidence, at: number) => at < MOST_ROWS || row.ingredients.length > 0;
  const shown = evidence.filter(isShown);
  const further = evidence.filter((row, at) => !isShown(row, at));
  return (
    <>
      <table className="stacking">
        <caption>{words.safety.history.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.text}</th>
            <th scope="col">{columns.state}</th>
            <th scope="col">{columns.taken}</th>
            <th scope="col">{columns.clearFrom}</th>
            <th scope="col">{columns.recognisedBy}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.source}>
              <td data-label={columns.text}>
                <span>
                  <ChartText words={words} text={words.rows.medicationName(row.text)} />{' '}
                  <span className="muted source">{row.source}</span>
                </span>
              </td>
              <td data-label={columns.state}>{words.judgement.stateWords(row)}</td>
              <td data-label={columns.taken}>
                <span>
                  <Dated text={evidenceSpan(words, row, judgement.asOf)} />
                </span>
              </td>
              <td data-label={columns.clearFrom}>
                <span>
                  <Dated
                    text={
                      row.clearFrom === null
                        ? words.safety.history.noDate
                        : words.dates.screenDate(row.clearFrom)
                    }
                  />
                </span>
              </td>
              <td data-label={columns.recognisedBy}>
                <ChartText words={words} text={recognisedBy(words, row)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <FurtherRows
        words={words}
        rows={further.map(({ source, text, state }) => ({
          source,
          words: `${words.rows.medicationName(text)}, ${words.judgement.opioidStateWords[state]}`,
        }))}
      />
    </>
  );
}
