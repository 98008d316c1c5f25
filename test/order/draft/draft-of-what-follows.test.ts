/** The gate of an order that follows another: each course within its own limits. */
import { describe, expect, test } from 'vitest';
import { draftFaults } from '#lib/order/draft/draft-gate.ts';
import { draftOrder } from '#lib/order/draft/draft-order.ts';
import type { DraftRequest } from '#lib/order/draft/draft-shape.ts';
import { verifyDraft } from '#lib/order/verify/verify-draft.ts';
import type { ContinuationKind } from '#lib/titration/continuation.ts';
import { proposeContinuation } from '#lib/titration/propose-continuation.ts';
import { proposeRegimen } from '#lib/titration/propose-regimen.ts';
import { ORDER_WORDS } from '#lib/words/en/order.ts';
import { AS_OF, LIMITS } from '../../titration/regimens.ts';
import { reviewed, SETTING } from '../reviewed.ts';

function orderOf(
  kind: ContinuationKind,
  days: number,
  repeats = 0,
  preparation: 'capsules' | 'liquid' = 'capsules',
) {
  const strengths = preparation === 'capsules' ? [1500] : [];
  const regimen = proposeRegimen(AS_OF, { start: 3000, ceiling: 3000, days, preparation, strengths });
  const continues = {
    kind,
    follows: ['MedicationRequest/1'],
    lastNight: null,
    begins: AS_OF,
    taken: 3000,
    scores: ['Observation/peg'],
    relief: { measure: 'peg', baseline: 22 / 3, latest: 14 / 3, percent: 36.36, on: AS_OF },
    repeats,
  } as const;
  const proposal = proposeContinuation(regimen, continues, LIMITS);
  if ('faults' in proposal) throw new Error(JSON.stringify(proposal.faults));
  return draftOrder(reviewed(proposal.plan), SETTING);
}

const faults = (requests: readonly DraftRequest[], change: (json: DraftRequest) => object) =>
  draftFaults(
    requests.map((one) => change(structuredClone(one))),
    ORDER_WORDS,
  ).map(({ code }) => code);

describe('a maintenance', () => {
  test.each(['capsules', 'liquid'] as const)(
    'of %s passes the gate and reads back as it was sent',
    (preparation) => {
      const order = orderOf('maintenance', 90, 2, preparation);
      expect(draftFaults(order.requests, ORDER_WORDS)).toEqual([]);
      expect(order.requests[0]?.dispenseRequest.numberOfRepeatsAllowed).toBe(2);
      const stored = order.requests.map((resource) => ({
        location: 'MedicationRequest/2',
        resource: { ...resource, id: '2' },
        why: null,
        isGone: false,
      }));
      expect(verifyDraft(order, stored).state).toBe('kept');
    },
  );

  test('gives its figures rounded to one decimal, and the share of relief cut', () => {
    expect(orderOf('maintenance', 90).requests[0]?.reasonCode?.[1]?.text).toBe(
      'PEG 7.3 to 4.7, 36% better, 02-Mar-2026',
    );
  });

  test('a maintenance beyond 90 nights, or with more repeats than a site may allow, does not leave', () => {
    const { requests } = orderOf('maintenance', 90);
    const supply = (change: object) => (json: DraftRequest) => ({
      ...json,
      dispenseRequest: { ...json.dispenseRequest, ...change },
    });
    expect(faults(requests, supply({ numberOfRepeatsAllowed: 4 }))).toEqual(['shape']);
    expect(
      faults(
        requests,
        supply({
          expectedSupplyDuration: { value: 91, unit: 'd', system: 'http://unitsofmeasure.org', code: 'd' },
        }),
      ),
    ).toEqual(['shape']);
  });
});

test('what is no maintenance has neither its nights nor its repeats', () => {
  const { requests } = orderOf('maintenance', 90);
  expect(faults(requests, ({ courseOfTherapyType: _, ...json }) => json)).toContain('course');
  const stay = orderOf('stay', 28);
  expect(stay.requests[0]).not.toHaveProperty('courseOfTherapyType');
  expect(stay.requests[0]?.dispenseRequest.numberOfRepeatsAllowed).toBe(0);
  const repeated = (json: DraftRequest) => ({
    ...json,
    dispenseRequest: { ...json.dispenseRequest, numberOfRepeatsAllowed: 1 },
  });
  expect(faults(stay.requests, repeated)).toContain('course');
});

test('an order that is to be stayed at speaks of no increase, and its gate says so', () => {
  const { requests } = orderOf('maintenance', 90);
  const increase = (json: DraftRequest) => ({
    ...json,
    dosageInstruction: json.dosageInstruction.map((dosage) => ({
      ...dosage,
      text: dosage.text.replace(ORDER_WORDS.said.stays, ORDER_WORDS.said.last),
    })),
  });
  expect(faults(requests, increase)).toContain('last-sentence');
});
