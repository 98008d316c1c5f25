/** Calendar days. A day is an ISO text ("2026-03-02"): it sorts as text, survives JSON and has no midnight. */
import { Temporal } from 'temporal-polyfill';

/** A day as YYYY-MM-DD. Only `calendarDate` and the functions here make one. */
export type CalendarDate = string & { readonly __calendarDate: true };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The text as a day, or null when it is not one that exists ("2026-02-30"). */
export function calendarDate(text: string): CalendarDate | null {
  if (!DAY.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as CalendarDate;
  } catch {
    return null;
  }
}

export function addDays(day: CalendarDate, days: number): CalendarDate {
  return Temporal.PlainDate.from(day).add({ days }).toString() as CalendarDate;
}

/** Whole days from `earlier` to `later`; negative when they are the other way round. */
export function daysBetween(earlier: CalendarDate, later: CalendarDate): number {
  return Temporal.PlainDate.from(earlier).until(Temporal.PlainDate.from(later), { largestUnit: 'days' }).days;
}

export function latest(days: readonly CalendarDate[]): CalendarDate | null {
  return days.reduce<CalendarDate | null>((last, day) => (last === null || day > last ? day : last), null);
}
