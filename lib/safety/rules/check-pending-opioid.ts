/** R08: an opioid drafted, proposed, planned or intended. It is not yet taken, and it may be tomorrow. */
import { medicationFact } from '#lib/safety/medication-fact.ts';
import { isOpioid } from '#lib/safety/opioid-verdict.ts';
import { reasons } from '#lib/safety/reasons.ts';
import type { MedicationFact } from '#lib/safety/row-fact.ts';
import type { RawFinding, Rule } from '#lib/safety/rule.ts';

export type PendingOpioidFinding = RawFinding<'opioid-pending', { readonly medication: MedicationFact }>;

export const checkPendingOpioid: Rule<PendingOpioidFinding> = {
  id: 'R08',
  basis: ['policy'],
  check: ({ medications, dayOf }) =>
    medications
      .filter(({ recognition, use }) => isOpioid(recognition) && use === 'pending')
      .map((medication) => ({
        code: 'opioid-pending',
        facts: { medication: medicationFact(medication, dayOf) },
        severity: 'confirm',
        sources: [medication.row.source],
        reasons: reasons('will-be-withdrawn', 'author-withdraws', 'never-carried-out'),
      })),
};
