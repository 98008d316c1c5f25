/** A live EHR -> Chart: one parallel wave of searches, then what they refer to and did not bring. */

import type { Chart } from '#lib/chart/chart.ts';
import type { ChartPart, LedgerEntry, LedgerProblem, ReadState } from '#lib/chart/ledger.ts';
import { shapeChart } from '#lib/chart/shape/shape-chart.ts';
import type { CapabilitiesAnswer } from '#lib/fhir/capabilities.ts';
import type { FhirAnswer, FhirServer, FhirSilence } from '#lib/fhir/fhir-server.ts';
import { releaseOf } from '#lib/fhir/fhir-version.ts';
import { isObject } from '#lib/fhir/fields.ts';
import type { Site } from '#lib/settings/site.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { type Grant, grantedTo } from './granted.ts';
import {
  CHART_PARTS,
  isChartPart,
  type RawChart,
  type RawPart,
  type RawResource,
  rawResource,
} from './raw-chart.ts';
import { readReferredMedications } from './read-medications.ts';
import { noPart, type ReadPart, readPart } from './read-part.ts';
import { isRefusal, whyUnread } from './read-problem.ts';

export interface ChartRequest {
  readonly patientId: string;
  /** Scopes as granted. */
  readonly scopes: readonly string[];
  readonly site: Pick<Site, 'standingWarnings' | 'absent'> & Partial<Pick<Site, 'otherBases' | 'showsOnly'>>;
  readonly capabilities: CapabilitiesAnswer;
  /** The clinic's day: how far back results are asked for. */
  readonly today: CalendarDate;
  /** Rows a page: `nextPageSize()` where a chart is read again within minutes. */
  readonly pageSize?: number;
  /** Told as each part arrives. */
  readonly onProgress?: (part: ChartPart, state: ReadState, rows: number) => void;
}

/**
 * Reads the whole chart of one patient. Never rejects for anything a server does: what was not read stands in the ledger, with
 * why. Nothing is cached, nothing is filtered by status.
 */
export async function readChart(server: FhirServer, request: ChartRequest): Promise<Chart> {
  const searched = CHART_PARTS.filter((part) => part !== 'Patient');
  const [patient, ...parts] = await Promise.all([
    readPatient(server, request),
    ...searched.map((part) => readOrName(server, part, request)),
  ]);
  const strays = parts.flatMap((read) => read.strays);
  const raw: RawChart = {
    base: server.base,
    otherBases: request.site.otherBases ?? [],
    patient: patient.resource,
    patientId: request.patientId,
    parts: [patient.part, ...parts.map(({ part }) => withStrays(part, strays))],
    others: parts.flatMap((read) => read.others),
    problems: capabilityProblems(request.capabilities),
  };
  const { others, problems } = await readReferredMedications(server, raw);
  return shapeChart({ ...raw, others, problems: [...raw.problems, ...problems] });
}

async function readOrName(server: FhirServer, part: ChartPart, request: ChartRequest): Promise<ReadPart> {
  const read = await askFor(server, part, request);
  request.onProgress?.(part, read.part.state, read.part.rows.length);
  return read;
}

async function askFor(server: FhirServer, part: ChartPart, request: ChartRequest): Promise<ReadPart> {
  const { capabilities, site, scopes } = request;
  if (isListed(site.absent, part)) return unanswerable(part, 'site-profile');
  const grant = grantedTo(scopes, part, 's');
  if (grant.kind === 'none') return unanswerable(part, 'not-granted');
  const listed =
    capabilities.kind !== 'capabilities' || capabilities.capabilities.supports(part, 'search-type');
  // Orders are asked for whatever the server says of itself: without them there is no answer.
  if (!listed && part !== 'MedicationRequest') return unanswerable(part, 'server');
  const read = await readPart(server, part, request);
  return { ...read, part: narrowedBy(site.showsOnly ?? [], limitedBy(grant, read.part)) };
}

function isListed(absent: Site['absent'], part: ChartPart): boolean {
  return absent.some((name) => name === part);
}

function unanswerable(part: ChartPart, gap: NonNullable<LedgerEntry['gap']>): ReadPart {
  const none = noPart(part, gap);
  const problems: LedgerProblem[] =
    part === 'MedicationRequest'
      ? [{ where: part, what: { code: 'no-orders', gap }, weight: 'incomplete' }]
      : [];
  return { part: { ...none, problems }, others: [], strays: [] };
}

