/** R04: methadone, buprenorphine and their kin, current or within their washout: whoever treats with them decides. */
import { medicationFact } from '#lib/safety/medication-fact.ts';
import type { MedicationFact } from '#lib/safety/row-fact.ts';
import type { RawFinding, Rule } from '#lib/safety/rule.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { type IfLastToday, ifLastToday } from './if-last-today.ts';
import { isToldByItsSupply, opioidRule } from './opioid-finding.ts';

export type MaintenanceOpioidFinding =
  | RawFinding<
      'maintenance-opioid-current',
      { readonly medication: MedicationFact; readonly ifLastToday: IfLastToday }
    >
  | RawFinding<
      'maintenance-opioid-recent',
      {
        readonly medication: MedicationFact;
        readonly lastDay: CalendarDate;
        readonly clearFrom: CalendarDate;
      }
    >;

export const checkMaintenanceOpioid: Rule<MaintenanceOpioidFinding> = {
  id: 'R04',
  basis: ['labelContraindications', 'labelLongActing'],
  check: ({ medications, handedOrGiven, dayOf, asOf }) =>
    medications
      .filter(
        (medication) => opioidRule(medication) === 'R04' && !isToldByItsSupply(medication, handedOrGiven),
      )
      .map((one): MaintenanceOpioidFinding => {
        const { row, exposure, clearFrom } = one;
        const medication = medicationFact(one, dayOf);
        const raised = { severity: 'blocks', sources: [row.source] } as const;
        return exposure.kind === 'ended' && clearFrom !== null
          ? {
              ...raised,
              code: 'maintenance-opioid-recent',
              facts: { medication, lastDay: exposure.lastDay, clearFrom },
            }
          : {
              ...raised,
              code: 'maintenance-opioid-current',
              facts: { medication, ifLastToday: ifLastToday(one, asOf) },
            };
      }),
};
