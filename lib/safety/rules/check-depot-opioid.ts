/** R05: depots, implants, spinal pumps and infusions without an end have no safe date. */
import { opioidProcedureFact } from '#lib/safety/chart-facts.ts';
import { DEPOT_DAYS } from '#lib/safety/exposure/washout.ts';
import { medicationFact } from '#lib/safety/medication-fact.ts';
import { reasons } from '#lib/safety/reasons.ts';
import type { MedicationFact, RowFact } from '#lib/safety/row-fact.ts';
import type { RawFinding, Rule } from '#lib/safety/rule.ts';
import { opioidRule } from './opioid-finding.ts';

const REASONS = reasons('depot-over', 'specialist-agrees', 'implant-removed');

export type DepotOpioidFinding =
  | RawFinding<'depot-opioid', { readonly medication: MedicationFact }>
  /** The last one known is longer ago than `days`. */
  | RawFinding<'depot-opioid-past', { readonly medication: MedicationFact; readonly days: number }>
  | RawFinding<'opioid-device-in-place', { readonly procedure: RowFact }>
  | RawFinding<'opioid-device-perhaps-in-place', { readonly procedure: RowFact }>;

export const checkDepotOpioid: Rule<DepotOpioidFinding> = {
  id: 'R05',
  basis: ['depotHalfLife', 'policy'],
  check: ({ medications, opioidProcedures, dayOf }) => [
    ...medications
      .filter((medication) => opioidRule(medication) === 'R05')
      .map((one): DepotOpioidFinding => {
        const medication = medicationFact(one, dayOf);
        const sources = [one.row.source];
        return one.use === 'past'
          ? {
              code: 'depot-opioid-past',
              facts: { medication, days: DEPOT_DAYS },
              severity: 'confirm',
              sources,
              reasons: REASONS,
            }
          : { code: 'depot-opioid', facts: { medication }, severity: 'blocks', sources };
      }),
    ...opioidProcedures
      .filter(({ kind }) => kind !== 'treatment')
      .map((one): DepotOpioidFinding => {
        const facts = { procedure: opioidProcedureFact(one) };
        const sources = [one.row.source];
        return one.kind === 'in-place' && one.day !== null
          ? { code: 'opioid-device-in-place', facts, severity: 'blocks', sources }
          : {
              code: 'opioid-device-perhaps-in-place',
              facts,
              severity: 'confirm',
              sources,
              reasons: REASONS,
            };
      }),
  ],
};
