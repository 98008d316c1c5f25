import { type CalendarDate, dayOfInstant } from './calendar-date.ts';
import { minutesAheadOfUtc } from './zone-clock.ts';

/** The zone in which the day is latest, UTC+14. */
const LATEST_ZONE = 14 * 60;

/**
 * The calendar day it is at the clinic. Without a zone the latest day that any zone on earth has.
 * @throws RangeError when there is no such zone
 */
export function clinicDay(epochMs: number, timeZone: string | null): CalendarDate {
  return dayOfInstant(epochMs, timeZone === null ? LATEST_ZONE : minutesAheadOfUtc(timeZone)(epochMs));
}
