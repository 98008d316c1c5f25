/** From a chart's date text to a day of the clinic. */
import { describe, expect, test } from 'vitest';
import { addDays, type CalendarDate, calendarDate, daysBetween } from '#lib/time/calendar-date.ts';
import { clinicDays } from '#lib/time/chart-day.ts';

const day = (text: string) => text as CalendarDate;

describe('a partial date', () => {
  const dayOf = clinicDays(null);
  test.each([
    ['2026', '2026-01-01', '2026-12-31'],
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026-04', '2026-04-01', '2026-04-30'],
    ['2025-12', '2025-12-01', '2025-12-31'],
    ['9999-12', '9999-12-01', '9999-12-31'],
    ['2026-02-10', '2026-02-10', '2026-02-10'],
  ])('%s lies between its first and its last day', (text, earliest, latest) => {
    expect([dayOf(text, 'earliest'), dayOf(text)]).toEqual([earliest, latest]);
  });
});

describe('an instant', () => {
  test.each([
    ['2026-02-19T23:30:00Z', null, '2026-02-19', '2026-02-20'],
    ['2026-02-19T05:00:00Z', null, '2026-02-18', '2026-02-19'],
    ['2026-02-19T23:30:00-12:00', null, '2026-02-19', '2026-02-21'],
    ['2026-02-19T23:30:00', null, '2026-02-19', '2026-02-19'],
    ['2026-02-19T23:30:00Z', 'Pacific/Auckland', '2026-02-20', '2026-02-20'],
    ['2025-03-09T06:59:00Z', 'America/New_York', '2025-03-09', '2025-03-09'],
    ['2025-11-02T04:30:00Z', 'America/New_York', '2025-11-02', '2025-11-02'],
    ['2025-11-03T04:30:00Z', 'America/New_York', '2025-11-02', '2025-11-02'],
    ['9999-12-31T23:59:59Z', null, '9999-12-31', '9999-12-31'],
    ['0001-01-01T00:00:00Z', null, '0001-01-01', '0001-01-01'],
  ])('%s in zone %s', (text, zone, earliest, latest) => {
    const dayOf = clinicDays(zone);
    expect([dayOf(text, 'earliest'), dayOf(text)]).toEqual([earliest, latest]);
  });
});

test.each(['', 'yesterday', '2026-02-30', '2026-13', '26-02-10', '2026-02-10 23:30', '10/02/2026'])(
  '"%s" is no day',
  (text) => {
    expect(clinicDays(null)(text)).toBeNull();
  },
);

test('a zone that does not exist is an error, never a guess', () => {
  expect(() => clinicDays('Mars/Olympus')('2026-02-19T23:30:00Z')).toThrow(RangeError);
});

test('days are counted over leap days and the ends of the calendar', () => {
  expect(addDays(day('2024-02-28'), 2)).toBe('2024-03-01');
  expect(addDays(day('9999-12-30'), 9)).toBe('9999-12-31');
  expect(addDays(day('0001-01-02'), -9)).toBe('0001-01-01');
  expect(daysBetween(day('2024-02-28'), day('2024-03-01'))).toBe(2);
  expect(daysBetween(day('2026-03-02'), day('2026-02-28'))).toBe(-2);
  expect(['2026-02-29', '2026-00-10', '0000-01-01', '2026-1-1'].map(calendarDate)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});
