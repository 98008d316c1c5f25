/** R29: naltrexone was tried before. Today is 2026-03-02. */
import { expect, test } from 'vitest';
import {
  administration,
  dispense,
  findingsOf,
  judge,
  naproxen,
  order,
  type Resource,
  statement,
} from '../judged.ts';

const messageOf = (...rows: readonly Resource[]) => findingsOf(judge([naproxen, ...rows]), 'R29')[0]?.message;
const ldn = 'naltrexone 4.5 mg capsule';
const until = (end: string) => ({ dispenseRequest: { validityPeriod: { end } } });

test.each<[string, Resource, RegExp]>([
  [
    'a stopped order with dose, date and reason',
    order('n', ldn, {
      status: 'stopped',
      ...until('2025-06-10'),
      authoredOn: '2025-03-01',
      statusReason: { text: 'vivid dreams' },
    }),
    /naltrexone 4\.5 mg capsule until 2025-06-10 \(4\.5 mg a day\), stopped for vivid dreams/,
  ],
  [
    'a completed statement',
    statement('n', 'LDN 3 mg', {
      status: 'completed',
      effectivePeriod: { start: '2024-01-01', end: '2024-07-01' },
    }),
    /LDN 3 mg \(naltrexone\) until 2024-07-01 \(3 mg a day\), completed/,
  ],
  [
    'a statement of not taking it, with its reason',
    statement('n', ldn, {
      status: 'not-taken',
      dateAsserted: '2025-05-05',
      statusReason: [{ text: 'nausea' }],
    }),
    /naltrexone 4\.5 mg capsule, 2025-05-05 \(4\.5 mg a day\), not-taken for nausea/,
  ],
  [
    'a supply used up',
    dispense('n', 'naltrexone 50 mg tablet', '2025-01-01', 30),
    /naltrexone 50 mg tablet until 2025-01-30/,
  ],
  [
    'an injection of last year',
    administration('n', 'Vivitrol 380 mg', '2025-06-01'),
    /Vivitrol 380 mg \(naltrexone\) until 2025-06-01/,
  ],
  [
    'an order stopped on no known day',
    order('n', ldn, { status: 'stopped', authoredOn: '2025-01-05' }),
    /naltrexone 4\.5 mg capsule, 2025-01-05/,
  ],
])('%s is told', (_, row, words) => {
  expect(messageOf(row)).toMatch(words);
  expect(messageOf(row)).toContain('gentle start');
});

test.each<[string, Resource]>([
  ['one that is taken now (R12)', order('n', ldn)],
  ['a draft (R13)', order('n', ldn, { status: 'draft' })],
  ['one that was cancelled', order('n', ldn, { status: 'cancelled' })],
  ['one entered in error', order('n', ldn, { status: 'entered-in-error' })],
  ['not taken, for no reason given', statement('n', ldn, { status: 'not-taken' })],
  ['an injection that still works (R12)', administration('n', 'Vivitrol 380 mg', '2026-02-20')],
  [
    'an opioid with naltrexone',
    order('n', 'Embeda 20/0.8 mg capsule', { status: 'completed', ...until('2020-01-01') }),
  ],
])('%s is not told', (_, row) => {
  expect(messageOf(row)).toBeUndefined();
});

test('it informs once, the latest first, and a supply of an order that is told adds nothing', () => {
  const rows = [
    order('a', ldn, { status: 'stopped', ...until('2024-01-10') }),
    order('b', 'LDN 3 mg', { status: 'stopped', ...until('2025-01-10') }),
    dispense('d', ldn, '2023-12-20', 20, { authorizingPrescription: [{ reference: 'MedicationRequest/a' }] }),
  ];
  const findings = findingsOf(judge([naproxen, ...rows]), 'R29');
  expect(findings.map(({ severity, sources }) => [severity, sources])).toEqual([
    ['informs', ['MedicationRequest/b', 'MedicationRequest/a']],
  ]);
});
