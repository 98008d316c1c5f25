/**
 * Calendar days. A day is an ISO text ("2026-03-02"): it sorts as text, survives JSON and has no midnight. Days are counted in
 * UTC, where every day has 24 hours; no zone of any machine comes in.
 */

/** A day as YYYY-MM-DD, years 0001 to 9999. Only `calendarDate` and the functions here make one. */
export type CalendarDate = string & { readonly __calendarDate: true };

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** 1970-01-05. */
const FIRST_MONDAY = 4;
/** Texts by number and numbers by text: a chart names the same days again and again, and turning one into the other takes the time. */
const texts = new Map<number, CalendarDate>();
const numbers = new Map<string, number>();
const MOST_TEXTS = 20_000;

const FIRST = numberOf('0001-01-01');
const LAST = numberOf('9999-12-31');

/** The text as a day, or null when it is not one that exists ("2026-02-30"). */
export function calendarDate(text: string): CalendarDate | null {
  if (!DAY.test(text)) return null;
  const number = numberOf(text);
  return number >= FIRST && dayOfNumber(number) === text ? (text as CalendarDate) : null;
}

/** A day beyond the calendar's end or beginning is that end or beginning: days must go on sorting as text. */
export function addDays(day: CalendarDate, days: number): CalendarDate {
  return dayOfNumber(Math.min(Math.max(numberOf(day) + days, FIRST), LAST));
}

/** Whole days from `earlier` to `later`; negative when they are the other way round. */
export function daysBetween(earlier: CalendarDate, later: CalendarDate): number {
  return numberOf(later) - numberOf(earlier);
}

/** The later of two days, or the one that is known. */
export function later(one: CalendarDate | null, other: CalendarDate | null): CalendarDate | null {
  return one === null || (other !== null && other > one) ? other : one;
}

/** The latest of the days that are known; null when none is. */
export function latest(days: readonly (CalendarDate | null)[]): CalendarDate | null {
  let last: CalendarDate | null = null;
  for (const day of days) last = later(last, day);
  return last;
}

/** The day it is at an instant, by a clock that is so many minutes ahead of UTC. */
export function dayOfInstant(epochMs: number, minutesAhead: number): CalendarDate {
  return dayOfNumber(Math.floor((epochMs + minutesAhead * MINUTE_MS) / DAY_MS));
}

/** 0 for a Monday, 6 for a Sunday. */
export function weekdayOf(day: CalendarDate): number {
  const sinceMonday = (numberOf(day) - FIRST_MONDAY) % 7;
  return sinceMonday < 0 ? sinceMonday + 7 : sinceMonday;
}

/** Days since 1970-01-01. */
function numberOf(day: string): number {
  const known = numbers.get(day);
  if (known !== undefined) return known;
  const number = Date.parse(day) / DAY_MS;
  if (numbers.size === MOST_TEXTS) numbers.clear();
  numbers.set(day, number);
  return number;
}

function dayOfNumber(number: number): CalendarDate {
  const known = texts.get(number);
  if (known !== undefined) return known;
  const day = new Date(number * DAY_MS).toISOString().slice(0, 10) as CalendarDate;
  if (texts.size === MOST_TEXTS) texts.clear();
  texts.set(number, day);
  return day;
}
