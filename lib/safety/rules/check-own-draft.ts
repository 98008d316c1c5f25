/**
 * R13: an LDN draft or order of this app, or a naltrexone draft of anyone, stands already: open it, no second one. What follows a signed
 * order is another purpose; a second draft never is.
 */
import { medicationFact } from '#lib/safety/medication-fact.ts';
import type { MedicationFact } from '#lib/safety/row-fact.ts';
import type { Case, RawFinding, Rule } from '#lib/safety/rule.ts';
import { isNaltrexone, isOwnInForce, isOwnStanding } from './naltrexone.ts';

export type OwnDraftFinding =
  | RawFinding<
      'naltrexone-order-exists',
      { readonly orders: readonly MedicationFact[]; readonly areDrafts: boolean }
    >
  | RawFinding<'naltrexone-order-followed', { readonly orders: readonly MedicationFact[] }>;

export const checkOwnDraft: Rule<OwnDraftFinding> = {
  id: 'R13',
  basis: ['policy'],
  check: (patient) => [...ordersInTheWay(patient), ...ordersFollowed(patient)],
};

function ordersInTheWay({ medications, dayOf, purpose }: Case): readonly OwnDraftFinding[] {
  const standing = medications.filter(
    (medication) =>
      medication.row.kind === 'request' &&
      !(purpose === 'follow-up' && isOwnInForce(medication)) &&
      (isOwnStanding(medication) || (isNaltrexone(medication) && medication.use === 'pending')),
  );
  if (standing.length === 0) return [];
  return [
    {
      code: 'naltrexone-order-exists',
      facts: {
        orders: standing.map((medication) => medicationFact(medication, dayOf)),
        areDrafts: standing.every(({ row }) => row.state === 'drafted'),
      },
      severity: 'blocks',
      sources: standing.map(({ row }) => row.source),
    },
  ];
}

/** Told, so that an order that is ended, or another that is signed, before the next one is written is seen as a change. */
function ordersFollowed({ medications, dayOf, purpose }: Case): readonly OwnDraftFinding[] {
  if (purpose !== 'follow-up') return [];
  const followed = medications.filter((one) => isOwnInForce(one) && one.row.state === 'in-force');
  if (followed.length === 0) return [];
  return [
    {
      code: 'naltrexone-order-followed',
      facts: { orders: followed.map((medication) => medicationFact(medication, dayOf)) },
      severity: 'informs',
      sources: followed.map(({ row }) => row.source),
    },
  ];
}
