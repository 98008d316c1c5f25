/** The picture of the pain scores: its labels, and the whole of it said in one line. */
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { screenDate } from './dates.ts';

interface ScoreOfDay {
  readonly score: number;
  readonly day: CalendarDate;
}

export const baselineLabel = (score: number) => `Baseline ${score}`;
export const betterLabel = (score: number) => `30% better ${score}`;

/** Where there are scores and none is recent enough to be a baseline. */
export const NO_RECENT_SCORE =
  'No pain score of the last 8 weeks: record one before the first dose, so that an effect can be told.';

function scored({ score, day }: ScoreOfDay): string {
  return `${score} of 10 on ${screenDate(day)}`;
}

export function withoutBaseline(newest: ScoreOfDay, weeks: number): string {
  return `Latest pain score ${scored(newest)}; higher is worse. There is none of the ${weeks} weeks before the first night, so no baseline to compare with.`;
}

/**
 * @param since the latest answer to the same question since the first night, if any
 * @param better the score that would be a response
 */
export function besideBaseline(baseline: ScoreOfDay, since: ScoreOfDay | undefined, better: number): string {
  const aim = `30% better would be ${better}.`;
  return since === undefined
    ? `Latest pain score ${scored(baseline)}; higher is worse. ${aim}`
    : `Pain score ${scored(since)}, baseline ${scored(baseline)}; higher is worse. ${aim}`;
}
