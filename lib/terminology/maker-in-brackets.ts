/** "Chlorphenamine 4mg tablets (Sigma Pharmaceuticals Plc)": a maker in brackets at the end of a name. */
import { wordsOf } from './words.ts';

/** Words of a company's legal name. */
export const LEGAL_WORDS: readonly string[] =
  'ltd limited plc inc llc corp gmbh ag sa spa srl bv nv oy ab pharma pharmaceutical pharmaceuticals laboratories labs healthcare products chemicals'.split(
    ' ',
  );

/** The words in brackets that end a text, where one of them is a maker's or a company's; none otherwise. Takes time in proportion to the text. */
export function makerWords(text: string, isMaker: (word: string) => boolean): readonly string[] {
  const end = text.trimEnd();
  if (!end.endsWith(')')) return [];
  let depth = 0;
  for (let at = end.length - 1; at >= 0; at--) {
    if (end[at] === ')') depth++;
    else if (end[at] === '(' && --depth === 0) {
      const words = wordsOf(end.slice(at));
      return words.some(isMaker) ? words : [];
    }
  }
  return [];
}
