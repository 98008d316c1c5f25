/**
 * Words that stand in a list of appliances and in no list of medicines, makers and brands: with one of them a text that names no
 * drug names a device. Words of everyday language are left out by hand, in not-device-brands.txt.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { EVERYDAY_WORDS } from '#lib/terminology/everyday-words.ts';
import { isNumber, wordsOf } from '#lib/terminology/words.ts';
import { COMMON_WORDS } from './common-words.ts';
import { HAND_KEPT_TERMS } from './hand-kept.ts';
import type { NationalTables } from './national-tables.ts';

const MIN_BRAND = 4;
/** Longer ones are several words that the list writes as one. */
const MAX_BRAND = 13;

/** Makers of medicines too, and words of everyday language. */
const NOT_BRANDS: ReadonlySet<string> = new Set(
  readFileSync(path.join(import.meta.dirname, 'not-device-brands.txt'), 'utf8')
    .trim()
    .split(/\s+/),
);

/** @param mayBeOpioid whether a word is one of an opioid's name, begins or nearly spells one. @param known words that name another drug. */
export function deviceBrands(
  { names }: NationalTables,
  mayBeOpioid: (word: string) => boolean,
  known: ReadonlySet<string>,
): ReadonlySet<string> {
  const { kind, sign, quality } = HAND_KEPT_TERMS;
  const ofMedicines = new Set(
    // Australia's list has dressings among its medicines.
    names.filter((row) => row.kind !== 'device' && row.country !== 'AU').flatMap(({ name }) => wordsOf(name)),
  );
  const isBrand = (word: string): boolean =>
    word.length >= MIN_BRAND &&
    word.length <= MAX_BRAND &&
    !isNumber(word) &&
    ![ofMedicines, known, EVERYDAY_WORDS, COMMON_WORDS, NOT_BRANDS, kind, sign, quality].some((words) =>
      words.has(word),
    ) &&
    !mayBeOpioid(word);
  return new Set(
    names.filter((row) => row.kind === 'device').flatMap(({ name }) => wordsOf(name).filter(isBrand)),
  );
}