/**
 * Categories that together hold all that the rules ask of a part: a grant of these is a grant of what matters.
 * @see US Core granular scopes
 */
const ENOUGH: Partial<Record<ChartPart, readonly string[]>> = {
  Condition: ['problem-list-item', 'encounter-diagnosis'],
  Observation: ['laboratory', 'survey', 'social-history'],
};

function limitedBy(grant: Grant, part: RawPart): RawPart {
  if (grant.kind !== 'limited' || part.state === 'unsupported') return part;
  const categories = grant.queries.flatMap(categoryIn);
  const enough = ENOUGH[part.part]?.every((category) => categories.includes(category));
  const problem: LedgerProblem = {
    where: part.part,
    what: { code: 'granted-in-part', queries: grant.queries },
    weight: enough ? 'note' : 'incomplete',
  };
  return { ...part, problems: [...part.problems, problem] };
}

/** What the site is known to leave out of its answers without a word is a standing warning. */
function narrowedBy(showsOnly: Site['showsOnly'], part: RawPart): RawPart {
  const problems = showsOnly
    .filter((one) => one.part === part.part && part.state !== 'unsupported')
    .map(
      ({ part, what }): LedgerProblem => ({
        where: part,
        what: { code: 'shows-only', shown: what },
        weight: 'confirm',
      }),
    );
  return { ...part, problems: [...part.problems, ...problems] };
}

/** The category of a query that asks for a category and nothing else. */
function categoryIn(query: string): string[] {
  const asked = [...new URLSearchParams(query)];
  return asked.length === 1
    ? asked.flatMap(([name, value]) => (name === 'category' ? (value.split('|').at(-1) ?? []) : []))
    : [];
}

function withStrays(part: RawPart, strays: readonly RawResource[]): RawPart {
  const rows = strays.filter((stray) => isChartPart(stray.type) && stray.type === part.part);
  return rows.length === 0 ? part : { ...part, rows: [...part.rows, ...rows] };
}

interface ReadPatient {
  readonly resource: RawResource | null;
  readonly part: RawPart;
}

/** Who the patient is has to be known, so the Patient is asked for whatever the scopes say. */
async function readPatient(
  server: FhirServer,
  { patientId, onProgress }: ChartRequest,
): Promise<ReadPatient> {
  const answer = await server.get(`Patient/${encodeURIComponent(patientId)}`);
  const read = patientIn(answer, patientId);
  const found = 'json' in read;
  const state = found ? 'complete' : isRefusal(answer) ? 'refused' : 'failed';
  onProgress?.('Patient', state, found ? 1 : 0);
  return {
    resource: found ? read : null,
    part: {
      part: 'Patient',
      asked: [],
      state,
      gap: null,
      pages: found ? 1 : 0,
      rows: [],
      problems: found ? [] : [read],
    },
  };
}

function patientIn(answer: FhirAnswer | FhirSilence, patientId: string): RawResource | LedgerProblem {
  const where = `Patient/${patientId}`;
  if (answer.kind === 'silence' || answer.status !== 200 || !isObject(answer.body)) {
    return { where, what: whyUnread(answer), weight: 'incomplete' };
  }
  const json = answer.body;
  if (json.resourceType !== 'Patient') {
    return { where, what: { code: 'another-resource' }, weight: 'incomplete' };
  }
  if (json.id !== patientId) {
    return { where, what: { code: 'another-patient' }, weight: 'other-patient' };
  }
  return rawResource(json, 'Patient', null, 1);
}

function capabilityProblems(capabilities: CapabilitiesAnswer): LedgerProblem[] {
  switch (capabilities.kind) {
    case 'capabilities':
      return [];
    case 'unavailable':
      return [
        {
          where: 'metadata',
          what: { code: 'capabilities-unknown', why: capabilities.why },
          weight: 'note',
        },
      ];
    case 'other-version':
      return [
        {
          where: 'metadata',
          what: { code: 'other-fhir-version', release: releaseOf(capabilities.fhirVersion) },
          weight: 'incomplete',
        },
      ];
  }
}
