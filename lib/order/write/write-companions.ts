/** Writes what goes beside a draft: once, whoever asks again. Each failure is told, none undoes the draft. */
import { grantedTo } from '#lib/chart/read/granted.ts';
import type { Capabilities } from '#lib/fhir/capabilities.ts';
import type { FhirServer } from '#lib/fhir/fhir-server.ts';
import { outcomeText } from '#lib/fhir/outcome.ts';
import { assessmentNote, type CompanionSetting, provenanceOf } from '#lib/order/draft/draft-companions.ts';
import type { DraftOrder } from '#lib/order/draft/draft-order.ts';
import type { AssessmentWords } from '#lib/order/draft/order-words.ts';
import type { Companion, DraftRecord } from './draft-journal.ts';
import { type LockSetting, lockPatient } from './write-lock.ts';

export interface CompanionConditions {
  readonly capabilities: Pick<Capabilities, 'supports'> | null;
  readonly scopes: readonly string[];
}

const TYPES = { 'assessment-note': 'DocumentReference', provenance: 'Provenance' } as const;

/** Those that the server lists and the scopes allow; the others are left out, for they were never promised. */
export function companionsTaken({ capabilities, scopes }: CompanionConditions): readonly Companion['what'][] {
  const all: readonly Companion['what'][] = ['assessment-note', 'provenance'];
  return all.filter(
    (what) =>
      capabilities?.supports(TYPES[what], 'create') === true &&
      grantedTo(scopes, TYPES[what], 'c').kind === 'granted',
  );
}

/** Nobody has begun to write them for this draft. */
export function areUnwritten({ state, companions }: DraftRecord): boolean {
  return state === 'written' && companions === undefined;
}

/** Takes the right to write them: true for the first who asks after this order was written, false for all others. */
export async function claimCompanions(
  order: Pick<DraftOrder, 'identifier'>,
  setting: LockSetting,
): Promise<boolean> {
  return recordCompanions(order, 'claimed', setting);
}

/** Keeps how they ended. */
export async function keepCompanions(
  order: Pick<DraftOrder, 'identifier'>,
  companions: readonly Companion[],
  setting: LockSetting,
): Promise<boolean> {
  return recordCompanions(order, companions, setting);
}

async function recordCompanions(
  { identifier }: Pick<DraftOrder, 'identifier'>,
  companions: NonNullable<DraftRecord['companions']>,
  setting: LockSetting,
): Promise<boolean> {
  const line = await lockPatient(setting);
  if (line === null) return false;
  const record = line.drafts.find((one) => one.identifier === identifier);
  const mayRecord = record !== undefined && (companions !== 'claimed' || areUnwritten(record));
  const isRecorded = mayRecord && (await line.record({ ...record, companions }));
  await line.end();
  return isRecorded;
}

/** Each is sent once; how it ended is told for each. */
export async function writeCompanions(
  order: DraftOrder,
  server: FhirServer,
  conditions: CompanionConditions,
  setting: CompanionSetting,
  words: AssessmentWords,
): Promise<readonly Companion[]> {
  return Promise.all(
    companionsTaken(conditions).map(async (what) => {
      const resource =
        what === 'provenance' ? provenanceOf(order, setting, words) : assessmentNote(order, setting, words);
      return { what, ended: await endOf(server, resource) };
    }),
  );
}

async function endOf(server: FhirServer, resource: { resourceType: string }): Promise<Companion['ended']> {
  const answer = await server.create(resource);
  if (answer.kind === 'silence') return { code: 'no-answer' };
  const { status, body } = answer;
  return status === 200 || status === 201
    ? { code: 'written' }
    : { code: 'refused', status, words: outcomeText(body) };
}
