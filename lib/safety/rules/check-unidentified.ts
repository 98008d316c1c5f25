/** R06: what nobody can name or date, a list that is empty, a warning the EHR sends with every answer. */

import { NO_DATE } from '#lib/safety/dated.ts';
import type { JudgedMedication } from '#lib/safety/exposure/judged-medication.ts';
import { drugWords, recordedOn, statusAndKind, wordsDateAuthor } from '#lib/safety/medication-words.ts';
import { isEmptyList, isOpioid, isUnidentified } from '#lib/safety/opioid-verdict.ts';
import { reasons } from '#lib/safety/reasons.ts';
import type { Case, RawFinding, Rule } from '#lib/safety/rule.ts';
import { doubtWords } from '#lib/terminology/doubt.ts';
import { addDays, type CalendarDate } from '#lib/time/calendar-date.ts';
import type { DayOf } from '#lib/time/chart-day.ts';
import { lastDoseQuestion } from './last-dose-question.ts';

export const checkUnidentified: Rule = {
  id: 'R06',
  title: 'Unidentified or undated',
  basis: ['policy'],
  check: (patient) => [
    ...undatedOpioids(patient),
    ...unnamedMedications(patient),
    ...recentErrors(patient),
    ...emptyList(patient),
    ...standingWarnings(patient),
  ],
};

/** One question settles every opioid row that is undated or was cancelled lately; depots, whose washout is a year, have one of their own. */
function undatedOpioids(patient: Case): RawFinding[] {
  const rows = patient.medications.filter(
    ({ recognition, standing, exposure }) =>
      isOpioid(recognition) &&
      (standing === 'undatable' || (exposure.kind === 'perhaps-taken' && exposure.why === 'cancelled')),
  );
  return [rows.filter(({ depot }) => !depot), rows.filter(({ depot }) => depot)]
    .filter((asked) => asked.length > 0)
    .flatMap((asked) => whenLastTaken(asked, patient));
}

function whenLastTaken(rows: readonly JudgedMedication[], patient: Case): RawFinding[] {
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

/** One question a name: the same words on several rows are one thing to ask. */
function unnamedMedications(patient: Case): RawFinding[] {
  const { medications, dayOf } = patient;
  const byWords = new Map<string, JudgedMedication[]>();
  for (const medication of medications.filter(isUnidentified)) {
    const words = medication.row.words.trim().toLowerCase();
    const same = byWords.get(words);
    if (same === undefined) byWords.set(words, [medication]);
    else same.push(medication);
  }
  return [...byWords.values()].map((same) => {
    const [first] = same as [JudgedMedication];
    const doubts = [...new Set(same.flatMap(({ recognition }) => recognition.doubts.map(doubtWords)))].slice(
      0,
      4,
    );
    return {
      severity: 'confirm',
      message: `Possible opioid, confirm: ${wordsDateAuthor(first, dayOf)}${alsoOn(same, dayOf)}. What is it, and when was the last dose?${doubts.length > 0 ? ` Not recognised: ${doubts.join('; ')}.` : ''}`,
      sources: same.map(({ row }) => row.source),
      reasons: reasons('not-an-opioid', 'opioid-last-taken', 'not-taken'),
      question: { ...lastDoseQuestion(same, patient), withoutDay: null },
    };
  });
}

const OTHER_DAYS_SHOWN = 4;

/** The days of the further rows of one name: "; also 2026-01-05, 2026-02-10". */
function alsoOn([first, ...further]: readonly JudgedMedication[], dayOf: DayOf): string {
  if (first === undefined) return '';
  const own = recordedOn(first.row, dayOf);
  const days = [...new Set(further.map(({ row }) => recordedOn(row, dayOf)))]
    .filter((day) => day !== own)
    .map((day) => day ?? NO_DATE)
    .sort();
  const shown = days.slice(0, OTHER_DAYS_SHOWN).join(', ');
  const more = days.length > OTHER_DAYS_SHOWN ? ` and ${days.length - OTHER_DAYS_SHOWN} more` : '';
  return days.length === 0 ? '' : `; also ${shown}${more}`;
}

function recentErrors(patient: Case): RawFinding[] {
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
function emptyList({ medications, gaps }: Case): RawFinding[] {
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

function standingWarnings({ gaps }: Case): RawFinding[] {
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
