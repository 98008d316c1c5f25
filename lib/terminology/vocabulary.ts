/** Every word and name that the text reader knows, in one tree of words: names of several words branch off their first word. */
import { EVERYDAY_WORDS } from './everyday-words.ts';
import { MORE_OTHER_NAMES } from './more-other-names.ts';
import type { OpioidName, Tables } from './tables.ts';
import { wordsOf } from './words.ts';

/** Words of many-word drug names ("pollen", "lispro") count as known from this length on, but do not name a drug alone. */
const MIN_PART_OF_NAME = 4;

/** A word, after the words on the way to it, and what a name means that ends there. */
export interface KnownWord {
  opioid: OpioidName | null;
  /** An opioid's name that is also an ordinary word, a number or another product. */
  ambiguous: OpioidName | null;
  /** Another drug's name ends here. */
  isOther: boolean;
  /** Names no drug: a unit, a form, a direction. Of first words only. */
  isEveryday: boolean;
  /** Stands somewhere in another drug's name of several words. Of first words only. */
  isPart: boolean;
  next: Map<string, KnownWord> | null;
}

const newWord = (): KnownWord => ({
  opioid: null,
  ambiguous: null,
  isOther: false,
  isEveryday: false,
  isPart: false,
  next: null,
});

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
  for (const names of [tables.otherNames, MORE_OTHER_NAMES])
    for (const name of names) {
      const parts = name.split(' ');
      endOf(parts).isOther = true;
      if (parts.length === 1) continue;
      for (const part of parts) if (part.length >= MIN_PART_OF_NAME) wordIn(vocabulary, part).isPart = true;
    }
  for (const name of tables.otherNamesVocabulary) endOf(name.split(' ')).isOther = true;
  for (const word of EVERYDAY_WORDS) wordIn(vocabulary, word).isEveryday = true;
  return vocabulary;
}
