/** An edited plan outlives its launch for some hours: for the same user, with the same patient, at the same EHR. Nothing else does. */
import type { LaunchWork } from './launch-work.ts';
import type { SealedRecords } from './sealed-records.ts';
import { digest } from './secrets.ts';
import type { LaunchSession } from './session.ts';

/** POLICY: a working day's edge; what is older is proposed anew from the chart. */
export const PLAN_KEPT_MS = 8 * 60 * 60_000;

type RegimenForm = NonNullable<LaunchWork['regimenForm']>;

/** The plan this user left for this patient, as typed; null when there is none, or the EHR named no user. */
export async function readKeptPlan(
  records: SealedRecords,
  launch: LaunchSession,
): Promise<RegimenForm | null> {
  const key = keyOf(launch);
  return key === null ? null : ((await records.readOne<RegimenForm>(key))?.value ?? null);
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
  else if (regimenForm !== undefined) await records.put(key, regimenForm, Date.now() + PLAN_KEPT_MS);
}

function keyOf({ issuer, patientId, user }: LaunchSession): string | null {
  return user === null ? null : `kept-plan/${digest(JSON.stringify([issuer, patientId, user.reference]))}`;
}
