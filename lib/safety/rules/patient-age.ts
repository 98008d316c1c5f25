/** Age in whole years, as a range where the birth date is partial. */

import { wholeYears } from '#lib/time/age.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { DayOf } from '#lib/time/chart-day.ts';
import type { ChartDate } from '#lib/time/fhir-date.ts';

/** @returns null when no birth date can be read, or it lies in the future. */
export function ageInYears(
  birthDate: ChartDate | null,
  asOf: CalendarDate,
  dayOf: DayOf,
): { readonly least: number; readonly most: number } | null {
  const [youngest, oldest] = [dayOf(birthDate, 'latest'), dayOf(birthDate, 'earliest')];
  if (youngest === null || oldest === null || oldest > asOf) return null;
  return { least: wholeYears(youngest, asOf), most: wholeYears(oldest, asOf) };
}
