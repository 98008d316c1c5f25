import type { Ledger } from '../../../../lib/chart/ledger.ts';
import { readSummary, unseenHere } from '../../../../lib/display/read-summary.ts';
import type { Judgement } from '../../../../lib/safety/judgement.ts';
import type { TablesAge } from '../../../../lib/terminology/tables-age.ts';

/** True of every EHR: what a chart cannot hold. */
const NEVER_SEEN = [
  'Medicines from other pharmacies, clinics or countries',
  'Methadone and other treatment programmes',
  'The prescription monitoring record (PDMP)',
  'Leftover, borrowed, over-the-counter or illicit opioids, kratom',
] as const;

/** What was asked for and did not come whole: stands beside the verdict, which counts it. */
export function UnreadParts({ ledger, reference }: { readonly ledger: Ledger; readonly reference: string }) {
  const { headline, gaps } = readSummary(ledger);
  return (
    <section className="notice" aria-label="Parts of the chart that were not read">
      <p>
        <strong>{headline}.</strong> Read the chart again; if the same is missing, tell IT.
      </p>
      <ul>
        {gaps.map((gap) => (
          <li key={gap}>{gap}</li>
        ))}
      </ul>
      <p className="muted">Reference {reference}</p>
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
  const summary = readSummary(ledger);
  return (
    <section aria-labelledby="unseen">
      <h2 id="unseen">What this app cannot see</h2>
      <ul>
        {[...unseenHere(judgement, ledger), ...absentTables, ...NEVER_SEEN].map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <p className={tables.isOld ? 'notice' : 'muted'}>{tables.sentence}</p>
      <details>
        <summary>{summary.headline}</summary>
        <table className="stacking">
          <caption>Parts of the chart asked for</caption>
          <thead>
            <tr>
              <th scope="col">Part</th>
              <th scope="col">State</th>
              <th scope="col">Rows</th>
              <th scope="col">Details</th>
            </tr>
          </thead>
          <tbody>
            {summary.parts.map(({ part, state, rows, details }) => (
              <tr key={part}>
                <td data-label="Part">{part}</td>
                <td data-label="State">{state}</td>
                <td data-label="Rows">{rows}</td>
                <td data-label="Details">{details.join('; ') || 'Nothing to report'}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {summary.problems.length > 0 ? <p>{summary.problems.join('; ')}</p> : null}
      </details>
    </section>
  );
}
