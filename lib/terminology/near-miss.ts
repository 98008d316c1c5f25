/**
 * Words that nearly spell an opioid's name, from its first letter on: one letter dropped, doubled, substituted or two exchanged;
 * two such in long names.
 */
import { isAntagonist } from './ingredients.ts';
import type { OpioidName } from './tables.ts';

/** Names shorter than this have too many neighbours among ordinary words. POLICY */
const MIN_LENGTH = 6;
/** From this length on a generic name may be two letters off. POLICY */
const MIN_LENGTH_FOR_TWO = 9;
/** A word that contains a name this long ("norfentanyl", "oxycodonehcl") is as doubtful as a misspelt one. POLICY */
const MIN_LENGTH_INSIDE = 6;
/** Longer words are no misspelt drug name. */
const MAX_WORD = 40;

interface SpellingTarget {
  /** One folded word. */
  readonly word: string;
  /** How a person writes the name. */
  readonly name: string;
  /** Generic names may be two letters off and are looked for inside words; brands one letter. */
  readonly isGeneric: boolean;
}

/** The names of one word that a misspelt word is compared with: agonists, neither ambiguous nor cut short. */
export const spellingTargets = (names: readonly OpioidName[]): SpellingTarget[] =>
  names
    .filter(({ ids, isAmbiguous, kind }) => !isAmbiguous && kind !== 'short' && !ids.every(isAntagonist))
    .flatMap(({ name, words, ids, kind }) => {
      const [word = '', ...more] = words;
      const isGeneric = kind === 'name';
      return more.length === 0 ? [{ word, name: isGeneric ? ids.join(', ') : name, isGeneric }] : [];
    });

interface Prepared extends SpellingTarget {
  readonly letters: number;
}

const lettersOf = (word: string): number => {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) % 31);
  return letters;
};

const bitCount = (bits: number): number => {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
};

/** Whether two words are at most `limit` edits apart; an exchange of neighbours is one edit (optimal string alignment). */
export function isWithin(limit: number, a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > limit) return false;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const exchanged =
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (exchanged) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return false;
    beforeLast = last;
    last = row;
  }
  return (last[b.length] ?? 0) <= limit;
}

export interface NearMiss {
  readonly name: string;
  /** Spelt alike from the first letter on: a suspicion. Else it is worth a question only where nobody knows the word. */
  readonly isAlike: boolean;
}

/** Finds the opioid name that a folded word nearly spells or contains, the closest first; null when there is none. */
export function createNearMiss(targets: readonly SpellingTarget[]): (word: string) => NearMiss | null {
  const prepared = targets
    .filter(({ word }) => word.length >= MIN_LENGTH)
    .map((target): Prepared => ({ ...target, letters: lettersOf(target.word) }));
  const byLength = Map.groupBy(prepared, ({ word }) => word.length);
  const inside = prepared.filter(({ word, isGeneric }) => isGeneric && word.length >= MIN_LENGTH_INSIDE);

  const mayDiffer = (target: Prepared, word: string): 1 | 2 =>
    target.isGeneric && Math.max(target.word.length, word.length) >= MIN_LENGTH_FOR_TWO ? 2 : 1;

  function neighbour(word: string, limit: 1 | 2): NearMiss | null {
    const letters = lettersOf(word);
    let other: NearMiss | null = null;
    for (let length = word.length - limit; length <= word.length + limit; length++)
      for (const target of byLength.get(length) ?? []) {
        const isAlike = target.word[0] === word[0];
        if (other !== null && !isAlike) continue;
        if (mayDiffer(target, word) < limit || bitCount(target.letters ^ letters) > 2 * limit) continue;
        if (!isWithin(limit, word, target.word)) continue;
        if (isAlike) return { name: target.name, isAlike };
        other = { name: target.name, isAlike };
      }
    return other;
  }

  return (word) => {
    if (word.length < MIN_LENGTH - 1 || word.length > MAX_WORD) return null;
    const close = neighbour(word, 1);
    if (close?.isAlike) return close;
    const within = inside.find((target) => word.includes(target.word));
    if (within) return { name: within.name, isAlike: true };
    const far = neighbour(word, 2);
    return far?.isAlike ? far : (close ?? far);
  };
}
