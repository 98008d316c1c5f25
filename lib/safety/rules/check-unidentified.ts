/** R06: what nobody can name or date, a list that is empty, a warning the EHR sends with every answer. */

import type { GapProblem } from '#lib/chart/read/ledger-gaps.ts';
import type { UndatedWhy } from '#lib/safety/exposure/exposure.ts';
import type { JudgedMedication } from '#lib/safety/exposure/judged-medication.ts';
import { medicationFact } from '#lib/safety/medication-fact.ts';
import { isEmptyList, isOpioid } from '#lib/safety/opioid-verdict.ts';
import { reasons } from '#lib/safety/reasons.ts';
import type { MedicationFact } from '#lib/safety/row-fact.ts';
import type { Case, NoFacts, RawFinding, Rule } from '#lib/safety/rule.ts';
import { addDays, type CalendarDate } from '#lib/time/calendar-date.ts';
import type { DayOf } from '#lib/time/chart-day.ts';
import { askUnnamed, type UnnamedFinding } from './ask-unnamed.ts';
import { lastDoseQuestion } from './last-dose-question.ts';

/** `cancelled`: some EHRs cancel an order that was in use. */
export interface UndatedOpioid {
  readonly medication: MedicationFact;
  readonly why: UndatedWhy | 'cancelled';
  /** An order's intent, in the chart's own words; null where it is not recorded. */
  readonly intent: string | null;
}

interface Undated {
  readonly opioids: readonly UndatedOpioid[];
  /** A dose on this day or later is too recent for a start today. */
  readonly tooRecentFrom: CalendarDate;
}

export type UnidentifiedFinding =
  | RawFinding<'opioids-undated', Undated>
  | RawFinding<'depots-undated', Undated>
  | UnnamedFinding
  | RawFinding<'opioid-entered-in-error', { readonly medication: MedicationFact }>
  | RawFinding<'no-medication-orders', NoFacts>
  /** What this EHR is known to say with ordinary answers. */
  | RawFinding<'answers-with-warnings', { readonly warnings: readonly GapProblem[] }>;

export const checkUnidentified: Rule<UnidentifiedFinding> = {
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
function undatedOpioids(patient: Case): UnidentifiedFinding[] {
  const rows = patient.medications.filter(
    ({ recognition, use, exposure }) =>
      isOpioid(recognition) &&
      (use === 'undatable' || (exposure.kind === 'perhaps-taken' && exposure.why === 'cancelled')),
  );
  return [rows.filter(({ depot }) => !depot), rows.filter(({ depot }) => depot)]
    .filter((asked) => asked.length > 0)
    .map((asked) => whenLastTaken(asked, patient));
}

function whenLastTaken(rows: readonly JudgedMedication[], patient: Case): UnidentifiedFinding {
  const { dayOf, asOf } = patient;
  const ofDepots = rows.some(({ depot }) => depot);
  const asked = lastDoseQuestion(rows, patient);
  return {
    code: ofDepots ? 'depots-undated' : 'opioids-undated',
    facts: {
      opioids: rows.map((row) => undatedOpioid(row, dayOf)),
      tooRecentFrom: addDays(asOf, -asked.washoutDays),
    },
    severity: 'confirm',
    sources: rows.map(({ row }) => row.source),
    reasons: reasons('last-taken', 'not-taken'),
    // A depot given on a day nobody knows may have been given today: an answer without the day opens nothing.
    question: ofDepots ? { ...asked, withoutDay: addDays(asOf, asked.washoutDays + 1) } : asked,
  };
}

function undatedOpioid(one: JudgedMedication, dayOf: DayOf): UndatedOpioid {
  const { row, exposure } = one;
  return {
    medication: medicationFact(one, dayOf),
    why: exposure.kind === 'undatable' ? exposure.why : 'cancelled',
    intent: row.kind === 'request' ? row.intent : null,
  };
}

function recentErrors(patient: Case): UnidentifiedFinding[] {
  return patient.medications
    .filter(
      ({ recognition, exposure }) =>
        isOpioid(recognition) && exposure.kind === 'perhaps-taken' && exposure.why === 'entered-in-error',
    )
    .map((medication) => ({
      code: 'opioid-entered-in-error',
      facts: { medication: medicationFact(medication, patient.dayOf) },
      severity: 'confirm',
      sources: [medication.row.source],
      basis: ['fhirStatus'],
      reasons: reasons('not-taken', 'last-taken', 'wrong-chart'),
      question: lastDoseQuestion([medication], patient),
    }));
}

/** Where the orders could not be read nobody can say that there are none: that is R01's. */
function emptyList({ medications, gaps }: Case): UnidentifiedFinding[] {
  if (!isEmptyList(medications) || gaps.incomplete.some(({ part }) => part === 'MedicationRequest'))
    return [];
  return [
    {
      code: 'no-medication-orders',
      facts: {},
      severity: 'confirm',
      sources: [],
      reasons: reasons('takes-no-medicines', 'medicines-checked-elsewhere'),
    },
  ];
}

function standingWarnings({ gaps: { confirm } }: Case): UnidentifiedFinding[] {
  if (confirm.length === 0) return [];
  return [
    {
      code: 'answers-with-warnings',
      facts: { warnings: confirm },
      severity: 'confirm',
      sources: [...new Set(confirm.map(({ where }) => where))],
      reasons: reasons('medicines-checked', 'warning-known'),
    },
  ];
}
