import { describe, expect, it } from 'vitest';
import { clinicDay } from '#lib/time/clinic-day.ts';
import { chartDate, chartDateInFull, clockTime, fullDate, screenDate } from '#lib/words/en/dates.ts';
import { day } from '../judgement-fixture.ts';

describe('dates as people read them', () => {
  it('writes a day with its month in letters, so that 02-03 is never read both ways', () => {
    expect(screenDate(day('2026-03-02'))).toBe('02-Mar-2026');
  });

  it('spells a day out for the patient', () => {
    expect(fullDate(day('2026-03-02'))).toBe('Monday 2 March 2026');
  });

  it.each([
    ['2026', '2026'],
    ['2026-02', 'Feb-2026'],
    ['2026-02-10', '10-Feb-2026'],
    ['2026-02-10T23:30:00-05:00', '10-Feb-2026 23:30'],
    ['last spring', 'last spring'],
  ])('shows the chart date %s no more precisely than the chart has it', (text, shown) => {
    expect(chartDate(text)).toBe(shown);
  });

  it.each([
    ['1981', '1981'],
    ['1981-03', 'March 1981'],
    ['1981-03-03', '3 March 1981'],
    ['long ago', 'long ago'],
  ])('spells the chart date %s out for the patient', (text, shown) => {
    expect(chartDateInFull(text)).toBe(shown);
  });

  it('takes the later day where the clinic zone is not known', () => {
    const evening = Date.UTC(2026, 2, 2, 11, 0);
    expect(clinicDay(evening, null)).toBe('2026-03-03');
    expect(clinicDay(evening, 'America/New_York')).toBe('2026-03-02');
  });

  it('says UTC beside a time whose zone is not the clinic', () => {
    const at = Date.UTC(2026, 2, 2, 14, 5);
    expect(clockTime(at, null)).toBe('14:05 UTC');
    expect(clockTime(at, 'Europe/Paris')).toBe('15:05');
  });
});
