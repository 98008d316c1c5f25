/** R14 */
import type { AllergyFinding } from '#lib/safety/rules/check-allergy.ts';
import { rowAndDay } from '../rows.ts';
import type { WordsOf } from './words-of.ts';

export const allergy: WordsOf<AllergyFinding> = {
  'naltrexone-allergy': ({ allergy }, day) => `Allergy: ${rowAndDay(allergy, day)}. Contraindicated.`,
  'naltrexone-allergy-over': ({ allergy, isResolved }, day) =>
    `Allergy to ${rowAndDay(allergy, day)}, recorded as ${isResolved ? 'resolved' : 'inactive'}: is the allergy still true?`,
  'antagonist-allergy': ({ allergy }, day) =>
    `Allergy: ${rowAndDay(allergy, day)}. Whether it crosses over to naltrexone is not known.`,
  'tablet-contains-allergen': ({ allergy }, day) =>
    `Allergy: ${rowAndDay(allergy, day)}. The 50 mg tablet of the liquid contains it (check the brand).`,
  'tablet-brand-to-check': ({ allergy }, day) =>
    `Allergy: ${rowAndDay(allergy, day)}. Check the brand of the 50 mg tablet.`,
  'filler-to-choose': ({ allergy, filler }, day) =>
    `Allergy: ${rowAndDay(allergy, day)}. ${filler === null ? 'Agree on a filler with the pharmacy: neither sucrose nor ginger' : `Choose filler: ${filler} filler is asked of the pharmacy`}.`,
};
