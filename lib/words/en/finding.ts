/** The sentence of a finding: what was found, with the chart's own words and days. */
import type { FactsOf, Finding, FindingCode } from '#lib/safety/finding.ts';
import type { DayWords } from '../shapes.ts';
import { screenDate } from './dates.ts';
import { age } from './findings/age.ts';
import { allergy } from './findings/allergy.ts';
import { alternatives } from './findings/alternatives.ts';
import { incompleteRecord } from './findings/incomplete-record.ts';
import { indication } from './findings/indication.ts';
import { interactions } from './findings/interactions.ts';
import { kidney } from './findings/kidney.ts';
import { liver } from './findings/liver.ts';
import { mood } from './findings/mood.ts';
import { naltrexone } from './findings/naltrexone.ts';
import { opioidUse } from './findings/opioid-use.ts';
import { opioids } from './findings/opioids.ts';
import { otherSources } from './findings/other-sources.ts';
import { patientMatch } from './findings/patient-match.ts';
import { pregnancy } from './findings/pregnancy.ts';
import { surgery } from './findings/surgery.ts';
import { thyroidTransplant } from './findings/thyroid-transplant.ts';
import { unidentified } from './findings/unidentified.ts';
import { regimenFaultWords } from './regimen-fault.ts';

/** One sentence a code: a code without one does not compile. */
type FindingWords = { readonly [C in FindingCode]: (facts: FactsOf<C>, day: DayWords) => string };

const WORDS: FindingWords = {
  ...age,
  ...allergy,
  ...alternatives,
  ...indication,
  ...interactions,
  ...kidney,
  ...liver,
  ...mood,
  ...otherSources,
  ...patientMatch,
  ...pregnancy,
  ...surgery,
  ...thyroidTransplant,
  ...incompleteRecord,
  ...naltrexone,
  ...unidentified,
  ...opioids,
  ...opioidUse,
  regimen: ({ faults }, day) => faults.map((fault) => regimenFaultWords(fault, day)).join(' '),
};

export function findingWords(finding: Finding, day: DayWords = screenDate): string {
  const words = WORDS[finding.code] as (facts: object, day: DayWords) => string;
  return words(finding.facts, day);
}
