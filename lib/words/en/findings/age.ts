/** R18 */
import type { AgeFinding } from '#lib/safety/rules/check-age.ts';
import { recordedDay } from '../rows.ts';
import type { WordsOf } from './words-of.ts';

export const age: WordsOf<AgeFinding> = {
  'age-not-known': () => 'Age not known. Not established under 18.',
  'under-18': ({ years, birthDate }, day) =>
    `Age ${years} (born ${recordedDay(birthDate, day)}). Not established under 18.`,
  'older-adult': ({ years, birthDate }, day) =>
    `Age ${years} (born ${recordedDay(birthDate, day)}): 65 or over.`,
};
