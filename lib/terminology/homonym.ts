/** Which of its meanings a brand has that is an opioid in one country and an ordinary drug in another. */
import { EVERYDAY_WORDS } from './everyday-words.ts';
import type { Suspicion } from './finding.ts';
import type { IngredientId } from './recognition.ts';
import type { Homonym } from './tables.ts';
import { wordsOf } from './words.ts';

const NUMBERS = /\d{1,6}(?:[.,]\d{1,4})?/g;
const MIN_INGREDIENT = 5;

/** Salts and forms stand beside any ingredient: the maleate of another drug says nothing of this one. */
const OF_ANY_INGREDIENT: ReadonlySet<string> = new Set(
  'another salts tincture chloride maleate hydrochloride sulfate sulphate citrate tartrate phosphate acetate oxide'.split(
    ' ',
  ),
);

/** Opioids that come in one product with a simple painkiller: "Paramol paracetamol" names a half of either meaning. */
const OF_MIXTURES: ReadonlySet<IngredientId> = new Set([
  'codeine',
  'dihydrocodeine',
  'hydrocodone',
  'oxycodone',
  'tramadol',
]);
const SIMPLE_PAINKILLER =
  /^(?:para[cz]etamol|acetaminophen|a[cz]etylsali|acetilsali|aspirin|ibuprof|diclofenac|ketoprof|dexketoprof)/;

const tellsNothing = (word: string): boolean => OF_ANY_INGREDIENT.has(word) || EVERYDAY_WORDS.has(word);

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
  const isOfMixture = homonym.ids.some((id) => OF_MIXTURES.has(id));
  const named = wordsOf(homonym.ordinary).some(
    (word) =>
      word.length >= MIN_INGREDIENT &&
      words.includes(word) &&
      !tellsNothing(word) &&
      !(isOfMixture && SIMPLE_PAINKILLER.test(word)),
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
