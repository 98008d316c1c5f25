/** R09 */
import type { OtherSourcesFinding } from '#lib/safety/rules/check-other-sources.ts';
import { monitoringRecordName, otherOpioids } from '../country.ts';
import { rowAndDay } from '../rows.ts';
import type { WordsOf } from './words-of.ts';

export const otherSources: WordsOf<OtherSourcesFinding> = {
  'other-opioid-sources': ({ leftovers, monitoringRecord, overTheCounter, asksPregnancy }, day) =>
    [
      ...(monitoringRecord === null ? [] : [`${monitoringRecordName(monitoringRecord)} checked?`]),
      `Patient asked about ${otherOpioids(overTheCounter)} opioids and kratom?`,
      ...(leftovers.length === 0
        ? []
        : [`Leftovers of ${leftovers.map((medicine) => rowAndDay(medicine, day)).join('; ')}?`]),
      ...(asksPregnancy ? ['Pregnancy: asked?'] : []),
    ].join(' '),
};
