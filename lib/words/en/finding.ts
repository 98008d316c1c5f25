/** The sentence of a finding: what was found, with the chart's own words and days. */
import type { FactsOf, Finding, FindingCode } from '#lib/safety/finding.ts';
import { type DayWords, isoDay, screenDate, withScreenDates } from './dates.ts';
import { regimenFaultWords } from './regimen-fault.ts';

/** One sentence a code: a code without one does not compile. */
export type FindingWords = { readonly [C in FindingCode]: (facts: FactsOf<C>, day: DayWords) => string };

const WORDS: FindingWords = {
  regimen: ({ faults }, day) => faults.map((fault) => regimenFaultWords(fault, day)).join(' '),
};

export function findingWords(finding: Finding, day: DayWords = screenDate): string {
  if ('message' in finding) return day === isoDay ? finding.message : withScreenDates(finding.message);
  const words = WORDS[finding.code] as (facts: object, day: DayWords) => string;
  return words(finding.facts, day);
}
