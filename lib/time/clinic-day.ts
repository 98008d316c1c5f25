import { Temporal } from 'temporal-polyfill';
import type { CalendarDate } from './calendar-date.ts';

/**
 * The calendar day it is at the clinic. Without a zone the latest day that any zone on earth has (UTC+14).
 */
export function clinicDay(epochMs: number, timeZone: string | null): CalendarDate {
  const instant = Temporal.Instant.fromEpochMilliseconds(epochMs);
  const day = instant.toZonedDateTimeISO(timeZone ?? '+14:00').toPlainDate();
  return day.toString() as CalendarDate;
}
