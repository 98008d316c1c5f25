import type { Ledger } from '#lib/chart/ledger.ts';
import { countryFacts } from '#lib/safety/country-facts.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import type { TablesAge } from '#lib/terminology/tables-age.ts';
import { readSummary, unseenHere } from '#lib/words/en/read-summary.ts';
import { SAFETY_WORDS } from '#lib/words/en/safety.ts';
import { tablesSentence } from '#lib/words/en/tables.ts';

/** What was asked for and did not come whole: stands beside the verdict, which counts it. */
export function UnreadParts({
  judgement,
  ledger,
  reference,
}: {
  readonly judgement: Judgement;
  readonly ledger: Ledger;
  readonly reference: string;
}) {
  const { headline, gaps } = readSummary(ledger, judgement);
  const words = SAFETY_WORDS.unread;
  return (
    <section className="notice" aria-label={words.label}>
      <p>
        <strong>{`${headline}.`}</strong> {words.whatToDo}
      </p>
      <ul>
        {gaps.map((gap) => (
          <li key={gap}>{gap}</li>
        ))}
      </ul>
      <p className="muted">{words.reference(reference)}</p>
    </section>
  );
}

/** What nobody may conclude from this screen, by name, and what was read to reach it. */
export function Unseen({
  judgement,
  ledger,
  tables,
  absentTables,
}: {
  readonly judgement: Judgement;
  readonly ledger: Ledger;
  readonly tables: TablesAge;
  /** What the opioid tables that this site has removed would tell. */
  readonly absentTables: readonly string[];
}) {
  const summary = readSummary(ledger, judgement);
  const { columns, ...words } = SAFETY_WORDS.unseen;
  const { monitoringRecord } = countryFacts(judgement.jurisdiction);
  return (
    <section aria-labelledby="unseen">
      <h2 id="unseen">{words.title}</h2>
      <ul>
        {[...unseenHere(judgement, ledger), ...absentTables, ...words.always(monitoringRecord)].map(
          (item) => (
            <li key={item}>{item}</li>
          ),
        )}
      </ul>
      <p className={tables.isOld ? 'notice' : 'muted'}>{tablesSentence(tables)}</p>
      <details>
        <summary>{summary.headline}</summary>
        <table className="stacking">
          <caption>{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.part}</th>
              <th scope="col">{columns.state}</th>
              <th scope="col">{columns.rows}</th>
              <th scope="col">{columns.details}</th>
            </tr>
          </thead>
          <tbody>
            {summary.parts.map(({ part, state, rows, details }) => (
              <tr key={part}>
                <td data-label={columns.part}>{part}</td>
                <td data-label={columns.state}>{state}</td>
                <td data-label={columns.rows}>{rows}</td>
                <td data-label={columns.details}>{details.join('; ') || words.noDetails}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {summary.problems.length > 0 ? <p>{summary.problems.join('; ')}</p> : null}
      </details>
    </section>
  );
}
