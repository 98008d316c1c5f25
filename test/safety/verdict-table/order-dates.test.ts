/** The verdict table: when an order that is over was last taken. Tramadol needs 10 whole opioid-free days. */
import { describe, expect, test } from 'vitest';
import { dispense, findingsOf, judge, naproxen, order, supply, tramadol } from '../judged.ts';
import { bounds, check, ended, forOrder, week } from './verdict-rows.ts';

const taper = (authoredOn: string, ...steps: readonly [sequence: number, days: number][]) =>
  order('t', tramadol, {
    status: 'completed',
    authoredOn,
    dosageInstruction: steps.map(([sequence, days]) => ({
      sequence,
      timing: { repeat: { boundsDuration: of(days).duration } },
    })),
  });
const of = (days: number) => ({ duration: { value: days, unit: 'd', code: 'd' } });

describe('an order that is over', () => {
  check([
    {
      name: 'completed counts until its supply ends, and 10 days more',
      rows: [ended('2026-02-14')],
      verdict: 'present',
      state: 'recent',
      last: '2026-02-20',
      clear: '2026-03-03',
      raises: ['R03 confirm'],
    },
    {
      name: 'completed with a supply of 0 days cannot be dated',
      rows: [ended('2026-02-05', supply(0))],
      verdict: 'cannot-tell',
      state: 'unidentified',
      raises: ['R06 confirm'],
    },
    {
      name: 'completed with bounds of 0 days cannot be dated',
      rows: [
        order('t', tramadol, {
          status: 'completed',
          authoredOn: '2026-02-05',
          ...bounds({ boundsDuration: of(0).duration }),
        }),
      ],
      verdict: 'cannot-tell',
      raises: ['R06 confirm'],
    },
    {
      name: 'an end before its own beginning is no end',
      rows: [
        order('t', tramadol, {
          status: 'completed',
          authoredOn: '2026-02-05',
          dispenseRequest: { validityPeriod: { start: '2026-02-05', end: '2025-02-06' } },
        }),
      ],
      verdict: 'cannot-tell',
    },
    {
      name: 'a validity that ends the moment it begins is no duration',
      rows: [
        order('t', tramadol, {
          status: 'completed',
          authoredOn: '2026-02-05',
          dispenseRequest: {
            validityPeriod: { start: '2026-02-05T09:00:00Z', end: '2026-02-05T09:00:00Z' },
          },
        }),
      ],
      verdict: 'cannot-tell',
    },
    {
      name: 'steps of different sequence run one after the other',
      rows: [taper('2026-01-28', [1, 10], [2, 10], [3, 5])],
      verdict: 'present',
      last: '2026-02-21',
      clear: '2026-03-04',
    },
    {
      name: 'a step of two lines lasts as long as the longer one',
      rows: [taper('2026-01-01', [1, 10], [1, 14], [2, 7])],
      verdict: 'none-found',
      last: '2026-01-21',
    },
    {
      name: 'steps are put in order by their number',
      rows: [
        order('t', tramadol, {
          status: 'completed',
          authoredOn: '2026-01-01',
          dosageInstruction: [
            { sequence: 2, timing: { repeat: { boundsDuration: of(7).duration } } },
            { sequence: 1, timing: { repeat: { boundsPeriod: { start: '2026-01-01', end: '2026-01-31' } } } },
          ],
        }),
      ],
      verdict: 'none-found',
      last: '2026-02-07',
    },
    {
      name: 'a last step without an end cannot be dated by the steps before it',
      rows: [
        order('t', tramadol, {
          status: 'completed',
          authoredOn: '2026-01-01',
          dosageInstruction: [
            { sequence: 1, timing: { repeat: { boundsPeriod: { start: '2026-01-01', end: '2026-01-08' } } } },
            { sequence: 2, text: 'then as needed' },
          ],
        }),
      ],
      verdict: 'cannot-tell',
    },
    {
      name: 'completed is history on the day E + W + 1',
      rows: [ended('2026-02-13')],
      verdict: 'none-found',
      state: 'historical',
      last: '2026-02-19',
      clear: '2026-03-02',
      raises: [],
    },
    {
      name: 'completed without supply or end cannot be dated',
      rows: [order('t', tramadol, { status: 'completed' })],
      verdict: 'cannot-tell',
      state: 'unidentified',
      last: null,
      raises: ['R06 confirm'],
    },
    {
      name: 'completed with supply but no date cannot be dated',
      rows: [order('t', tramadol, { status: 'completed', authoredOn: undefined, ...week })],
      verdict: 'cannot-tell',
      raises: ['R06 confirm'],
    },
    {
      name: 'completed counts until its validity ends',
      rows: [ended('2026-01-01', { dispenseRequest: { validityPeriod: { end: '2026-02-25' } } })],
      verdict: 'present',
      last: '2026-02-25',
      clear: '2026-03-08',
    },
    {
      name: 'completed counts until its bounds end',
      rows: [ended('2026-01-01', bounds({ boundsPeriod: { end: '2026-02-25' } }))],
      verdict: 'present',
      last: '2026-02-25',
    },
    {
      name: 'completed counts for the duration of its bounds',
      rows: [
        order('t', tramadol, {
          status: 'completed',
          authoredOn: '2026-02-20',
          ...bounds({ boundsDuration: { value: 5, unit: 'd', code: 'd' } }),
        }),
      ],
      verdict: 'present',
      last: '2026-02-24',
    },
    {
      name: 'a first fill longer than the others lengthens the supply',
      rows: [ended('2026-02-01', { dispenseRequest: { ...week.dispenseRequest, initialFill: of(20) } })],
      verdict: 'present',
      last: '2026-02-20',
    },
    {
      name: 'a first fill that is all there is dates it',
      rows: [ended('2026-02-01', { dispenseRequest: { initialFill: of(20) } })],
      verdict: 'present',
      last: '2026-02-20',
    },
    {
      name: 'refills of unknown length cannot be dated, whatever the first fill',
      rows: [ended('2026-02-01', { dispenseRequest: { initialFill: of(20), numberOfRepeatsAllowed: 2 } })],
      verdict: 'cannot-tell',
      raises: ['R06 confirm'],
    },
    {
      name: 'an interval between fills puts the last one as late as it may come',
      rows: [
        ended('2025-12-23', {
          dispenseRequest: { ...supply(7, 2).dispenseRequest, dispenseInterval: of(28).duration },
        }),
      ],
      verdict: 'present',
      last: '2026-02-23',
    },
    {
      name: 'an interval shorter than the fill changes nothing',
      rows: [
        ended('2026-02-01', {
          dispenseRequest: { ...supply(10, 1).dispenseRequest, dispenseInterval: of(5).duration },
        }),
      ],
      verdict: 'present',
      last: '2026-02-20',
    },
    {
      name: 'completed counts until the last moment it was to be taken at',
      rows: [
        order('t', tramadol, {
          status: 'completed',
          authoredOn: '2026-01-01',
          dosageInstruction: [{ timing: { event: ['2026-02-24', '2026-02-25', '2026-01-02'] } }],
        }),
      ],
      verdict: 'present',
      last: '2026-02-25',
    },
    {
      name: 'stopped does not end with the moments it was to be taken at',
      rows: [
        order('t', tramadol, {
          status: 'stopped',
          authoredOn: '2024-01-01',
          dosageInstruction: [{ timing: { event: ['2024-01-02'] } }],
        }),
      ],
      verdict: 'cannot-tell',
      raises: ['R06 confirm'],
    },
    {
      name: 'a validity without end ("9999") reaches to today',
      rows: [
        ended('2020-01-01', {
          dispenseRequest: { ...supply(7).dispenseRequest, validityPeriod: { end: '9999-12-31T23:59:59Z' } },
        }),
      ],
      verdict: 'present',
      state: 'recent',
      last: '2026-03-02',
    },
    {
      name: 'an end in the future counts as today',
      rows: [ended('2026-02-25', supply(90))],
      verdict: 'present',
      last: '2026-03-02',
      clear: '2026-03-13',
    },
    {
      name: 'a year alone counts as its last day',
      rows: [ended('2025')],
      verdict: 'none-found',
      last: '2026-01-06',
    },
    {
      name: 'a month alone counts as its last day',
      rows: [ended('2026-02')],
      verdict: 'present',
      last: '2026-03-02',
    },
    {
      name: 'stopped does not end with its authored supply',
      rows: [order('t', tramadol, { status: 'stopped', authoredOn: '2024-01-01', ...week })],
      verdict: 'cannot-tell',
      state: 'unidentified',
      raises: ['R06 confirm'],
    },
    ...['stopped', 'completed'].map((status) => ({
      name: `${status}, written more than three years ago and without an end, is history`,
      rows: [order('t', tramadol, { status, authoredOn: '2023-03-01' })],
      verdict: 'none-found' as const,
      state: 'historical' as const,
      last: null,
      raises: [],
    })),
    {
      name: 'stopped, written in a year that may lie within three years, cannot be dated',
      rows: [order('t', tramadol, { status: 'stopped', authoredOn: '2023' })],
      verdict: 'cannot-tell',
      raises: ['R06 confirm'],
    },
    {
      name: 'stopped, written in a year that lies before three years ago, is history',
      rows: [order('t', tramadol, { status: 'stopped', authoredOn: '2022' })],
      verdict: 'none-found',
    },
    {
      name: 'stopped, written three years ago to the day, cannot be dated',
      rows: [order('t', tramadol, { status: 'stopped', authoredOn: '2023-03-02' })],
      verdict: 'cannot-tell',
    },
    {
      name: 'stopped long ago, but handed over since, cannot be dated while that supply may last',
      rows: [
        order('t', tramadol, { status: 'stopped', authoredOn: '2019-01-01' }),
        dispense('d', tramadol, '2025-10-01', 7),
      ],
      verdict: 'cannot-tell',
      raises: ['R06 confirm'],
    },
    {
      name: 'stopped long ago, with a last sign of it more than 180 days ago, is history',
      rows: [
        order('t', tramadol, { status: 'stopped', authoredOn: '2019-01-01' }),
        dispense('d', tramadol, '2025-06-01', 7),
      ],
      verdict: 'none-found',
      raises: [],
    },
    {
      name: 'stopped with its end date alone asks for the last dose',
      rows: [
        order('t', tramadol, {
          status: 'stopped',
          authoredOn: '2020-01-01',
          dispenseRequest: { validityPeriod: { end: '2026-02-25' } },
        }),
      ],
      verdict: 'present',
      state: 'recent',
      last: '2026-02-25',
      raises: ['R03 confirm'],
    },
    {
      name: 'stopped with its end date alone, long ago, is history',
      rows: [
        order('t', tramadol, {
          status: 'stopped',
          authoredOn: '2020-01-01',
          dispenseRequest: { validityPeriod: { end: '2026-02-19' } },
        }),
      ],
      verdict: 'none-found',
      state: 'historical',
      raises: [],
    },
    {
      name: 'stopped after a hand-over that covers the end date blocks',
      rows: [
        order('t', tramadol, {
          status: 'stopped',
          authoredOn: '2026-01-01',
          dispenseRequest: { validityPeriod: { end: '2026-02-21' } },
        }),
        dispense('d', tramadol, '2026-02-15', 7, forOrder),
      ],
      verdict: 'present',
      raises: ['R03 blocks'],
    },
    {
      name: 'stopped and dated by a dispense alone ends with it',
      rows: [
        order('t', tramadol, { status: 'stopped', authoredOn: '2019-01-01' }),
        dispense('d', tramadol, '2025-06-01', 7, forOrder),
      ],
      verdict: 'none-found',
      raises: [],
    },
  ]);

  test('repeats lengthen the supply: 7 days and two repeats end on day 21', () => {
    const [row] = judge([naproxen, ended('2026-01-30', supply(7, 2))]).opioid.evidence;
    expect([row?.state, row?.lastExposure, row?.clearFrom]).toEqual([
      'historical',
      '2026-02-19',
      '2026-03-02',
    ]);
  });

  test('several undatable rows are one question, dated by the longest washout', () => {
    const undated = { status: 'stopped', authoredOn: '2024-05-05' };
    const [question, ...more] = findingsOf(
      judge([
        naproxen,
        order('a', tramadol, undated),
        order('b', 'morphine sulfate ER 15 mg tablet', undated),
      ]),
      'R06',
    );
    expect(more).toEqual([]);
    expect(question?.sources).toEqual(['MedicationRequest/a', 'MedicationRequest/b']);
    expect(question?.message).toContain('last taken before 2026-02-16?');
  });
});

describe('an as-needed order', () => {
  const asNeeded = { dosageInstruction: [{ asNeededBoolean: true }] };
  test.each([
    ['ended 365 days ago is asked about as leftovers', '2025-02-24', true],
    ['ended 366 days ago is not', '2025-02-23', false],
  ])('%s', (_, authoredOn, asked) => {
    const judgement = judge([naproxen, ended(authoredOn, asNeeded)]);
    expect(judgement.opioid.verdict).toBe('none-found');
    expect(findingsOf(judgement, 'R09')[0]?.message.includes('Leftovers of tramadol')).toBe(asked);
  });

  test('is dated like any other', () => {
    expect(judge([naproxen, ended('2026-02-14', asNeeded)]).opioid.verdict).toBe('present');
  });
});
