/**
 * R12: already on naltrexone that this app did not order, whatever the dose or form, combinations and injections among them. A low dose
 * somebody else gives may be taken over or stopped first.
 */

import { isOver } from '#lib/chart/states.ts';
import type { JudgedMedication } from '#lib/safety/exposure/judged-medication.ts';
import { rowSays } from '#lib/safety/exposure/row-says.ts';
import { medicationFact, recordedOn } from '#lib/safety/medication-fact.ts';
import { reasons } from '#lib/safety/reasons.ts';
import type { MedicationFact } from '#lib/safety/row-fact.ts';
import type { Case, RawFinding, Rule } from '#lib/safety/rule.ts';
import { daysBetween } from '#lib/time/calendar-date.ts';
import { CEILING } from '#lib/titration/regimen-limits.ts';
import { isNaltrexone, isOwnInForce, isOwnStanding } from './naltrexone.ts';
import { dailyMilligrams } from './naltrexone-dose.ts';

/** An injection works for four weeks. @see US extended-release naltrexone label: every 4 weeks */
const INJECTION_DAYS = 28;
const INJECTION =
  /\b(inject\w*|vivitrol|intramuscular|depot|implant|extended[- ]release suspension|prefilled|syringe)\b/i;

export type NaltrexoneCurrentFinding =
  | RawFinding<'naltrexone-current', { readonly medication: MedicationFact }>
  | RawFinding<
      'low-dose-naltrexone-current',
      { readonly medication: MedicationFact; readonly milligramsADay: number }
    >
  | RawFinding<'naltrexone-perhaps-current', { readonly medication: MedicationFact }>;

export const checkNaltrexoneCurrent: Rule<NaltrexoneCurrentFinding> = {
  id: 'R12',
  basis: ['policy'],
  check: (patient) => {
    const isFollowed = (one: JudgedMedication) => patient.purpose === 'follow-up' && isOwnInForce(one);
    const own = new Set(
      patient.medications.filter((one) => isOwnStanding(one) || isFollowed(one)).map(({ row }) => row.source),
    );
    // What carries our own order out is that order's: R13 says so.
    const isOwn = ({ row }: JudgedMedication) =>
      own.has(row.source) || row.orders.some((order) => own.has(order));
    return patient.medications
      .filter((medication) => isNaltrexone(medication) && !isOwn(medication))
      .flatMap((medication) => alreadyOn(medication, patient));
  },
};

function alreadyOn(one: JudgedMedication, patient: Case): NaltrexoneCurrentFinding[] {
  const medication = medicationFact(one, patient.dayOf);
  const sources = [one.row.source];
  if (isOnBoard(one, patient)) {
    const milligramsADay = isInjection(one) ? null : lowDose(one);
    if (milligramsADay === null)
      return [{ code: 'naltrexone-current', facts: { medication }, severity: 'blocks', sources }];
    return [
      {
        code: 'low-dose-naltrexone-current',
        facts: { medication, milligramsADay },
        severity: 'confirm',
        sources,
        reasons: reasons(
          ...(patient.purpose === 'follow-up' ? (['taken-over'] as const) : []),
          'naltrexone-ended',
          'no-naltrexone-taken',
        ),
      },
    ];
  }
  if (!mayBeOnBoard(one)) return [];
  return [
    {
      code: 'naltrexone-perhaps-current',
      facts: { medication },
      severity: 'confirm',
      sources,
      reasons: reasons('no-naltrexone-taken', 'naltrexone-ended', 'never-carried-out'),
    },
  ];
}

/** Milligrams a day where the row says without doubt that they are within the range of this app; else null. */
function lowDose(medication: JudgedMedication): number | null {
  const dose = dailyMilligrams(medication);
  return dose !== null && dose > 0 && dose * 1000 <= CEILING ? dose : null;
}

/** An order or supply that is not over and of which nobody can say more, or an intention to take it. */
export function mayBeOnBoard({ row, exposure }: JudgedMedication): boolean {
  if (row.kind === 'statement' && exposure.kind === 'pending') return true;
  const wasTaken = row.kind !== 'dispense' && isOver(row.state);
  return exposure.kind === 'undatable' && !wasTaken;
}

/** Current; a supply that reaches to today; an injection given, handed over or ordered within four weeks. */
export function isOnBoard(medication: JudgedMedication, { asOf, dayOf }: Case): boolean {
  const { row, exposure } = medication;
  if (exposure.kind === 'current') return true;
  if (exposure.kind !== 'ended' && exposure.kind !== 'undatable') return false;
  if (exposure.kind === 'ended' && row.kind === 'dispense' && exposure.lastDay >= asOf) return true;
  if (!isInjection(medication)) return false;
  const day = recordedOn(row, dayOf);
  return day === null || daysBetween(day, asOf) <= INJECTION_DAYS;
}

export function isInjection({ row, recognition }: JudgedMedication): boolean {
  return recognition.lastingForm === 'depot' || rowSays(row, INJECTION);
}
