/** What a pharmacy handed over. @see FHIR R4 MedicationDispense.status, .whenHandedOver, .daysSupply */
import type { DispenseRow } from '#lib/chart/chart.ts';
import { daysBetween } from '#lib/time/calendar-date.ts';
import { type DatingContext, type Exposure, endedOn, exposureOfError, supplyEnd } from './exposure.ts';

/** Past this a hand-over without days of supply no longer asks (POLICY). */
const UNKNOWN_SUPPLY_DAYS = 90;

const NOT_HANDED_OVER = new Set(['cancelled', 'declined']);
const COUNTS = new Set(['completed', 'in-progress', 'preparation', 'stopped', 'on-hold']);

export function exposureOfDispense(row: DispenseRow, dating: DatingContext): Exposure {
  const date = row.whenHandedOver ?? row.whenPrepared;
  const day = dating.dayOf(date);
  const from = dating.dayOf(date, 'earliest');
  if (row.status === 'entered-in-error') return exposureOfError(day, dating);
  if (row.status !== null && NOT_HANDED_OVER.has(row.status))
    return { kind: 'not-taken', why: `the dispense was ${row.status}` };
  if (row.status === null || !COUNTS.has(row.status))
    return { kind: 'undatable', from, why: `the dispense's status is ${row.status ?? 'not recorded'}` };
  if (day === null) return { kind: 'undatable', from, why: 'the dispense has no date' };
  const end = supplyEnd(day, row.daysSupply ?? (dating.isDepot(row) ? 1 : null));
  if (end !== null) return endedOn(end, from, dating.asOf);
  return daysBetween(day, dating.asOf) > UNKNOWN_SUPPLY_DAYS
    ? { kind: 'long-ended', from: day }
    : { kind: 'undatable', from, why: 'the dispense does not say for how many days it is' };
}
