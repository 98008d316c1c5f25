/** Devices and supplies: dressings, tests, appliances. They are no medicines. */
import { DEVICE_KINDS, DEVICE_PHRASES, DEVICE_SIGNS, DOSE_WORDS, TEST_STRIPS } from './device-kinds.ts';
import type { Reading } from './reading.ts';
import { isNumber } from './words.ts';

const hasPhraseOf = (phrases: ReadonlySet<string>, words: readonly string[]): boolean =>
  words.some((word, at) => phrases.has(`${word}_${words[at + 1]}`));

/** "Fentanyl test strips": a test for the drug, not the drug. */
export const isTestStrip = (words: readonly string[]): boolean =>
  words.some((word) => TEST_STRIPS.has(word)) || hasPhraseOf(TEST_STRIPS, words);

const hasPhrase = (words: readonly string[]): boolean => hasPhraseOf(DEVICE_PHRASES, words);

/** Whether only devices' names have that word. */
export const isOfDevicesAlone = (word: string): boolean => DEVICE_KINDS.has(word);

/** Two words that only devices have outweigh a name of a gum or a resin beside them. */
export const isPlainlyDevice = (words: readonly string[]): boolean =>
  words.filter(isOfDevicesAlone).length > 1;

const LENGTHS: ReadonlySet<string> = new Set(['cm', 'mm']);
/** "10cm x 4m", "29g x 12mm": no medicine is sold by width and length, but patches may be described so. */
const TWO_LENGTHS =
  /\d(?:[.,]\d{1,3})?\s?(?:cm|mm|m|g|gauge|in|")?\s?[x\u00d7*]\s?\d{1,4}(?:[.,]\d{1,3})?\s?(?:cm|mm|m|in|inch|")(?![a-z0-9\u00b2])/i;
const ENOUGH = 2;
const MAX_TEXT = 250;

/** Whether a word or a phrase that only devices have stands there, and nothing of a dose: "matrix" beside it is a matrix. */
export const isNoMedicine = (words: readonly string[]): boolean =>
  (words.some(isOfDevicesAlone) || hasPhrase(words)) && !words.some((word) => DOSE_WORDS.has(word));

/** How much of the text speaks of a device: a word of its own kind, or a width and length, is enough; the other signs count one each. */
function signs(text: string, words: readonly string[]): number {
  if (words.some(isOfDevicesAlone) || hasPhrase(words) || TWO_LENGTHS.test(text.slice(0, MAX_TEXT)))
    return ENOUGH;
  const found = new Set(words.filter((word) => DEVICE_SIGNS.has(word)));
  return found.size + (words.some((word) => LENGTHS.has(word)) ? 1 : 0);
}

/**
 * Whether a text in which no drug was found names a device: by what it says of kind and size, by a maker of devices alone, or by nothing
 * but words of devices. Where it speaks of a dose, no word may be unknown.
 */
export function namesDevice(text: string, reading: Reading, brands: ReadonlySet<string>): boolean {
  const { words, known, vocabulary } = reading;
  if (isTestStrip(words)) return true;
  const isKnown = (word: string, at: number): boolean =>
    isNumber(word) ||
    known[at]?.isDevice === true ||
    known[at]?.isEveryday === true ||
    vocabulary.isPart(word);
  const areKnown = words.every(isKnown);
  // "Needles pen inj": what an injection is given with.
  const speaksOfDose = words.some(
    (word, at) => DOSE_WORDS.has(word) && !DEVICE_PHRASES.has(`${words[at - 1]}_${word}`),
  );
  if (speaksOfDose && !areKnown) return false;
  if (signs(text, words) >= ENOUGH || words.some((word) => brands.has(word))) return true;
  if (speaksOfDose || !areKnown) return false;
  return words.some((word, at) => DEVICE_SIGNS.has(word) && known[at]?.isDevice === true);
}
