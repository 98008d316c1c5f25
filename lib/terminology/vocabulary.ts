/** Every word and name that the text reader knows, in one tree of words: names of several words branch off their first word. */
import { EVERYDAY_WORDS, SUBSTANCE_WORDS } from './everyday-words.ts';
import { MORE_OTHER_NAMES } from './more-other-names.ts';
import type { OpioidName, Tables } from './tables.ts';
import { isNumber, wordsOf } from './words.ts';

/** Words of many-word drug names ("pollen", "lispro") count as known from this length on, but do not name a drug alone. */
const MIN_PART_OF_NAME = 4;

/** A word, after the words on the way to it, and what a name means that ends there. */
export interface KnownWord {
  opioid: OpioidName | null;
  /** An opioid's name that is also an ordinary word, a number or another product. */
  ambiguous: OpioidName | null;
  /** Another drug's name ends here. */
  isOther: boolean;
  /** The same of a name made of everyday words ("cap 1"): it counts only as the whole text. */
  isOtherAlone: boolean;
  /** Names no drug: a unit, a form, a direction. Of first words only. */
  isEveryday: boolean;
  /** Stands somewhere in another drug's name of several words. Of first words only. */
  isPart: boolean;
  next: Map<string, KnownWord> | null;
}

export const newWord = (): KnownWord => ({
  opioid: null,
  ambiguous: null,
  isOther: false,
  isOtherAlone: false,
  isEveryday: false,
  isPart: false,
  next: null,
});

/** Most words are just another drug's name; they share this one, which is why names of one word come last. */
const ONLY_OTHER: KnownWord = Object.freeze({ ...newWord(), isOther: true });

function wordIn(words: Map<string, KnownWord>, word: string): KnownWord {
  let known = words.get(word);
  if (!known) {
    known = newWord();
    words.set(word, known);
  }
  return known;
}

/** Whether a word can name a drug: neither a number nor an everyday word, or a substance. */
const names = (word: string): boolean =>
  SUBSTANCE_WORDS.has(word) || !(isNumber(word) || EVERYDAY_WORDS.has(word));

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
  for (const word of EVERYDAY_WORDS) wordIn(vocabulary, word).isEveryday = true;

  const oneWordNames: string[] = [];
  const addOther = (name: string, kind: 'trusted' | 'from the tables' | 'vocabulary'): void => {
    if (!name.includes(' ')) {
      oneWordNames.push(name);
      return;
    }
    const parts = name.split(' ');
    const end = endOf(parts);
    if (kind === 'trusted' || parts.some(names)) end.isOther = true;
    else end.isOtherAlone = true;
    if (kind === 'vocabulary') return;
    for (const part of parts) if (part.length >= MIN_PART_OF_NAME) wordIn(vocabulary, part).isPart = true;
  };
  for (const name of MORE_OTHER_NAMES) addOther(name, 'trusted');
  for (const name of tables.otherNames) addOther(name, 'from the tables');
  for (const name of tables.otherNamesVocabulary) addOther(name, 'vocabulary');
  for (const name of oneWordNames) {
    const word = vocabulary.get(name);
    if (!word) vocabulary.set(name, ONLY_OTHER);
    else if (word.isEveryday && !SUBSTANCE_WORDS.has(name)) word.isOtherAlone = true;
    else if (word !== ONLY_OTHER) word.isOther = true;
  }
  return vocabulary;
}
