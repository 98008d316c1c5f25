/** One part of a live chart: its search, all pages, and what was said to be missing. */

import type { ChartPart, LedgerEntry, LedgerProblem } from '#lib/chart/ledger.ts';
import type { CapabilitiesAnswer } from '#lib/fhir/capabilities.ts';
import type { FhirServer } from '#lib/fhir/fhir-server.ts';
import type { JsonObject } from '#lib/fhir/fields.ts';
import { outcomeIssues } from '#lib/fhir/outcome.ts';
import { type PageLost, type PagesRead, readPages } from '#lib/fhir/paging.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { eachOnce } from './each-once.ts';
import { EVERY_CODE, type PartSearches, partSearches, type Search } from './part-searches.ts';
import type { RawPart } from './raw-chart.ts';
import { isRefusal } from './read-problem.ts';
import { type SortedRows, sortRows } from './sort-rows.ts';
import { unaskedFilters, withoutFilters } from './unasked-filters.ts';

export interface ReadPart extends Pick<SortedRows, 'others' | 'strays'> {
  readonly part: RawPart;
}

interface PartRequest {
  readonly patientId: string;
  readonly capabilities: CapabilitiesAnswer;
  readonly site: { readonly standingWarnings: readonly string[] };
  readonly today: CalendarDate;
  readonly pageSize?: number;
}

/** One search, to its end. */
interface ReadSearch extends PagesRead {
  readonly search: Search;
  readonly problems: readonly LedgerProblem[];
}

export async function readPart(server: FhirServer, part: ChartPart, request: PartRequest): Promise<ReadPart> {
  const reads = await searchAll(server, part, partSearches(part, request));
  if (
    reads.every(({ pages, lost }) => pages.length === 0 && isUnsupported(part, lost, request.capabilities))
  ) {
    return { part: noPart(part, 'server'), others: [], strays: [] };
  }
  const sorted = reads.map((read) => sortRows(part, read, request.site.standingWarnings));
  return {
    part: {
      part,
      asked: part === 'Observation' ? eachOnce(reads.map(({ search }) => search.asked)) : [],
      state: stateOf(reads),
      gap: null,
      pages: reads.reduce((pages, read) => pages + read.pages.length, 0),
      rows: sorted.flatMap(({ rows }) => rows),
      problems: eachOnce(sorted.flatMap(({ problems }) => problems)),
    },
    others: sorted.flatMap(({ others }) => others),
    strays: sorted.flatMap(({ strays }) => strays),
  };
}

/** A part that nobody could have answered. */
export function noPart(part: ChartPart, gap: NonNullable<LedgerEntry['gap']>): RawPart {
  return { part, asked: [], state: 'unsupported', gap, pages: 0, rows: [], problems: [] };
}

/** Bad request: the server wants the question put another way. */
const ASK_OTHERWISE: ReadonlySet<number> = new Set([400, 422]);

/** All lists at once. Where two come down to one and the same search it is made once. */
async function searchAll(
  server: FhirServer,
  part: ChartPart,
  searches: PartSearches,
): Promise<readonly ReadSearch[]> {
  const made = new Map<string, Promise<ReadSearch>>();
  const make = (search: Search) => {
    const read = made.get(search.address) ?? searchWhole(server, part, search);
    made.set(search.address, read);
    return read;
  };
  return [...new Set(await Promise.all(searches.map((tries) => tryInTurn(tries, make))))];
}

async function tryInTurn(
  [first, ...others]: readonly Search[],
  make: (search: Search) => Promise<ReadSearch>,
): Promise<ReadSearch> {
  if (first === undefined) throw new Error('a part without a search');
  const read = await make(first);
  return others.length > 0 && isRefusedAsPut(read) ? tryInTurn(others, make) : read;
}

function isRefusedAsPut({ pages, lost }: PagesRead): boolean {
  const answer = lost?.why;
  return (
    pages.length === 0 &&
    typeof answer === 'object' &&
    answer.status !== null &&
    ASK_OTHERWISE.has(answer.status)
  );
}

/** Where the server narrowed the search by itself it is made again with that filter opened, and both answers count. */
async function searchWhole(server: FhirServer, part: ChartPart, search: Search): Promise<ReadSearch> {
  const read = await readPages(server, search.address);
  const filters = unaskedFilters(read.pages[0], search.address);
  if (filters.length === 0) return { ...read, search, problems: [] };
  const again = withoutFilters(search.address, filters, EVERY_CODE[part] ?? {});
  const more = again === null ? null : await readPages(server, again);
  const still = more === null || more.lost !== null ? filters : unaskedFilters(more.pages[0], again ?? '');
  const problems = still.map(
    ({ words }): LedgerProblem => ({
      where: part,
      what: { code: 'filtered', filter: words },
      weight: 'incomplete',
    }),
  );
  if (more === null || more.lost !== null) return { ...read, search, problems };
  return { pages: [...withoutTotals(read.pages), ...more.pages], lost: read.lost, search, problems };
}

/** What a narrowed answer counts is its own rows. */
function withoutTotals(pages: readonly JsonObject[]): JsonObject[] {
  return pages.map(({ total: _, ...page }) => page);
}

/** Without a CapabilityStatement only the server's own word counts, and MedicationRequest has to be read in any case. */
function isUnsupported(part: ChartPart, lost: PageLost | null, capabilities: CapabilitiesAnswer): boolean {
  const why = lost?.why;
  if (part === 'MedicationRequest' || capabilities.kind === 'capabilities' || typeof why !== 'object')
    return false;
  return why.kind === 'answer' && outcomeIssues(why.body).some((issue) => issue.code === 'not-supported');
}

function stateOf(reads: readonly PagesRead[]): LedgerEntry['state'] {
  const lost = reads.flatMap((read) => read.lost ?? []);
  if (lost.length === 0) return 'complete';
  if (reads.some(({ pages }) => pages.length > 0)) return 'partial';
  return lost.every(({ why }) => typeof why === 'object' && isRefusal(why)) ? 'refused' : 'failed';
}
