/**
 * From the chart's own date text to a calendar day of the clinic. Where the text leaves room (a month, a year, an instant in
 * an unknown zone) the later day counts as the end of something and the earlier one as its beginning.
 */
import { Temporal } from 'temporal-polyfill';
import type { ChartDate } from '../chart/chart.ts';
import { addDays, type CalendarDate, calendarDate } from '../fhir/calendar-date.ts';

export type Edge = 'earliest' | 'latest';

export type DayOf = (text: ChartDate | null, edge?: Edge) => CalendarDate | null;

const SHAPE =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?\d*)?)(Z|[+-]\d{2}:\d{2})?)?)?)?$/;

/** The zone whose day is latest, and the one whose day is earliest: they stand in for a zone nobody told us. */
const ZONE_OF_THE_EDGE = { latest: '+14:00', earliest: '-12:00' } as const;

/**
 * @param timeZone IANA zone of the clinic; null = unknown, never the machine's.
 * @returns a reader that answers null for a date that is absent or does not exist.
 * @see FHIR R4 datatypes: date, dateTime, instant
 */
export function clinicDays(timeZone: string | null): DayOf {
  const known = new Map<string, CalendarDate | null>();
  return (text, edge = 'latest') => {
    if (text === null) return null;
    const key = edge + text;
    const before = known.get(key);
    if (before !== undefined) return before;
    const day = readDay(text, edge, timeZone ?? ZONE_OF_THE_EDGE[edge]);
    known.set(key, day);
    return day;
  };
}

function readDay(text: ChartDate, edge: Edge, zone: string): CalendarDate | null {
  const parts = SHAPE.exec(text.trim());
  if (parts === null) return null;
  const [, year, month, day, time, offset] = parts;
  if (month === undefined) return calendarDate(edge === 'latest' ? `${year}-12-31` : `${year}-01-01`);
  if (day === undefined) {
    const first = calendarDate(`${year}-${month}-01`);
    if (first === null || edge === 'earliest') return first;
    return addDays(Temporal.PlainDate.from(first).add({ months: 1 }).toString() as CalendarDate, -1);
  }
  const written = calendarDate(`${year}-${month}-${day}`);
  if (written === null || time === undefined || offset === undefined) return written;
  try {
    const instant = Temporal.Instant.from(`${written}T${time.length === 5 ? `${time}:00` : time}${offset}`);
    return instant.toZonedDateTimeISO(zone).toPlainDate().toString() as CalendarDate;
  } catch {
    return written;
  }
}
