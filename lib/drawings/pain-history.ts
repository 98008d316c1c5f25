/** Pain scores of the chart under the dose plot, on its axis of time. */

import type { ObservationRow, Source } from '#lib/chart/chart.ts';
import { PAIN_SEVERITY, PEG } from '#lib/terminology/codes/pain-scores.ts';
import { addDays, type CalendarDate, daysBetween } from '#lib/time/calendar-date.ts';
import type { DayOf } from '#lib/time/chart-day.ts';
import type { PlottedPlan } from '#lib/titration/titration-plan.ts';
import { conceptWords } from '#lib/words/en/chart-lines.ts';
import { screenDate } from '#lib/words/en/dates.ts';
import { TODAY } from '#lib/words/en/dose-plot.ts';
import { baselineLabel, besideBaseline, betterLabel, withoutBaseline } from '#lib/words/en/pain-history.ts';

const LOINC = 'http://loinc.org';
const WORST = 10;

/** Not a result: taken back, never made, or not yet known. @see FHIR R4 value set observation-status */
const NO_RESULT: ReadonlySet<string | null> = new Set(['entered-in-error', 'cancelled', 'registered']);

/** POLICY: what is drawn before the first night; older scores stand in the table. */
const DAYS_BEFORE = 56;

/** Left of the oldest score, so that its mark is whole. */
const MARGIN_DAYS = 3;

/** POLICY: relief that counts as a response, as in the trials. */
const BETTER_BY = 0.3;

export interface PainScore {
  readonly source: Source;
  readonly day: CalendarDate;
  readonly score: number;
  /** The chart's own words for what was asked. */
  readonly words: string;
  readonly isSeverity: boolean;
}

/** The scores from 0 to 10 with a day, newest first. What is no such score is not guessed at. */
export function painScores(
  observations: readonly ObservationRow[],
  dayOf: DayOf,
  today: CalendarDate,
): readonly PainScore[] {
  return observations
    .flatMap((row): PainScore[] => {
      const codes = row.concept.codings
        .filter(({ system }) => system === LOINC)
        .map(({ code }) => code ?? '');
      const day = dayOf(row.effective);
      const { value } = row;
      if (
        !codes.some((code) => PAIN_SEVERITY.codes.has(code) || PEG.codes.has(code)) ||
        NO_RESULT.has(row.status)
      )
        return [];
      if (day === null || day > today || value.kind !== 'quantity' || value.comparator !== null) return [];
      if (value.value < 0 || value.value > WORST) return [];
      const score = Math.round(value.value * 10) / 10;
      const isSeverity = codes.some((code) => PAIN_SEVERITY.codes.has(code));
      return [{ source: row.source, day, score, words: conceptWords(row.concept), isSeverity }];
    })
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}

export interface PainPlot {
  /** Percent of the width that lies before the first night. */
  readonly before: number;
  /** Null outside the nights of the plan and where nobody asked. */
  readonly today: { readonly x: number; readonly label: string; readonly labelEnds: boolean } | null;
  readonly points: readonly {
    readonly source: Source;
    readonly x: number;
    readonly y: number;
    readonly label: string;
    readonly isSeverity: boolean;
  }[];
  readonly lines: readonly {
    readonly y: number;
    readonly label: string;
    readonly kind: 'baseline' | 'better';
  }[];
  /** Where the lines are labelled, free of marks while there is room: after the first night, or before the end of a plan under way. */
  readonly linesAt: { readonly x: number; readonly labelEnds: boolean };
  readonly scale: readonly { readonly y: number; readonly label: string }[];
  readonly days: readonly { readonly x: number; readonly label: string }[];
  /** The picture in one sentence. */
  readonly reading: string;
}

/**
 * Where scores stand on the axis of a plan, those since its first night among them; null where none falls into the time drawn. The
 * latest before the first dose is the baseline. `scores` newest first.
 *
 * @param today of a plan under way
 */
export function painPlot(
  scores: readonly PainScore[],
  plan: PlottedPlan,
  today: CalendarDate | null = null,
): PainPlot | null {
  const { startDate } = plan.regimen;
  const nights = plan.phases.reduce((sum, phase) => sum + phase.nights, 0);
  const since = addDays(startDate, -DAYS_BEFORE);
  const drawn = scores.filter(({ day }) => day >= since && daysBetween(startDate, day) <= nights);
  const [newest] = drawn;
  const first = drawn.at(-1);
  if (newest === undefined || first === undefined) return null;

  const ahead = drawn.filter(({ day }) => day <= startDate);
  const baseline = ahead.find(({ isSeverity }) => isSeverity) ?? ahead[0];
  const daysBefore = Math.max(daysBetween(first.day, startDate), 0) + MARGIN_DAYS;
  const x = (day: CalendarDate) => percent(daysBetween(day, startDate), daysBefore, nights);
  const before = x(startDate);
  const isUnderWay = today !== null && startDate <= today && daysBetween(startDate, today) < nights;
  const now = isUnderWay ? x(today) : null;
  return {
    before,
    today: now === null ? null : { x: now, label: TODAY, labelEnds: now > NEAR_THE_EDGE },
    points: drawn.map(({ source, day, score, isSeverity }) => ({
      source,
      x: x(day),
      y: fromTop(score),
      label: String(score),
      isSeverity,
    })),
    lines: baseline === undefined ? [] : linesOf(baseline),
    linesAt:
      now === null || now > NO_ROOM_AFTER ? { x: before, labelEnds: false } : { x: 100, labelEnds: true },
    scale: [0, 5, WORST].map((score) => ({ y: fromTop(score), label: String(score) })),
    days:
      before - x(first.day) < LABEL_WIDTH
        ? []
        : [{ x: x(first.day), label: screenDate(first.day).slice(0, 6) }],
    reading:
      baseline === undefined
        ? withoutBaseline(newest, DAYS_BEFORE / 7)
        : readingOf(baseline, drawn, startDate),
  };
}

/** Percent of the width within which the labels under two marks touch in a narrow frame. */
const LABEL_WIDTH = 18;
/** Percent of the width from which a short label, and the longest, no longer fit to the right. */
const NEAR_THE_EDGE = 85;
const NO_ROOM_AFTER = 65;

function better(baseline: PainScore): number {
  return Math.round(baseline.score * (1 - BETTER_BY) * 10) / 10;
}

function linesOf(baseline: PainScore): PainPlot['lines'] {
  return [
    { y: fromTop(baseline.score), label: baselineLabel(baseline.score), kind: 'baseline' },
    { y: fromTop(better(baseline)), label: betterLabel(better(baseline)), kind: 'better' },
  ];
}

/** Only answers to the same question are set beside each other. */
function isSameQuestion(one: PainScore, other: PainScore): boolean {
  return one.isSeverity === other.isSeverity && (one.isSeverity || one.words === other.words);
}

function readingOf(baseline: PainScore, drawn: readonly PainScore[], startDate: CalendarDate): string {
  const since = drawn.find((score) => score.day > startDate && isSameQuestion(score, baseline));
  return besideBaseline(baseline, since, better(baseline));
}

function percent(daysAhead: number, daysBefore: number, nights: number): number {
  return Math.round(((daysBefore - daysAhead) / (daysBefore + nights)) * 10_000) / 100;
}

function fromTop(score: number): number {
  return Math.round((1 - score / WORST) * 10_000) / 100;
}
