/** The sentence of a finding: what was found, with the chart's own words and days. */
import type { FactsOf, Finding, FindingCode } from '#lib/safety/finding.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { screenDate, withScreenDates } from './dates.ts';
import { regimenFaultWords } from './regimen-fault.ts';

/** How a day is written: as ISO text for a file, as 02-Mar-2026 on a screen. */
export type DayWords = (day: CalendarDate) => string;

/** One sentence a code: a code without one does not compile. */
export type FindingWords = { readonly [C in FindingCode]: (facts: FactsOf<C>, day: DayWords) => string };

const WORDS: FindingWords = {
  regimen: ({ faults }, day) => faults.map((fault) => regimenFaultWords(fault, day)).join(' '),
};

export const isoDay: DayWords = (day) => day;

export function findingWords(finding: Finding, day: DayWords = screenDate): string {
  if ('message' in finding) return day === isoDay ? finding.message : withScreenDates(finding.message);
  const words = WORDS[finding.code] as (facts: object, day: DayWords) => string;
  return words(finding.facts, day);
}
