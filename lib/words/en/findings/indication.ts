/** R20 */
import type { IndicationFinding } from '#lib/safety/rules/check-indication.ts';
import { rowAndDay } from '../rows.ts';
import type { WordsOf } from './words-of.ts';

export const indication: WordsOf<IndicationFinding> = {
  'no-indication': () => 'No fibromyalgia, chronic pain or neuropathic pain on the chart. What is LDN for?',
  'problems-not-read': () => 'The problems of this chart were not read. What is LDN for?',
  'outside-the-trials': ({ indication, isFibromyalgia, isMale }, day) => {
    const limits = [
      ...(isFibromyalgia ? [] : ['this is not fibromyalgia']),
      ...(isMale ? ['patient is male'] : []),
    ];
    return `${rowAndDay(indication, day)}: evidence is mainly from women with fibromyalgia; ${limits.join(', ')}.`;
  },
};
