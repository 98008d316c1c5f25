/** A person looked at the orders in the EHR, found no draft of these sendings and said so: kept in the journal, and nothing else settles them. */
import { afterPersonLooked, type PersonLooked } from './draft-journal.ts';
import { type LockSetting, lockPatient } from './write-lock.ts';

/**
 * @param sendings as `sendingOf` named them on the screen the person read: a later sending of the same titration stays in doubt.
 * @returns how many were settled; null when another write holds the patient.
 */
export async function writePersonLooked(
  sendings: readonly string[],
  looked: PersonLooked,
  setting: LockSetting,
): Promise<number | null> {
  const line = await lockPatient(setting);
  if (line === null) return null;
  let settled = 0;
  for (const record of line.drafts) {
    const after = afterPersonLooked(record, sendings, looked);
    if (after !== record && (await line.record(after))) settled += 1;
  }
  await line.end();
  return settled;
}
