/** One key for the spellings of a generic name in English, German, the Romance and the Nordic languages. */

const MIN_LENGTH = 6;
const FOLDS: readonly (readonly [RegExp, string])[] = [
  [/ae|oe/g, 'e'],
  [/ph/g, 'f'],
  [/([tcr])h/g, '$1'],
  [/y/g, 'i'],
  [/k|qu/g, 'c'],
  [/x|z/g, 's'],
  [/(\w)\1+/g, '$1'],
  [/(?:um|us|en|[aeiou])$/, ''],
];

/** "naprossene", "naproxen" and "naproxeno" have one key; null for words too short to tell. */
export function spellingKey(word: string): string | null {
  if (word.length < MIN_LENGTH || word.length > 40) return null;
  return FOLDS.reduce((key, [from, to]) => key.replace(from, to), word);
}
