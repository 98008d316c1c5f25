/** Homeopathic potencies: "Opium 9CH" holds next to nothing of what it names, but nobody should guess that. */
import type { OpioidName } from './tables.ts';
import { isNumber } from './words.ts';

const POTENCIES: ReadonlySet<string> = new Set('ch dh ck lm mk xmk'.split(' '));
const LETTERS: ReadonlySet<string> = new Set(['c', 'd', 'k', 'x']);
const DILUTED: ReadonlySet<string> = new Set(['opium', 'morphine', 'codeine']);
/** Makers and lines of homeopathic products or of single plants alone: "Ignatia amara Boiron", "Arkogélules Reine des prés". */
const MAKERS: ReadonlySet<string> = new Set(
  'boiron lehning dolisos rocal wala dhu similasan cemon guna weleda arkogelules arkocaps elusanes mediflor oligosol'.split(
    ' ',
  ),
);
const SAYS_SO = /^homo?eopath/;

/** Whether a homeopathic maker or the word itself stands there, and no milligrams: then a name that is no opioid's is a remedy's. */
export const isOfHomeopath = (words: readonly string[]): boolean =>
  !words.includes('mg') && words.some((word) => MAKERS.has(word) || SAYS_SO.test(word));

/** Whether the words of a text that names these opioids speak of a potency rather than a dose. */
export function isHomeopathic(words: readonly string[], names: readonly OpioidName[]): boolean {
  if (isOfHomeopath(words)) return true;
  if (words.includes('mg') || !names.every(({ ids }) => ids.every((id) => DILUTED.has(id)))) return false;
  const isOpium = names.every(({ ids }) => ids.every((id) => id === 'opium'));
  return words.some((word, at) => {
    const isAfterNumber = isNumber(words[at - 1] ?? '');
    if (POTENCIES.has(word)) return isAfterNumber;
    return isOpium && LETTERS.has(word) && (isAfterNumber || isNumber(words[at + 1] ?? ''));
  });
}
