/** Servers repeat rows between pages, and files repeat entries. */

import type { LedgerProblem } from '#lib/chart/ledger.ts';
import { isSameJson } from '#lib/fhir/same-json.ts';
import type { RawResource } from './raw-chart.ts';

/** Each row once. Rows of one name that differ are all kept, since nobody can say which stands. */
export function distinctRows(rows: readonly RawResource[], problems: LedgerProblem[]): RawResource[] {
  const seen = new Map<string, RawResource>();
  const doubles = new Map<string, RawResource[]>();
  return rows.filter((row) => {
    const first = seen.get(row.source);
    if (first === undefined) {
      seen.set(row.source, row);
      return true;
    }
    const others = doubles.get(row.source) ?? [];
    if ([first, ...others].some((one) => isSameJson(one.json, row.json))) return false;
    if (others.length === 0) {
      problems.push({
        where: row.source,
        what: { code: 'rows-differ' },
        weight: 'incomplete',
      });
    }
    doubles.set(row.source, [...others, row]);
    return true;
  });
}
