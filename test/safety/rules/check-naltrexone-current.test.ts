/** R12: already on naltrexone. Today is 2026-03-02. */
import { expect, test } from 'vitest';
import {
  administration,
  dispense,
  judge,
  naproxen,
  ndc,
  order,
  rxnorm,
  severityOf,
  statement,
} from '../judged.ts';

test.each([
  ['active 50 mg blocks', [order('n', 'naltrexone 50 mg tablet')], ['blocks']],
  ['active low dose blocks', [order('n', 'naltrexone 4.5 mg capsule (compounded)')], ['blocks']],
  ['on hold blocks', [order('n', 'naltrexone 50 mg tablet', { status: 'on-hold' })], ['blocks']],
  [
    'a statement of taking it blocks',
    [statement('n', 'naltrexone 4.5 mg', { status: 'active' })],
    ['blocks'],
  ],
  ['naltrexone with bupropion blocks', [order('n', 'Contrave 8/90 mg extended release tablet')], ['blocks']],
  ['beside a word nobody knows it still blocks', [order('n', 'naltrexone 4.5 mg zzqxv')], ['blocks']],
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

test('an order that was stopped without a date asks nothing', () => {
  const row = order('ldn', 'naltrexone 4.5 mg capsule', { status: 'stopped' });
  expect(severityOf(judge([row, naproxen]), 'R12')).toEqual([]);
});
