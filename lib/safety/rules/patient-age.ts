/** Age in whole years, as a range where the birth date is partial. */

import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { DayOf } from '#lib/time/chart-day.ts';
import type { ChartDate } from '#lib/time/fhir-date.ts';

/** Born on 29 February, a patient is a year older on 1 March. @returns null when no birth date can be read, or it lies in the future. */
export function ageInYears(
  birthDate: ChartDate | null,
  asOf: CalendarDate,
  dayOf: DayOf,
): { readonly least: number; readonly most: number } | null {
  const [youngest, oldest] = [dayOf(birthDate, 'latest'), dayOf(birthDate, 'earliest')];
  if (youngest === null || oldest === null || oldest > asOf) return null;
  const years = (born: CalendarDate) =>
    Math.max(
      0,
      Number(asOf.slice(0, 4)) - Number(born.slice(0, 4)) - (asOf.slice(5) < born.slice(5) ? 1 : 0),
    );
  return { least: years(youngest), most: years(oldest) };
}
