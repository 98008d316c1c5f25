/** An edited plan outlives its launch for some hours: for the same user, with the same patient, at the same EHR. Nothing else does. */

import type { LaunchSession } from '#lib/launch/session.ts';
import { PLAN_KEPT_HOURS } from '#lib/store/retention.ts';
import type { SealedRecords } from '#lib/store/sealed-records.ts';
import { digest } from '#lib/store/secrets.ts';
import type { LaunchWork } from './launch-work.ts';

export const PLAN_KEPT_MS = PLAN_KEPT_HOURS * 60 * 60_000;

interface KeptPlan {
  /** As typed. */
  readonly regimenForm: NonNullable<LaunchWork['regimenForm']>;
  /** When it was last changed, epoch milliseconds. */
  readonly planKeptAt: number;
}

/** The plan this user left for this patient; null when there is none, or the EHR named no user. */
export async function readKeptPlan(records: SealedRecords, launch: LaunchSession): Promise<KeptPlan | null> {
  const key = keyOf(launch);
  return key === null ? null : ((await records.readOne<KeptPlan>(key))?.value ?? null);
}

/** Keeps an edited plan; forgets it when the proposal was taken instead, or the draft is in the chart. */
export async function keepPlan(
  records: SealedRecords,
  launch: LaunchSession,
  { regimenForm, sent }: Partial<LaunchWork>,
): Promise<void> {
  const key = keyOf(launch);
  if (key === null) return;
  const isWritten = sent?.outcome.kind === 'written' || sent?.outcome.kind === 'already-written';
  if (isWritten || regimenForm === null) await records.take(key);
  else if (regimenForm !== undefined) {
    const planKeptAt = Date.now();
    const kept: KeptPlan = { regimenForm, planKeptAt };
    await records.put(key, kept, planKeptAt + PLAN_KEPT_MS);
  }
}

function keyOf({ issuer, patientId, user }: LaunchSession): string | null {
  return user === null ? null : `kept-plan/${digest(JSON.stringify([issuer, patientId, user.reference]))}`;
}
