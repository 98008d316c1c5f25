/** What is told of each opioid row beside its verdict. Today is 2026-03-02. */
import { expect, test } from 'vitest';
import { dispense, judge, naproxen, order, statement, supply, tramadol } from './judged.ts';

const evidenceOf = (...rows: Parameters<typeof judge>[0]) => judge([naproxen, ...rows]).opioid.evidence;

test.each([
  ['ordered and in force, the days are what the chart says', order('t', tramadol), false],
  [
    'handed over, the last day is counted from what was handed over',
    dispense('t', tramadol, '2026-02-20', 7),
    false,
  ],
  [
    'ordered and over, the last day is what was ordered',
    order('t', tramadol, { status: 'completed', authoredOn: '2026-02-14', ...supply(7) }),
    true,
  ],
  ['on hold, nobody says since when', order('t', tramadol, { status: 'on-hold' }), true],
  ['stopped on no known day', order('t', tramadol, { status: 'stopped' }), true],
])('%s: a guess or none', (_, row, dateIsGuessed) => {
  expect(evidenceOf(row)).toMatchObject([{ dateIsGuessed }]);
});

test('the earliest start is the latest of all clear days, and none while one is current, undatable or a depot', () => {
  const week = dispense('a', tramadol, '2026-02-20', 7);
  const longer = dispense('b', 'oxycodone 5 mg tablet', '2026-02-22', 7);
  const start = (...rows: Parameters<typeof judge>[0]) => judge([naproxen, ...rows]).opioid.earliestStart;
  expect(start(week)).toBe('2026-03-09');
  expect(start(longer)).toBe('2026-03-11');
  expect(start(week, longer)).toBe('2026-03-11');
  expect(start(longer, week)).toBe('2026-03-11');
  expect(start(week, order('t', 'codeine 30 mg tablet'))).toBeNull();
  expect(start(week, order('t', 'codeine 30 mg tablet', { status: 'stopped' }))).toBeNull();
  expect(start(week, dispense('d', 'Sublocade 300 mg', '2024-01-01'))).toBeNull();
  expect(start(week, statement('s', 'codeine 30 mg tablet', { status: 'not-taken' }))).toBe('2026-03-09');
  expect(start()).toBeNull();
});
