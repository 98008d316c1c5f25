/** R03: an opioid ended too recently. Today is 2026-03-02. */
import { expect, test } from 'vitest';
import {
  administration,
  dispense,
  findingsOf,
  judge,
  naproxen,
  order,
  severityOf,
  supply,
  tramadol,
} from '../judged.ts';

const ended = (authoredOn: string) => order('t', tramadol, { status: 'completed', authoredOn, ...supply(7) });
const stopped = order('t', tramadol, {
  status: 'stopped',
  authoredOn: '2024-01-01',
  dispenseRequest: { validityPeriod: { end: '2026-02-25' } },
});

test.each([
  ['the day before it is clear it asks: only what was ordered is known', [ended('2026-02-14')], ['confirm']],
  [
    'handed over, the day before it is clear it blocks',
    [dispense('d', tramadol, '2026-02-14', 7)],
    ['blocks'],
  ],
  [
    'an order that its hand-over dates is one finding with it',
    [
      order('t', tramadol, { status: 'completed', authoredOn: '2026-02-14' }),
      dispense('d', tramadol, '2026-02-14', 7, {
        authorizingPrescription: [{ reference: 'MedicationRequest/t' }],
      }),
    ],
    ['blocks'],
  ],
  ['on the clear day it is silent', [ended('2026-02-13')], []],
  ['the end date of a stopped order alone asks', [stopped], ['confirm']],
  [
    'buprenorphine is R04, not R03',
    [
      order('t', 'buprenorphine 8 mg sublingual tablet', {
        status: 'completed',
        authoredOn: '2026-02-20',
        ...supply(1),
      }),
    ],
    [],
  ],
] as const)('%s', (_, rows, severities) => {
  expect(severityOf(judge([naproxen, ...rows]), 'R03')).toEqual(severities);
});

test('the message names the last exposure and the first day', () => {
  expect(findingsOf(judge([naproxen, ended('2026-02-14')]), 'R03')[0]?.message).toMatch(
    /last exposure may be 2026-02-20 .* Earliest start 2026-03-03\. Only what was ordered is known/,
  );
});

test('taken as ordered starts when the supply allows; a stated day moves it', () => {
  const [finding] = findingsOf(judge([naproxen, ended('2026-02-14')]), 'R03');
  expect(finding?.question).toMatchObject({ kind: 'last-dose', washoutDays: 10, withoutDay: '2026-03-03' });
  expect(finding?.reasons.map(({ id, needs }) => [id, needs])).toEqual([
    ['last-taken-patient-asked', 'lastDose'],
    ['last-taken-monitoring-record', 'lastDose'],
    ['taken-as-ordered', null],
    ['not-taken', null],
  ]);
});

test('the last dose is bounded by administrations and hand-overs of the same opioid', () => {
  const judgement = judge([
    naproxen,
    stopped,
    administration('a', tramadol, '2026-01-04'),
    dispense('d', tramadol, '2026-01-07', 5),
    administration('m', 'morphine 4 mg injection', '2026-02-01'),
  ]);
  expect(findingsOf(judgement, 'R03')[0]?.question).toEqual({
    kind: 'last-dose',
    washoutDays: 10,
    notBefore: '2026-01-04',
    handedOver: '2026-01-07',
    withoutDay: '2026-03-08',
  });
});
