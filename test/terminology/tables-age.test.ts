import { expect, it } from 'vitest';
import { tablesAge } from '#lib/terminology/tables-age.ts';
import { type CalendarDate, calendarDate } from '#lib/time/calendar-date.ts';
import { tablesSentence } from '#lib/words/en/tables.ts';
import { tables } from './describe-medication.ts';

const RELEASES = [
  { of: 'RxNorm', release: '2026-11-03' },
  { of: 'dm+d', release: '2019' },
];
const on = (day: string) => {
  const date = calendarDate(day);
  if (!date) throw new Error(day);
  return tablesAge({ ...tables.manifest, releases: RELEASES }, date);
};

it('tables of this month to a year ago raise no warning', () => {
  expect(on('2026-11-30')).toMatchObject({ months: 0, isOld: false });
  expect(tablesSentence(on('2026-11-30'))).toBe('Opioid tables of RxNorm 2026-11-03, dm+d 2019.');
  expect(on('2027-11-30')).toMatchObject({ months: 12, isOld: false });
});

it('tables more than twelve months old raise a warning', () => {
  expect(on('2027-12-01')).toMatchObject({ months: 13, isOld: true });
  expect(tablesSentence(on('2027-12-01'))).toContain('13 months old');
});

it('tables made today of an old release are as old as that release', () => {
  const releases = [{ of: 'RxNorm', release: '2025-10-06' }];
  const manifest = { ...tables.manifest, made: '2026-11', releases };
  expect(tablesAge(manifest, calendarDate('2026-11-28') as CalendarDate)).toMatchObject({
    months: 13,
    isOld: true,
  });
});
