/** Every word and name that the text reader knows, in one tree of words: names of several words branch off their first word. */
import { EVERYDAY_WORDS, SUBSTANCE_WORDS } from './everyday-words.ts';
import { MORE_OTHER_NAMES } from './more-other-names.ts';
import type { Homonym, OpioidName, Tables } from './tables.ts';
import { isNumber, wordsOf } from './words.ts';

/** Words of many-word drug names ("pollen", "lispro") count as known from this length on, but do not name a drug alone. */
const MIN_PART_OF_NAME = 4;

/** Another drug: one that comes in mixtures with opioids, or one that does not. */
export type OtherDrug = 'partner' | 'other';

/** A word, after the words on the way to it, and what a name means that ends there. */
export interface KnownWord {
  opioid: OpioidName | null;
  /** An opioid's name that is also an ordinary word, a number or another product. */
  ambiguous: OpioidName | null;
  homonym: Homonym | null;
  /** Another drug's name ends here. */
  other: OtherDrug | null;
  /** The same of a name made of everyday words ("cap 1"): it counts only as the whole text. */
  isOtherAlone: boolean;
  /** A brand of this name comes with an opioid under a line word. */
  isFamily: boolean;
  /** Names no drug: a unit, a form, a direction, a maker. Of first words only. */
  isEveryday: boolean;
  /** Stands in the name of a dressing, a test, an appliance. Of first words only. */
  isDevice: boolean;
  /** Stands somewhere in another drug's name of several words. Of first words only. */
  isPart: boolean;
  next: Map<string, KnownWord> | null;
}

export const newWord = (): KnownWord => ({
  opioid: null,
  ambiguous: null,
  homonym: null,
  other: null,
  isOtherAlone: false,
  isFamily: false,
  isEveryday: false,
  isDevice: false,
  isPart: false,
  next: null,
});

/** Most words are just another drug's name; they share these, which is why names of one word come last. */
const SHARED: Readonly<Record<OtherDrug, KnownWord>> = {
  other: Object.freeze({ ...newWord(), other: 'other' }),
  partner: Object.freeze({ ...newWord(), other: 'partner' }),
};

function wordIn(words: Map<string, KnownWord>, word: string): KnownWord {
  let known = words.get(word);
  if (!known) {
    known = newWord();
    words.set(word, known);
  }
  return known;
}

/** First words of all names, everyday words, and parts of names. */
export type Vocabulary = ReadonlyMap<string, KnownWord>;

/** Puts the names of the tables and the everyday words together. */
export function createVocabulary(tables: Tables): Vocabulary {
  const vocabulary = new Map<string, KnownWord>();
  const endOf = (parts: readonly string[]): KnownWord =>
    parts.reduce<KnownWord | null>((before, part) => {
      if (!before) return wordIn(vocabulary, part);
      before.next ??= new Map();
      return wordIn(before.next, part);
    }, null) ?? newWord();

  for (const name of tables.opioidNames) {
    const end = endOf(wordsOf(name.name));
    if (name.isAmbiguous) end.ambiguous = name;
    else end.opioid = name;
  }
  for (const homonym of tables.homonyms) endOf(homonym.name.split(' ')).homonym = homonym;
  for (const brand of tables.familyBrands) endOf(brand.split(' ')).isFamily = true;
  const everyday = [EVERYDAY_WORDS, tables.formWords, tables.makerWords];
  for (const words of everyday) for (const word of words) wordIn(vocabulary, word).isEveryday = true;
  for (const word of tables.deviceWords) wordIn(vocabulary, word).isDevice = true;
  /** Whether a word can name a drug: neither a number nor an everyday word, or a substance. */
  const names = (word: string): boolean =>
    SUBSTANCE_WORDS.has(word) || !(isNumber(word) || vocabulary.get(word)?.isEveryday === true);

  const drug = (name: string): OtherDrug => (tables.partnerNames.has(name) ? 'partner' : 'other');
  const oneWordNames: string[] = [];
  const addOther = (name: string, kind: 'trusted' | 'from the tables' | 'vocabulary'): void => {
    if (!name.includes(' ')) {
      oneWordNames.push(name);
      return;
    }
    const parts = name.split(' ');
    const end = endOf(parts);
    if (kind === 'trusted' || parts.some(names)) end.other = drug(name);
    else end.isOtherAlone = true;
    if (kind === 'vocabulary') return;
    for (const part of parts) if (part.length >= MIN_PART_OF_NAME) wordIn(vocabulary, part).isPart = true;
  };
  for (const name of MORE_OTHER_NAMES) addOther(name, 'trusted');
  for (const name of tables.otherNames) addOther(name, 'from the tables');
  for (const name of tables.otherNamesNational) addOther(name, 'from the tables');
  for (const name of tables.otherNamesVocabulary) addOther(name, 'vocabulary');
  for (const name of oneWordNames) {
    const word = vocabulary.get(name);
    if (!word) vocabulary.set(name, SHARED[drug(name)]);
    else if (word.isEveryday && !SUBSTANCE_WORDS.has(name)) word.isOtherAlone = true;
    else if (!Object.isFrozen(word)) word.other = drug(name);
  }
  return vocabulary;
}
