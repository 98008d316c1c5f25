/** R10, R11, R28: signs of opioids beside the medicines: diagnoses, urine tests, companions of opioids, procedures. */

import type { RowFact } from '#lib/safety/row-fact.ts';
import type { HiddenOpioidUseFinding } from '#lib/safety/rules/check-hidden-opioid-use.ts';
import type { OpioidUseDisorderFinding } from '#lib/safety/rules/check-opioid-use-disorder.ts';
import type { UrineScreenFinding } from '#lib/safety/rules/check-urine-screen.ts';
import type { DayWords } from '../../shapes.ts';
import { dated, rowAndDay, rowName } from '../rows.ts';
import type { WordsOf } from './words-of.ts';

/** Each once: a diagnosis may stand in many rows. */
function named(rows: readonly RowFact[], day: DayWords): string {
  return [...new Set(rows.map((row) => rowAndDay(row, day)))].join('; ');
}

const opioidUseDisorder: WordsOf<OpioidUseDisorderFinding> = {
  'opioid-use-disorder': ({ rows }, day) => `${named(rows, day)} on the chart. Specialist advice first.`,
  'opioid-use-disorder-past': ({ rows }, day) =>
    `${named(rows, day)} on the chart, older or in remission. Specialist advice first.`,
};

/** "Opiates in urine positive, 2026-02-27" */
function tested({ test, result }: UrineScreenFinding['facts'], day: DayWords): string {
  return dated(`${rowName(test)} ${result}`, test.day, day);
}

const urineScreen: WordsOf<UrineScreenFinding> = {
  'opioid-test-positive': (facts, day) =>
    `${tested(facts, day)}: positive opioid screen. Naltrexone may interfere with later ones.`,
  'opioid-test-positive-earlier': (facts, day) => `${tested(facts, day)}: older positive screen.`,
  'opioid-test-in-doubt': (facts, day) => `${tested(facts, day)}: does it show an opioid?`,
  'opioid-test-later-negative': (facts, day) =>
    `${tested(facts, day)}; a later test of ${day(facts.negativeOn)} is negative. Is the negative one confirmatory?`,
};

const hiddenOpioidUse: WordsOf<HiddenOpioidUseFinding> = {
  'opioid-use-suggested': ({ row }, day) =>
    `${rowAndDay(row, day)} suggests opioid use that this record may not show: ask.`,
};

export const opioidUse = { ...opioidUseDisorder, ...urineScreen, ...hiddenOpioidUse };
