/** Which of its meanings a brand has that is an opioid in one country and an ordinary drug in another. */
import type { Suspicion } from './finding.ts';
import type { Homonym } from './tables.ts';
import { wordsOf } from './words.ts';

const NUMBERS = /\d{1,6}(?:[.,]\d{1,4})?/g;
const MIN_INGREDIENT = 5;

/** Which of the two is meant nobody can say. */
export const whichOf = ({ name, ids, opioidIn, ordinary, ordinaryIn }: Homonym): Suspicion => ({
  words: name,
  resembles: { code: 'homonym', ordinary, ordinaryIn, ingredients: ids, opioidIn },
});

/**
 * What the ingredients, the words beside it, the strength or the site's country make of it; `open` where nothing does. The opioid's own name beside it is
 * found without this.
 * @param country ISO 3166 code of the site, or null.
 */
export function settle(
  homonym: Homonym,
  text: string,
  words: readonly string[],
  country: string | null,
): 'opioid' | 'other' | 'open' {
  const named = wordsOf(homonym.ordinary).some(
    (word) => word.length >= MIN_INGREDIENT && words.includes(word),
  );
  if (named) return 'other';
  if (words.some((word) => homonym.opioidWords.includes(word))) return 'opioid';
  const numbers = text.match(NUMBERS) ?? [];
  const isOrdinaryStrength = (number: string): boolean =>
    homonym.strengths.includes(Number(number.replace(',', '.')));
  if (numbers.length > 0 && numbers.every(isOrdinaryStrength)) return 'other';
  if (country === null) return 'open';
  const isOpioid = homonym.opioidIn.includes(country);
  const isOrdinary = homonym.ordinaryIn.includes(country);
  if (isOpioid === isOrdinary) return 'open';
  return isOpioid ? 'opioid' : 'other';
}
