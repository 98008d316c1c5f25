import type { CalendarDate } from './calendar-date.ts';

/** Whole years from a birth to a day, never below 0. Born on 29 February, a person is a year older on 1 March. */
export function wholeYears(born: CalendarDate, on: CalendarDate): number {
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4)) - (on.slice(5) < born.slice(5) ? 1 : 0);
  return Math.max(0, years);
}
