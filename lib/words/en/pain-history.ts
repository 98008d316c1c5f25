/** The picture of the pain scores: its labels, and the whole of it said in one line. */
import type { PainMeasure, PainScore } from '#lib/follow-up/pain-scores.ts';
import { screenDate } from './dates.ts';

/** What was asked, as a heading or a column says it. */
export const painMeasureWords: Readonly<Record<PainMeasure, string>> = {
  peg: 'PEG: mean of pain, enjoyment of life and activity, past week',
  'pain-now': 'Pain now, as a number',
  'pain-past-week': 'Pain in the past week, as a number',
  'pain-reported': 'Pain as reported',
  'pain-faces': 'Pain by faces (Wong-Baker)',
};

/** The same within a sentence. */
const IN_A_SENTENCE: Readonly<Record<PainMeasure, string>> = {
  peg: 'PEG score',
  'pain-now': 'pain score',
  'pain-past-week': 'pain score of the past week',
  'pain-reported': 'reported pain score',
  'pain-faces': 'faces score',
};

export const baselineLabel = (score: number) => `Baseline ${score}`;
export const betterLabel = (score: number) => `30% better ${score}`;

/** Where there are scores and none is recent enough to be a baseline. */
export const NO_RECENT_SCORE =
  'No pain score of the last 8 weeks: record one before the first dose, so that an effect can be told.';

/** "6 of 10 on 16-Feb-2026" */
function scoreOfDay({ score, day }: Pick<PainScore, 'score' | 'day'>): string {
  return `${score} of 10 on ${screenDate(day)}`;
}

export function painMeasureName(measure: PainMeasure): string {
  return IN_A_SENTENCE[measure];
}

function namedScore(score: PainScore): string {
  return `${IN_A_SENTENCE[score.measure]} ${scoreOfDay(score)}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Beside it, where a picture does not show it. */
export const newestScore = (newest: PainScore) => `The newest: ${namedScore(newest)}.`;

export function withoutBaseline(newest: PainScore, weeks: number): string {
  return `Latest ${namedScore(newest)}; higher is worse. There is none of the ${weeks} weeks before the first night, so no baseline to compare with.`;
}

/**
 * @param since the latest answer to the same question since the first night, if any
 * @param better the score that would be a response
 */
export function besideBaseline(baseline: PainScore, since: PainScore | undefined, better: number): string {
  const aim = `30% better would be ${better}.`;
  return since === undefined
    ? `Latest ${namedScore(baseline)}; higher is worse. ${aim}`
    : `${capital(namedScore(since))}, baseline ${scoreOfDay(baseline)}; higher is worse. ${aim}`;
}

/** Beside a comparison of another question. */
export function newestOfAnother(newest: PainScore): string {
  return `Newest: ${namedScore(newest)}, another question, not compared.`;
}
