/** R08: an opioid drafted, proposed, planned or intended. Today is 2026-03-02. */
import { expect, test } from 'vitest';
import { dispense, findingsOf, judge, naproxen, order, severityOf, statement } from '../judged.ts';

test.each([
  ['a draft asks', [order('x', 'hydromorphone 2 mg tablet', { status: 'draft' })], ['confirm']],
  ['a proposal asks', [order('x', 'hydromorphone 2 mg tablet', { intent: 'proposal' })], ['confirm']],
  ['an option asks', [order('x', 'hydromorphone 2 mg tablet', { intent: 'option' })], ['confirm']],
  [
    'a draft of a plan asks',
    [order('x', 'hydromorphone 2 mg tablet', { intent: 'plan', status: 'draft' })],
    ['confirm'],
  ],
  ['an active plan is R02', [order('x', 'hydromorphone 2 mg tablet', { intent: 'plan' })], []],
  ...['preparation', 'on-hold'].map(
    (status) =>
      [
        `a supply not handed over asks (${status})`,
        [dispense('x', 'hydromorphone 2 mg tablet', undefined, 7, { status, whenPrepared: '2025-12-01' })],
        ['confirm'],
      ] as const,
  ),
  [
    'an intended statement asks',
    [statement('x', 'hydromorphone 2 mg tablet', { status: 'intended' })],
    ['confirm'],
  ],
  ['an active order is R02', [order('x', 'hydromorphone 2 mg tablet')], []],
  ['a draft of another drug is silent', [order('x', 'naproxen 500 mg tablet', { status: 'draft' })], []],
] as const)('%s', (_, rows, severities) => {
  expect(severityOf(judge([naproxen, ...rows]), 'R08')).toEqual(severities);
});

test('the message says drug, day and author', () => {
  const row = order('x', 'hydromorphone 2 mg', {
    status: 'draft',
    authoredOn: '2026-02-27',
    requester: { display: 'Dr A. Example' },
  });
  expect(findingsOf(judge([naproxen, row]), 'R08')[0]?.message).toBe(
    'Opioid order pending: hydromorphone 2 mg, 2026-02-27, by Dr A. Example.',
  );
});
