/** The pages of one search, sorted: rows of the part, what goes with them, rows nobody asked for, and what is missing. */

import type { ChartPart, LedgerProblem } from '#lib/chart/ledger.ts';
import type { Unread } from '#lib/chart/unread.ts';
import type { JsonObject } from '#lib/fhir/fields.ts';
import type { PagesRead } from '#lib/fhir/paging.ts';
import { type BundleEntry, bundleEntries, missingRows } from './bundle-entries.ts';
import { isChartPart, type RawResource } from './raw-chart.ts';
import { whyLost } from './read-problem.ts';

export interface SortedRows {
  readonly rows: readonly RawResource[];
  /** Medications, practitioners and whatever else came with the rows. */
  readonly others: readonly RawResource[];
  /** Rows of other parts that nobody asked for: evidence all the same. */
  readonly strays: readonly RawResource[];
  readonly problems: readonly LedgerProblem[];
}

/** The rows of one search, what came with them, and what is missing. */
export function sortRows(
  part: ChartPart,
  { pages, lost, problems: said }: PagesRead & { readonly problems: readonly LedgerProblem[] },
  standing: readonly string[],
): SortedRows {
  const rows: RawResource[] = [];
  const others: RawResource[] = [];
  const strays: RawResource[] = [];
  const problems: LedgerProblem[] = [...said];
  const unread = (where: string, what: Unread) => problems.push({ where, what, weight: 'incomplete' });
  const seen = new Set<string>();
  let beside = 0;
  for (const [index, page] of pages.entries()) {
    const where = pageName(part, index + 1);
    const { entries, came, problems: said } = bundleEntries(page, where, standing);
    problems.push(...said);
    const mine = entries.filter((entry) => entry.type === part);
    beside += came - mine.length;
    if (index > 0 && mine.length > 0 && mine.every((row) => seen.has(row.source))) {
      unread(where, { code: 'page-repeats' });
    }
    for (const row of mine) seen.add(row.source);
    rows.push(...mine);
    for (const entry of entries) {
      if (entry.type === part) continue;
      if (belongsTo(entry)) others.push(entry);
      else {
        unread(where, { code: 'unasked-row', type: entry.type });
        if (isChartPart(entry.type)) strays.push(entry);
      }
    }
  }
  if (lost === null) problems.push(...missingRows(lastTotal(pages), seen.size + beside, part));
  else unread(pageName(part, lost.page), whyLost(lost));
  return { rows, others, strays, problems };
}

/** Servers estimate on the way, and know at the end. */
function lastTotal(pages: readonly JsonObject[]): unknown {
  return pages.findLast(({ total }) => total != null)?.total;
}

/** What a search may bring along beside its rows. */
const COMPANIONS: ReadonlySet<string> = new Set([
  'Medication',
  'Substance',
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'Provenance',
]);

function belongsTo(entry: BundleEntry): boolean {
  return entry.mode === 'include' || COMPANIONS.has(entry.type);
}

function pageName(part: ChartPart, page: number): string {
  return page === 1 ? part : `${part} page ${page}`;
}
