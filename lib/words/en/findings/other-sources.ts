/** R09 */

import type { MedicationFact } from '#lib/safety/row-fact.ts';
import type { OtherSourcesFinding } from '#lib/safety/rules/check-other-sources.ts';
import type { DayWords } from '../../shapes.ts';
import { monitoringRecordName, otherOpioids } from '../country.ts';
import { rowAndDay } from '../rows.ts';
import type { WordsOf } from './words-of.ts';

/** Null where there is none to ask about. */
export function leftoversAsked(leftovers: readonly MedicationFact[], day: DayWords): string | null {
  return leftovers.length === 0
    ? null
    : `Leftovers of ${leftovers.map((medicine) => rowAndDay(medicine, day)).join('; ')}?`;
}

export const otherSources: WordsOf<OtherSourcesFinding> = {
  'other-opioid-sources': ({ leftovers, monitoringRecord, overTheCounter, asksPregnancy }, day) =>
    [
      ...(monitoringRecord === null ? [] : [`${monitoringRecordName(monitoringRecord)} checked?`]),
      `Patient asked about ${otherOpioids(overTheCounter)} opioids and kratom?`,
      ...[leftoversAsked(leftovers, day)].filter((asked) => asked !== null),
      ...(asksPregnancy ? ['Pregnancy: asked?'] : []),
    ].join(' '),
};
