/** The entries of one Bundle, from a server or from a file: rows, what goes with them, and what was said to be missing. */

import type { LedgerProblem } from '#lib/chart/ledger.ts';
import { Fields, isObject, type JsonObject } from '#lib/fhir/fields.ts';
import { nextLinks } from '#lib/fhir/next-links.ts';
import { inBrief, type OutcomeIssue, outcomeIssues, saysNoResults } from '#lib/fhir/outcome.ts';
import { isResourceType } from '#lib/fhir/resource-types.ts';
import { type RawResource, rawResource } from './raw-chart.ts';

/** POLICY: batch answers hold Bundles, and nothing holds more than a few within each other. */
const DEEPEST_BUNDLE = 3;

export interface BundleEntry extends RawResource {
  /** match | include; null when the entry does not say. */
  readonly mode: string | null;
}

export interface BundleEntries {
  readonly entries: readonly BundleEntry[];
  /** Rows that the Bundle's `total` counts. */
  readonly matches: number;
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
  const matches = collect(bundle, where, standingWarnings, found, 0);
  return { entries: found.entries, matches, problems: found.problems };
}

interface Found {
  readonly entries: BundleEntry[];
  readonly problems: LedgerProblem[];
  places: number;
}

/** The number of matches among the Bundle's own entries. */
function collect(
  bundle: JsonObject,
  where: string,
  standing: readonly string[],
  found: Found,
  depth: number,
): number {
  const unread = (at: string, what: string) => found.problems.push({ where: at, what, weight: 'incomplete' });
  if (bundle.entry !== undefined && !Array.isArray(bundle.entry)) {
    unread(where, 'has entries that could not be read');
    return 0;
  }
  let matches = 0;
  for (const entry of bundle.entry ?? []) {
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
      unread(at(), 'is no resource that could be read');
    } else if (resource.resourceType === 'OperationOutcome') {
      found.problems.push(...outcomeProblems(resource, at(), standing));
    } else if (resource.resourceType === 'Bundle') {
      if (depth === DEEPEST_BUNDLE) unread(at(), 'holds Bundles within each other that were not read');
      else
        found.problems.push(
          ...unreadRest(resource, collect(resource, at(), standing, found, depth + 1), at()),
        );
    } else {
      const type = resource.resourceType;
      const fields = new Fields(entry, []);
      const mode = fields.object('search')?.text('mode') ?? null;
      const meant = typeMeant(fields);
      if (meant !== null && meant !== type) unread(at(), `is filed as ${meant} and says it is ${type}`);
      if (holdsMedication(resource) && !type.startsWith('Medication')) {
        unread(at(), `says it is ${type} and holds a medication`);
      }
      if (mode !== 'include') matches += 1;
      found.entries.push({ ...rawResource(resource, type, fields.text('fullUrl'), place), mode });
    }
  }
  return matches;
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
    what: `was answered with HTTP ${response.status.slice(0, 3)}`,
    weight: 'incomplete',
  });
  return true;
}

function isKnownType(type: unknown): type is string {
  return typeof type === 'string' && isResourceType(type);
}

/** What a Bundle itself says it does not hold: a further page, or rows it counts and does not have. */
export function unreadRest(bundle: JsonObject, matches: number, where: string): LedgerProblem[] {
  const problems: LedgerProblem[] = [];
  if (nextLinks(bundle).length > 0) {
    problems.push({ where, what: 'has a further page that was not read', weight: 'incomplete' });
  }
  return [...problems, ...missingRows(bundle.total, matches, where)];
}

/** `total` against the matches that came. @see FHIR R4 Bundle.total */
export function missingRows(total: unknown, matches: number, where: string): LedgerProblem[] {
  if (total === undefined || (typeof total === 'number' && total <= matches)) return [];
  const what =
    typeof total === 'number'
      ? `holds ${matches} of the ${total} rows it counts`
      : 'has a total that is no number';
  return [{ where, what, weight: 'incomplete' }];
}

/** A row that says what medication it is about; in R4 only Medication... resources do. */
function holdsMedication(resource: JsonObject): boolean {
  return resource.medicationCodeableConcept !== undefined || resource.medicationReference !== undefined;
}

/** The resource type that the entry's request or absolute fullUrl names; null when they name none. */
function typeMeant(entry: Fields): string | null {
  const request = entry.object('request');
  const type = request?.text('url')?.split(/[/?]/)[0] ?? entry.text('fullUrl')?.split('/').at(-2) ?? '';
  return isResourceType(type) ? type : null;
}

/** What the issues of an OperationOutcome weigh; "no results" and information weigh nothing. */
export function outcomeProblems(
  json: unknown,
  where: string,
  standingWarnings: readonly string[],
): LedgerProblem[] {
  if (!isObject(json) || json.resourceType !== 'OperationOutcome') return [];
  const issues = outcomeIssues(json);
  if (issues.length === 0) {
    return [{ where, what: 'the EHR sent a warning that could not be read', weight: 'incomplete' }];
  }
  return issues
    .filter((issue) => issue.severity !== 'information' && !saysNoResults(issue))
    .map((issue) => ({
      where,
      what: `the EHR says: ${inBrief(issue.text ?? 'a warning without words')}`,
      weight: isStanding(issue, standingWarnings) ? ('confirm' as const) : ('incomplete' as const),
    }));
}

function isStanding(issue: OutcomeIssue, standingWarnings: readonly string[]): boolean {
  return (
    issue.severity === 'warning' &&
    [issue.code, ...issue.detailCodes].some((code) => code !== null && standingWarnings.includes(code))
  );
}
