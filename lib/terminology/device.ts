/** Devices and supplies: dressings, tests, aids, instruments. They are no medicines. */
import { DEVICE_KINDS } from './device-kinds.ts';
import { MORE_DEVICE_BRANDS } from './device-makes.ts';
import {
  hasDimensions,
  hasLength,
  hasSize,
  hasTwoLengths,
  isMadeOfDevice,
  mayBeMadeOfDevice,
} from './device-parts.ts';
import { DEVICE_PHRASES, DEVICE_QUALITIES, DEVICE_SIGNS, DOSE_WORDS, TEST_STRIPS } from './device-signs.ts';
import type { Reading } from './reading.ts';
import { isNumber } from './words.ts';

/** Links of a phrase: "silla de ruedas", "cerotto a nastro". */
const LINKS: ReadonlySet<string> = new Set(
  'a al d da de del di du en for in of para per pour the to van voor von'.split(' '),
);

/** Whether two words stand side by side, or with a link between them, that are such a phrase; at a word, or anywhere. */
function beginsPhrase(phrases: ReadonlySet<string>, words: readonly string[], at: number): boolean {
  const next = words[at + 1] ?? '';
  return (
    phrases.has(`${words[at]}_${next}`) || (LINKS.has(next) && phrases.has(`${words[at]}_${words[at + 2]}`))
  );
}

const hasPhraseOf = (phrases: ReadonlySet<string>, words: readonly string[]): boolean =>
  words.some((_, at) => beginsPhrase(phrases, words, at));

/** "Fentanyl test strips": a test for the drug, not the drug. */
export const isTestStrip = (words: readonly string[]): boolean =>
  words.some((word) => TEST_STRIPS.has(word)) || hasPhraseOf(TEST_STRIPS, words);

const hasPhrase = (words: readonly string[]): boolean => hasPhraseOf(DEVICE_PHRASES, words);

/** Whether only devices' names have that word. */
export const isOfDevicesAlone = (word: string): boolean => DEVICE_KINDS.has(word);

/** Whether devices' names have that word, whatever else it may mean. */
export const isOfDevices = (word: string): boolean =>
  DEVICE_KINDS.has(word) || DEVICE_SIGNS.has(word) || DEVICE_QUALITIES.has(word);

/** Two words that only devices have outweigh a name of a gum or a resin beside them. */
export const isPlainlyDevice = (words: readonly string[]): boolean =>
  words.filter(isOfDevicesAlone).length > 1;

/** "Needles pen inj", "tablet cutter": the injection or the tablet is what the device is for. */
const speaksOfDose = (words: readonly string[]): boolean =>
  words.some(
    (word, at) =>
      DOSE_WORDS.has(word) &&
      !DEVICE_PHRASES.has(`${words[at - 1]}_${word}`) &&
      !beginsPhrase(DEVICE_PHRASES, words, at),
  );

/** Whether a word or a phrase that only devices have stands there, and nothing of a dose: "matrix" beside it is a matrix. */
export const isNoMedicine = (words: readonly string[]): boolean =>
  (words.some(isOfDevicesAlone) || hasPhrase(words)) && !words.some((word) => DOSE_WORDS.has(word));

/**
 * Whether the text says enough of a device: a word of its own kind, or a length; two signs, or one beside a quality or a size; a
 * quality beside a size. A sign that is a form of medicines as well ("strip", "cap") tells only beside a length.
 */
function saysDevice(text: string, { words, known }: Reading): boolean {
  const isEveryday = (at: number): boolean => known[at]?.isEveryday === true;
  const isKind = (word: string, at: number): boolean =>
    isOfDevicesAlone(word) || (!isEveryday(at) && isMadeOfDevice(word));
  if (words.some(isKind) || hasPhrase(words) || hasTwoLengths(text) || hasLength(text)) return true;
  const isSign = (word: string): boolean => DEVICE_SIGNS.has(word);
  const signs = new Set(
    words.filter((word, at) => !isEveryday(at) && (isSign(word) || mayBeMadeOfDevice(word))),
  );
  const isDescribed = words.some(
    (word, at) => DEVICE_QUALITIES.has(word) || (isSign(word) && isEveryday(at)),
  );
  if (hasSize(text)) return signs.size > 0 || isDescribed;
  return signs.size > 1 || (signs.size > 0 && (isDescribed || hasDimensions(text)));
}

/** Words of how a medicine is taken, which may speak of caps and beds too. */
const DIRECTIONS: ReadonlySet<string> = new Set(
  'after before hour hours juice mix month take then week weeks'.split(' '),
);

/** "Syringe 5 ml": an empty one, for whatever is given with it is not named. */
const VESSELS: ReadonlySet<string> = new Set(
  'syringe syringes einmalspritze injektionsspritze injectiespuit injektionsspruta jeringa jeringas seringue seringues siringa siringhe spritze spritzen spuit spuiten spruta sprutor sprojte sprojter sproyte sproyter ruisku ruiskut seringa seringas needle needles'.split(
    ' ',
  ),
);

/** "Glucose strips": what a meter measures, and a drip is made of. */
const MEASURED: ReadonlySet<string> = new Set(
  'glucose glucosa glicose glucosio glukose glukos glycose'.split(' '),
);

/** Whether the drug that is named is what the device measures, and nothing is said of a dose. */
export const isMeter = (text: string, reading: Reading): boolean =>
  reading.words.some((word) => MEASURED.has(word)) &&
  !speaksOfDose(reading.words) &&
  saysDevice(text, reading);

/**
 * Whether a text in which no drug was found names a device: by what it says of kind and size, by a maker of devices alone, or by nothing
 * but words of devices. Where it speaks of a dose, no word may be unknown.
 */
export function namesDevice(text: string, reading: Reading, brands: ReadonlySet<string>): boolean {
  const { words, known, vocabulary } = reading;
  if (isTestStrip(words)) return true;
  const isKnown = (word: string, at: number): boolean =>
    isNumber(word) ||
    VESSELS.has(word) ||
    known[at]?.isDevice === true ||
    known[at]?.isEveryday === true ||
    isOfDevices(word) ||
    vocabulary.isPart(word);
  const areKnown = words.every(isKnown);
  const isOfDose = speaksOfDose(words);
  if (isOfDose && !areKnown) return false;
  const isBrand = (word: string): boolean => brands.has(word) || MORE_DEVICE_BRANDS.has(word);
  if (saysDevice(text, reading) || words.some(isBrand)) return true;
  if (isOfDose || !areKnown) return false;
  if (words.some((word) => VESSELS.has(word))) return true;
  if (new Set(words.filter(isOfDevices)).size > 1 && !words.some((word) => DIRECTIONS.has(word))) return true;
  return words.some(
    (word, at) => DEVICE_SIGNS.has(word) && (known[at]?.isDevice === true || !known[at]?.isEveryday),
  );
}
