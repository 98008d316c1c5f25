/** R17 */
import type { PregnancyFinding } from '#lib/safety/rules/check-pregnancy.ts';
import type { PregnancySign } from '#lib/safety/rules/pregnancy.ts';
import type { DayWords } from '../../shapes.ts';
import { dated, rowName } from '../rows.ts';
import type { WordsOf } from './words-of.ts';

const SAYS = { positive: ': pregnant', negative: ': not pregnant' } as const;

function signs(all: readonly PregnancySign[], day: DayWords): string {
  return all
    .map((sign) => dated(`${rowName(sign)}${sign.says === null ? '' : SAYS[sign.says]}`, sign.day, day))
    .join('; ');
}

export const pregnancy: WordsOf<PregnancyFinding> = {
  pregnant: (facts, day) => `${signs(facts.signs, day)}. Data limited; decide outside this app.`,
  'breastfeeding-or-planning': (facts, day) =>
    `${signs(facts.signs, day)}. Data limited: has it been discussed?`,
  'pregnancy-long-ago': (facts, day) => `${signs(facts.signs, day)}. Older than ${facts.olderThanDays} days.`,
};
