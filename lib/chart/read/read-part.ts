/** One part of a live chart: its search, all pages, and what was said to be missing. */

import type { ChartPart, LedgerEntry, LedgerProblem } from '#lib/chart/ledger.ts';
import type { CapabilitiesAnswer } from '#lib/fhir/capabilities.ts';
import type { FhirServer } from '#lib/fhir/fhir-server.ts';
import { outcomeIssues } from '#lib/fhir/outcome.ts';
import { type PageLost, readPages } from '#lib/fhir/paging.ts';
import { type BundleEntry, bundleEntries, missingRows } from './bundle-entries.ts';
import { partSearches } from './part-searches.ts';
import { isChartPart, type RawPart, type RawResource } from './raw-chart.ts';
import { isRefusal, whyLost } from './read-problem.ts';

export interface ReadPart {
  readonly part: RawPart;
  /** Medications, practitioners and whatever else came with the rows. */
  readonly others: readonly RawResource[];
  /** Rows of other parts that nobody asked for: evidence all the same. */
  readonly strays: readonly RawResource[];
}

export async function readPart(
  server: FhirServer,
  part: ChartPart,
  patientId: string,
  capabilities: CapabilitiesAnswer,
  standingWarnings: readonly string[],
): Promise<ReadPart> {
  const { pages, lost } = await searchWhole(server, partSearches(part, patientId, capabilities));
  if (pages.length === 0 && lost !== null && isUnsupported(part, lost, capabilities)) {
    return { part: noPart(part, 'server'), others: [], strays: [] };
  }

  const rows: RawResource[] = [];
  const others: RawResource[] = [];
  const strays: RawResource[] = [];
  const problems: LedgerProblem[] = [];
  const unread = (where: string, what: string) => problems.push({ where, what, weight: 'incomplete' });
  const seen = new Set<string>();
  for (const [index, page] of pages.entries()) {
    const where = pageName(part, index + 1);
    const { entries, problems: said } = bundleEntries(page, where, standingWarnings);
    problems.push(...said);
    const mine = entries.filter((entry) => entry.type === part);
    if (index > 0 && mine.length > 0 && mine.every((row) => seen.has(row.source))) {
      unread(where, 'repeats rows of an earlier page in place of new ones');
    }
    for (const row of mine) seen.add(row.source);
    rows.push(...mine);
    for (const entry of entries) {
      if (entry.type === part) continue;
      if (belongsTo(entry)) others.push(entry);
      else {
        unread(where, `holds a ${entry.type} nobody asked for`);
        if (isChartPart(entry.type)) strays.push(entry);
      }
    }
  }
  if (lost === null) problems.push(...missingRows(pages[0]?.total, seen.size, part));
  else unread(pageName(part, lost.page), whyLost(lost));
  return {
    part: { part, state: stateOf(pages.length, lost), gap: null, pages: pages.length, rows, problems },
    others,
    strays,
  };
}

/** A part that nobody could have answered. */
export function noPart(part: ChartPart, gap: NonNullable<LedgerEntry['gap']>): RawPart {
  return { part, state: 'unsupported', gap, pages: 0, rows: [], problems: [] };
}

/** Bad request: the server wants the question put another way. */
const ASK_OTHERWISE: ReadonlySet<number> = new Set([400, 422]);

async function searchWhole(server: FhirServer, searches: readonly string[]) {
  const [first = '', ...others] = searches;
  let read = await readPages(server, first);
  for (const search of others) {
    const answer = read.lost?.why;
    const refusedAsPut =
      read.pages.length === 0 &&
      typeof answer === 'object' &&
      answer.status !== null &&
      ASK_OTHERWISE.has(answer.status);
    if (!refusedAsPut) break;
    read = await readPages(server, search);
  }
  return read;
}

/** Without a CapabilityStatement only the server's own word counts, and MedicationRequest has to be read in any case. */
function isUnsupported(part: ChartPart, { why }: PageLost, capabilities: CapabilitiesAnswer): boolean {
  if (part === 'MedicationRequest' || capabilities.kind === 'capabilities' || typeof why === 'string')
    return false;
  return why.kind === 'answer' && outcomeIssues(why.body).some((issue) => issue.code === 'not-supported');
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

function stateOf(pages: number, lost: PageLost | null): LedgerEntry['state'] {
  if (lost === null) return 'complete';
  if (pages > 0) return 'partial';
  return typeof lost.why === 'object' && isRefusal(lost.why) ? 'refused' : 'failed';
}

function pageName(part: ChartPart, page: number): string {
  return page === 1 ? part : `${part} page ${page}`;
}
