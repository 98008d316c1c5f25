/** Servers repeat rows between pages, and files repeat entries. */
import { isSameJson } from '../fhir/same-json.ts';
import type { LedgerProblem } from './ledger.ts';
import type { RawResource } from './raw-chart.ts';

/** Each row once. Two rows of one name that differ are both kept, since nobody can say which stands. */
export function distinctRows(rows: readonly RawResource[], problems: LedgerProblem[]): RawResource[] {
  const seen = new Map<string, RawResource[]>();
  return rows.filter((row) => {
    const { source } = row;
    const earlier = seen.get(source);
    if (earlier === undefined) {
      seen.set(source, [row]);
      return true;
    }
    if (earlier.some((one) => isSameJson(one.json, row.json))) return false;
    if (earlier.length === 1) {
      problems.push({
        where: source,
        what: 'came more than once, with different content',
        weight: 'incomplete',
      });
    }
    earlier.push(row);
    return true;
  });
}
