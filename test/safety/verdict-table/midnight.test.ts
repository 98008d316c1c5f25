/** The verdict table: which day of the clinic an instant falls on. */
import { describe } from 'vitest';
import { administration } from '../judged.ts';
import { check } from './verdict-rows.ts';

describe('midnight', () => {
  const given = (instant: string) => [administration('a', 'morphine 4 mg injection', instant)];
  const NEW_YORK = { timeZone: 'America/New_York' };
  check([
    {
      name: '23:30 in the evening of the clinic is that day',
      rows: given('2026-02-19T23:30:00-05:00'),
      verdict: 'none-found',
      last: '2026-02-19',
      how: NEW_YORK,
    },
    {
      name: '23:30 UTC is still the afternoon in New York',
      rows: given('2026-02-19T23:30:00Z'),
      verdict: 'none-found',
      last: '2026-02-19',
      how: NEW_YORK,
    },
    {
      name: '04:30 UTC is the evening before in New York',
      rows: given('2026-02-20T04:30:00Z'),
      verdict: 'none-found',
      last: '2026-02-19',
      how: NEW_YORK,
    },
    {
      name: 'in an unknown zone the later day counts',
      rows: given('2026-02-19T23:30:00-05:00'),
      verdict: 'present',
      last: '2026-02-20',
    },
    {
      name: 'in an unknown zone noon UTC may already be tomorrow',
      rows: given('2026-02-19T12:00:00Z'),
      verdict: 'present',
      last: '2026-02-20',
    },
    {
      name: 'many digits after the second change nothing',
      rows: given('2026-02-19T23:30:00.123456789012Z'),
      verdict: 'present',
      last: '2026-02-20',
    },
    {
      name: 'summer time is minded',
      rows: given('2025-07-01T03:30:00Z'),
      verdict: 'none-found',
      last: '2025-06-30',
      how: NEW_YORK,
    },
    {
      name: 'the week in which the clocks change too',
      rows: given('2025-03-09T05:30:00Z'),
      verdict: 'none-found',
      last: '2025-03-09',
      how: NEW_YORK,
    },
    {
      name: 'half-hour zones too',
      rows: given('2026-02-19T18:30:00Z'),
      verdict: 'present',
      last: '2026-02-20',
      how: { timeZone: 'Asia/Kolkata' },
    },
    {
      name: 'a date without a time is a day of the clinic',
      rows: given('2026-02-19'),
      verdict: 'none-found',
      last: '2026-02-19',
    },
  ]);
});
