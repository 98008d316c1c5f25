/** R28: medicines and codes that suggest opioid use this record may not show. */
import { daysBetween } from '../fhir/calendar-date.ts';
import { isSought, medicationIsSought, type Sought } from './concept.ts';
import { counts, isActive, lastMentioned, wordsAndDay } from './condition-standing.ts';
import type { JudgedMedication } from './judged-medication.ts';
import { recordedOn, wordsDateAuthor } from './medication-words.ts';
import type { Case, Rule } from './rule.ts';

const COMPANIONS = new Set(['naloxone', 'naloxegol', 'methylnaltrexone', 'naldemedine', 'alvimopan']);
const LOFEXIDINE: Sought = { words: /\b(lofexidine|lucemyra|britlofex)\b/i };
/** ICD-10-CM: long-term (current) use of opiate analgesic. */
const LONG_TERM_OPIOID_USE: Sought = {
  icd10: ['Z79.891'],
  words: /\blong[- ]term\b.*\b(opioid|opiate)s?\b/i,
};
const RECENT_DAYS = 365;

const REASONS = [
  'Patient asked: takes no opioid',
  'Kit for another person, or kept as a precaution',
  'Opioid ended, date given with the other sources',
];

export const checkHiddenOpioidUse: Rule = {
  id: 'R28',
  title: 'Signs of opioid use',
  basis: ['policy'],
  check: (patient) => [
    ...patient.medications
      .filter((medication) => suggestsOpioidUse(medication) && isRecent(medication, patient))
      .map(({ row }) => ({
        severity: 'confirm' as const,
        message: `${wordsDateAuthor(row, patient.dayOf)} suggests opioid use that this record may not show: ask.`,
        sources: [row.source],
        reasons: REASONS,
      })),
    ...patient.chart.conditions
      .filter((row) => {
        if (!counts(row) || !isSought(row.concept, LONG_TERM_OPIOID_USE)) return false;
        const day = lastMentioned(row, patient.dayOf);
        return isActive(row) || day === null || daysBetween(day, patient.asOf) <= RECENT_DAYS;
      })
      .map((row) => ({
        severity: 'confirm' as const,
        message: `${wordsAndDay(row, patient.dayOf)} suggests opioid use that this record may not show: ask.`,
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
