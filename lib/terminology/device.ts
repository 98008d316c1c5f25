/** Devices and supplies: dressings, tests, aids, instruments. They are no medicines. */
import { hasDimensions, hasLength, hasSize, hasTwoLengths } from './device-sizes.ts';
import type { Reading } from './reading.ts';
import type { Tables } from './tables.ts';
import { hasDoseBesideStrip } from './text/test-strip.ts';
import { isNumber } from './words.ts';

const MIN_JOINED = 7;
const MAX_JOINED = 40;
/** Letters before an ending. */
const MIN_BEFORE_END = 3;
/** So many different words of the appliance lists tell, though some word beside them is unknown. POLICY */
const MANY_WORDS = 3;
const MIN_WORD_OF_LIST = 3;

/** A name cut shorter than this is none. */
const MIN_CUT_SHORT = 3;

const beginnings = (name: string): readonly string[] =>
  Array.from({ length: Math.max(0, name.length - MIN_CUT_SHORT) }, (_, more) =>
    name.slice(0, MIN_CUT_SHORT + more),
  );

/** What is known of devices. The words are folded. */
interface Devices {
  /** "Fentanyl test strips": a test for the drug, not the drug. */
  readonly isTestStrip: (words: readonly string[]) => boolean;
  /** Whether only devices' names have that word. */
  readonly isOfDevicesAlone: (word: string) => boolean;
  /** Whether devices' names have that word, whatever else it may mean. */
  readonly isOfDevices: (word: string) => boolean;
  /** Two words that only devices have outweigh a name of a gum or a resin beside them. */
  readonly isPlainlyDevice: (words: readonly string[]) => boolean;
  /** Whether a word or a phrase that only devices have stands there, and nothing of a dose: "matrix" beside it is a matrix. */
  readonly isNoMedicine: (words: readonly string[]) => boolean;
  /** Whether the drug that is named is what the device measures, and nothing is said of a dose. */
  readonly isMeter: (text: string, reading: Reading) => boolean;
  /**
   * Whether a text in which no drug was found names a device: by what it says of kind and size, by a maker of devices alone, or by
   * nothing but words of devices. Where it speaks of a dose, no word may be unknown.
   */
  readonly namesDevice: (text: string, reading: Reading) => boolean;
}

