/** Reading laboratory results: which rows count, and whether they say yes or no. */
import type { ObservationRow } from '../chart/chart.ts';
import { conceptWords } from './concept.ts';

const VOID = new Set(['entered-in-error', 'cancelled']);

export function isResult(row: ObservationRow): boolean {
  return (row.status === null || !VOID.has(row.status)) && row.value.kind !== 'absent';
}

/** LOINC or other code of the observation is in the set. */
export function hasCode(row: ObservationRow, codes: ReadonlySet<string>): boolean {
  return row.concept.codings.some(({ code }) => code !== null && codes.has(code));
}

/** SNOMED CT: positive, detected, present; negative, not detected, absent. */
const POSITIVE_CODES = new Set(['10828004', '260373001', '52101004']);
const NEGATIVE_CODES = new Set(['260385009', '260415000', '2667000']);
const NEGATIVE_WORDS =
  /\b(neg(ative)?|not (detected|present)|none detected|undetect\w*|absent|non-?reactive)\b/i;
const POSITIVE_WORDS = /\b(pos(itive)?|detected|present|reactive|presumptive)\b|\+/i;
const ABNORMAL = new Set(['POS', 'A', 'AA', 'H', 'HH', 'DET', 'R', 'RR', 'WR']);
const NORMAL = new Set(['NEG', 'N', 'ND', 'NR']);

/** What a test for the presence of something says; `unclear` is neither. */
export function presence(row: ObservationRow): 'positive' | 'negative' | 'unclear' {
  const { value } = row;
  if (value.kind === 'concept') {
    const codes = value.concept.codings.map(({ code }) => code ?? '');
    if (codes.some((code) => POSITIVE_CODES.has(code))) return 'positive';
    if (codes.some((code) => NEGATIVE_CODES.has(code))) return 'negative';
  }
  const words =
    value.kind === 'concept' ? conceptWords(value.concept) : value.kind === 'text' ? value.text : '';
  if (NEGATIVE_WORDS.test(words)) return 'negative';
  if (POSITIVE_WORDS.test(words)) return 'positive';
  const flags = row.interpretation.map((flag) => flag.toUpperCase());
  if (flags.some((flag) => ABNORMAL.has(flag))) return 'positive';
  if (flags.some((flag) => NORMAL.has(flag))) return 'negative';
  if (value.kind !== 'quantity') return 'unclear';
  if (value.comparator === '<' || value.comparator === '<=' || value.value === 0) return 'negative';
  if (row.referenceHigh === null) return 'unclear';
  return value.value > row.referenceHigh ? 'positive' : 'negative';
}

/** The laboratory itself marks the value as raised. */
export function isMarkedHigh(row: ObservationRow): boolean {
  return row.interpretation.some((flag) => ['H', 'HH', 'HU', 'A', 'AA'].includes(flag.toUpperCase()));
}
