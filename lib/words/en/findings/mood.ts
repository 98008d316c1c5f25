/** R24 */
import type { MoodFinding } from '#lib/safety/rules/check-mood.ts';
import { rowAndDay } from '../rows.ts';
import type { WordsOf } from './words-of.ts';

export const mood: WordsOf<MoodFinding> = {
  'suicidality-or-severe-depression': ({ conditions }, day) =>
    `${conditions.map((condition) => rowAndDay(condition, day)).join('; ')} on the chart. Assess mood.`,
};
