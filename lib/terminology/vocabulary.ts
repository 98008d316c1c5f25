/** Every word and name that the text reader knows, in one tree of words: names of several words branch off their first word. */
import { EVERYDAY_WORDS, SUBSTANCE_WORDS } from './everyday-words.ts';
import { MORE_OTHER_NAMES } from './more-other-names.ts';
import type { Homonym, OpioidName, Tables } from './tables.ts';
import { isNumber } from './words.ts';

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
  next: Map<string, KnownWord> | null;
  /** Other drugs' names that begin with this word and have not branched off yet; {@link wordsAfter} makes branches of them. */
  names: string[] | null;
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
  next: null,
  names: null,
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

/** The word at the end of these words, from a word on; made where it is not there yet. */
function endFrom(first: KnownWord, more: readonly string[]): KnownWord {
  return more.reduce((before, part) => {
    before.next ??= new Map();
    return wordIn(before.next, part);
  }, first);
}

/** First words of all names, and everyday words. */
export interface Vocabulary {
  get(word: string): KnownWord | undefined;
  has(word: string): boolean;
  /** The words that may come after a word within a name. Most first words stand in no text, so their names wait until one does. */
  wordsAfter(word: KnownWord): ReadonlyMap<string, KnownWord> | null;
  /** Stands somewhere in another drug's name of several words. */
  isPart(word: string): boolean;
}

/** Puts the names of the tables and the everyday words together. */
export function createVocabulary(tables: Tables): Vocabulary {
  const words = new Map<string, KnownWord>();
  const endOf = ([first = '', ...more]: readonly string[]): KnownWord => endFrom(wordIn(words, first), more);

  for (const name of tables.opioidNames) {
    const end = endOf(name.words);
    if (name.isAmbiguous) end.ambiguous = name;
    else end.opioid = name;
  }
  for (const homonym of tables.homonyms) endOf(homonym.name.split(' ')).homonym = homonym;
  for (const brand of tables.familyBrands) endOf(brand.split(' ')).isFamily = true;
  const everyday = [EVERYDAY_WORDS, tables.formWords, tables.makerWords];
  for (const list of everyday) for (const word of list) wordIn(words, word).isEveryday = true;
  for (const word of tables.deviceWords) wordIn(words, word).isDevice = true;
  /** Whether a word can name a drug: neither a number nor an everyday word, or a substance. */
  const names = (word: string): boolean =>
    SUBSTANCE_WORDS.has(word) || !(isNumber(word) || words.get(word)?.isEveryday === true);
  const drug = (name: string): OtherDrug => (tables.partnerNames.has(name) ? 'partner' : 'other');

  const oneWordNames: string[] = [];
  const addOther = (name: string): void => {
    const space = name.indexOf(' ');
    if (space < 0) {
      oneWordNames.push(name);
      return;
    }
    const first = wordIn(words, name.slice(0, space));
    if (first.names === null) first.names = [name];
    else first.names.push(name);
  };
  const lists = [tables.otherNames, tables.otherNamesNational, tables.otherNamesVocabulary];
  for (const list of lists) for (const name of list) addOther(name);
  for (const name of MORE_OTHER_NAMES) {
    if (name.includes(' ')) endOf(name.split(' ')).other = drug(name);
    else oneWordNames.push(name);
  }
  for (const name of oneWordNames) {
    const word = words.get(name);
    if (!word) words.set(name, SHARED[drug(name)]);
    else if (word.isEveryday && !SUBSTANCE_WORDS.has(name)) word.isOtherAlone = true;
    else if (!Object.isFrozen(word)) word.other = drug(name);
  }

  function wordsAfter(word: KnownWord): ReadonlyMap<string, KnownWord> | null {
    if (word.names === null) return word.next;
    for (const name of word.names) {
      const parts = name.split(' ');
      const end = endFrom(word, parts.slice(1));
      if (parts.some(names)) end.other = drug(name);
      else end.isOtherAlone = true;
    }
    word.names = null;
    return word.next;
  }

  let parts: Set<string> | null = null;
  const partsOfNames = (): Set<string> => {
    const found = new Set<string>();
    for (const list of [MORE_OTHER_NAMES, tables.otherNames, tables.otherNamesNational])
      for (const name of list)
        if (name.includes(' '))
          for (const part of name.split(' ')) if (part.length >= MIN_PART_OF_NAME) found.add(part);
    return found;
  };
  return {
    get: (word) => words.get(word),
    has: (word) => words.has(word),
    wordsAfter,
    isPart: (word) => {
      parts ??= partsOfNames();
      return parts.has(word);
    },
  };
}
