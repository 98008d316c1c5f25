/** The verdict table: what a pharmacy handed over. */
import { describe } from 'vitest';
import { dispense, tramadol } from '../judged.ts';
import { check } from './verdict-rows.ts';

describe('a dispense', () => {
  const handed = (
    day: string | undefined,
    supplyDays?: number,
    overrides: Readonly<Record<string, unknown>> = {},
  ) => [dispense('d', tramadol, day, supplyDays, overrides)];
  check([
    ...['completed', 'in-progress', 'preparation'].map((status) => ({
      name: `${status} counts to the end of its supply`,
      rows: handed('2026-02-18', 7, { status }),
      verdict: 'present' as const,
      state: 'recent' as const,
      last: '2026-02-24',
      clear: '2026-03-07',
    })),
    {
      name: 'counts from its preparation where nothing was handed over yet',
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
      name: 'without days of supply cannot be dated for 90 days',
      rows: handed('2025-12-02'),
      verdict: 'cannot-tell',
      raises: ['R06 confirm'],
    },
    {
      name: 'without days of supply is history after 91 days',
      rows: handed('2025-12-01'),
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
    {
      name: 'in the future counts as today',
      rows: handed('2026-04-18', 7),
      verdict: 'present',
      last: '2026-03-02',
    },
  ]);
});
