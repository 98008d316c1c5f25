/** Finding names in the words of one text. */
import type { OpioidName } from './tables.ts';
import { type KnownWord, newWord, type Vocabulary } from './vocabulary.ts';
import { isNumber } from './words.ts';

/** One text on the way: its words, what is known of each, and which an opioid's name has already taken. */
export interface Reading {
  readonly words: readonly string[];
  readonly known: readonly KnownWord[];
  readonly vocabulary: Vocabulary;
  readonly isTaken: boolean[];
  /** How many words are neither numbers nor everyday words. */
  readonly telling: number;
}

const UNHEARD: KnownWord = Object.freeze(newWord());

export function readingOf(words: readonly string[], vocabulary: Vocabulary): Reading {
  const known = words.map((word) => vocabulary.get(word) ?? UNHEARD);
  return {
    words,
    known,
    vocabulary,
    telling: words.reduce((count, word, at) => (tells(word, known[at]) ? count + 1 : count), 0),
    isTaken: new Array<boolean>(words.length).fill(false),
  };
}

/** Neither a number nor an everyday word. */
export const tells = (word: string, known: KnownWord | undefined): boolean =>
  !isNumber(word) && known?.isEveryday !== true;

/** The longest name of a kind from that word on, over words not yet taken: how many words it has; 0: there is none. */
export function longestName(
  { words, known, vocabulary, isTaken }: Reading,
  at: number,
  ends: (word: KnownWord) => boolean,
): number {
  let word: KnownWord | undefined = known[at];
  let longest = 0;
  for (let length = 1; word; length++) {
    if (ends(word)) longest = length;
    const next = words[at + length];
    word = next === undefined || isTaken[at + length] ? undefined : vocabulary.wordsAfter(word)?.get(next);
  }
  return longest;
}

/** Where the name of so many words from that word on ends. */
export function endOfName(
  { words, known, vocabulary }: Reading,
  at: number,
  length: number,
): KnownWord | undefined {
  let word = known[at];
  for (let next = at + 1; word && next < at + length; next++)
    word = vocabulary.wordsAfter(word)?.get(words[next] ?? '');
  return word;
}

export const endsAmbiguous = (word: KnownWord): boolean => word.ambiguous !== null;
export const endsHomonym = (word: KnownWord): boolean => word.homonym !== null;
export const endsOther = (word: KnownWord): boolean => word.other !== null;

const endsOpioid = (word: KnownWord): boolean => word.opioid !== null;

/** The opioid names that stand in a text, their words taken. */
export function takeOpioids(reading: Reading): OpioidName[] {
  const found: OpioidName[] = [];
  for (let at = 0; at < reading.words.length; at++) {
    const length = longestName(reading, at, endsOpioid);
    const name = length === 0 ? null : endOfName(reading, at, length)?.opioid;
    if (!name) continue;
    found.push(name);
    reading.isTaken.fill(true, at, at + length);
    at += length - 1;
  }
  return found;
}
