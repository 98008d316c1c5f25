/** R12: already on naltrexone. Today is 2026-03-02. */
import { expect, test } from 'vitest';
import { OWN_DRAFT_SYSTEM } from '#lib/chart/own-draft.ts';
import {
  administration,
  dispense,
  findingsOf,
  judge,
  naproxen,
  ndc,
  order,
  rxnorm,
  severityOf,
  statement,
  supply,
} from '../judged.ts';

const taken = (value: number, unit: string) => ({
  dosageInstruction: [{ doseAndRate: [{ doseQuantity: { value, unit } }] }],
});

test.each([
  ['active 50 mg blocks', [order('n', 'naltrexone 50 mg tablet')], ['blocks']],
  ["somebody else's low dose asks", [order('n', 'naltrexone 4.5 mg capsule (compounded)')], ['confirm']],
  ['a low dose on hold asks', [order('n', 'LDN 3 mg capsule', { status: 'on-hold' })], ['confirm']],
  ['naltrexone of an unknown dose blocks', [order('n', 'naltrexone')], ['blocks']],
  [
    'a low dose handed over that lasts until today asks',
    [dispense('n', 'naltrexone 4.5 mg capsule', '2026-02-01', 30)],
    ['confirm'],
  ],
  [
    'low-strength capsules, two a night, block',
    [order('n', 'naltrexone 4.5 mg capsule', taken(2, 'capsule'))],
    ['blocks'],
  ],
  [
    'a low dose in milligrams of a 50 mg tablet asks',
    [order('n', 'naltrexone 50 mg tablet', taken(4.5, 'mg'))],
    ['confirm'],
  ],
  ['on hold blocks', [order('n', 'naltrexone 50 mg tablet', { status: 'on-hold' })], ['blocks']],
  [
    'a statement of taking a low dose asks',
    [statement('n', 'naltrexone 4.5 mg', { status: 'active' })],
    ['confirm'],
  ],
  [
    'an injection of a small dose blocks',
    [administration('n', 'naltrexone 4 mg injection', '2026-02-20')],
    ['blocks'],
  ],
  ['naltrexone with bupropion blocks', [order('n', 'Contrave 8/90 mg extended release tablet')], ['blocks']],
  ['beside a word nobody knows it still blocks', [order('n', 'naltrexone 50 mg zzqxv')], ['blocks']],
  ['stopped is silent', [order('n', 'naltrexone 50 mg tablet', { status: 'stopped' })], []],
  [
    'an injection given 28 days ago blocks',
    [administration('n', 'Vivitrol 380 mg', '2026-02-02')],
    ['blocks'],
  ],
  [
    'an injection known by its package number alone blocks for 28 days too',
    [administration('n', ndc('65757-300-01'), '2026-02-02')],
    ['blocks'],
  ],
  [
    'an injection known by its code alone, handed over without days of supply, blocks',
    [dispense('n', rxnorm('637213'), '2026-02-02')],
    ['blocks'],
  ],
  ['an injection given 29 days ago is silent', [administration('n', 'Vivitrol 380 mg', '2026-02-01')], []],
  [
    'an injection handed over 28 days ago blocks, without days of supply',
    [dispense('n', 'Vivitrol 380 mg', '2026-02-02')],
    ['blocks'],
  ],
  [
    'an injection handed over 29 days ago for 28 days is silent',
    [dispense('n', 'Vivitrol 380 mg', '2026-02-01', 28)],
    [],
  ],
  [
    'an injection ordered and completed last week blocks',
    [order('n', 'Vivitrol 380 mg', { status: 'completed', authoredOn: '2026-02-23' })],
    ['blocks'],
  ],
  [
    'tablets handed over that last until today block',
    [dispense('n', 'naltrexone 50 mg tablet', '2026-02-01', 30)],
    ['blocks'],
  ],
  [
    'tablets handed over that ended yesterday are silent',
    [dispense('n', 'naltrexone 50 mg tablet', '2026-01-31', 30)],
    [],
  ],
  ['morphine with naltrexone is an opioid row', [order('n', 'Embeda 20/0.8 mg capsule')], []],
] as const)('%s', (_, rows, severities) => {
  expect(severityOf(judge([naproxen, ...rows]), 'R12')).toEqual(severities);
});

