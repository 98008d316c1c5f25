/** R12: already on naltrexone, whatever the dose or form, combinations and injections among them. */
import { daysBetween } from '../fhir/calendar-date.ts';
import type { JudgedMedication } from './judged-medication.ts';
import { statusAndKind } from './medication-words.ts';
import { isNaltrexone } from './naltrexone.ts';
import type { Case, Rule } from './rule.ts';

/** An injection works for four weeks. @see US extended-release naltrexone label: every 4 weeks */
const INJECTION_DAYS = 28;
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

function isOnBoard({ row, exposure }: JudgedMedication, { asOf }: Case): boolean {
  if (exposure.kind === 'current') return true;
  if (exposure.kind !== 'ended' || row.kind === 'request' || row.kind === 'statement') return false;
  const since = daysBetween(exposure.lastDay, asOf);
  return isInjection(row) ? since <= INJECTION_DAYS : row.kind === 'dispense' && since <= 0;
}

function isInjection(row: JudgedMedication['row']): boolean {
  const said = [
    row.words,
    ...row.medication.texts,
    ...row.medication.codings.map(({ display }) => display ?? ''),
    ...row.dosage.map(({ text }) => text ?? ''),
  ];
  return (
    row.dosage.some(
      ({ route }) =>
        route !== null &&
        INJECTION.test(`${route.text} ${route.codings.map(({ display }) => display).join(' ')}`),
    ) || said.some((text) => INJECTION.test(text))
  );
}
