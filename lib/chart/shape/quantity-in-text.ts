/** Numbers that a laboratory sent as text: a result "<15 mL/min", a normal range "0 - 40 U/L". */

/** A unit begins with a letter, a micro or a percent sign: "1+" is no quantity. */
const UNIT = '(?:[a-zµμ%][^;,()]{0,30})?';
const NUMBER = '\\d{1,9}(?:\\.\\d{1,9})?';
/** The laboratory's mark beside a number: "*410", "18 (L)". */
const MARK = '(?:\\*|\\([a-z]{1,8}\\))?';
const BOUND = '[<>]=?|[≤≥]|(?:less|below|under|lower|greater|more|above|over|higher)(?: than)?';
const WHOLE = new RegExp(`^\\s*\\*?\\s*(${BOUND})?\\s*(${NUMBER})\\s*(${UNIT})\\s*${MARK}\\s*$`, 'i');
const RANGE = new RegExp(
  `^\\s*(?:${NUMBER}\\s*(?:-|–|to)|<=?|≤|up to)\\s*(${NUMBER})\\s*(${UNIT})\\s*$`,
  'i',
);

/** A longer text is no number with its unit; the patterns above are for short ones alone. */
const LONGEST = 60;

interface QuantityInText {
  readonly value: number;
  readonly unit: string | null;
  /** As FHIR writes it: "<", "<=", ">=", ">". */
  readonly comparator: string | null;
}

/** Null where the text says anything beside one number: nobody knows what it would mean then. */
export function quantityInText(text: string): QuantityInText | null {
  const [, comparator, value, unit] = (text.length <= LONGEST && WHOLE.exec(text)) || [];
  if (value === undefined) return null;
  return {
    value: Number(value),
    unit: unit?.trim() || null,
    comparator: comparator === undefined ? null : asFhir(comparator.toLowerCase()),
  };
}

function asFhir(bound: string): string {
  if (bound.startsWith('<') || bound.startsWith('>')) return bound;
  if (bound === '≤') return '<=';
  if (bound === '≥') return '>=';
  return /^(?:less|below|under|lower)/.test(bound) ? '<' : '>';
}

/** The upper end of a range in words; null where it has none, or the text is more than a range. */
export function upperLimitInText(text: string): Omit<QuantityInText, 'comparator'> | null {
  const [, value, unit] = (text.length <= LONGEST && RANGE.exec(text)) || [];
  return value === undefined ? null : { value: Number(value), unit: unit?.trim() || null };
}
