/** R03: an opioid ended too recently. Where that rests on what an order says alone, the prescriber may state the last dose. */

import type { LastDayBasis } from '#lib/safety/exposure/exposure.ts';
import { medicationFact } from '#lib/safety/medication-fact.ts';
import { reasons } from '#lib/safety/reasons.ts';
import type { MedicationFact } from '#lib/safety/row-fact.ts';
import type { RawFinding, Rule } from '#lib/safety/rule.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { lastDoseQuestion } from './last-dose-question.ts';
import { isToldByItsSupply, opioidRule } from './opioid-finding.ts';

interface Recent {
  readonly medication: MedicationFact;
  /** E, the last day it may have been taken. */
  readonly lastDay: CalendarDate;
  /** First day on which LDN could start on its account. */
  readonly clearFrom: CalendarDate;
}

export type RecentOpioidFinding =
  | RawFinding<'opioid-recent', Recent>
  /** Nothing was handed over: the day is what the order says. */
  | RawFinding<'opioid-recent-by-order', Recent & { readonly basis: Exclude<LastDayBasis, 'supply'> }>;

export const checkRecentOpioid: Rule<RecentOpioidFinding> = {
  id: 'R03',
  basis: ['labelOpioidFree', 'policy'],
  check: (patient) =>
    patient.medications.flatMap((medication): RecentOpioidFinding[] => {
      const { row, exposure, clearFrom } = medication;
      if (opioidRule(medication) !== 'R03' || exposure.kind !== 'ended' || clearFrom === null) return [];
      if (isToldByItsSupply(medication, patient.handedOrGiven)) return [];
      const { lastDay, basis } = exposure;
      const facts = { medication: medicationFact(medication, patient.dayOf), lastDay, clearFrom };
      const sources = [row.source];
      if (basis === 'supply') return [{ code: 'opioid-recent', facts, severity: 'blocks', sources }];
      return [
        {
          code: 'opioid-recent-by-order',
          facts: { ...facts, basis },
          severity: 'confirm',
          sources,
          reasons: reasons(
            'last-taken-patient-asked',
            'last-taken-monitoring-record',
            basis === 'end-date' ? 'end-date-is-last-dose' : 'taken-as-ordered',
            'not-taken',
          ),
          question: lastDoseQuestion([medication], patient),
        },
      ];
    }),
};
