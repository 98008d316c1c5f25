/** Low-dose naltrexone that somebody else ordered, as a follow-up finds it. Today is 2026-03-02. */
import { describe, expect, test } from 'vitest';
import { OWN_DRAFT_SYSTEM } from '#lib/chart/own-draft.ts';
import { readBundle } from '#lib/chart/read/read-bundle.ts';
import { naltrexoneElsewhere } from '#lib/follow-up/naltrexone-elsewhere.ts';
import { installedRecogniser } from '#lib/terminology/load-tables.ts';
import {
  administration,
  dispense,
  order,
  patient,
  type Resource,
  statement,
  supply,
  TODAY,
} from '../safety/judged.ts';

function found(...rows: readonly Resource[]) {
  const entry = [patient(), ...rows].map((resource) => ({ resource }));
  const read = readBundle({ resourceType: 'Bundle', type: 'collection', entry });
  if ('refused' in read) throw new Error(read.refused.code);
  return naltrexoneElsewhere(read.chart, {
    asOf: TODAY,
    timeZone: null,
    recognise: installedRecogniser().recognise,
  });
}
const LDN = 'naltrexone 3 mg capsule (compounded)';
const nightly = {
  dosageInstruction: [
    {
      timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' } },
      doseAndRate: [{ doseQuantity: { value: 3, unit: 'mg' } }],
    },
  ],
};

describe('an order of somebody else', () => {
  test('in force is current, from the day it was written', () => {
    expect(found(order('n', LDN, nightly))).toEqual([
      { source: 'MedicationRequest/n', dose: 3_000, from: '2026-02-10', to: null, isCurrent: true },
    ]);
  });

  test('that ended has its last day', () => {
    expect(
      found(order('n', LDN, { ...nightly, status: 'completed', authoredOn: '2026-01-01', ...supply(28) })),
    ).toMatchObject([{ from: '2026-01-01', to: '2026-01-28', isCurrent: false }]);
  });

  test('that names no dose leaves it open', () => {
    expect(found(order('n', 'naltrexone capsule', {}))).toMatchObject([{ dose: null, isCurrent: true }]);
  });

  test.each([
    ['4.5 mg', [{ dose: 4_500 }]],
    ['50 mg', []],
  ])('of %s is low-dose naltrexone, or another treatment', (dose, rows) => {
    expect(found(order('n', `naltrexone ${dose} tablet`, {}))).toMatchObject(rows);
  });
});

test('what a patient reports to take is followed from the day they say', () => {
  expect(
    found(
      statement('s', LDN, {
        status: 'active',
        effectivePeriod: { start: '2025-12-15' },
        dosage: nightly.dosageInstruction,
      }),
    ),
  ).toMatchObject([{ source: 'MedicationStatement/s', dose: 3_000, from: '2025-12-15', isCurrent: true }]);
});

describe('nothing is found', () => {
  const own = { identifier: [{ system: OWN_DRAFT_SYSTEM, value: 'urn:uuid:1' }] };

  test.each<[string, readonly Resource[]]>([
    ['in our own order', [order('n', LDN, own)]],
    [
      'in what was handed over on our own order',
      [
        order('n', LDN, own),
        dispense('d', LDN, '2026-02-20', 28, {
          authorizingPrescription: [{ reference: 'MedicationRequest/n' }],
        }),
      ],
    ],
    ['in a supply, which says nothing that its order does not', [dispense('d', LDN, '2026-02-20', 28)]],
    ['in what was given on a ward', [administration('a', LDN, '2026-02-20')]],
    ['in a draft of anybody', [order('n', LDN, { status: 'draft' })]],
    ['in an order that was cancelled', [order('n', LDN, { status: 'cancelled' })]],
    ['in another drug', [order('n', 'naproxen 500 mg tablet')]],
    ['in an opioid that naltrexone is mixed with', [order('n', 'Embeda 20/0.8 mg capsule')]],
  ])('%s', (_, rows) => {
    expect(found(...rows)).toEqual([]);
  });
});
