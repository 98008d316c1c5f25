/** Reading laboratory results: which rows count, and whether they say yes or no. */
import type { ObservationRow } from '#lib/chart/chart.ts';
import { conceptName } from '#lib/chart/concept.ts';
import { withoutAccents } from '#lib/terminology/codes/without-accents.ts';
import { latest } from '#lib/time/calendar-date.ts';
import type { DayOf } from '#lib/time/chart-day.ts';

/** It was not taken back, and holds a value. */
export function isResult(row: ObservationRow): boolean {
  return counts(row) && row.value.kind !== 'absent';
}

/** A value, or the laboratory's word on it alone: "POS"; a value of a kind that is not read is one too. */
export function isFinding(row: ObservationRow): boolean {
  const { value, interpretation } = row;
  return (
    counts(row) && (value.kind !== 'absent' || value.why === 'not-readable' || interpretation.length > 0)
  );
}

function counts({ state }: ObservationRow): boolean {
  return state !== 'void';
}

/** LOINC or other code of the observation is in the set. */
export function hasCode(row: ObservationRow, codes: ReadonlySet<string>): boolean {
  return row.concept.codings.some(({ code }) => code !== null && codes.has(code));
}

/** SNOMED CT, and LOINC's answers: positive, detected, present; negative, not detected, absent. */
const POSITIVE_CODES = new Set([
  ...['10828004', '260373001', '52101004'],
  ...['LA6576-8', 'LA11882-0', 'LA9633-4'],
]);
const NEGATIVE_CODES = new Set([
  ...['260385009', '260415000', '2667000'],
  ...['LA6577-6', 'LA11883-8', 'LA9634-2'],
]);
/** Laboratories call a presumptive positive drug screen "non-negative". */
const NON_NEGATIVE = /\b(non|not|no)[- ]?(negative|negativ[oa]|negatif)\b/i;
const NEGATIVE_WORDS =
  /\b(neg(ative|ativ[oa]|atif)?|not? (detected|detectad[oa]|present|reactiv[oa])|non (detectee?|reactif)|none detected|undetect\w*|indetectable|absente?|ausente|ausencia|absence|non-?reactive|below (the )?cut-?off)\b|<\s?cut-?off|^\s*(no|non|false|n)\s*$/i;
const POSITIVE_WORDS =
  /\b(pos(itive|itiv[oa]|itif)?|detected|detectad[oa]|detectee?|presente?|reactive|reactiv[oa]|presumptive)\b|\+|^\s*(yes|true|y|si|oui)\s*$/i;
const ABNORMAL = new Set([
  'POS',
  'POSITIVE',
  'A',
  'AA',
  'ABNORMAL',
  'H',
  'HH',
  'DET',
  'DETECTED',
  'R',
  'RR',
  'WR',
]);
const NORMAL = new Set(['NEG', 'NEGATIVE', 'N', 'NORMAL', 'ND', 'NR']);

/** What a test for the presence of something says; `unclear` is neither. */
export type Presence = 'positive' | 'negative' | 'unclear';

/** By code first, then by words, then by the laboratory's flag, then by number; what none of them tells is `unclear`. */
export function presence(row: ObservationRow): Presence {
  const { value } = row;
  if (value.kind === 'concept') {
    const codes = value.concept.codings.map(({ code }) => code ?? '');
    if (codes.some((code) => POSITIVE_CODES.has(code))) return 'positive';
    if (codes.some((code) => NEGATIVE_CODES.has(code))) return 'negative';
  }
  const words = withoutAccents(
    (value.kind === 'concept' ? conceptName(value.concept) : value.kind === 'text' ? value.text : null) ?? '',
  );
  if (NON_NEGATIVE.test(words)) return 'positive';
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

/** The results of the latest day among these, and the undated ones: nobody can say that those are older. */
export function latestOf(rows: readonly ObservationRow[], dayOf: DayOf): readonly ObservationRow[] {
  const last = latest(rows.map(({ effective }) => dayOf(effective)));
  return rows.filter(({ effective }) => {
    const day = dayOf(effective);
    return day === null || day === last;
  });
}
