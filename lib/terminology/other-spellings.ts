/** Ordinary drugs by the spelling of another language: "simvastatina", "naprossene", "ramiprilum". */
import { spellingKey } from './spelling-key.ts';
import type { Tables } from './tables.ts';
import type { OtherDrug, Vocabulary } from './vocabulary.ts';

/** What a word is that spells another drug's name in one of the languages of the tables; null for any other word. */
export function createOtherSpellings(
  tables: Tables,
  vocabulary: Vocabulary,
): (word: string) => OtherDrug | null {
  let drugs: Map<string, OtherDrug> | null = null;
  function drugsByKey(): Map<string, OtherDrug> {
    const found = new Map<string, OtherDrug>();
    for (const names of [tables.otherNames, tables.otherNamesVocabulary, tables.otherNamesNational])
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
