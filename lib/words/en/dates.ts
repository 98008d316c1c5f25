/** Dates and times as people read them: 02-Mar-2026 on screen, months in full for patients. */

import { type CalendarDate, weekdayOf } from '#lib/time/calendar-date.ts';
import type { ChartDate } from '#lib/time/fhir-date.ts';
import { minutesAheadOfUtc } from '#lib/time/zone-clock.ts';
import type { DayWords } from '../shapes.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

function monthName(month: number): string {
  return MONTHS[month - 1] ?? '';
}

export const isoDay: DayWords = (day) => day;

/** "Mar" for 3. */
export function monthAbbreviation(month: number): string {
  return monthName(month).slice(0, 3);
}

/** 2026-03-02 as "02-Mar-2026". */
export function screenDate(day: CalendarDate): string {
  return `${shortDay(day)}-${day.slice(0, 4)}`;
}

/** 2026-03-02 as 02-Mar, under a picture. */
export function shortDay(day: CalendarDate): string {
  const [, month, date] = day.split('-');
  return `${date}-${monthAbbreviation(Number(month))}`;
}

/** 2026-03-02 as "Monday 2 March 2026", for the patient's own sheet. */
export function fullDate(day: CalendarDate): string {
  return `${dayAndMonth(day)} ${day.slice(0, 4)}`;
}

/** 2026-03-02 as "Monday 2 March", where the year stands above. */
export function dayAndMonth(day: CalendarDate): string {
  const [, month, date] = day.split('-').map(Number);
  return `${WEEKDAYS[weekdayOf(day)]} ${date} ${monthName(month ?? 0)}`;
}

/**
 * A FHIR date of any precision as the chart means it: "2026", "Feb-2026", "10-Feb-2026", "10-Feb-2026 23:30". The time is
 * the chart's own wall clock, never converted. Text that is no date is shown as it stands.
 */
export function chartDate(text: ChartDate): string {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2}).*)?)?)?$/.exec(text);
  if (parts === null) return text;
  const [, year, month, day, time] = parts;
  if (month === undefined) return year ?? text;
  const named = `${monthAbbreviation(Number(month))}-${year}`;
  if (day === undefined) return named;
  return time === undefined ? `${day}-${named}` : `${day}-${named} ${time}`;
}

/** A FHIR date of any precision for patients: "1981", "March 1981", "3 March 1981". Text that is no date is shown as it stands. */
export function chartDateInFull(text: ChartDate): string {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T.*)?)?)?$/.exec(text);
  if (parts === null) return text;
  const [, year, month, day] = parts;
  return [day && String(Number(day)), month && monthName(Number(month)), year].filter(Boolean).join(' ');
}

/** "14:05" in the clinic's zone; in UTC and saying so where the zone is not known. */
export function clockTime(epochMs: number, timeZone: string | null): string {
  const ahead = timeZone === null ? 0 : minutesAheadOfUtc(timeZone)(epochMs);
  const text = new Date(epochMs + ahead * 60_000).toISOString().slice(11, 16);
  return timeZone === null ? `${text} UTC` : text;
}