test.each([
  ['an order of unknown status', order('ldn', 'naltrexone 4.5 mg capsule', { status: 'unknown' })],
  ['a hand-over without days of supply', dispense('ldn', 'naltrexone 4.5 mg capsule', '2026-02-25')],
])('%s is asked about: it may be taken', (_, row) => {
  expect(severityOf(judge([row, naproxen]), 'R12')).toEqual(['confirm']);
});

test.each([
  ['a patient who means to take it', statement('ldn', 'naltrexone 4.5 mg', { status: 'intended' })],
])('%s is asked about', (_, row) => {
  expect(severityOf(judge([row, naproxen]), 'R12')).toEqual(['confirm']);
});

test.each([
  ['nought milligrams', taken(0, 'mg'), ['blocks']],
  ['4.5 milligrams', taken(4.5, 'mg'), ['confirm']],
  ['a hundredth more', taken(4.51, 'mg'), ['blocks']],
])('of a 50 mg tablet %s a day are a low dose or not', (_, dosage, severities) => {
  expect(severityOf(judge([order('n', 'naltrexone 50 mg tablet', dosage), naproxen]), 'R12')).toEqual(
    severities,
  );
});

test.each([
  [
    'a low dose given on the ward last month is over',
    administration('n', 'naltrexone 4.5 mg capsule', '2026-02-01'),
    [],
  ],
  [
    'an order of tablets that lasted until today is R12 no longer',
    order('n', 'naltrexone 4.5 mg capsule', {
      status: 'completed',
      authoredOn: '2026-02-01',
      ...supply(30),
    }),
    [],
  ],
])('%s', (_, row, severities) => {
  expect(severityOf(judge([row, naproxen]), 'R12')).toEqual(severities);
});

test('a signed order of ours is what a follow-up follows, and a titration never starts beside it', () => {
  const own = order('n', 'naltrexone 1.5 mg capsule', {
    status: 'completed',
    identifier: [{ system: OWN_DRAFT_SYSTEM, value: 'urn:uuid:1' }],
  });
  const handedOver = dispense('d', 'naltrexone 1.5 mg capsule', '2026-02-25', 14, {
    authorizingPrescription: [{ reference: 'MedicationRequest/n' }],
  });
  expect(severityOf(judge([own, handedOver, naproxen], { purpose: 'follow-up' }), 'R12')).toEqual([]);
  expect(severityOf(judge([own, handedOver, naproxen]), 'R12')).toEqual(['confirm']);
});

test('an order that was stopped without a date asks nothing', () => {
  const row = order('ldn', 'naltrexone 4.5 mg capsule', { status: 'stopped' });
  expect(severityOf(judge([row, naproxen]), 'R12')).toEqual([]);
});

test('our own order is R13 alone, and so is what was handed over on it', () => {
  const own = order('n', 'naltrexone 1.5 mg capsule', {
    identifier: [{ system: OWN_DRAFT_SYSTEM, value: 'urn:uuid:1' }],
  });
  const supply = dispense('d', 'naltrexone 1.5 mg capsule', '2026-02-25', 14, {
    authorizingPrescription: [{ reference: 'MedicationRequest/n' }],
  });
  const judgement = judge([own, supply, naproxen]);
  expect([severityOf(judgement, 'R12'), severityOf(judgement, 'R13')]).toEqual([[], ['blocks']]);
  expect(severityOf(judge([supply, naproxen]), 'R12')).toEqual(['confirm']);
});

test('the question says the dose and both ways on', () => {
  expect(findingsOf(judge([naproxen, order('n', 'LDN 3 mg capsule')]), 'R12')[0]?.message).toMatch(
    /3 mg a day: LDN 3 mg capsule .*Take it over at that dose.*or stop it first/,
  );
});
