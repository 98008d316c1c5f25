/** R21 */
import type { AlternativesFinding } from '#lib/safety/rules/check-alternatives.ts';
import type { WordsOf } from './words-of.ts';

const OFFERED =
  'Duloxetine (pain, quality of life, sleep), pregabalin (pain and sleep), milnacipran (where fatigue predominates).';

export const alternatives: WordsOf<AlternativesFinding> = {
  'no-alternative-recorded': () => `No alternative recorded. ${OFFERED}`,
  'alternatives-not-read': () =>
    `Whether an alternative was tried is not known: the orders were not read. ${OFFERED}`,
};
