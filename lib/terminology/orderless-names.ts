/** Opioid names of several words whose words all stand in a text, in another order or with others between: "extra calpol". */
import { isAntagonist } from './ingredients.ts';
import type { OpioidName } from './tables.ts';
import { isNumber } from './words.ts';

const MIN_TELLING = 2;

/** Finds such a name. @param isEveryday words that tell nothing. */
export function createOrderlessNames(
  names: readonly OpioidName[],
  isEveryday: (word: string) => boolean,
): (words: readonly string[]) => OpioidName | null {
  const byWord = new Map<string, { readonly name: OpioidName; readonly words: readonly string[] }[]>();
  for (const name of names) {
    const { words } = name;
    if (words.length < 2 || name.ids.every(isAntagonist)) continue;
    const telling = words.filter(
      (word) => word.length >= MIN_TELLING && !isNumber(word) && !isEveryday(word),
    );
    const key = telling.sort((a, b) => b.length - a.length)[0];
    if (key === undefined) continue;
    const same = byWord.get(key);
    if (same) same.push({ name, words });
    else byWord.set(key, [{ name, words }]);
  }
  return (words) => {
    const held = new Set(words);
    for (const word of held) {
      const candidates = byWord.get(word);
      if (!candidates) continue;
      for (const one of candidates) if (one.words.every((part) => held.has(part))) return one.name;
    }
    return null;
  };
}
