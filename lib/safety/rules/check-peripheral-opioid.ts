/** R07: opioids that act outside the brain at ordinary doses. They leave the verdict; with opioid use disorder they ask. */
import { medicationFact } from '#lib/safety/medication-fact.ts';
import { reasons } from '#lib/safety/reasons.ts';
import type { MedicationFact } from '#lib/safety/row-fact.ts';
import type { RawFinding, Rule } from '#lib/safety/rule.ts';
import { hasOpioidUseDisorder } from './opioid-use-disorder.ts';

export type PeripheralOpioidFinding = RawFinding<
  'peripheral-opioid',
  { readonly medication: MedicationFact }
>;

export const checkPeripheralOpioid: Rule<PeripheralOpioidFinding> = {
  id: 'R07',
  basis: ['labelInteractions', 'policy'],
  check: (patient) => {
    const severity = hasOpioidUseDisorder(patient) ? 'confirm' : 'informs';
    return patient.medications
      .filter(
        ({ recognition, use }) =>
          recognition.peripheralOnly && ['current', 'recent', 'undatable', 'perhaps-taken'].includes(use),
      )
      .map((medication) => ({
        code: 'peripheral-opioid',
        facts: { medication: medicationFact(medication, patient.dayOf) },
        severity,
        sources: [medication.row.source],
        reasons: reasons('ordinary-dose', 'stopped-before-ldn', 'specialist-agrees'),
      }));
  },
};
