/**
 * Words of a brand's line that change what is inside: "Calpol Extra", "Nurofen Plus", "Robitussin Night-Time". Folded. Beside a
 * drug that comes in mixtures with opioids they are no plain words.
 */
export const LINE_WORDS: ReadonlySet<string> = new Set(
  `plus extra forte fort fte max maximum ultra super special compound comp compositum combi co complete dual duo double action
   night nighttime nite nurse day daytime dry chesty tickly cough coughs complex advance advanced expectorant exp`.split(
    /\s+/,
  ),
);

/** What brands of coughs and colds are made of. */
const COUGH_OR_COLD = /tuss|guai|hist$|chlor$|phen$|cough|cold|coff|bron[ck]/;

/** Whether a word of a cough mixture's line stands at that place: "Guiatuss AC", "Zor-Tuss HD", "Guiatuss A.C.". */
export function endsCoughMixture(words: readonly string[], at: number): boolean {
  const before = words[at - 1] === 'a' ? words[at - 2] : words[at - 1];
  return OPIOID_SUFFIXES.has(words[at] ?? '') && COUGH_OR_COLD.test(before ?? '');
}

/** Ends of the names of cough, cold and pain mixtures with codeine, dihydrocodeine or hydrocodone. */
export const OPIOID_SUFFIXES: ReadonlySet<string> = new Set('ac dac dc dh dhc hd hc cd c'.split(' '));
