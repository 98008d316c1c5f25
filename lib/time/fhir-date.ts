/** FHIR date, dateTime and instant as texts, and the other spellings of them that servers send. */
import { addDays, calendarDate } from './calendar-date.ts';

/** A FHIR date, dateTime or instant exactly as the chart has it: "2026", "2026-02", "2026-02-10", "2026-02-10T23:30:00-05:00". */
export type ChartDate = string;

/**
 * What stands for one day whoever reads it. Beside FHIR's own form: a blank for the T, an offset without colon ("+0000") or
 * minutes, hour 24, the day as 2026/02/01 or 20260201. "01/02/2026" is no such thing.
 */
const SPELT =
  /^(\d{4})(?:([-/]?)(\d{2})(?:\2(\d{2})(?:[Tt ](\d{2}):(\d{2})(:(?:[0-5]\d|60)(?:[.,]\d{1,12})?)? ?(Z|z|[+-]\d{2}(?::?\d{2})?)?)?)?)?$/;
const OFFSET = /^[+-](?:0\d|1[0-4]):[0-5]\d$/;
/** As most servers write a day; the rest of this file is for the others. */
const DAY_LENGTH = 'YYYY-MM-DD'.length;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * The text in FHIR's own form; null when it is no date, or none of a day that exists. Seconds and zone may be missing: the day stands.
 * @see FHIR R4 datatypes: date, dateTime, instant
 */
export function fhirDate(text: string): string | null {
  if (text.length === DAY_LENGTH && calendarDate(text) !== null) return text;
  const [whole, year = '', separator, month, day, hour, minute, seconds = '', zone] =
    SPELT.exec(text.trim()) ?? [];
  if (whole === undefined || year === '0000') return null;
  if (month === undefined) return year;
  const days = DAYS_IN_MONTH[Number(month) - 1];
  // Six digits in a row may be a year and a month, or a time.
  if (days === undefined || (day === undefined && separator !== '-')) return null;
  if (day === undefined) return `${year}-${month}`;
  const leap = month === '02' && isLeapYear(Number(year)) ? 1 : 0;
  if (Number(day) < 1 || Number(day) > days + leap) return null;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined || minute === undefined) return date;
  const offset = offsetOf(zone);
  if (offset === null || Number(minute) > 59) return null;
  if (hour === '24') return isMidnight(minute, seconds) ? `${nextDay(date)}T00:00${seconds}${offset}` : null;
  return Number(hour) > 24 ? null : `${date}T${hour}:${minute}${seconds.replace(',', '.')}${offset}`;
}

/** Hour 24 is the end of a day. @see ISO 8601:2004 section 4.2.3 */
function isMidnight(minute: string, seconds: string): boolean {
  return /^00(?::00(?:[.,]0+)?)?$/.test(minute + seconds);
}

function nextDay(date: string): string {
  const day = calendarDate(date);
  return day === null ? date : addDays(day, 1);
}

/** Empty where none is given; null where it is none that exists. */
function offsetOf(zone: string | undefined): string | null {
  if (zone === undefined) return '';
  if (zone.toUpperCase() === 'Z') return 'Z';
  const minutes = zone.slice(3).replace(':', '') || '00';
  const offset = `${zone.slice(0, 3)}:${minutes}`;
  return OFFSET.test(offset) ? offset : null;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
