/**
 * From the chart's own date text to a calendar day of the clinic. Where the text leaves room (a month, a year, an instant in
 * an unknown zone) the later day counts as the end of something and the earlier one as its beginning.
 */

import { addDays, type CalendarDate, calendarDate } from './calendar-date.ts';
import type { ChartDate } from './fhir-date.ts';
import { minutesAheadOfUtc } from './zone-clock.ts';

type Edge = 'earliest' | 'latest';

export type DayOf = (text: ChartDate | null, edge?: Edge) => CalendarDate | null;

const SHAPE =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;

/** Minutes ahead of UTC of the zone whose day is latest, and of the one whose day is earliest: for a zone nobody told us. */
const ZONE_OF_THE_EDGE = { latest: 14 * 60, earliest: -12 * 60 } as const;
const DAY_MINUTES = 24 * 60;
/** What is longer names a day, which in a known zone is one day whichever edge is asked. */
const MONTH = 'YYYY-MM';
const DAY = 'YYYY-MM-DD';

/**
 * @param timeZone IANA zone of the clinic; null = unknown, never the machine's.
 * @returns a reader that answers null for a date that is absent or does not exist. A time without an offset is clinic time.
 * @see FHIR R4 datatypes: date, dateTime, instant
 */
export function clinicDays(timeZone: string | null): DayOf {
  const known = {
    latest: new Map<string, CalendarDate | null>(),
    earliest: new Map<string, CalendarDate | null>(),
  };
  return (text, edge = 'latest') => {
    if (text === null) return null;
    const days = timeZone !== null && text.length > MONTH.length ? known.latest : known[edge];
    const before = days.get(text);
    if (before !== undefined) return before;
    const day = readDay(text, edge, timeZone);
    days.set(text, day);
    return day;
  };
}

function readDay(text: ChartDate, edge: Edge, timeZone: string | null): CalendarDate | null {
  const plain = text.length === DAY.length ? calendarDate(text) : null;
  if (plain !== null) return plain;
  const [whole, year, month, day, hours, minutes, offset] = SHAPE.exec(text.trim()) ?? [];
  if (whole === undefined) return null;
  if (month === undefined) return calendarDate(edge === 'latest' ? `${year}-12-31` : `${year}-01-01`);
  if (day === undefined) {
    const first = calendarDate(`${year}-${month}-01`);
    return first === null || edge === 'earliest' ? first : lastOfMonth(first);
  }
  const written = calendarDate(`${year}-${month}-${day}`);
  if (written === null || offset === undefined) return written;
  const utcMinutes = Number(hours) * 60 + Number(minutes) - offsetMinutes(offset);
  const ahead =
    timeZone === null
      ? ZONE_OF_THE_EDGE[edge]
      : minutesAheadOfUtc(timeZone)(Date.parse(written) + utcMinutes * 60_000);
  return addDays(written, Math.floor((utcMinutes + ahead) / DAY_MINUTES));
}

/** 31 days on lies in the next month, or past the end of the calendar. */
function lastOfMonth(first: CalendarDate): CalendarDate {
  const inNext = addDays(first, 31);
  return inNext.slice(0, 7) === first.slice(0, 7) ? inNext : addDays(inNext, -Number(inNext.slice(8)));
}

function offsetMinutes(offset: string): number {
  if (offset === 'Z') return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6));
  return offset.startsWith('-') ? -minutes : minutes;
}
