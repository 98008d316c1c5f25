import type { Ledger } from '#lib/chart/ledger.ts';
import { countryFacts } from '#lib/safety/country-facts.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import type { TablesAge } from '#lib/terminology/tables-age.ts';
import type { Words } from '#lib/words/words-for.ts';

/** What was asked for and did not come whole: stands beside the verdict, which counts it. */
export function UnreadParts({
  words,
  judgement,
  ledger,
  reference,
}: {
  readonly words: Words;
  readonly judgement: Judgement;
  readonly ledger: Ledger;
  readonly reference: string;
}) {
  const { headline, gaps } = words.readSummary.readSummary(ledger, judgement);
  const said = words.safety.unread;
  return (
    <section className="notice" aria-label={said.label}>
      <p>
        <strong>{`${headline}.`}</strong> {said.whatToDo}
      </p>
      <ul>
        {gaps.map((gap) => (
          <li key={gap}>{gap}</li>
        ))}
      </ul>
      <p className="muted">{said.reference(reference)}</p>
    </section>
  );
}

/** What nobody may conclude from this screen, by name, and what was read to reach it. */
export function Unseen({
  words,
  judgement,
  ledger,
  tables,
  absentTables,
}: {
  readonly words: Words;
  readonly judgement: Judgement;
  readonly ledger: Ledger;
  readonly tables: TablesAge;
  /** What the opioid tables that this site has removed would tell. */
  readonly absentTables: readonly string[];
}) {
  const summary = words.readSummary.readSummary(ledger, judgement);
  const { title, always, caption, columns, noDetails } = words.safety.unseen;
  const { monitoringRecord } = countryFacts(judgement.jurisdiction);
  return (
    <section aria-labelledby="unseen">
      <h2 id="unseen">{title}</h2>
      <ul>
        {[
          ...words.readSummary.unseenHere(judgement, ledger),
          ...absentTables,
          ...always(monitoringRecord),
        ].map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <p className={tables.isOld ? 'notice' : 'muted'}>{words.tables.tablesSentence(tables)}</p>
      <details>
        <summary>{summary.headline}</summary>
        <table className="stacking">
          <caption>{caption}</caption>
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
                <td data-label={columns.details}>{details.join('; ') || noDetails}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {summary.problems.length > 0 ? <p>{summary.problems.join('; ')}</p> : null}
      </details>
    </section>
  );
}
