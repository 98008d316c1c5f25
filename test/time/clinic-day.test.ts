import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CalendarDate, weekdayOf } from '#lib/time/calendar-date.ts';
import { clinicDay } from '#lib/time/clinic-day.ts';

const ZONES = [
  'UTC',
  'America/New_York',
  'America/St_Johns',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
] as const;
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const from1970To2100 = fc.integer({ min: 0, max: Date.UTC(2100, 0) });

/** What the platform's own calendar says. */
function byIntl(instant: number, timeZone: string, field: 'date' | 'weekday'): string {
  return field === 'date'
    ? new Intl.DateTimeFormat('en-CA', { timeZone }).format(instant)
    : new Intl.DateTimeFormat('en', { timeZone, weekday: 'long' }).format(instant);
}

describe('the day at the clinic', () => {
  test('is the one its wall calendar shows, through every change of its clock', () => {
    fc.assert(
      fc.property(from1970To2100, fc.constantFrom(...ZONES), (instant, zone) => {
        expect(clinicDay(instant, zone)).toBe(byIntl(instant, zone, 'date'));
      }),
    );
  });

  test('without a zone is the latest that any zone has: never too early a day for an opioid to have ended', () => {
    fc.assert(
      fc.property(from1970To2100, fc.constantFrom(...ZONES), (instant, zone) => {
        expect(clinicDay(instant, null) >= clinicDay(instant, zone)).toBe(true);
      }),
    );
    expect(clinicDay(Date.parse('2026-03-02T10:00:00Z'), null)).toBe('2026-03-03');
  });

  test('of a zone that does not exist is an error, not a day', () => {
    expect(() => clinicDay(0, 'Mars/Olympus_Mons')).toThrow(RangeError);
  });
});

test('weekdays, also before 1970', () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2100, 0) }), (instant) => {
      const day = new Date(instant).toISOString().slice(0, 10) as CalendarDate;
      expect(WEEKDAYS[weekdayOf(day)]).toBe(byIntl(instant, 'UTC', 'weekday'));
    }),
  );
});
