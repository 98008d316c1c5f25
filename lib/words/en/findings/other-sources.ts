/** R09 */
import type { OtherSourcesFinding } from '#lib/safety/rules/check-other-sources.ts';
import { rowAndDay } from '../rows.ts';
import type { WordsOf } from './words-of.ts';

export const otherSources: WordsOf<OtherSourcesFinding> = {
  'other-opioid-sources': ({ leftovers, asksPregnancy }, day) =>
    [
      'Prescription monitoring record (PDMP) checked? Patient asked about leftover, over-the-counter, clinic-dispensed, borrowed and illicit opioids and kratom?',
      ...(leftovers.length === 0
        ? []
        : [`Leftovers of ${leftovers.map((medicine) => rowAndDay(medicine, day)).join('; ')}?`]),
      ...(asksPregnancy ? ['Pregnancy: asked?'] : []),
    ].join(' '),
};
