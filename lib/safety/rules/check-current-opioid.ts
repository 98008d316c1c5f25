/** R02: an opioid is current on the chart. Only a corrected chart clears it. */
import { medicationFact } from '#lib/safety/medication-fact.ts';
import type { MedicationFact } from '#lib/safety/row-fact.ts';
import type { RawFinding, Rule } from '#lib/safety/rule.ts';
import { type IfLastToday, ifLastToday } from './if-last-today.ts';
import { opioidRule } from './opioid-finding.ts';

export type CurrentOpioidFinding = RawFinding<
  'opioid-current',
  { readonly medication: MedicationFact; readonly ifLastToday: IfLastToday }
>;

export const checkCurrentOpioid: Rule<CurrentOpioidFinding> = {
  id: 'R02',
  basis: ['labelContraindications', 'clinicNotes', 'painGuideline'],
  check: ({ medications, dayOf, asOf }) =>
    medications
      .filter((medication) => opioidRule(medication) === 'R02')
      .map((medication) => ({
        code: 'opioid-current',
        facts: {
          medication: medicationFact(medication, dayOf),
          ifLastToday: ifLastToday(medication, asOf),
        },
        severity: 'blocks',
        sources: [medication.row.source],
      })),
};
