/** R23 */

import type { AnyRowFact } from '#lib/safety/row-fact.ts';
import type { ThyroidTransplantFinding } from '#lib/safety/rules/check-thyroid-transplant.ts';
import type { DayWords } from '../../shapes.ts';
import { rowAndDay } from '../rows.ts';
import type { WordsOf } from './words-of.ts';

/** Rows that read the same are named once. */
function named(rows: readonly AnyRowFact[], day: DayWords): string {
  return [...new Set(rows.map((row) => rowAndDay(row, day)))].join('; ');
}

export const thyroidTransplant: WordsOf<ThyroidTransplantFinding> = {
  transplant: ({ rows }, day) =>
    `${named(rows, day)}: caution where immunosuppression protects a transplant; evidence is weak.`,
  'thyroid-replacement': ({ medicines }, day) =>
    `${named(medicines, day)}: in treated Hashimoto's start low; LDN is not known to change the dose of thyroid hormone. Evidence is weak.`,
};
