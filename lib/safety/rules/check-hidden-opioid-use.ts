/** R28: medicines, codes, procedures and appointments that suggest opioid use this record may not show. */

import { isSought, medicationIsSought, type Sought } from '#lib/safety/concept.ts';
import { conditionWords, counts, isActive, lastMentioned } from '#lib/safety/condition-standing.ts';
import { dated } from '#lib/safety/dated.ts';
import type { JudgedMedication } from '#lib/safety/exposure/judged-medication.ts';
import { recordedOn, wordsDateAuthor } from '#lib/safety/medication-words.ts';
import { reasons } from '#lib/safety/reasons.ts';
import type { Case, Rule } from '#lib/safety/rule.ts';
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

export const checkHiddenOpioidUse: Rule = {
  id: 'R28',
  basis: ['policy'],
  check: (patient) => [
    ...patient.medications
      .filter((medication) => suggestsOpioidUse(medication) && isRecent(medication, patient))
      .map((medication) => ({
        severity: 'confirm' as const,
        message: `${wordsDateAuthor(medication, patient.dayOf)} suggests opioid use that this record may not show: ask.`,
        sources: [medication.row.source],
        reasons: REASONS,
      })),
    ...patient.chart.conditions
      .filter((row) => {
        // A use disorder is R10's.
        if (!counts(row) || !isSought(row.concept, OPIOID_USE) || saysOpioidUseDisorder(row.concept))
          return false;
        const day = lastMentioned(row, patient.dayOf);
        return isActive(row) || day === null || daysBetween(day, patient.asOf) <= RECENT_DAYS;
      })
      .map((row) => ({
        severity: 'confirm' as const,
        message: `${conditionWords(row, patient.dayOf)} suggests opioid use that this record may not show: ask.`,
        sources: [row.source],
        reasons: REASONS,
      })),
    ...patient.opioidProcedures
      .filter(({ kind }) => kind === 'treatment')
      .map(({ row, words, day }) => ({
        severity: 'confirm' as const,
        message: `${dated(words, day)} suggests opioid use that this record may not show: ask.`,
        sources: [row.source],
        reasons: REASONS,
      })),
  ],
};

function suggestsOpioidUse({ row, recognition }: JudgedMedication): boolean {
  return (
    (recognition.kind !== 'opioid' &&
      recognition.antagonists.some((antagonist) => COMPANIONS.has(antagonist))) ||
    medicationIsSought(row.medication, LOFEXIDINE)
  );
}

function isRecent({ row, standing }: JudgedMedication, { asOf, dayOf }: Case): boolean {
  if (standing === 'not-taken') return false;
  if (standing === 'current' || standing === 'pending') return true;
  const day = recordedOn(row, dayOf);
  return day === null || daysBetween(day, asOf) <= RECENT_DAYS;
}
