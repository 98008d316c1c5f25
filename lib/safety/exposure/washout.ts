/** W: how many whole opioid-free days must pass before LDN, by kind of opioid. */
import type { MedicationRow } from '#lib/chart/chart.ts';
import type { Recognition } from '#lib/terminology/recognition.ts';
import { rowSays } from './row-says.ts';

/** @see US naltrexone label: opioid-free for at least 7-10 days; the top of that range is used. */
export const WASHOUT_DAYS_IMMEDIATE = 10;

/** Extended release, patch, levorphanol, unknown class: POLICY. Methadone, buprenorphine: US label, up to 2 weeks. */
export const WASHOUT_DAYS_LONG = 14;

/** Depot or implant: no safe date within a year of the last one. @see Sublocade half-life 43-60 days; POLICY. */
export const DEPOT_DAYS = 365;

/** Methadone, buprenorphine and their kin: the one who treats with them decides (R04). */
const MAINTENANCE_OPIOIDS = new Set(['methadone', 'buprenorphine', 'levomethadone', 'levacetylmethadol']);

export function isMaintenanceOpioid(recognition: Recognition): boolean {
  return recognition.agonists.some((ingredient) => MAINTENANCE_OPIOIDS.has(ingredient));
}

/** Injected by these ways an opioid that is no depot is out as soon as an immediate-release tablet. */
const INJECTED = /\b([Ii]ntravenous\w*|[Ii]ntramuscular\w*|[Ss]ubcutaneous\w*|IV|IM|SC)\b/;

/** Whole days; the longer one wherever the kind of opioid is not known. Depots have no such number: DEPOT_DAYS. */
export function washoutDays(row: MedicationRow, recognition: Recognition): number {
  if (recognition.kind !== 'opioid' || isMaintenanceOpioid(recognition) || recognition.lastingForm !== null)
    return WASHOUT_DAYS_LONG;
  const isShort =
    recognition.release === 'immediate' || (recognition.release === 'unknown' && rowSays(row, INJECTED));
  return isShort ? WASHOUT_DAYS_IMMEDIATE : WASHOUT_DAYS_LONG;
}