export function createDevices(tables: Tables): Devices {
  const { deviceTerms: terms, deviceBrands: brands } = tables;
  const cutShort = new Set(tables.opioidNames.flatMap(({ words: [first = ''] }) => beginnings(first)));
  /** "Tape" is one, and tapentadol cut short. */
  const beginsOpioid = (word: string): boolean => cutShort.has(word);
  const parts = new RegExp([...terms.part].join('|'));
  const endsWith = (endings: ReadonlySet<string>): RegExp =>
    new RegExp(`^.{${MIN_BEFORE_END},}(?:${[...endings].join('|')})$`);
  const ending = endsWith(terms.ending);
  const weakEnding = endsWith(terms['weak-ending']);
  const isJoined = (word: string): boolean => word.length >= MIN_JOINED && word.length <= MAX_JOINED;

  /** The words that a drug's name holds are known before this is asked. */
  const isMadeOfDevice = (word: string): boolean => isJoined(word) && (parts.test(word) || ending.test(word));
  const mayBeMadeOfDevice = (word: string): boolean => isJoined(word) && weakEnding.test(word);

  /** Whether two words stand side by side, or with a link between them, that are such a phrase; at a word, or anywhere. */
  function beginsPhrase(phrases: ReadonlySet<string>, words: readonly string[], at: number): boolean {
    const next = words[at + 1] ?? '';
    return (
      phrases.has(`${words[at]}_${next}`) ||
      (terms.link.has(next) && phrases.has(`${words[at]}_${words[at + 2]}`))
    );
  }
  const hasPhraseOf = (phrases: ReadonlySet<string>, words: readonly string[]): boolean =>
    words.some((_, at) => beginsPhrase(phrases, words, at));
  const hasPhrase = (words: readonly string[]): boolean => hasPhraseOf(terms.phrase, words);

  const isTestStrip = (words: readonly string[]): boolean =>
    words.some((word) => terms['test-strip'].has(word)) || hasPhraseOf(terms['test-strip'], words);
  const isOfDevicesAlone = (word: string): boolean => terms.kind.has(word);
  const isOfDevices = (word: string): boolean =>
    terms.kind.has(word) || terms.sign.has(word) || terms.quality.has(word);

  /** "Needles pen inj", "tablet cutter": the injection or the tablet is what the device is for. */
  const isPurpose = (words: readonly string[], at: number): boolean =>
    [terms.phrase, terms.purpose].some(
      (phrases) => phrases.has(`${words[at - 1]}_${words[at]}`) || beginsPhrase(phrases, words, at),
    );
  const speaksOfDose = (words: readonly string[]): boolean =>
    words.some((word, at) => terms.dose.has(word) && !isPurpose(words, at));

  const isBrand = (word: string): boolean => brands.has(word) || terms.brand.has(word);

  /**
   * Different words of devices, of whatever meaning else, that are no words of medicines; none where directions are given, or where all of
   * them are of the appliance lists alone: "traditional remedy".
   */
  function wordsOfDevices({ words, known }: Reading): number {
    if (words.some((word) => terms.direction.has(word))) return 0;
    const told = words.filter((_, at) => known[at]?.isEveryday !== true);
    if (!told.some(isOfDevices)) return 0;
    const isOfList = (word: string): boolean =>
      word.length >= MIN_WORD_OF_LIST && known[words.indexOf(word)]?.isDevice === true;
    return new Set(told.filter((word) => isOfDevices(word) || isOfList(word))).size;
  }

  /**
   * Whether the text says enough of a device: a word of its own kind, or a length; two signs, or one beside a quality, a word of the
   * appliance lists or a size; a quality beside a size. A sign that is a form of medicines as well ("strip", "cap") tells only beside
   * a length.
   */
  function saysDevice(text: string, { words, known }: Reading): boolean {
    const isEveryday = (at: number): boolean => known[at]?.isEveryday === true;
    const isKind = (word: string, at: number): boolean =>
      isOfDevicesAlone(word) || (!isEveryday(at) && isMadeOfDevice(word));
    if (words.some(isKind) || hasPhrase(words) || hasTwoLengths(text) || hasLength(text)) return true;
    const isSign = (word: string): boolean => terms.sign.has(word);
    const signs = new Set(
      words.filter((word, at) => !isEveryday(at) && (isSign(word) || mayBeMadeOfDevice(word))),
    );
    const isDescribed = words.some(
      (word, at) =>
        terms.quality.has(word) ||
        (isEveryday(at) ? isSign(word) : known[at]?.isDevice === true && !signs.has(word)),
    );
    if (hasSize(text)) return signs.size > 0 || isDescribed;
    return signs.size > 1 || (signs.size > 0 && (isDescribed || hasDimensions(text)));
  }

  /**
   * "Tape 50 mg", "endo 5/325": a word of devices that begins an opioid's name, beside a dose, or beside a number that is no size where
   * nothing else speaks of a device.
   */
  function mayBeCutShort(text: string, words: readonly string[]): boolean {
    if (!words.some((word) => isOfDevices(word) && beginsOpioid(word))) return false;
    if (speaksOfDose(words)) return true;
    const isSized = hasSize(text) || hasLength(text) || hasTwoLengths(text);
    return (
      words.some(isNumber) &&
      !isSized &&
      !hasPhrase(words) &&
      !words.some(
        (word) => isBrand(word) || isMadeOfDevice(word) || (isOfDevices(word) && !beginsOpioid(word)),
      )
    );
  }

  function namesDevice(text: string, reading: Reading): boolean {
    const { words, known, vocabulary } = reading;
    if (isTestStrip(words) && !hasDoseBesideStrip(text)) return true;
    if (mayBeCutShort(text, words)) return false;
    if (words.some((word) => terms.way.has(word)) && !words.some(isOfDevicesAlone) && !hasPhrase(words))
      return false;
    const isKnown = (word: string, at: number): boolean =>
      isNumber(word) ||
      terms.vessel.has(word) ||
      known[at]?.isDevice === true ||
      known[at]?.isEveryday === true ||
      isOfDevices(word) ||
      vocabulary.isPart(word);
    const areKnown = words.every(isKnown);
    const isOfDose = speaksOfDose(words);
    if (isOfDose && !areKnown) return false;
    if (saysDevice(text, reading) || words.some(isBrand)) return true;
    if (wordsOfDevices(reading) >= MANY_WORDS) return true;
    if (isOfDose || !areKnown) return false;
    if (words.some((word) => terms.vessel.has(word))) return true;
    if (new Set(words.filter(isOfDevices)).size > 1 && !words.some((word) => terms.direction.has(word)))
      return true;
    if (wordsOfDevices(reading) > 1) return true;
    return words.some(
      (word, at) => terms.sign.has(word) && (known[at]?.isDevice === true || !known[at]?.isEveryday),
    );
  }

  return {
    isTestStrip,
    isOfDevicesAlone,
    isOfDevices,
    isPlainlyDevice: (words) => words.filter(isOfDevicesAlone).length > 1,
    isNoMedicine: (words) =>
      (words.some((word) => isOfDevicesAlone(word) || isBrand(word)) || hasPhrase(words)) &&
      !words.some((word) => terms.dose.has(word)),
    isMeter: (text, reading) =>
      reading.words.some((word) => terms.measured.has(word)) &&
      !speaksOfDose(reading.words) &&
      saysDevice(text, reading),
    namesDevice,
  };
}
