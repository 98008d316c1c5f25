/**
 * How the pain was before the first night, and how it is at this dose: of one measure, never of two. Every measure here is higher where it
 * is worse.
 */
import type { Source } from '#lib/chart/chart.ts';
import type { OpioidEvidence } from '#lib/safety/opioid-evidence.ts';
import { addDays, type CalendarDate, daysBetween } from '#lib/time/calendar-date.ts';
import type { DoseNow } from './dose-now.ts';
import { type FollowUpAnswers, meanOf } from './follow-up-answers.ts';
import { PAIN_MEASURES, type PainMeasure, type PainScore } from './pain-scores.ts';

/** POLICY: a score is a baseline within eight weeks before the first night. */
export const BASELINE_DAYS = 56;
/** POLICY: nights at a dose after which a score speaks of it. */
export const NIGHTS_TO_SPEAK = 10;
/** POLICY: what the chart holds of the last two weeks is not asked again; what is older than four says nothing of today. */
export const NOT_ASKED_DAYS = 14;
const STILL_SPEAKS_DAYS = 28;

export interface ScoreUsed {
  /** One decimal, but for a mean that was answered today. */
  readonly score: number;
  readonly day: CalendarDate | null;
  /** The row of the chart; null where it was asked. */
  readonly source: Source | null;
}

export interface ResponseScores {
  readonly measure: PainMeasure | null;
  /** The worst of what the chart has and what was asked. */
  readonly baseline: ScoreUsed | null;
  /** The chart's own baseline was taken while an opioid may have been taken: it is not used. */
  readonly baselineBesideOpioid: ScoreUsed | null;
  /** The latest that speaks of this dose. */
  readonly latest: ScoreUsed | null;
  /** The latest since this dose was begun, however early. */
  readonly latestAtAll: ScoreUsed | null;
  /** The latest at the lower dose before. */
  readonly before: ScoreUsed | null;
  /** Percent of the baseline, negative where it is worse; null where one of the two is missing. */
  readonly reliefPercent: number | null;
}

interface Scored {
  readonly scores: readonly PainScore[];
  readonly answers: FollowUpAnswers;
  readonly begins: CalendarDate;
  readonly now: DoseNow;
  readonly asOf: CalendarDate;
  readonly opioids: readonly OpioidEvidence[];
}

/** Scores of one measure alone, from 0 to 10, higher is worse; what is missing is null. */
export function responseScores(scored: Scored): ResponseScores {
  const { score, baseline } = scored.answers;
  const asked: PainMeasure | null =
    score?.measure ?? (typeof baseline === 'object' && baseline !== null ? 'peg' : null);
  const measures = asked === null ? PAIN_MEASURES : [asked];
  const all = measures.map((measure) => ofMeasure(measure, scored));
  const [first] = all;
  const best =
    all.find((one) => one.baseline !== null && one.latest !== null) ??
    all.find((one) => one.latest !== null) ??
    all.find((one) => one.baseline !== null && one.baseline.source !== null);
  return best ?? { ...(first as ResponseScores), measure: asked };
}

function ofMeasure(measure: PainMeasure, scored: Scored): ResponseScores {
  const { answers, begins, now, asOf, opioids } = scored;
  const scores = scored.scores.filter((one) => one.measure === measure);
  const today = todayOf(measure, answers, asOf);
  const inChart = used(
    scores.find(({ day }) => day <= begins && daysBetween(day, begins) <= BASELINE_DAYS) ?? null,
  );
  const besideOpioid =
    inChart !== null && opioids.some((row) => mayHaveBeenTaken(row, inChart.day ?? begins));
  const baseline = worst(besideOpioid ? null : inChart, askedBaseline(answers));
  const since = scores.filter(({ day }) => day > now.since && day <= asOf);
  const speaks = (day: CalendarDate) =>
    daysBetween(now.since, day) >= NIGHTS_TO_SPEAK && daysBetween(day, asOf) <= STILL_SPEAKS_DAYS;
  const latestAtAll = today ?? used(since[0] ?? null);
  const isToday = today !== null && now.nights >= NIGHTS_TO_SPEAK;
  const latest = isToday ? today : used(since.find(({ day }) => speaks(day)) ?? null);
  const { before } = now;
  const isLower = before !== null && before.dose < now.dose;
  return {
    measure,
    baseline,
    baselineBesideOpioid: besideOpioid ? inChart : null,
    latest,
    latestAtAll,
    before: isLower
      ? used(scores.find(({ day }) => day > before.from && day <= addDays(before.to, 1)) ?? null)
      : null,
    reliefPercent: reliefOf(baseline, latest),
  };
}

/** Relief as a share of the baseline. No share of no pain: nothing is relieved. */
function reliefOf(baseline: ScoreUsed | null, latest: ScoreUsed | null): number | null {
  if (baseline === null || latest === null) return null;
  if (baseline.score === 0) return 0;
  return Math.round(((baseline.score - latest.score) / baseline.score) * 1_000_000) / 10_000;
}

function used(score: PainScore | null): ScoreUsed | null {
  return score === null ? null : { score: score.score, day: score.day, source: score.source };
}

function todayOf(measure: PainMeasure, { score }: FollowUpAnswers, asOf: CalendarDate): ScoreUsed | null {
  if (score === null || score.measure !== measure) return null;
  return { score: score.measure === 'peg' ? meanOf(score.items) : score.value, day: asOf, source: null };
}

function askedBaseline({ baseline }: FollowUpAnswers): ScoreUsed | null {
  if (baseline === null) return null;
  return { score: typeof baseline === 'number' ? baseline : meanOf(baseline), day: null, source: null };
}

function worst(one: ScoreUsed | null, other: ScoreUsed | null): ScoreUsed | null {
  if (one === null || other === null) return one ?? other;
  return other.score > one.score ? other : one;
}

/** POLICY: from the first day of an order to its last possible dose; a row without a first day, up to three months before. */
const LONGEST_COURSE_DAYS = 90;

function mayHaveBeenTaken({ from, lastExposure }: OpioidEvidence, day: CalendarDate): boolean {
  if (lastExposure === null) return false;
  return (from ?? addDays(lastExposure, -LONGEST_COURSE_DAYS)) <= day && day <= lastExposure;
}
