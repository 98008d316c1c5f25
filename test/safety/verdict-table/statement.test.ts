/** The verdict table: what somebody says the patient takes. */
import { describe } from 'vitest';
import { statement, tramadol } from '../judged.ts';
import { check } from './verdict-rows.ts';

describe('a statement', () => {
  const said = (status: string, overrides: Readonly<Record<string, unknown>> = {}) => [
    statement('s', tramadol, Object.assign({ status }, overrides)),
  ];
  check([
    {
      name: 'active is current',
      rows: said('active'),
      verdict: 'present',
      state: 'current',
      raises: ['R02 blocks'],
    },
    { name: 'on hold is current', rows: said('on-hold'), verdict: 'present', state: 'current' },
    {
      name: 'intended is pending',
      rows: said('intended'),
      verdict: 'none-found',
      state: 'pending',
      raises: ['R08 confirm'],
    },
    {
      name: 'not taken is evidence only',
      rows: said('not-taken'),
      verdict: 'none-found',
      state: 'not-taken',
      raises: [],
    },
    {
      name: 'completed at a moment cannot be dated: it may be the day of issue',
      rows: said('completed', { effectiveDateTime: '2025-06-01' }),
      verdict: 'cannot-tell',
      state: 'unidentified',
      last: null,
      raises: ['R06 confirm'],
    },
    {
      name: 'a patch put on at a moment cannot be dated either',
      rows: [statement('s', 'Butrans 20', { status: 'completed', effectiveDateTime: '2026-02-11' })],
      verdict: 'cannot-tell',
    },
    {
      name: 'completed at a moment more than three years ago is history',
      rows: said('completed', { effectiveDateTime: '2023-03-01' }),
      verdict: 'none-found',
      state: 'historical',
      last: null,
      raises: [],
    },
    {
      name: 'begun long ago and called stopped lately cannot be dated',
      rows: said('stopped', { effectiveDateTime: '2015-01-10', dateAsserted: '2026-02-28' }),
      verdict: 'cannot-tell',
      raises: ['R06 confirm'],
    },
    {
      name: 'a period that ends before it begins is no end',
      rows: said('completed', { effectivePeriod: { start: '2026-01-10', end: '2025-01-20' } }),
      verdict: 'cannot-tell',
    },
    {
      name: 'completed counts to its effective end',
      rows: said('completed', { effectivePeriod: { start: '2026-01-01', end: '2026-02-20' } }),
      verdict: 'present',
      state: 'recent',
      last: '2026-02-20',
      raises: ['R03 blocks'],
    },
    {
      name: 'stopped long ago is history',
      rows: said('stopped', { effectivePeriod: { end: '2026-02-19' } }),
      verdict: 'none-found',
      state: 'historical',
    },
    {
      name: 'completed without an end cannot be dated',
      rows: said('completed', { effectivePeriod: { start: '2024-01-01' } }),
      verdict: 'cannot-tell',
      raises: ['R06 confirm'],
    },
    { name: 'of status unknown cannot be told', rows: said('unknown'), verdict: 'cannot-tell' },
    { name: 'of an unlisted status cannot be told', rows: said('taking'), verdict: 'cannot-tell' },
    {
      name: 'entered in error lately is asked about',
      rows: said('entered-in-error', { dateAsserted: '2026-02-20' }),
      verdict: 'none-found',
      raises: ['R06 confirm'],
    },
  ]);
});
