import { evidenceSpan } from '#lib/drawings/opioid-timeline.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import type { OpioidEvidence } from '#lib/safety/opioid-evidence.ts';
import { screenDate } from '#lib/words/en/dates.ts';
import { OPIOID_STATE_WORDS, stateWords } from '#lib/words/en/judgement.ts';
import { becauseWords } from '#lib/words/en/recognised-by.ts';
import { medicationName } from '#lib/words/en/rows.ts';
import { SAFETY_WORDS } from '#lib/words/en/safety.ts';
import { ChartText } from '../parts/chart-text.tsx';
import { Dated } from '../parts/dated.tsx';
import { FurtherRows, MOST_ROWS } from '../parts/further-rows.tsx';

const words = SAFETY_WORDS.history;

function recognisedBy({ ingredients, because }: OpioidEvidence): string {
  const lookedAt = because.map(becauseWords).join('; ');
  return ingredients.length > 0 ? lookedAt : words.notRecognised(lookedAt);
}

/** The table twin of the picture: older rows too, and what each was recognised by. */
export function OpioidRows({ judgement }: { readonly judgement: Judgement }) {
  const { columns } = words;
  const { evidence } = judgement.opioid;
  // A row that is known to be an opioid is never folded away.
  const isShown = (row: OpioidEvidence, at: number) => at < MOST_ROWS || row.ingredients.length > 0;
  const shown = evidence.filter(isShown);
  const further = evidence.filter((row, at) => !isShown(row, at));
  return (
    <>
      <table className="stacking">
        <caption>{words.caption}</caption>
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
                  <ChartText text={medicationName(row.text)} />{' '}
                  <span className="muted source">{row.source}</span>
                </span>
              </td>
              <td data-label={columns.state}>{stateWords(row)}</td>
              <td data-label={columns.taken}>
                <span>
                  <Dated text={evidenceSpan(row, judgement.asOf)} />
                </span>
              </td>
              <td data-label={columns.clearFrom}>
                <span>
                  <Dated text={row.clearFrom === null ? words.noDate : screenDate(row.clearFrom)} />
                </span>
              </td>
              <td data-label={columns.recognisedBy}>
                <ChartText text={recognisedBy(row)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <FurtherRows
        rows={further.map(({ source, text, state }) => ({
          source,
          words: `${medicationName(text)}, ${OPIOID_STATE_WORDS[state]}`,
        }))}
      />
    </>
  );
}
