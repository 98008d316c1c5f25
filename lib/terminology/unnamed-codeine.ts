/** Codeine that a chart writes without naming it. */
import type { Suspicion } from './finding.ts';

/** "APAP #3", "butalbital comp no. three", "acetaminophen 300-30 mg": how charts write the mixtures with codeine without naming it. */
const NUMBERED_MIXTURE =
  /\b(apap|acetaminophen|paracetamol|tylenol|asa|aspirin|fioricet|fiorinal|butalbital)\b.{0,250}?((?:#|\bno\.?|\bnumber)\s*(?:[1-4]|one|two|three|four|i{1,3}|iv)\b)/i;
const CODEINE_STRENGTHS =
  /\b(apap|acetaminophen|paracetamol|tylenol)\b.{0,250}?\b(300\s*(?:mg)?\s*[-/]\s*(?:15|30|60))\b/i;

/** "TRIATEC-8", "ATASOL-15": how brands of Canada write the milligrams of codeine. With a unit behind it the number is a strength. */
export const BRAND_WITH_CODEINE =
  /(?:^|[\s(])([a-z]{4,30}) ?- ?(8|15|30|60)(?![\d.,/]| ?(?:mg|mcg|ml|g|%|x|tab|cap|i?u\b))/i;

/** A number or a strength that only the mixtures with codeine have; null where none stands there. */
export function unnamedCodeine(text: string): Suspicion | null {
  const written = NUMBERED_MIXTURE.exec(text)?.[2] ?? CODEINE_STRENGTHS.exec(text)?.[2];
  return written === undefined ? null : { words: written.trim(), resembles: { code: 'with-codeine' } };
}
