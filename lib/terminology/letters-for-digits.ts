/** Names with digits in place of the letters they look like: "m0rphine", "Vic0din", "P3rcocet". */

const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  Object.entries({ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' }),
);
const DIGIT_BEHIND_LETTER = /[a-z][013457]/i;
/** Within a word, or a nought at its end: other digits there are a strength. */
const DISGUISED = /[a-z]{1,40}(?:[013457]{1,3}[a-z]{1,40}){1,6}|[a-z]{3,40}0(?![\d.,a-z])/gi;

/** What such words of a text spell, folded; a 1 is an "i" or an "l". */
export function lettersForDigits(text: string): readonly string[] {
  if (!DIGIT_BEHIND_LETTER.test(text)) return [];
  return (text.match(DISGUISED) ?? []).flatMap((word) => {
    const spelt = (one: string): string =>
      word.toLowerCase().replace(/\d/g, (digit) => (digit === '1' ? one : (LOOKALIKES.get(digit) ?? digit)));
    return word.includes('1') ? [spelt('i'), spelt('l')] : [spelt('i')];
  });
}
