/** Ordinary drugs by the spelling of another language: "simvastatina", "naprossene", "ramiprilum". */
import { isAntagonist } from './ingredients.ts';
import { GENERIC_NAMES } from './more-other-names.ts';
import { spellingKey } from './spelling-key.ts';
import type { OpioidName, Tables } from './tables.ts';
import type { OtherDrug, Vocabulary } from './vocabulary.ts';

/** What a word is that spells another drug's name in one of the languages of the tables; null for any other word. */
export function createOtherSpellings(
  tables: Tables,
  vocabulary: Vocabulary,
): (word: string) => OtherDrug | null {
  let drugs: Map<string, OtherDrug> | null = null;
  function drugsByKey(): Map<string, OtherDrug> {
    const found = new Map<string, OtherDrug>();
    for (const names of [tables.otherNamesVocabulary, GENERIC_NAMES])
      for (const name of names) {
        const key = name.includes(' ') ? null : spellingKey(name);
        const drug = key === null ? null : vocabulary.get(name)?.other;
        if (key !== null && drug && found.get(key) !== 'partner') found.set(key, drug);
      }
    return found;
  }
  return (word) => {
    const drug = vocabulary.get(word)?.other;
    if (drug) return drug;
    const key = spellingKey(word);
    if (key === null) return null;
    drugs ??= drugsByKey();
    return drugs.get(key) ?? null;
  };
}

/** Shorter keys stand inside too many ordinary words. */
const MIN_KEY_INSIDE = 6;

/** The opioid whose generic name a word spells or holds in one of those languages: "dekstropropoksyfen", "etyylimorfiini"; null for any other word. */
export function createOpioidSpellings(
  names: readonly OpioidName[],
): (word: string) => { readonly ids: string; readonly isWhole: boolean } | null {
  const opioids = new Map<string, string>();
  for (const { words, ids, kind, isAmbiguous } of names) {
    const key = words.length === 1 && kind === 'name' && !isAmbiguous ? spellingKey(words[0] ?? '') : null;
    if (key !== null && !ids.every(isAntagonist)) opioids.set(key, ids.join(', '));
  }
  const long = [...opioids].filter(([key]) => key.length >= MIN_KEY_INSIDE);
  return (word) => {
    const key = spellingKey(word);
    if (key === null) return null;
    const whole = opioids.get(key);
    if (whole !== undefined) return { ids: whole, isWhole: true };
    const held = long.find(([one]) => key.includes(one));
    return held === undefined ? null : { ids: held[1], isWhole: false };
  };
}
