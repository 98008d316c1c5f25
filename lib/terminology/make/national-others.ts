/** Names of ordinary drugs of the national lists, reduced to what says which drug it is. */

import { LINE_WORDS } from '#lib/terminology/line-words.ts';
import { holdsPartner } from '#lib/terminology/partners.ts';
import { wordsOf } from '#lib/terminology/words.ts';
import { COMMON_WORDS } from './common-words.ts';
import type { NameBook } from './national-opioids.ts';
import { opioidsAmong, withoutEnd } from './national-opioids.ts';
import type { NationalRow } from './national-tables.ts';
import { isOpioidAmongOthers } from './not-other-drugs.ts';

const MIN_NAME = 4;
const MIN_CLEAR = 5;

export interface OtherName {
  readonly name: string;
  /** The tables lack it and need it. */
  readonly isNew: boolean;
  /** It comes in one product with an opioid elsewhere, or may. */
  readonly isPartner: boolean;
}

/** The words of a name without those of form, maker, strength and number at its ends. */
export function coreOf(words: readonly string[], isPlain: (word: string) => boolean): readonly string[] {
  let start = 0;
  let end = words.length;
  while (start < end && isPlain(words[start] ?? '')) start++;
  while (end > start && isPlain(words[end - 1] ?? '')) end--;
  return words.slice(start, end);
}

const isSameAsIngredient = (core: string, row: NationalRow): boolean =>
  wordsOf(row.ingredients).join(' ').includes(core);

/**
 * The names worth keeping: none that is an opioid's, nearly one, or an everyday word; and none of several words that are all known
 * as names already.
 * @param isNearMiss whether a word nearly spells an opioid's name. @param known folded names of other drugs that the tables hold.
 * @param family brands that come with and without an opioid: their line words are kept. @param devices words of appliances.
 */
export function otherNames(
  rows: readonly NationalRow[],
  book: NameBook,
  how: {
    readonly isNearMiss: (word: string) => boolean;
    readonly known: ReadonlySet<string>;
    readonly family: ReadonlySet<string>;
    readonly devices: ReadonlySet<string>;
  },
): OtherName[] {
  const names = new Map<string, boolean>();
  const isFormOnly = (word: string): boolean => book.isPlain(word) && !LINE_WORDS.has(word);
  const add = (text: string, row: NationalRow): void => {
    const words = wordsOf(text);
    const isOfFamily =
      words.some((word) => how.family.has(word)) && words.some((word) => LINE_WORDS.has(word));
    const core = isOfFamily ? withoutEnd(words, isFormOnly) : coreOf(words, book.isPlain);
    const name = core.join(' ');
    if (name.length < MIN_NAME || name.length > 60 || isOpioidAmongOthers(name)) return;
    const isIngredient = isSameAsIngredient(name, row);
    if (core.length === 1 && (COMMON_WORDS.has(name) || (how.devices.has(name) && !isIngredient))) return;
    if (core.some((word) => how.isNearMiss(word) && !how.known.has(word)) && !isIngredient) return;
    if (book.opioids.has(name) || opioidsAmong(core, book.opioids).length > 0) return;
    const isPartner = holdsPartner(isIngredient ? name : `${name} ${wordsOf(row.ingredients).join(' ')}`);
    names.set(name, (names.get(name) ?? false) || isPartner);
  };
  for (const row of rows) {
    if (row.kind !== 'other') continue;
    add(row.name, row);
    for (const ingredient of row.ingredients.split(' + '))
      if (!ingredient.includes('...')) add(ingredient, row);
  }
  const isKnown = (word: string): boolean => names.has(word) || how.known.has(word) || book.isPlain(word);
  /** A word that tells already, beside which others need not be known. */
  const isClear = (word: string): boolean =>
    word.length >= MIN_CLEAR && (names.get(word) === false || (how.known.has(word) && !holdsPartner(word)));
  const isNew = (name: string): boolean => {
    if (how.known.has(name)) return false;
    const words = name.split(' ');
    if (words.some((word) => LINE_WORDS.has(word)) && words.some((word) => how.family.has(word))) return true;
    return words.length === 1 || !(words.every(isKnown) || words.some(isClear));
  };
  return [...names].map(([name, isPartner]) => ({ name, isPartner, isNew: isNew(name) }));
}
