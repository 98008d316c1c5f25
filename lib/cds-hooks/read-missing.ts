/** What the EHR did not send along, read with the token of its call: under the site's own base alone, all at once, within a short time. */
import { grantedTo } from '#lib/chart/read/granted.ts';
import { type RawChart, type RawResource, rawResource } from '#lib/chart/read/raw-chart.ts';
import { readReferredMedications } from '#lib/chart/read/read-medications.ts';
import { readPart } from '#lib/chart/read/read-part.ts';
import { createFhirServer } from '#lib/fhir/create-fhir-server.ts';
import type { FhirServer } from '#lib/fhir/fhir-server.ts';
import { isObject } from '#lib/fhir/fields.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { HookCall } from './hook-request.ts';
import { type HookSite, type SentPart, sentPart } from './read-prefetch.ts';
import { HOOK_PARTS, type HookPart } from './services.ts';

interface ReadingTime {
  /** The clinic's day. */
  readonly today: CalendarDate;
  /** After so long whatever has not come is not read. */
  readonly budgetMs: number;
}

/** The chart as far as it was sent or could be read in time. Never rejects. */
export async function readHookChart(
  call: HookCall,
  site: HookSite,
  drafts: readonly RawResource[],
  time: ReadingTime,
): Promise<RawChart> {
  const sent = HOOK_PARTS.map((part) => [part, sentPart(part, call, site)] as const);
  const server = serverFor(call, site, time.budgetMs);
  const parts =
    server === null
      ? sent
      : await Promise.all(
          sent.map(
            async ([part, before]) =>
              [part, await completed(server, part, before, call, site, time)] as const,
          ),
        );
  const raw = rawChart(parts, call, site);
  if (server === null) return raw;
  const { others, problems } = await readReferredMedications(server, onlyUnnamed(raw, drafts));
  return { ...raw, others: [...raw.others, ...others], problems: [...raw.problems, ...problems] };
}

/** Null where nothing may be read: no token, or one of another server than this site's. */
function serverFor(
  { authorization, fhirServer }: HookCall,
  { issuer }: HookSite,
  budgetMs: number,
): FhirServer | null {
  if (authorization === null || !isSameBase(fhirServer, issuer)) return null;
  const deadline = AbortSignal.timeout(budgetMs);
  return createFhirServer({
    base: issuer,
    accessToken: async () => authorization.accessToken,
    timeoutMs: budgetMs,
    fetch: (address, init) =>
      fetch(address, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, deadline]) : deadline }),
    // There is no time for a second try.
    wait: () => Promise.reject(new Error('no time')),
  });
}

function isSameBase(one: string | null, other: string): boolean {
  return one !== null && one.replace(/\/+$/, '') === other.replace(/\/+$/, '');
}

/** A part that came whole is not asked for again; one that can be read whole replaces what was sent of it. */
async function completed(
  server: FhirServer,
  part: HookPart,
  sent: SentPart,
  { patientId, authorization }: HookCall,
  site: HookSite,
  { today }: ReadingTime,
): Promise<SentPart> {
  if (sent.isWhole) return sent;
  if (part === 'Patient') return (await patientOf(server, patientId)) ?? sent;
  const scopes = authorization?.scopes ?? [];
  if (grantedTo(scopes, part, 's').kind === 'none') return sent;
  const {
    part: read,
    others,
    strays,
  } = await readPart(server, part, {
    patientId,
    capabilities: { kind: 'unavailable', why: 'not-asked' },
    site,
    today,
  });
  const isWhole = read.state === 'complete' && read.problems.every(({ weight }) => weight !== 'incomplete');
  if (isWhole || read.state === 'unsupported') return { ...sent, part: read, others, strays, isWhole: true };
  // What was sent is evidence still, and why the rest is missing is now better known.
  return {
    ...sent,
    part: {
      ...read,
      rows: [...read.rows, ...sent.part.rows],
      problems: [...read.problems, ...sent.part.problems],
    },
    others: [...others, ...sent.others],
    strays: [...strays, ...sent.strays],
  };
}

async function patientOf(server: FhirServer, patientId: string): Promise<SentPart | null> {
  const answer = await server.get(`Patient/${encodeURIComponent(patientId)}`);
  if (answer.kind === 'silence' || answer.status !== 200 || !isObject(answer.body)) return null;
  if (answer.body.resourceType !== 'Patient' || answer.body.id !== patientId) return null;
  return {
    part: { part: 'Patient', asked: [], state: 'complete', gap: null, pages: 1, rows: [], problems: [] },
    others: [],
    strays: [],
    patient: rawResource(answer.body, 'Patient', null, 1),
    isWhole: true,
  };
}

function rawChart(
  parts: readonly (readonly [HookPart, SentPart])[],
  { patientId }: HookCall,
  { issuer, otherBases }: HookSite,
): RawChart {
  const strays = parts.flatMap(([, { strays }]) => strays);
  return {
    base: issuer,
    otherBases,
    patient: parts.find(([part]) => part === 'Patient')?.[1].patient ?? null,
    patientId,
    parts: parts.map(([name, { part }]) => ({
      ...part,
      rows: [...part.rows, ...strays.filter(({ type }) => type === name)],
    })),
    others: parts.flatMap(([, { others }]) => others),
    problems: [],
  };
}

/** A row that names its drug beside the reference goes by that name: there is no time to read hundreds of Medications. */
function onlyUnnamed(raw: RawChart, drafts: readonly RawResource[]): RawChart {
  const isUnnamed = ({ json }: RawResource) =>
    isObject(json.medicationReference) && typeof json.medicationReference.display !== 'string';
  const [orders, ...parts] = raw.parts.map((part) => ({ ...part, rows: part.rows.filter(isUnnamed) }));
  if (orders === undefined) return raw;
  return { ...raw, parts: [{ ...orders, rows: [...orders.rows, ...drafts.filter(isUnnamed)] }, ...parts] };
}
