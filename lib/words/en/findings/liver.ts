/** R15 */
import type { LiverFinding } from '#lib/safety/rules/check-liver.ts';
import { rowAndDay } from '../rows.ts';
import { measured } from './measured.ts';
import type { WordsOf } from './words-of.ts';

export const liver: WordsOf<LiverFinding> = {
  'acute-liver-disease': ({ condition }, day) => `${rowAndDay(condition, day)} on the chart.`,
  'liver-disease': ({ condition }, day) => `${rowAndDay(condition, day)} on the chart: liver disease.`,
  'no-liver-result': () => 'No ALT or AST result within 12 months.',
  'liver-results-not-read': () => 'ALT and AST: the results of this chart were not read.',
  'liver-test-raised': ({ result }, day) =>
    `${measured(result, day)}: raised; the result gives no reference limit.`,
  'liver-test-marked-high': ({ test }, day) =>
    `${rowAndDay(test, day)}: marked as raised by the laboratory; the result gives no number.`,
  'liver-test-above-limit': ({ result, times, upperLimit }, day) =>
    `${measured(result, day)}: more than ${times} times the upper limit of ${upperLimit}.`,
};
