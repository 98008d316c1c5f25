/** National Drug Code numbers in any of the formats that charts hold, brought to labeller and product: nine digits. */

const HYPHENATED = /^(\d{4,6})-(\d{3,4})(?:-(\d{1,2}|\*\d|\*\*))?$/;
const DIGITS = /^\d+$/;
/** A barcode: 3, the ten digits of the NDC, a check digit; as UPC of 12 digits, or as GTIN of 13 or 14 with noughts or a package level before it. */
const BARCODE = /^(?:\(01\))?(?:\d?0)?3(\d{10})\d$/;

const fiveFour = (labeller: string, product: string): string =>
  labeller.slice(-5).padStart(5, '0') + product.padStart(4, '0');

/** The last digit makes the sum a multiple of ten, the others counting three times and once in turn, from the right. */
function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let at = digits.length - 1, weight = 1; at >= 0; at--, weight = 4 - weight)
    sum += weight * Number(digits[at]);
  return sum % 10 === 0;
}

/** The ten digits of the NDC that a barcode of a US medicine holds; null for any other number. @see GS1 General Specifications, GTIN; FDA NDC in UPC */
function ndcInBarcode(code: string): string | null {
  const digits = BARCODE.exec(code)?.[1];
  return digits !== undefined && hasCheckDigit(code.replace('(01)', '')) ? digits : null;
}

const ofTenDigits = (digits: string): readonly string[] => [
  fiveFour(digits.slice(0, 4), digits.slice(4, 8)),
  fiveFour(digits.slice(0, 5), digits.slice(5, 8)),
  fiveFour(digits.slice(0, 5), digits.slice(5, 9)),
];

/**
 * Every labeller-product number that a code may mean: one for 11 or 9 digits and for hyphenated codes (4-4-2, 5-3-2, 5-4-1,
 * also without the package), three for ten digits without hyphens and for the barcode around them, none for anything else.
 * @see 21 CFR 207.33; NLM RxNorm technical documentation, NDC normalisation
 */
export function ndcProducts(code: string): readonly string[] {
  const text = code.trim().replace(/[\s\u2010-\u2015]+/g, '-');
  const parts = HYPHENATED.exec(text);
  if (parts) return [fiveFour(parts[1] ?? '', parts[2] ?? '')];
  const inBarcode = ndcInBarcode(text);
  if (inBarcode !== null) return ofTenDigits(inBarcode);
  if (!DIGITS.test(text)) return [];
  if (text.length === 12 && text.startsWith('0')) return [text.slice(1, 10)];
  if (text.length === 11 || text.length === 9) return [text.slice(0, 9)];
  return text.length === 10 ? ofTenDigits(text) : [];
}
