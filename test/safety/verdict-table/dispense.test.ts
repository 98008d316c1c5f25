/** The verdict table: what a pharmacy handed over. */
import { describe, expect, test } from 'vitest';
import { dispense, judge, naproxen, type Resource, tramadol } from '../judged.ts';
import { check } from './verdict-rows.ts';

describe('a dispense', () => {
  const handed = (
    day: string | undefined,
    supplyDays?: number,
    overrides: Readonly<Record<string, unknown>> = {},
  ) => [dispense('d', tramadol, day, supplyDays, overrides)];
  check([
    ...['completed', 'in-progress', 'stopped'].map((status) => ({
      name: `${status} counts to the end of its supply`,
      rows: handed('2026-02-18', 7, { status }),
      verdict: 'present' as const,
      state: 'recent' as const,
      last: '2026-02-24',
      clear: '2026-03-07',
    })),
    {
      name: 'completed counts from its preparation where no day of hand-over is given',
      rows: handed(undefined, 7, { whenPrepared: '2026-02-18' }),
      verdict: 'present',
      last: '2026-02-24',
    },
    {
      name: 'is history on E + W + 1',
      rows: handed('2026-02-13', 7),
      verdict: 'none-found',
      state: 'historical',
    },
    {
      name: 'without days of supply cannot be dated for 180 days',
      rows: handed('2025-09-03'),
      verdict: 'cannot-tell',
      raises: ['R06 confirm'],
    },
    {
      name: 'of 0 days of supply cannot be dated',
      rows: handed('2026-01-10', 0),
      verdict: 'cannot-tell',
      state: 'unidentified',
      last: null,
      raises: ['R06 confirm'],
    },
    {
      name: 'without days of supply is history after 181 days',
      rows: handed('2025-09-02'),
      verdict: 'none-found',
      state: 'historical',
      last: null,
    },
    { name: 'without any date cannot be dated', rows: handed(undefined, 7), verdict: 'cannot-tell' },
    {
      name: 'cancelled was not handed over',
      rows: handed('2026-02-18', 7, { status: 'cancelled' }),
      verdict: 'none-found',
      state: 'not-taken',
    },
    {
      name: 'declined was not handed over',
      rows: handed('2026-02-18', 7, { status: 'declined' }),
      verdict: 'none-found',
    },
    {
      name: 'of status unknown cannot be told',
      rows: handed('2011-02-18', 7, { status: 'unknown' }),
      verdict: 'cannot-tell',
    },
    ...['preparation', 'on-hold'].map((status) => ({
      name: `${status} was not handed over: asked`,
      rows: handed(undefined, 7, { status, whenPrepared: '2026-02-18' }),
      verdict: 'none-found' as const,
      state: 'pending' as const,
      last: null,
      raises: ['R08 confirm'],
    })),
    {
      name: 'on hold though handed over counts by the hand-over',
      rows: handed('2026-02-18', 7, { status: 'on-hold' }),
      verdict: 'present',
      last: '2026-02-24',
    },
    {
      name: 'in the future counts as today',
      rows: handed('2026-04-18', 7),
      verdict: 'present',
      last: '2026-03-02',
    },
  ]);
});

describe('hand-overs of one drug', () => {
  const morphine = 'morphine sulfate 15 mg tablet';
  const fills = (...days: readonly [string, number][]) =>
    days.map(([day, supply], index) => dispense(`d${index}`, morphine, day, supply));
  /** Last day of each, in the order given. */
  const lastDays = (rows: readonly Resource[]) =>
    judge([naproxen, ...rows]).opioid.evidence.map(({ lastExposure }) => lastExposure);

  test.each<[string, [string, number][], string[]]>([
    [
      'an early refill begins when the one before it ends',
      [
        ['2025-10-01', 28],
        ['2025-10-15', 28],
      ],
      ['2025-10-28', '2025-11-25'],
    ],
    [
      'three of one day follow each other',
      [
        ['2025-06-01', 30],
        ['2025-06-01', 30],
        ['2025-06-01', 30],
      ],
      ['2025-06-30', '2025-07-30', '2025-08-29'],
    ],
    [
      'what is saved up is carried on',
      [
        ['2025-06-01', 30],
        ['2025-06-21', 30],
        ['2025-07-11', 30],
      ],
      ['2025-06-30', '2025-07-30', '2025-08-29'],
    ],
    [
      'after a gap nothing adds up',
      [
        ['2025-06-01', 30],
        ['2025-07-01', 30],
      ],
      ['2025-06-30', '2025-07-30'],
    ],
    [
      'the order of the rows does not matter',
      [
        ['2025-10-15', 28],
        ['2025-10-01', 28],
      ],
      ['2025-11-25', '2025-10-28'],
    ],
  ])('%s', (_, given, last) => {
    expect(lastDays(fills(...given))).toEqual(last);
  });

  test('two drugs, and two releases of one, are used side by side', () => {
    const rows = [
      dispense('a', morphine, '2025-10-01', 30),
      dispense('b', 'morphine sulfate ER 15 mg tablet', '2025-10-01', 30),
      dispense('c', tramadol, '2025-10-01', 30),
    ];
    expect(lastDays(rows)).toEqual(['2025-10-30', '2025-10-30', '2025-10-30']);
  });

  test('a brand and its generic, that may be the same kind, are used one after the other', () => {
    const rows = [
      dispense('a', 'Ultram 50 mg', '2025-10-01', 30),
      dispense('b', tramadol, '2025-10-11', 30),
      dispense('c', 'Ultram 50 mg', '2025-10-21', 30),
    ];
    expect(lastDays(rows)).toEqual(['2025-10-30', '2025-11-29', '2025-12-29']);
  });

  test('a supply that was declined, or is of no known length, moves no other', () => {
    const rows = [
      dispense('a', morphine, '2025-09-20', 30, { status: 'declined' }),
      dispense('b', morphine, '2025-09-30'),
      dispense('c', morphine, '2025-10-01', 30),
    ];
    expect(lastDays(rows)).toEqual([null, null, '2025-10-30']);
  });
});
