/** Opioids named by letters, numbers and words of everyday language, which only how they are written tells apart: "M30", "M-long", "222s", "Twice 30 mg". */
import { isAntagonist } from '../ingredients.ts';
import type { OpioidName } from '../tables.ts';
import { isNumber } from '../words.ts';

/** A number alone ("292") is a strength or a count but for an "s" or the tablets behind it, "twice" a direction but for milligrams. */
const AFTER_A_NUMBER = "(?:'?s\\b| ?(?:mep|tabs?|tablets?)\\b)";
const AFTER_A_WORD = ' \\d{2,3} ?mg\\b';

/** Letters of a code name, before its number or after. */
const MAX_LETTERS = 2;

/** The written form of a name that its words alone do not tell; null where they do. */
function writtenForm({ words, kind }: OpioidName, isEveryday: (word: string) => boolean): string | null {
  if (!words.every((word) => isNumber(word) || isEveryday(word))) return null;
  const [first = ''] = words;
  if (words.length === 1)
    return kind === 'brand' ? `${first}${isNumber(first) ? AFTER_A_NUMBER : AFTER_A_WORD}` : null;
  // With a space between, a letter and a number are a unit, a form or a count.
  const isCode = words.some(isNumber) && words.every((word) => isNumber(word) || word.length <= MAX_LETTERS);
  return `${words.join(isCode ? '-?' : '-')}\\b`;
}

interface CodeName {
  readonly words: readonly string[];
  readonly written: RegExp;
}

/** Finds such names in a text, as it is written and as its words are folded. @param isEveryday words that tell nothing. */
export function createCodeNames(
  names: readonly OpioidName[],
  isEveryday: (word: string) => boolean,
): (text: string, words: readonly string[]) => readonly string[] {
  const byFirstWord = new Map<string, CodeName[]>();
  for (const name of names) {
    const form = name.isAmbiguous && !name.ids.every(isAntagonist) ? writtenForm(name, isEveryday) : null;
    if (form === null) continue;
    const [first = ''] = name.words;
    const written = new RegExp(`(?<![\\p{L}\\d.,/#-])${form}`, 'iu');
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { words: name.words, written }]);
  }
  return (text, words) =>
    words.flatMap((word, at) =>
      (byFirstWord.get(word) ?? [])
        .filter((name) => name.words.every((part, after) => words[at + after] === part))
        .flatMap(({ written }) => written.exec(text)?.[0] ?? []),
    );
}
