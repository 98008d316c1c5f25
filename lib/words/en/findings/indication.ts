/** R20 */
import type { IndicationKind } from '#lib/safety/indication.ts';
import type { IndicationFinding } from '#lib/safety/rules/check-indication.ts';
import { rowAndDay } from '../rows.ts';
import type { WordsOf } from './words-of.ts';

export const indication: WordsOf<IndicationFinding> = {
  'no-indication': () =>
    'Nothing on the problem list is a usual reason for low-dose naltrexone. What is LDN for?',
  'problems-not-read': () => 'The problems of this chart were not read. What is LDN for?',
  'outside-the-trials': ({ indication, kind, isMale }, day) => {
    const limits = [
      ...(kind === 'fibromyalgia' ? [] : [HELD_FOR[kind]]),
      ...(isMale ? ['patient is male'] : []),
    ];
    return `${rowAndDay(indication, day)}: evidence is mainly from women with fibromyalgia; ${limits.join(', ')}.`;
  },
};

const NONE_HELD = 'this app holds no evidence for this condition';

/** What this app can say of LDN in it. @see lib/words/en/evidence.ts */
const HELD_FOR: Readonly<Record<Exclude<IndicationKind, 'fibromyalgia'>, string>> = {
  'chronic-pain': 'this is not fibromyalgia',
  'neuropathic-pain': 'this is not fibromyalgia',
  'complex-regional-pain': NONE_HELD,
  'diabetic-neuropathy': NONE_HELD,
  'multiple-sclerosis': NONE_HELD,
  'crohns-disease': NONE_HELD,
  'ulcerative-colitis': NONE_HELD,
  'chronic-fatigue': NONE_HELD,
  'long-covid': NONE_HELD,
};
