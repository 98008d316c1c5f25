/** Pain scores of the chart under the dose plot, on its axis of time. */

import type { Source } from '#lib/chart/chart.ts';
import { PAIN_MEASURES, type PainMeasure, type PainScore, WORST_PAIN } from '#lib/follow-up/pain-scores.ts';
import { addDays, type CalendarDate, daysBetween } from '#lib/time/calendar-date.ts';
import type { PlottedPlan } from '#lib/titration/titration-plan.ts';
import type { WorkbenchWords } from '#lib/words/workbench-words-for.ts';

/** POLICY: what is drawn before the first night; older scores stand in the table. */
const DAYS_BEFORE = 56;

/** Beside the oldest score and one after the last night, so that their marks are whole. */
const MARGIN_DAYS = 3;

/** POLICY: relief that counts as a response, as in the trials. */
const BETTER_BY = 0.3;

interface Point {
  readonly source: Source;
  readonly x: number;
  readonly y: number;
  readonly label: string;
  readonly measure: PainMeasure;
  /** Of the measure that is compared with its baseline. */
  readonly isCompared: boolean;
}

export interface PainPlot {
  /** Percent of the width that lies before the first night, and after the last. */
  readonly before: number;
  readonly after: number;
  /** Null outside the days drawn and where nobody asked. */
  readonly today: { readonly x: number; readonly label: string; readonly labelEnds: boolean } | null;
  readonly points: readonly Point[];
  /** The points that a line joins, a measure each, in the order of their days. */
  readonly joined: readonly (readonly Point[])[];
  /** The measures drawn, the compared one first. */
  readonly measures: readonly PainMeasure[];
  readonly lines: readonly {
    readonly y: number;
    readonly label: string;
    readonly kind: 'baseline' | 'better';
  }[];
  /** Where the lines are labelled, free of marks while there is room: after the first night, or before the end of a plan under way. */
  readonly linesAt: { readonly x: number; readonly labelEnds: boolean };
  readonly scale: readonly { readonly y: number; readonly label: string }[];
  readonly days: readonly { readonly x: number; readonly label: string; readonly labelEnds?: boolean }[];
  /** The picture in one sentence. */
  readonly reading: string;
}

/**
 * Where scores stand on the axis of a plan. The newest is always drawn once the plan has begun, also after its last night; null where no
 * score falls into the time drawn. The latest of a measure before the first dose is its baseline. `scores` newest first.
 *
 * @param today of a plan under way
 */
export function painPlot(
  words: WorkbenchWords,
  scores: readonly PainScore[],
  plan: PlottedPlan,
  today: CalendarDate | null = null,
): PainPlot | null {
  const { startDate } = plan.regimen;
  const nights = plan.phases.reduce((sum, phase) => sum + phase.nights, 0);
  const since = addDays(startDate, -DAYS_BEFORE);
  const drawn = scores.filter(({ day }) => day >= since);
  const [newest] = drawn;
  const first = drawn.at(-1);
  if (newest === undefined || first === undefined) return null;

  const compared = comparedMeasure(drawn, startDate) ?? newest.measure;
  const same = drawn.filter(({ measure }) => measure === compared);
  const baseline = same.find(({ day }) => day <= startDate);
  const daysBefore = Math.max(daysBetween(first.day, startDate), 0) + MARGIN_DAYS;
  const pastEnd = daysBetween(startDate, newest.day) - nights;
  const daysAfter = pastEnd > 0 ? pastEnd + MARGIN_DAYS : 0;
  const whole = daysBefore + nights + daysAfter;
  const x = (day: CalendarDate) => percent(daysBefore + daysBetween(startDate, day), whole);
  const before = x(startDate);
  const isUnderWay = today !== null && startDate <= today && x(today) <= 100;
  const now = isUnderWay ? x(today) : null;
  const points = drawn.map(
    ({ source, day, score, measure }): Point => ({
      source,
      x: x(day),
      y: fromTop(score),
      label: String(score),
      measure,
      isCompared: measure === compared,
    }),
  );
  const measures = [compared, ...PAIN_MEASURES.filter((measure) => measure !== compared)].filter((measure) =>
    points.some((point) => point.measure === measure),
  );
  return {
    before,
    after: percent(daysAfter, whole),
    today: now === null ? null : { x: now, label: words.dosePlot.today, labelEnds: now > NEAR_THE_EDGE },
    points,
    joined: measures.map((measure) => points.filter((point) => point.measure === measure).toReversed()),
    measures,
    lines: baseline === undefined ? [] : linesOf(words, baseline),
    linesAt:
      now === null || now > NO_ROOM_AFTER ? { x: before, labelEnds: false } : { x: 100, labelEnds: true },
    scale: [0, 5, WORST_PAIN].map((score) => ({ y: fromTop(score), label: String(score) })),
    days: endsOf(words, first.day, pastEnd > 0 ? newest.day : null, before, x),
    reading: readingOf(words, newest, same, baseline, startDate),
  };
}

/** The first of the measures that has a baseline and an answer since; else the first with a baseline. */
function comparedMeasure(drawn: readonly PainScore[], startDate: CalendarDate): PainMeasure | undefined {
  const has = (measure: PainMeasure, isBefore: boolean) =>
    drawn.some((score) => score.measure === measure && score.day <= startDate === isBefore);
  const withBaseline = PAIN_MEASURES.filter((measure) => has(measure, true));
  return withBaseline.find((measure) => has(measure, false)) ?? withBaseline[0];
}

/** Percent of the width within which the labels under two marks touch in a narrow frame. */
const LABEL_WIDTH = 18;
/** Percent of the width from which a short label, and the longest, no longer fit to the right. */
const NEAR_THE_EDGE = 85;
const NO_ROOM_AFTER = 65;

/** The day of the oldest mark, and of the newest where it lies after the last night. */
function endsOf(
  words: WorkbenchWords,
  first: CalendarDate,
  last: CalendarDate | null,
  before: number,
  x: (day: CalendarDate) => number,
): PainPlot['days'] {
  const label = (day: CalendarDate) => ({ x: x(day), label: words.dates.shortDay(day) });
  return [
    ...(before - x(first) < LABEL_WIDTH ? [] : [label(first)]),
    ...(last === null || x(last) - before < 2 * LABEL_WIDTH ? [] : [{ ...label(last), labelEnds: true }]),
  ];
}

function better(baseline: PainScore): number {
  return Math.round(baseline.score * (1 - BETTER_BY) * 10) / 10;
}

function linesOf(words: WorkbenchWords, baseline: PainScore): PainPlot['lines'] {
  return [
    { y: fromTop(baseline.score), label: words.painHistory.baselineLabel(baseline.score), kind: 'baseline' },
    { y: fromTop(better(baseline)), label: words.painHistory.betterLabel(better(baseline)), kind: 'better' },
  ];
}

/** Only answers to the same question are set beside each other; a newer one to another is named. */
function readingOf(
  words: WorkbenchWords,
  newest: PainScore,
  same: readonly PainScore[],
  baseline: PainScore | undefined,
  startDate: CalendarDate,
): string {
  if (baseline === undefined) return words.painHistory.withoutBaseline(newest, DAYS_BEFORE / 7);
  const since = same.find(({ day }) => day > startDate);
  const reading = words.painHistory.besideBaseline(baseline, since, better(baseline));
  return newest.day > (since ?? baseline).day
    ? `${reading} ${words.painHistory.newestOfAnother(newest)}`
    : reading;
}

function percent(part: number, whole: number): number {
  return Math.round((part / whole) * 10_000) / 100;
}

function fromTop(score: number): number {
  return percent(WORST_PAIN - score, WORST_PAIN);
}
