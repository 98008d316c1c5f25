/** R03: an opioid ended too recently. Today is 2026-03-02. */
import { describe, expect, test } from 'vitest';
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

describe('an order and what was handed over are told once only where they say the same', () => {
  const ordered = order('t', tramadol, { status: 'completed', authoredOn: '2026-02-14' });
  const handedOver = (of: string, day = '2026-02-14', drug: object | string = tramadol) =>
    dispense('d', drug, day, 7, { authorizingPrescription: [{ reference: `MedicationRequest/${of}` }] });
  const rows = (...chart: Parameters<typeof judge>[0]) =>
    findingsOf(judge([naproxen, ...chart]), 'R03').flatMap(({ sources }) => sources);

  test('the supply of the order', () => {
    expect(rows(ordered, handedOver('t'))).toEqual(['MedicationDispense/d']);
  });

  test('the supply of another order of the same day leaves this one standing', () => {
    const chart = [ended('2026-02-14'), handedOver('another')];
    expect(rows(...chart)).toEqual(['MedicationDispense/d', 'MedicationRequest/t']);
  });

  test('of two supplies each is told, and the order that the later one dates is not', () => {
    const earlier = { ...handedOver('t', '2026-02-16'), id: 'e' };
    expect(rows(ordered, earlier, handedOver('t', '2026-02-22'))).toEqual([
      'MedicationDispense/d',
      'MedicationDispense/e',
    ]);
  });
});

test('buprenorphine that its hand-over dates is one finding too', () => {
  const film = 'buprenorphine 8 mg sublingual tablet';
  const judgement = judge([
    naproxen,
    order('b', film, { status: 'completed', authoredOn: '2026-02-14' }),
    dispense('d', film, '2026-02-14', 7, { authorizingPrescription: [{ reference: 'MedicationRequest/b' }] }),
  ]);
  expect(findingsOf(judgement, 'R04')).toMatchObject([
    {
      code: 'maintenance-opioid-recent',
      sources: ['MedicationDispense/d'],
      facts: { lastDay: '2026-02-20' },
    },
  ]);
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

test.each([
  ['cancelled bounds nothing', dispense('d', tramadol, '2026-02-20', 5, { status: 'cancelled' }), null],
  ['dated in the future bounds to today', dispense('d', tramadol, '2026-03-09', 5), '2026-03-02'],
  ['of another opioid bounds nothing', dispense('d', 'morphine 10 mg tablet', '2026-01-07', 5), null],
])('a hand-over %s', (_, row, handedOver) => {
  const [finding] = findingsOf(judge([naproxen, stopped, row]), 'R03').filter(
    ({ sources }) => sources[0] === 'MedicationRequest/t',
  );
  expect(finding?.question).toMatchObject({ handedOver });
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
    clearFrom: '2026-03-08',
  });
});
