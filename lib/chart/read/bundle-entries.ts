/** The entries of one Bundle, from a server or from a file: rows, what goes with them, and what was said to be missing. */

import type { LedgerProblem } from '#lib/chart/ledger.ts';
import type { Unread } from '#lib/chart/unread.ts';
import { Fields, isObject, type JsonObject } from '#lib/fhir/fields.ts';
import { nextLinks } from '#lib/fhir/next-links.ts';
import { isResourceType } from '#lib/fhir/resource-types.ts';
import { outcomeProblems } from './outcome-problems.ts';
import { isChartPart, type RawResource, rawResource } from './raw-chart.ts';
import { isRedacted, isSubset } from './row-guards.ts';

/** POLICY: batch answers hold Bundles, and nothing holds more than a few within each other. */
const DEEPEST_BUNDLE = 3;

export interface BundleEntry extends RawResource {
  /** match | include; null when the entry does not say. */
  readonly mode: string | null;
}

interface BundleEntries {
  readonly entries: readonly BundleEntry[];
  /** Whatever came in the Bundle itself, remarks of the server too: the most that its `total` may count. */
  readonly came: number;
  readonly problems: readonly LedgerProblem[];
}

/**
 * `where` names the Bundle in the problems ("MedicationRequest page 2"). `standingWarnings`: issue or details codes this site
 * sends with ordinary answers. Bundles within the Bundle (a batch answer) are opened.
 */
export function bundleEntries(
  bundle: JsonObject,
  where: string,
  standingWarnings: readonly string[],
): BundleEntries {
  const found: Found = { entries: [], problems: [], places: 0 };
  const came = collect(bundle, where, standingWarnings, found, 0);
  return { entries: found.entries, came, problems: found.problems };
}

interface Found {
  readonly entries: BundleEntry[];
  readonly problems: LedgerProblem[];
  places: number;
}

/** The number of the Bundle's own entries that could be read. */
function collect(
  bundle: JsonObject,
  where: string,
  standing: readonly string[],
  found: Found,
  depth: number,
): number {
  const unread = (at: string, what: Unread) => found.problems.push({ where: at, what, weight: 'incomplete' });
  if (isRedacted(bundle)) unread(where, { code: 'answer-withheld-in-part' });
  if (isSubset(bundle)) unread(where, { code: 'answer-in-part' });
  const listed = bundle.entry ?? [];
  if (!Array.isArray(listed)) {
    unread(where, { code: 'entries-unreadable' });
    return 0;
  }
  let came = 0;
  for (const entry of listed) {
    found.places += 1;
    const place = found.places;
    const at = () => `${where}, entry ${place}`;
    const resource = isObject(entry) ? entry.resource : undefined;
    if (
      isObject(entry) &&
      isObject(entry.response) &&
      isUnanswered(entry.response, at(), standing, found.problems)
    ) {
      continue;
    }
    if (!isObject(entry) || !isObject(resource) || !isKnownType(resource.resourceType)) {
      unread(at(), { code: 'no-resource' });
      continue;
    }
    came += 1;
    if (resource.resourceType === 'OperationOutcome') {
      found.problems.push(...outcomeProblems(resource, at(), standing));
    } else if (resource.resourceType === 'Bundle') {
      if (depth === DEEPEST_BUNDLE) unread(at(), { code: 'bundles-too-deep' });
      else
        found.problems.push(
          ...unreadRest(resource, collect(resource, at(), standing, found, depth + 1), at()),
        );
    } else {
      const type = resource.resourceType;
      const fields = new Fields(entry, []);
      const mode = fields.object('search')?.text('mode') ?? null;
      const meant = typeMeant(fields);
      if (meant !== null && meant !== type) unread(at(), { code: 'filed-as-another', filedAs: meant, type });
      const holds = medicationWithin(resource, type);
      if (holds !== null) unread(at(), { code: 'holds-another', type, holds });
      found.entries.push({ ...rawResource(resource, type, fields.text('fullUrl'), place), mode });
    }
  }
  return came;
}

/** An entry of a batch answer: what its outcome says is noted; true when its request failed. */
function isUnanswered(
  response: JsonObject,
  where: string,
  standing: readonly string[],
  problems: LedgerProblem[],
): boolean {
  problems.push(...outcomeProblems(response.outcome, where, standing));
  if (typeof response.status !== 'string' || !/^[45]\d\d/.test(response.status)) return false;
  problems.push({
    where,
    what: { code: 'entry-refused', status: response.status.slice(0, 3) },
    weight: 'incomplete',
  });
  return true;
}

function isKnownType(type: unknown): type is string {
  return typeof type === 'string' && isResourceType(type);
}

/** What a Bundle itself says it does not hold: a further page, or rows it counts and does not have. */
export function unreadRest(bundle: JsonObject, came: number, where: string): LedgerProblem[] {
  const problems: LedgerProblem[] = [];
  if (nextLinks(bundle).length > 0) {
    problems.push({ where, what: { code: 'further-page' }, weight: 'incomplete' });
  }
  return [...problems, ...missingRows(bundle.total, came, where)];
}

/**
 * `total` against what came. Servers count what goes with the rows, and their own remarks, among them: every row that is counted
 * is there when as much came as is counted.
 * @see FHIR R4 Bundle.total
 */
export function missingRows(total: unknown, came: number, where: string): LedgerProblem[] {
  if (total == null || (typeof total === 'number' && total <= came)) return [];
  const what: Unread =
    typeof total === 'number' ? { code: 'rows-missing', came, total } : { code: 'total-unreadable' };
  return [{ where, what, weight: 'incomplete' }];
}

/** What no rule looks into may still hold a medication: in R4 only Medication... resources say what drug a row is about. */
function medicationWithin(resource: JsonObject, type: string): 'medication' | 'resources' | null {
  if (type === 'Parameters') return 'resources';
  if (!type.startsWith('Medication') && isOfMedication(resource)) return 'medication';
  if (isChartPart(type) || !Array.isArray(resource.contained)) return null;
  return resource.contained.some((one) => isObject(one) && isOfMedication(one)) ? 'medication' : null;
}

function isOfMedication(resource: JsonObject): boolean {
  return resource.medicationCodeableConcept != null || resource.medicationReference != null;
}

/** The resource type that the entry's request or absolute fullUrl names; null when they name none. */
function typeMeant(entry: Fields): string | null {
  const request = entry.object('request');
  const type = request?.text('url')?.split(/[/?]/)[0] ?? entry.text('fullUrl')?.split('/').at(-2) ?? '';
  return isResourceType(type) ? type : null;
}
