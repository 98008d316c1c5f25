/** R06: what nobody can name or date. Today is 2026-03-02. */
import { expect, test } from 'vitest';
import { dispense, findingsOf, judge, naproxen, order, patient, severityOf, tramadol } from '../judged.ts';

test.each([
  ['an unnamed medicine asks', [order('x', 'pain pill per Dr X')], ['confirm']],
  ['a near miss of an opioid name asks', [order('x', 'tramodol 50 mg')], ['confirm']],
  ['a partner drug does not clear the word beside it', [order('x', 'hydrocodne/apap 5/325')], ['confirm']],
  ['the same words twice are one question', [order('x', 'pain pill'), order('y', 'Pain pill ')], ['confirm']],
  [
    'two unnamed medicines are two questions',
    [order('x', 'pain pill'), order('y', 'blue tablet')],
    ['confirm', 'confirm'],
  ],
  [
    'an unnamed medicine cancelled lately asks: it may have been in use',
    [order('x', 'pain pill', { status: 'cancelled', authoredOn: '2025-09-03' })],
    ['confirm'],
  ],
  [
    'an unnamed medicine cancelled long ago is silent',
    [order('x', 'pain pill', { status: 'cancelled', authoredOn: '2025-09-02' })],
    [],
  ],
  [
    'cancelled orders are one question',
    [
      order('x', tramadol, { status: 'cancelled' }),
      order('y', 'codeine 30 mg tablet', { status: 'cancelled' }),
    ],
    ['confirm'],
  ],
  [
    'another drug that was cancelled is silent',
    [order('x', 'naproxen 500 mg tablet', { status: 'cancelled' })],
    [],
  ],
  ['an undatable opioid asks', [order('x', tramadol, { status: 'stopped' })], ['confirm']],
  ['ordinary medicines are silent', [order('x', 'naproxen 500 mg tablet')], []],
] as const)('%s', (_, rows, severities) => {
  expect(severityOf(judge([naproxen, ...rows]), 'R06')).toEqual(severities);
});

test('a near miss says which name it nearly spells', () => {
  expect(findingsOf(judge([naproxen, order('x', 'tramodol 50 mg')]), 'R06')[0]?.message).toMatch(
    /nearly tramadol/,
  );
});

test('an empty list, and a list of errors alone, ask what the patient takes', () => {
  for (const rows of [[], [order('x', 'naproxen', { status: 'entered-in-error', authoredOn: '2011-01-01' })]])
    expect(findingsOf(judge([patient(), ...rows]), 'R06').map(({ reasons }) => reasons[0]?.id)).toEqual([
      'takes-no-medicines',
    ]);
});

test('an answer without a day cannot start before a hand-over allows it', () => {
  const [question] = findingsOf(judge([naproxen, dispense('d', tramadol, '2026-02-25')]), 'R06');
  expect(question?.question).toMatchObject({ handedOver: '2026-02-25', withoutDay: '2026-03-08' });
});

test('"not an opioid" delays nothing', () => {
  const [question] = findingsOf(judge([naproxen, dispense('d', 'pain pill', '2026-02-25')]), 'R06');
  expect(question?.question).toMatchObject({ handedOver: '2026-02-25', withoutDay: null });
});
