/** R12: already on naltrexone, whatever the dose or form, combinations and injections among them. */

import type { JudgedMedication } from '#lib/safety/exposure/judged-medication.ts';
import { drugWords, recordedOn, rowSays, statusAndKind } from '#lib/safety/medication-words.ts';
import { reasons } from '#lib/safety/reasons.ts';
import type { Case, RawFinding, Rule } from '#lib/safety/rule.ts';
import { daysBetween } from '#lib/time/calendar-date.ts';
import { isNaltrexone } from './naltrexone.ts';

/** An injection works for four weeks. @see US extended-release naltrexone label: every 4 weeks */
const INJECTION_DAYS = 28;
const INJECTION =
  /\b(inject\w*|vivitrol|intramuscular|depot|implant|extended[- ]release suspension|prefilled|syringe)\b/i;

export const checkNaltrexoneCurrent: Rule = {
  id: 'R12',
  title: 'Already on naltrexone',
  basis: ['policy'],
  check: (patient) =>
    patient.medications.filter(isNaltrexone).flatMap((medication): RawFinding[] => {
      const { row } = medication;
      const words = `${drugWords(medication)} (${statusAndKind(row, patient.dayOf)})`;
      const sources = [row.source];
      if (isOnBoard(medication, patient))
        return [{ severity: 'blocks', message: `Already on naltrexone: ${words}; reconcile.`, sources }];
      if (!mayBeOnBoard(medication)) return [];
      return [
        {
          severity: 'confirm',
          message: `Perhaps already on naltrexone: ${words}. Is any taken?`,
          sources,
          reasons: reasons('no-naltrexone-taken', 'naltrexone-ended', 'never-carried-out'),
        },
      ];
    }),
};

/** An order or supply that is not over and of which nobody can say more, or an intention to take it. */
function mayBeOnBoard({ row, exposure }: JudgedMedication): boolean {
  if (row.kind === 'statement' && exposure.kind === 'pending') return true;
  const isOver = row.kind !== 'dispense' && (row.status === 'completed' || row.status === 'stopped');
  return exposure.kind === 'undatable' && !isOver;
}

/** Current; a supply that reaches to today; an injection given, handed over or ordered within four weeks. */
function isOnBoard(medication: JudgedMedication, { asOf, dayOf }: Case): boolean {
  const { row, exposure } = medication;
  if (exposure.kind === 'current') return true;
  if (exposure.kind !== 'ended' && exposure.kind !== 'undatable') return false;
  if (exposure.kind === 'ended' && row.kind === 'dispense' && exposure.lastDay >= asOf) return true;
  if (!isInjection(medication)) return false;
  const day = recordedOn(row, dayOf);
  return day === null || daysBetween(day, asOf) <= INJECTION_DAYS;
}

function isInjection({ row, recognition }: JudgedMedication): boolean {
  return recognition.lastingForm === 'depot' || rowSays(row, INJECTION);
}
