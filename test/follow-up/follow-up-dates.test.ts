import { describe, expect, it } from 'vitest';
import { followUpDates, reviewBy } from '#lib/follow-up/follow-up-dates.ts';
import { addDays, type CalendarDate } from '#lib/time/calendar-date.ts';

const day = (text: string) => text as CalendarDate;
const FIRST = day('2026-03-02');
const planOf = (days: number, continues?: Parameters<typeof followUpDates>[0]['continues']) => ({
  regimen: { startDate: FIRST, days },
  ...(continues === undefined ? {} : { continues }),
});
const shown = (plan: Parameters<typeof followUpDates>[0]) =>
  followUpDates(plan).map((date) => `${date.on} ${date.kind === 'weeks' ? date.weeks : 'supply'}`);

describe('the reviews of a titration', () => {
  it('are at 4, 8 and 12 weeks, and one before the supply ends', () => {
    expect(shown(planOf(56))).toEqual(['2026-03-30 4', '2026-04-12 supply', '2026-04-27 8', '2026-05-25 12']);
  });

  it('after the supply say when it ends, for the nights between need a draft', () => {
    const last = addDays(FIRST, 55);
    expect(
      followUpDates(planOf(56)).flatMap((date) => ('suppliedUntil' in date ? [date.suppliedUntil] : [])),
    ).toEqual([null, last, last]);
  });
});

describe('the reviews of what follows an order', () => {
  const begins = addDays(FIRST, -42);

  it('count their weeks from the first night of the treatment, and leave out those that are over', () => {
    expect(shown(planOf(28, { kind: 'stay', begins }))).toEqual([
      '2026-03-15 supply',
      '2026-03-16 8',
      '2026-04-13 12',
    ]);
  });

  it('of a maintenance is one, two weeks before it ends', () => {
    const later = addDays(FIRST, -100);
    expect(shown(planOf(90, { kind: 'maintenance', begins: later }))).toEqual(['2026-05-16 supply']);
    expect(reviewBy(planOf(90, { kind: 'maintenance', begins: later }))).toBe('2026-05-16');
  });

  it('of a titration begun anew are counted anew', () => {
    expect(shown(planOf(56, { kind: 'restart', begins }))).toEqual(shown(planOf(56)));
  });
});
