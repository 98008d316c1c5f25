/** R12: already on naltrexone, whatever the dose or form, combinations and injections among them. */
import { daysBetween } from '../fhir/calendar-date.ts';
import { medicationIsSought } from './concept.ts';
import type { JudgedMedication } from './judged-medication.ts';
import { recordedOn, rowSays, statusAndKind } from './medication-words.ts';
import { isNaltrexone } from './naltrexone.ts';
import type { Case, Rule } from './rule.ts';

/** An injection works for four weeks. @see US extended-release naltrexone label: every 4 weeks */
const INJECTION_DAYS = 28;
/** RxNorm: the extended-release injection, brand and product. */
const VIVITROL = { codes: new Set(['636556', '637216']) };
const INJECTION =
  /\b(inject\w*|vivitrol|intramuscular|depot|implant|extended[- ]release suspension|prefilled|syringe)\b/i;

export const checkNaltrexoneCurrent: Rule = {
  id: 'R12',
  title: 'Already on naltrexone',
  basis: ['policy'],
  check: (patient) =>
    patient.medications
      .filter((medication) => isNaltrexone(medication) && isOnBoard(medication, patient))
      .map(({ row }) => ({
        severity: 'blocks',
        message: `Already on naltrexone: ${row.words} (${statusAndKind(row, patient.dayOf)}); reconcile.`,
        sources: [row.source],
      })),
};

/** Current; a supply that reaches to today; an injection given, handed over or ordered within four weeks. */
function isOnBoard({ row, exposure }: JudgedMedication, { asOf, dayOf }: Case): boolean {
  if (exposure.kind === 'current') return true;
  if (exposure.kind !== 'ended' && exposure.kind !== 'undatable') return false;
  if (exposure.kind === 'ended' && row.kind === 'dispense' && exposure.lastDay >= asOf) return true;
  if (!isInjection(row)) return false;
  const day = recordedOn(row, dayOf);
  return day === null || daysBetween(day, asOf) <= INJECTION_DAYS;
}

function isInjection(row: JudgedMedication['row']): boolean {
  return medicationIsSought(row.medication, VIVITROL) || rowSays(row, INJECTION);
}
