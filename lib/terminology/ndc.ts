/** National Drug Code numbers in any of the formats that charts hold, brought to labeller and product: nine digits. */

const HYPHENATED = /^(\d{4,6})-(\d{3,4})(?:-(\d{1,2}|\*\d|\*\*))?$/;
const DIGITS = /^\d+$/;

const fiveFour = (labeller: string, product: string): string =>
  labeller.slice(-5).padStart(5, '0') + product.padStart(4, '0');

/**
 * Every labeller-product number that a code may mean: one for 11 or 9 digits and for hyphenated codes (4-4-2, 5-3-2, 5-4-1,
 * also without the package), three for ten digits without hyphens, none for anything else.
 * @see 21 CFR 207.33; NLM RxNorm technical documentation, NDC normalisation
 */
export function ndcProducts(code: string): readonly string[] {
  const text = code.trim().replace(/[\s\u2010-\u2015]+/g, '-');
  const parts = HYPHENATED.exec(text);
  if (parts) return [fiveFour(parts[1] ?? '', parts[2] ?? '')];
  if (!DIGITS.test(text)) return [];
  if (text.length === 12 && text.startsWith('0')) return [text.slice(1, 10)];
  if (text.length === 11 || text.length === 9) return [text.slice(0, 9)];
  if (text.length !== 10) return [];
  return [
    fiveFour(text.slice(0, 4), text.slice(4, 8)),
    fiveFour(text.slice(0, 5), text.slice(5, 8)),
    fiveFour(text.slice(0, 5), text.slice(5, 9)),
  ];
}
