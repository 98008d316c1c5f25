/** The verdict table: what was given. */
import { describe } from 'vitest';
import { administration } from '../judged.ts';
import { check } from './verdict-rows.ts';

describe('an administration', () => {
  const given = (status: string, overrides: Readonly<Record<string, unknown>> = {}) => [
    administration('a', 'morphine 4 mg injection', '2026-02-20', { status, ...overrides }),
  ];
  check([
    {
      name: 'that began and has no end cannot be dated',
      rows: [
        administration('a', 'morphine 4 mg injection', undefined, {
          effectivePeriod: { start: '2026-01-01' },
        }),
      ],
      verdict: 'cannot-tell',
      raises: ['R06 confirm'],
    },
    ...['completed', 'in-progress', 'stopped'].map((status) => ({
      name: `${status} counts by its time`,
      rows: given(status),
      verdict: 'present' as const,
      state: 'recent' as const,
      last: '2026-02-20',
      clear: '2026-03-03',
    })),
    {
      name: 'is history on E + W + 1',
      rows: given('completed', { effectiveDateTime: '2026-02-19' }),
      verdict: 'none-found',
      state: 'historical',
    },
    {
      name: 'in progress without an end is current',
      rows: given('in-progress', { effectiveDateTime: undefined, effectivePeriod: { start: '2026-01-01' } }),
      verdict: 'present',
      state: 'current',
    },
    {
      name: 'not done is ignored',
      rows: given('not-done'),
      verdict: 'none-found',
      state: 'not-taken',
      raises: [],
    },
    {
      name: 'without a time cannot be dated',
      rows: given('completed', { effectiveDateTime: undefined }),
      verdict: 'cannot-tell',
    },
    { name: 'of status unknown cannot be told', rows: given('unknown'), verdict: 'cannot-tell' },
    {
      name: 'in the future counts as today',
      rows: given('completed', { effectiveDateTime: '2026-03-20' }),
      verdict: 'present',
      last: '2026-03-02',
    },
    {
      name: 'known as an injection by its route alone needs 10 days',
      rows: [
        administration('a', 'morphine 4 mg', '2026-02-19', {
          dosage: { route: { text: 'Intravenous route' } },
        }),
      ],
      verdict: 'none-found',
      clear: '2026-03-02',
    },
  ]);
});
