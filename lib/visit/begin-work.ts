/** What a new launch starts with: an identifier for its draft, and the plan that its user left for this patient not long ago. */
import { randomUUID } from 'node:crypto';
import type { LaunchSession } from '#lib/launch/session.ts';
import { storedRecords } from '#lib/store/stored-records.ts';
import { readKeptPlan } from './kept-plan.ts';
import type { LaunchWork } from './launch-work.ts';

/** A UUID for the draft of this launch, and the plan that was left, where there is one. */
export async function beginWork(session: LaunchSession): Promise<Partial<LaunchWork>> {
  const keptPlan = await readKeptPlan(storedRecords(), session);
  return { draftIdentifier: randomUUID(), ...keptPlan };
}
