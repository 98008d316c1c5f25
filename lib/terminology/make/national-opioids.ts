/** Opioid names of the national lists that the name table lacks. */
import { LINE_WORDS, OPIOID_SUFFIXES } from '#lib/terminology/line-words.ts';
import type { IngredientId } from '#lib/terminology/recognition.ts';
import { wordsOf } from '#lib/terminology/words.ts';
import type { NationalRow } from './national-tables.ts';

/** An opioid's name as the making of the tables knows it. */
export interface MadeOpioidName {
  readonly shown: string;
  readonly ids: readonly IngredientId[];
  readonly isBrand: boolean;
  readonly isAmbiguous: boolean;
}

export interface NameBook {
  /** Opioids by folded name, ambiguous ones too. */
  readonly opioids: ReadonlyMap<string, MadeOpioidName>;
  /** A word of a form, a maker, an everyday word or a number. */
  readonly isPlain: (word: string) => boolean;
  /** Whether that folded name is, or begins, a name of another drug. */
  readonly beginsOther: (folded: string) => boolean;
}

const MAX_NAME = 6;

/** The opioid names, not ambiguous, that stand in these words. */
export function opioidsAmong(words: readonly string[], opioids: NameBook['opioids']): MadeOpioidName[] {
  const found: MadeOpioidName[] = [];
  for (let at = 0; at < words.length; at++)
    for (let length = Math.min(MAX_NAME, words.length - at); length > 0; length--) {
      const name = opioids.get(words.slice(at, at + length).join(' '));
      if (name && !name.isAmbiguous) found.push(name);
    }
  return found;
}

/** The opioids that a list of ingredients names, in any language of the lists; research substances have a group name. */
export function opioidIds(ingredients: string, opioids: NameBook['opioids']): IngredientId[] {
  const words = wordsOf(ingredients);
  const named = opioidsAmong(words, opioids).flatMap(({ ids }) => ids);
  if (named.length > 0) return [...new Set(named)];
  if (words.some((word) => word.includes('fentan'))) return ['fentanyl'];
  if (words.some((word) => word.includes('nitazen'))) return ['nitazenes'];
  if (words.some((word) => word.startsWith('morph'))) return ['morphine'];
  if (words.some((word) => word.startsWith('buprenor'))) return ['buprenorphine'];
  if (words.some((word) => word === 'opiate')) return ['opium'];
  return ['unnamed-opioid'];
}

const changesLine = (word: string): boolean => LINE_WORDS.has(word) || OPIOID_SUFFIXES.has(word);

/** The words without those at their end that may go. */
export function withoutEnd(words: readonly string[], mayGo: (word: string) => boolean): readonly string[] {
  let end = words.length;
  while (end > 0 && mayGo(words[end - 1] ?? '')) end--;
  return words.slice(0, end);
}

/** Names of makers, or parts of code names. */
const AMBIGUOUS: ReadonlySet<string> = new Set(['collins', 'methene']);

/** Mixtures of these are told apart by a number: plain Atasol has no codeine, "Atasol 15" has. */
const NUMBERED: ReadonlySet<string> = new Set(['codeine', 'dihydrocodeine', 'hydrocodone']);

/** Street names this short, and code names of digits, are a suspicion only where they stand alone. */
const MIN_STREET_NAME = 6;

/**
 * The shortest name of an opioid product that is no other drug's: "Lodam 50" is Lodam, "Atasol 15" stays, for plain Atasol has no
 * opioid. Null where the name says its opioid already.
 */
export function opioidName(row: NationalRow, book: NameBook): MadeOpioidName | null {
  const words = wordsOf(row.name);
  if (words.length === 0 || opioidsAmong(words, book.opioids).length > 0) return null;
  const ids = opioidIds(row.ingredients, book.opioids);
  const isNumbered = ids.some((id) => NUMBERED.has(id));
  const stripped = withoutEnd(words, (word) => book.isPlain(word) && !/^\d/.test(word) && !changesLine(word));
  const base = isNumbered
    ? stripped
    : withoutEnd(stripped, (word) => book.isPlain(word) && !changesLine(word));
  const isFree = base.length > 0 && !book.beginsOther(base.join(' '));
  const chosen = isFree ? base : stripped.length > 0 ? stripped : words;
  const name = chosen.join(' ');
  if (book.opioids.has(name)) return null;
  const isStreet = row.country === '';
  const isShort = chosen.every((word) => word.length < MIN_STREET_NAME);
  return {
    shown: name,
    ids,
    isBrand: !isStreet,
    isAmbiguous:
      chosen.every((word) => book.isPlain(word) || changesLine(word)) ||
      (isStreet && isShort) ||
      AMBIGUOUS.has(name),
  };
}
