/** Pain scores of the chart under the dose plot, on its axis of time. */
import type { ObservationRow, Source } from '../chart/chart.ts';
import { addDays, type CalendarDate, daysBetween } from '../fhir/calendar-date.ts';
import type { DayOf } from '../safety/chart-day.ts';
import type { TitrationPlan } from '../titration/titration-plan.ts';
import { conceptWords } from './chart-lines.ts';
import { screenDate } from './dates.ts';

/** LOINC: pain severity as a number from 0 to 10, and two questions of the PEG scale, 0 to 10 as well. */
const PAIN_SCORES: ReadonlySet<string> = new Set(['72514-3', '91148-7', '91147-9']);
const LOINC = 'http://loinc.org';
const SEVERITY = '72514-3';
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
      if (!codes.some((code) => PAIN_SCORES.has(code)) || NO_RESULT.has(row.status)) return [];
      if (day === null || day > today || value.kind !== 'quantity' || value.comparator !== null) return [];
      if (value.value < 0 || value.value > WORST) return [];
      const score = Math.round(value.value * 10) / 10;
      const isSeverity = codes.includes(SEVERITY);
      return [{ source: row.source, day, score, words: conceptWords(row.concept), isSeverity }];
    })
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}

export interface PainPlot {
  /** Percent of the width that lies before the first night. */
  readonly before: number;
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
  readonly scale: readonly { readonly y: number; readonly label: string }[];
  readonly days: readonly { readonly x: number; readonly label: string }[];
  /** The picture in one sentence. */
  readonly reading: string;
}

/** Where scores stand on the axis of a plan; null where none falls into the weeks drawn. `scores` newest first. */
export function painPlot(scores: readonly PainScore[], plan: TitrationPlan): PainPlot | null {
  const { startDate } = plan.regimen;
  const since = addDays(startDate, -DAYS_BEFORE);
  const drawn = scores.filter(({ day }) => day >= since && day <= startDate);
  const latest = drawn.find(({ isSeverity }) => isSeverity) ?? drawn[0];
  const first = drawn.at(-1);
  if (latest === undefined || first === undefined) return null;

  const nights = plan.phases.reduce((sum, phase) => sum + phase.nights, 0);
  const daysBefore = daysBetween(first.day, startDate) + MARGIN_DAYS;
  const x = (day: CalendarDate) => percent(daysBetween(day, startDate), daysBefore, nights);
  const better = Math.round(latest.score * (1 - BETTER_BY) * 10) / 10;
  return {
    before: x(startDate),
    points: drawn.map(({ source, day, score, isSeverity }) => ({
      source,
      x: x(day),
      y: fromTop(score),
      label: String(score),
      isSeverity,
    })),
    lines: [
      { y: fromTop(latest.score), label: `Baseline ${latest.score}`, kind: 'baseline' },
      { y: fromTop(better), label: `30% better ${better}`, kind: 'better' },
    ],
    scale: [0, 5, WORST].map((score) => ({ y: fromTop(score), label: String(score) })),
    days: [{ x: x(first.day), label: screenDate(first.day).slice(0, 6) }],
    reading: `Latest pain score ${latest.score} of 10 on ${screenDate(latest.day)}; higher is worse. 30% better would be ${better}.`,
  };
}

/** Where there are scores and none is recent enough to be a baseline. */
export const NO_RECENT_SCORE =
  'No pain score of the last 8 weeks: record one before the first dose, so that an effect can be told.';

function percent(daysAhead: number, daysBefore: number, nights: number): number {
  return Math.round(((daysBefore - daysAhead) / (daysBefore + nights)) * 10_000) / 100;
}

function fromTop(score: number): number {
  return Math.round((1 - score / WORST) * 10_000) / 100;
}
