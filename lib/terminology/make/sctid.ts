/** What can be proved of a SNOMED CT number without its release: that it was not mistyped. */

/** Verhoeff's permutation of the digit that stands 1, 2, 3 ... places before the last one. */
const PERMUTATION = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4] as const;

/** The product of two digits in the dihedral group of ten: 0-4 turn, 5-9 flip. */
function product(a: number, b: number): number {
  const turn = a < 5 ? a + b : a - b;
  return (((turn % 5) + 5) % 5) + (a < 5 === b < 5 ? 0 : 5);
}

function permuted(digit: number, times: number): number {
  let moved = digit;
  for (let done = 0; done < times % 8; done++) moved = PERMUTATION[moved] ?? 0;
  return moved;
}

/**
 * Whether this may be the number of a concept, in the international release or an extension: its partition says so and its check digit holds.
 * @see SNOMED CT Release File Specifications, SCTID: partition identifier, check digit
 */
export function isConceptNumber(code: string): boolean {
  if (!/^[1-9]\d{2,14}[01]0\d$/.test(code)) return false;
  const check = [...code]
    .reverse()
    .reduce((sum, digit, place) => product(sum, permuted(Number(digit), place)), 0);
  return check === 0;
}
