/** R06: what nobody can name or date, a list that is empty, a warning the EHR sends with every answer. */

import type { JudgedMedication } from '#lib/safety/exposure/judged-medication.ts';
import { drugWords, statusAndKind, wordsDateAuthor } from '#lib/safety/medication-words.ts';
import { isEmptyList, isOpioid } from '#lib/safety/opioid-verdict.ts';
import { reasons } from '#lib/safety/reasons.ts';
import type { Case, Rule, WordedFinding } from '#lib/safety/rule.ts';
import { addDays, type CalendarDate } from '#lib/time/calendar-date.ts';
import { askUnnamed } from './ask-unnamed.ts';
import { lastDoseQuestion } from './last-dose-question.ts';

export const checkUnidentified: Rule = {
  id: 'R06',
  basis: ['policy'],
  check: (patient) => [
    ...undatedOpioids(patient),
    ...askUnnamed(patient),
    ...recentErrors(patient),
    ...emptyList(patient),
    ...standingWarnings(patient),
  ],
};

/** One question settles every opioid row that is undated or was cancelled lately; depots, whose washout is a year, have one of their own. */
function undatedOpioids(patient: Case): WordedFinding[] {
  const rows = patient.medications.filter(
    ({ recognition, standing, exposure }) =>
      isOpioid(recognition) &&
      (standing === 'undatable' || (exposure.kind === 'perhaps-taken' && exposure.why === 'cancelled')),
  );
  return [rows.filter(({ depot }) => !depot), rows.filter(({ depot }) => depot)]
    .filter((asked) => asked.length > 0)
    .flatMap((asked) => whenLastTaken(asked, patient));
}

function whenLastTaken(rows: readonly JudgedMedication[], patient: Case): WordedFinding[] {
  const { dayOf, asOf } = patient;
  const ofDepots = rows.some(({ depot }) => depot);
  const asked = lastDoseQuestion(rows, patient);
  // A depot given on a day nobody knows may have been given today: an answer without the day opens nothing.
  const question = ofDepots ? { ...asked, withoutDay: addDays(asOf, asked.washoutDays + 1) } : asked;
  return [
    {
      severity: 'confirm',
      message: `${rows.map((row) => `${drugWords(row)} (${statusAndKind(row.row, dayOf)}${whyAsked(row)})`).join('; ')}: last taken before ${lastAllowed(asOf, question.washoutDays)}?${ofDepots ? ' A depot or implant: give the day of the last one.' : ''}`,
      sources: rows.map(({ row }) => row.source),
      reasons: reasons('last-taken', 'not-taken'),
      question,
    },
  ];
}

function whyAsked({ exposure }: JudgedMedication): string {
  if (exposure.kind === 'perhaps-taken')
    return ': some EHRs cancel an order that was in use; was it ever taken?';
  return exposure.kind === 'undatable' ? `: ${exposure.why}` : '';
}

/** First day on which a dose would be too recent for a start today. */
function lastAllowed(asOf: CalendarDate, washoutDays: number): CalendarDate {
  return addDays(asOf, -washoutDays);
}

function recentErrors(patient: Case): WordedFinding[] {
  return patient.medications
    .filter(
      ({ recognition, exposure }) =>
        isOpioid(recognition) && exposure.kind === 'perhaps-taken' && exposure.why === 'entered-in-error',
    )
    .map((medication) => ({
      severity: 'confirm',
      message: `${wordsDateAuthor(medication, patient.dayOf)}: entered in error, but may have been taken. Was any taken?`,
      sources: [medication.row.source],
      basis: ['fhirStatus'],
      reasons: reasons('not-taken', 'last-taken', 'wrong-chart'),
      question: lastDoseQuestion([medication], patient),
    }));
}

/** Where the orders could not be read nobody can say that there are none: that is R01's. */
function emptyList({ medications, gaps }: Case): WordedFinding[] {
  if (!isEmptyList(medications) || gaps.incomplete.some(({ part }) => part === 'MedicationRequest'))
    return [];
  return [
    {
      severity: 'confirm',
      message: 'No medication orders recorded. This does not show the patient takes no opioid.',
      sources: [],
      reasons: reasons('takes-no-medicines', 'medicines-checked-elsewhere'),
    },
  ];
}

function standingWarnings({ gaps }: Case): WordedFinding[] {
  if (gaps.confirm.length === 0) return [];
  return [
    {
      severity: 'confirm',
      message: `This EHR warns with its answers: ${[...new Set(gaps.confirm.map(({ part, what }) => `${part ?? 'chart'}: ${what}`))].join('; ')}. Are the medicines complete?`,
      sources: [...new Set(gaps.confirm.map(({ where }) => where))],
      reasons: reasons('medicines-checked', 'warning-known'),
    },
  ];
}
