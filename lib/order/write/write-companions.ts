/** Writes what goes beside a draft: once, whatever is reloaded. Each failure is told, none undoes the draft. */
import { grantedTo } from '#lib/chart/read/granted.ts';
import type { Capabilities } from '#lib/fhir/capabilities.ts';
import type { FhirServer } from '#lib/fhir/fhir-server.ts';
import { outcomeText } from '#lib/fhir/outcome.ts';
import { assessmentNote, type CompanionSetting, provenanceOf } from '#lib/order/draft/draft-companions.ts';
import type { DraftOrder } from '#lib/order/draft/draft-order.ts';
import { type LockSetting, lockPatient } from './write-lock.ts';

export interface Companion {
  readonly what: 'Assessment note' | 'Record of where the draft comes from';
  /** Null when it was written; else why not, for the screen. */
  readonly failed: string | null;
}

export interface CompanionConditions {
  readonly capabilities: Pick<Capabilities, 'supports'> | null;
  readonly scopes: readonly string[];
}

/** Takes the right to write them: true for the first who asks after this order was written, false for all others. */
export async function claimCompanions(order: DraftOrder, setting: LockSetting): Promise<boolean> {
  const line = await lockPatient(setting);
  if (line === null) return false;
  const record = line.drafts.find(({ identifier }) => identifier === order.identifier);
  const isFirst = record?.state === 'written' && record.companions !== 'claimed';
  const claimed = isFirst && (await line.record({ ...record, companions: 'claimed' }));
  await line.end();
  return claimed;
}

/** Those that the server lists and the scopes allow; the others are left out, for they were never promised. */
export async function writeCompanions(
  order: DraftOrder,
  server: FhirServer,
  conditions: CompanionConditions,
  setting: CompanionSetting,
): Promise<readonly Companion[]> {
  const wanted = [
    { what: 'Assessment note', resource: assessmentNote(order, setting) },
    { what: 'Record of where the draft comes from', resource: provenanceOf(order, setting) },
  ] as const;
  return Promise.all(
    wanted
      .filter(({ resource }) => isTaken(resource.resourceType, conditions))
      .map(async ({ what, resource }) => ({ what, failed: await failureOf(server, resource) })),
  );
}

function isTaken(type: string, { capabilities, scopes }: CompanionConditions): boolean {
  return capabilities?.supports(type, 'create') === true && grantedTo(scopes, type, 'c').kind === 'granted';
}

async function failureOf(server: FhirServer, resource: { resourceType: string }): Promise<string | null> {
  const answer = await server.create(resource);
  if (answer.kind === 'silence') return 'the EHR did not answer; look for it there';
  if (answer.status === 200 || answer.status === 201) return null;
  return outcomeText(answer.body) ?? `the EHR answered HTTP ${answer.status}`;
}
