/** The pain scores of a chart, each with what it measures: answers to different questions are never set beside each other. */

import type { ObservationRow, ObservationValue, Source } from '#lib/chart/chart.ts';
import type { ResultState } from '#lib/chart/states.ts';
import { LOINC } from '#lib/fhir/code-systems.ts';
import { PAIN_RATING, PEG } from '#lib/terminology/codes/pain-scores.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { DayOf } from '#lib/time/chart-day.ts';

/** Every measure here runs from 0, no pain, to this: higher is worse. */
export const WORST_PAIN = 10;

/** The one to follow first: PEG says more than a number of the moment, and is what the services for chronic pain use. */
export const PAIN_MEASURES = ['peg', 'pain-now', 'pain-past-week', 'pain-reported', 'pain-faces'] as const;
export type PainMeasure = (typeof PAIN_MEASURES)[number];

const MEASURE_OF: ReadonlyMap<string, PainMeasure> = new Map([
  [PEG.mean, 'peg'],
  [PAIN_RATING.now, 'pain-now'],
  [PEG.questions.pain, 'pain-past-week'],
  [PAIN_RATING.reported, 'pain-reported'],
  [PAIN_RATING.faces, 'pain-faces'],
]);

const PEG_QUESTIONS: readonly string[] = Object.values(PEG.questions);

export interface PainScore {
  /** The row; the first of the three where the mean is worked out here. */
  readonly source: Source;
  readonly day: CalendarDate;
  readonly measure: PainMeasure;
  /** 0 to 10, to one decimal. */
  readonly score: number;
}

interface Answer {
  readonly code: string;
  readonly source: Source;
  readonly day: CalendarDate;
  readonly at: string;
  readonly value: number;
}

/** Not a result: taken back, never made, or not yet known. @see FHIR R4 value set observation-status */
const NO_RESULT: ReadonlySet<ResultState> = new Set(['void', 'awaited']);

/** Scales of another length: a line of 100 mm, a percentage. */
const OTHER_SCALE = /mm|%|\/\s?100/i;

/**
 * The scores from 0 to 10 with a day, newest first. What is no such score is not guessed at; a PEG mean that the chart does not hold is
 * worked out from its three questions, answered in one panel or on one day.
 */
export function painScores(
  observations: readonly ObservationRow[],
  dayOf: DayOf,
  today: CalendarDate,
): readonly PainScore[] {
  const answers = observations.flatMap((row) => answerIn(row, dayOf, today));
  const recorded = answers.filter(({ code }) => code === PEG.mean);
  const parts = answers.filter(({ code }) => PEG_QUESTIONS.includes(code));
  const means = meansOf(parts, new Set(recorded.map(({ day }) => day)));
  const daysWithMean = new Set([...recorded, ...means].map(({ day }) => day));
  const others = answers.filter(({ code, day }) => !(PEG_QUESTIONS.includes(code) && daysWithMean.has(day)));
  return [...others, ...means].sort(newestFirst).flatMap(({ code, source, day, value }) => {
    const measure = MEASURE_OF.get(code);
    return measure === undefined ? [] : [{ source, day, measure, score: Math.round(value * 10) / 10 }];
  });
}

function answerIn(row: ObservationRow, dayOf: DayOf, today: CalendarDate): readonly Answer[] {
  const code = row.concept.codings.find(
    ({ system, code }) =>
      system === LOINC && code !== null && (MEASURE_OF.has(code) || PEG_QUESTIONS.includes(code)),
  )?.code;
  const day = dayOf(row.effective);
  const value = scoreIn(row.value);
  if (code === undefined || code === null || value === null || NO_RESULT.has(row.state)) return [];
  if (day === null || day > today) return [];
  return [{ code, source: row.source, day, at: row.effective ?? '', value }];
}

/** A number, or an answer of a list that begins with one: "7", "10 (as bad as you can imagine)". */
const LISTED_ANSWER = /^\s*(\d|10)(?=\s*(?:$|[-:=(]))/;

function scoreIn(value: ObservationValue): number | null {
  if (value.kind === 'concept') {
    const names = value.concept.codings.map(({ display }) => display ?? '');
    const scores = new Set(names.flatMap((name) => LISTED_ANSWER.exec(name)?.[1] ?? []));
    const [only] = scores;
    return scores.size === 1 ? Number(only) : null;
  }
  if (value.kind !== 'quantity' || value.comparator !== null) return null;
  if (value.value < 0 || value.value > WORST_PAIN || OTHER_SCALE.test(value.unit ?? '')) return null;
  return value.value;
}

/** One mean a panel, else one a day: of the newest answer to each of the three questions. */
function meansOf(parts: readonly Answer[], recorded: ReadonlySet<CalendarDate>): readonly Answer[] {
  const open = parts.filter(({ day }) => !recorded.has(day));
  const panels = Map.groupBy(open, ({ source }) => source);
  const whole = [...panels.values()].flatMap(meanOf);
  const done = new Set(whole.map(({ day }) => day));
  const days = Map.groupBy(
    open.filter(({ day }) => !done.has(day)),
    ({ day }) => day,
  );
  return [...whole, ...[...days.values()].flatMap(meanOf)];
}

function meanOf(answers: readonly Answer[]): readonly Answer[] {
  const newest = [...answers].sort(newestFirst);
  const three = PEG_QUESTIONS.flatMap((question) => newest.find(({ code }) => code === question) ?? []);
  const [first] = three;
  if (first === undefined || three.length < PEG_QUESTIONS.length) return [];
  const sum = three.reduce((total, { value }) => total + value, 0);
  return [{ ...first, code: PEG.mean, value: sum / three.length }];
}

/** Scores of one day go by their time, where both give one in the same zone. */
function newestFirst(one: Answer, other: Answer): number {
  if (one.day !== other.day) return one.day < other.day ? 1 : -1;
  return one.at < other.at ? 1 : one.at > other.at ? -1 : 0;
}
