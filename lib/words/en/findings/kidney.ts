/** R16 */
import type { KidneyFinding } from '#lib/safety/rules/check-kidney.ts';
import { rowAndDay } from '../rows.ts';
import { measured } from './measured.ts';
import type { WordsOf } from './words-of.ts';

export const kidney: WordsOf<KidneyFinding> = {
  'severe-kidney-disease': ({ results }, day) =>
    `${results.map((result) => measured(result, day, 'no-unit')).join('; ')}: caution, severe renal disease.`,
  'kidney-failure-recorded': ({ conditions }, day) =>
    `${conditions.map((condition) => rowAndDay(condition, day)).join('; ')} on the chart: caution, severe renal disease.`,
  'no-kidney-result': () => 'No kidney result (eGFR) within 12 months.',
  'kidney-results-not-read': () => 'Kidney: the results of this chart were not read.',
};
