/** R21 */

import type { PainKind } from '#lib/safety/alternatives.ts';
import type { AlternativesFinding } from '#lib/safety/rules/check-alternatives.ts';
import type { PainTreatment } from '#lib/terminology/codes/pain-treatments.ts';
import { painKindWords, treatmentFor } from '../treatments.ts';
import type { WordsOf } from './words-of.ts';

function offered(treatments: readonly PainTreatment[], pain: PainKind | null): string {
  if (treatments.length === 0) return '';
  const names = treatments.map((treatment) => treatmentFor(treatment, pain));
  return ` Options in ${painKindWords(pain)}: ${names.join('; ')}.`;
}

export const alternatives: WordsOf<AlternativesFinding> = {
  'no-alternative-recorded': ({ pain, treatments }) =>
    `No other treatment of ${pain === null ? 'pain' : 'this pain'} is recorded as tried.${offered(treatments, pain)}`,
  'alternatives-not-read': ({ pain, treatments }) =>
    `Whether another treatment was tried is not known: the orders were not read.${offered(treatments, pain)}`,
};
