/** R28: medicines, codes, procedures and appointments that suggest opioid use this record may not show. */

import { conditionFact, opioidProcedureFact } from '#lib/safety/chart-facts.ts';
import { isSought, medicationIsSought, type Sought } from '#lib/safety/concept.ts';
import { counts, isActive, lastMentioned } from '#lib/safety/condition.ts';
import type { JudgedMedication } from '#lib/safety/exposure/judged-medication.ts';
import { medicationFact, recordedOn } from '#lib/safety/medication-fact.ts';
import { reasons } from '#lib/safety/reasons.ts';
import type { AnyRowFact } from '#lib/safety/row-fact.ts';
import type { Case, RawFinding, Rule } from '#lib/safety/rule.ts';
import { daysBetween } from '#lib/time/calendar-date.ts';
import { saysOpioidUseDisorder } from './opioid-use-disorder.ts';

const COMPANIONS = new Set(['naloxone', 'naloxegol', 'methylnaltrexone', 'naldemedine', 'alvimopan']);
const LOFEXIDINE: Sought = { words: /\b(lofexidine|lucemyra|britlofex)\b/i };
/**
 * Problems of people who take, or took, an opioid. ICD-10-CM: long-term (current) use of opiate analgesic; poisoning by and adverse
 * effect of opium, heroin, other opioids, methadone, synthetic and unspecified narcotics. SNOMED CT: continuous use of opioids.
 */
const OPIOID_USE: Sought = {
  codes: new Set(['145841000119107']),
  icd10: ['Z79.891', 'T40.0', 'T40.1', 'T40.2', 'T40.3', 'T40.4', 'T40.6'],
  words:
    /\b(long[- ]term|continuous|current|chronic)\b.{0,80}\b(opioid|opiate)s?\b|\b(opioid|opiate|heroin|fentanyl|methadone|oxycodone|morphine)s?\b.{0,80}\b(use|overdose|poisoning|tolerance|intoxication|pump)\b|\b(overdose|poisoning|intoxication)\b.{0,80}\b(opioid|opiate|heroin|fentanyl|methadone|oxycodone|morphine)s?\b|\b(opioid|opiate)[- ]induced\b|\bon (opioid|opiate|narcotic|methadone|suboxone|buprenorphine|fentanyl|oxycodone|morphine)s?\b|\b(intrathecal|implanted)\b.{0,80}\bpump\b/i,
  except:
    /\b(family history|screen\w*|at risk|risk of|denies|no history|ruled out|allerg\w*|intoleran\w*|naloxone|insulin|baclofen)\b/i,
};
const RECENT_DAYS = 365;

const REASONS = reasons('takes-no-opioid', 'kit-as-precaution', 'opioid-ended');

export type HiddenOpioidUseFinding = RawFinding<'opioid-use-suggested', { readonly row: AnyRowFact }>;

export const checkHiddenOpioidUse: Rule<HiddenOpioidUseFinding> = {
  id: 'R28',
  basis: ['policy'],
  check: (patient) => [
    ...patient.medications
      .filter((medication) => suggestsOpioidUse(medication) && isRecent(medication, patient))
      .map((medication) => suggestedBy(medicationFact(medication, patient.dayOf))),
    ...patient.chart.conditions
      .filter((row) => {
        // A use disorder is R10's.
        if (!counts(row) || !isSought(row.concept, OPIOID_USE) || saysOpioidUseDisorder(row.concept))
          return false;
        const day = lastMentioned(row, patient.dayOf);
        return isActive(row) || day === null || daysBetween(day, patient.asOf) <= RECENT_DAYS;
      })
      .map((row) => suggestedBy(conditionFact(row, patient.dayOf))),
    ...patient.opioidProcedures
      .filter(({ kind }) => kind === 'treatment')
      .map((procedure) => suggestedBy(opioidProcedureFact(procedure))),
  ],
};

function suggestedBy(row: AnyRowFact): HiddenOpioidUseFinding {
  return {
    code: 'opioid-use-suggested',
    facts: { row },
    severity: 'confirm',
    sources: [row.source],
    reasons: REASONS,
  };
}

function suggestsOpioidUse({ row, recognition }: JudgedMedication): boolean {
  return (
    (recognition.kind !== 'opioid' &&
      recognition.antagonists.some((antagonist) => COMPANIONS.has(antagonist))) ||
    medicationIsSought(row.medication, LOFEXIDINE)
  );
}

function isRecent({ row, use }: JudgedMedication, { asOf, dayOf }: Case): boolean {
  if (use === 'not-taken') return false;
  if (use === 'current' || use === 'pending') return true;
  const day = recordedOn(row, dayOf);
  return day === null || daysBetween(day, asOf) <= RECENT_DAYS;
}
