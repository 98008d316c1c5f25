/**
 * The opioid history as a picture: where each bar lies, in percent of the width, so that it can be drawn on a server, reflowed
 * and printed. A graph of past opioids led to more appropriate prescribing than tables with pop-ups (Hussain 2020, PMC7075535).
 */
import type { Source } from '#lib/chart/chart.ts';
import { inShort } from '#lib/safety/in-short.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import type { OpioidEvidence } from '#lib/safety/opioid-evidence.ts';
import { addDays, type CalendarDate, daysBetween } from '#lib/time/calendar-date.ts';
import type { Words } from '#lib/words/words-for.ts';
import { opioidCourses } from './opioid-courses.ts';

/** POLICY: how far back the picture reaches. Older rows stay in the table under it. */
export const DAYS_SHOWN = 180;

/** POLICY: least time shown ahead, so that today never sits on the edge. */
const DAYS_AHEAD = 21;

/** Room after the earliest start, for its label. */
const DAYS_AFTER_EARLIEST_START = 7;

export interface TimelineBar {
  readonly source: Source;
  /** The head of the course it belongs to: bars of one course are drawn in one row. */
  readonly course: Source;
  /** The chart's own words. */
  readonly label: string;
  readonly state: OpioidEvidence['state'];
  /** Percent of the width. */
  readonly x: number;
  readonly width: number;
  /** Drawn hatched: a date in it is derived or missing. */
  readonly hatched: boolean;
  /** "02-Jan-2026 to 01-Feb-2026" */
  readonly span: string;
}

export interface Timeline {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly bars: readonly TimelineBar[];
  readonly months: readonly { readonly x: number; readonly label: string; readonly year: string | null }[];
  readonly today: { readonly x: number; readonly label: string };
  /** Days that must pass without an opioid before a start, over or not; null where no date can be given. */
  readonly opioidFree: { readonly x: number; readonly width: number } | null;
  readonly earliestStart: { readonly x: number; readonly label: string } | null;
  /** The picture in one sentence. */
  readonly reading: string;
  /** Rows that end before the picture begins. */
  readonly older: number;
}

interface Placed {
  readonly row: OpioidEvidence;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly fromKnown: boolean;
  readonly toKnown: boolean;
}

/** Where a row is drawn; null for rows that say the opioid was not taken or is not yet ordered. */
function place(row: OpioidEvidence, asOf: CalendarDate, windowStart: CalendarDate): Placed | null {
  if (row.state === 'not-taken' || row.state === 'pending') return null;
  const isCurrent = row.state === 'current';
  // History without a known end is drawn where it began: it does not reach to today.
  const lastKnown = row.lastExposure ?? (row.state === 'historical' ? row.from : null);
  const to = isCurrent ? asOf : (lastKnown ?? asOf);
  const from = row.from ?? (row.lastExposure !== null && !isCurrent ? row.lastExposure : windowStart);
  return {
    row,
    from: from > to ? to : from,
    to,
    fromKnown: row.from !== null,
    toKnown: isCurrent || row.lastExposure !== null,
  };
}

/** The dates of one row as text, for the table beside the picture. */
export function evidenceSpan(words: Words, row: OpioidEvidence, asOf: CalendarDate): string {
  const placed = place(row, asOf, asOf);
  if (placed !== null) return words.opioidTimeline.spanWords(placed);
  return words.opioidTimeline.undrawnDayWords(row.from);
}

/** Percent of the width after which a month's name would be cut, or written over the one before it. */
const NEAR_THE_EDGE = 90;

function monthTicks(words: Words, from: CalendarDate, to: CalendarDate, x: (day: CalendarDate) => number) {
  const ticks: { x: number; label: string; year: string | null }[] = [];
  let day = from;
  while (day <= to) {
    const [year = '', month = ''] = day.split('-');
    if (day.endsWith('-01') && x(day) <= NEAR_THE_EDGE) {
      const yearIsNew = ticks.length === 0 || month === '01';
      ticks.push({
        x: x(day),
        label: words.dates.monthAbbreviation(Number(month)),
        year: yearIsNew ? year : null,
      });
    }
    day = addDays(day, 1);
  }
  return ticks;
}

/** Lays the evidence of a judgement out on a line of days. Bars come in the order of the evidence. */
export function opioidTimeline(words: Words, judgement: Judgement): Timeline {
  const { asOf } = judgement;
  const { earliestStart, evidence } = judgement.opioid;
  const from = addDays(asOf, -DAYS_SHOWN);
  const leastAhead = addDays(asOf, DAYS_AHEAD);
  const afterStart = earliestStart === null ? leastAhead : addDays(earliestStart, DAYS_AFTER_EARLIEST_START);
  const to = afterStart > leastAhead ? afterStart : leastAhead;
  const length = daysBetween(from, to) + 1;
  const x = (day: CalendarDate) => {
    const days = Math.min(Math.max(daysBetween(from, day), 0), length);
    return Math.round((days / length) * 10_000) / 100;
  };

  const courses = opioidCourses(evidence);
  const courseOf = new Map(
    courses.flatMap(({ head, parts }) =>
      [head, ...parts].map(({ source }) => [source, head.source] as const),
    ),
  );
  const placed = evidence.flatMap((row) => place(row, asOf, from) ?? []);
  const visible = placed.filter((bar) => bar.to >= from);
  const bars = visible.map((bar): TimelineBar => {
    const left = x(bar.from);
    return {
      source: bar.row.source,
      course: courseOf.get(bar.row.source) ?? bar.row.source,
      label: inShort(words.rows.medicationName(bar.row.text)),
      state: bar.row.state,
      x: left,
      width: Math.max(x(addDays(bar.to, 1)) - left, 0.5),
      hatched: bar.row.dateIsGuessed || !bar.fromKnown || !bar.toKnown,
      span: words.opioidTimeline.spanWords(bar),
    };
  });

  const lastExposure = placed.reduce<CalendarDate | null>(
    (last, { row }) =>
      row.clearFrom === earliestStart &&
      row.lastExposure !== null &&
      (last === null || row.lastExposure > last)
        ? row.lastExposure
        : last,
    null,
  );
  const older = placed.length - visible.length;
  const startIsShown = earliestStart !== null && earliestStart >= from;
  const freeFrom = lastExposure === null ? null : x(addDays(lastExposure, 1));
  return {
    from,
    to,
    bars,
    months: monthTicks(words, from, to, x),
    today: { x: x(asOf), label: words.opioidTimeline.todayLabel(asOf) },
    opioidFree:
      startIsShown && freeFrom !== null ? { x: freeFrom, width: x(earliestStart) - freeFrom } : null,
    earliestStart: startIsShown
      ? { x: x(earliestStart), label: words.opioidTimeline.earliestStartLabel(earliestStart, asOf) }
      : null,
    reading: words.opioidTimeline.historyInOneLine({
      states: courses
        .filter(({ head }) => bars.some(({ course }) => course === head.source))
        .map(({ state }) => state),
      daysShown: DAYS_SHOWN,
      older,
      earliestStart,
      today: asOf,
    }),
    older,
  };
}
