/** Homeopathic potencies: "Opium 9CH" holds next to nothing of what it names, but nobody should guess that. */
import type { OpioidName } from './tables.ts';
import { isNumber } from './words.ts';

const POTENCIES: ReadonlySet<string> = new Set('ch dh ck lm mk xmk'.split(' '));
const LETTERS: ReadonlySet<string> = new Set(['c', 'd', 'k', 'x']);
const DILUTED: ReadonlySet<string> = new Set(['opium', 'morphine', 'codeine']);
const SAYS_SO = /^homo?eopath/;

/** Whether the words of a text that names these opioids speak of a potency rather than a dose. */
export function isHomeopathic(words: readonly string[], names: readonly OpioidName[]): boolean {
  if (words.some((word) => SAYS_SO.test(word))) return true;
  if (words.includes('mg') || !names.every(({ ids }) => ids.every((id) => DILUTED.has(id)))) return false;
  const isOpium = names.every(({ ids }) => ids.every((id) => id === 'opium'));
  return words.some((word, at) => {
    const isAfterNumber = isNumber(words[at - 1] ?? '');
    if (POTENCIES.has(word)) return isAfterNumber;
    return isOpium && LETTERS.has(word) && (isAfterNumber || isNumber(words[at + 1] ?? ''));
  });
}
