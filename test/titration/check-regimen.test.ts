import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { checkRegimen } from '#lib/titration/check-regimen.ts';
import { proposeRegimen } from '#lib/titration/propose-regimen.ts';
import type { Regimen } from '#lib/titration/regimen.ts';
import { isoDay } from '#lib/words/en/dates.ts';
import { regimenFaultWords } from '#lib/words/en/regimen-fault.ts';
import { AS_OF, LIMITS } from './regimens.ts';

function faults(changes: Partial<Regimen>, limits = LIMITS as Parameters<typeof checkRegimen>[1]) {
  return checkRegimen({ ...proposeRegimen(AS_OF), ...changes }, limits).map((fault) =>
    regimenFaultWords(fault, isoDay),
  );
}

test('the standard regimen has no fault', () => {
  expect(faults({})).toEqual([]);
});

describe('each invariant is named in its fault', () => {
  test.each<[string, Partial<Regimen>, string]>([
    ['a start below 0.5 mg', { start: 250 }, 'First dose 0.25 mg is below 0.5 mg.'],
    ['a start above 1.5 mg', { start: 3000 }, 'First dose 3 mg is above 1.5 mg.'],
    [
      'a broken microgram',
      { start: 1000.0001 },
      'First dose 1.0000001 mg is not a whole number of micrograms.',
    ],
    ['no number at all', { start: Number.NaN }, 'First dose is not a whole number of micrograms.'],
    ['no step', { step: 0 }, 'Increase 0 mg is not above 0 mg; lowering a dose is a new draft.'],
    [
      'a downward step',
      { step: -500 },
      'Increase -0.5 mg is not above 0 mg; lowering a dose is a new draft.',
    ],
    ['a step above 1.5 mg', { step: 2000 }, 'Increase 2 mg is above 1.5 mg.'],
    ['a ceiling above 4.5 mg', { ceiling: 6000 }, 'Highest dose 6 mg is above 4.5 mg.'],
    ['a ceiling ten times too high', { ceiling: 45_000 }, 'Highest dose 45 mg is above 4.5 mg.'],
    ['a ceiling below the start', { ceiling: 1000 }, 'Highest dose 1 mg is below the first dose, 1.5 mg.'],
    ['steps too close', { intervalDays: 3 }, 'Interval 3 days is not within 7 to 14 days.'],
    ['steps too far apart', { intervalDays: 28 }, 'Interval 28 days is not within 7 to 14 days.'],
    ['half days', { intervalDays: 10.5 }, 'Interval 10.5 days is not a whole number of days.'],
    ['too long', { days: 85 }, 'Length 85 days is above 84 days.'],
    ['no days', { days: 0 }, 'Length 0 days is not a whole number of days from 1 up.'],
    ['no strength', { strengths: [] }, 'No capsule strength is chosen.'],
    ['the marketed tablet as a capsule', { strengths: [50_000] }, 'Capsule strength 50 mg is above 4.5 mg.'],
    ['a speck', { strengths: [1500, 50] }, 'Capsule strength 0.05 mg is below 0.1 mg.'],
    [
      'a dose the capsules do not add up to',
      { start: 1000, ceiling: 4500, strengths: [1000, 1500], step: 1250 },
      'Dose 2.25 mg is not an exact sum of at most 5 capsules a night from 1 mg, 1.5 mg capsules.',
    ],
    [
      'a dose that takes more than five capsules',
      { strengths: [750] },
      'Dose 4.5 mg is not an exact sum of at most 5 capsules a night from 0.75 mg capsules.',
    ],
    [
      'a liquid dose between the marks',
      { preparation: 'liquid', strengths: [], start: 600, ceiling: 600 },
      'Dose 0.6 mg is not a multiple of 0.25 mg (0.5 mL of the 0.5 mg/mL liquid).',
    ],
    [
      'a filler for the liquid',
      { preparation: 'liquid', strengths: [], filler: 'sucrose' },
      'Filler sucrose is for compounded capsules alone: the liquid is made from 50 mg tablets, whose fillers cannot be chosen.',
    ],
  ])('%s', (_, changes, message) => {
    expect(faults(changes)).toEqual([message]);
  });

  test.each<[string, Partial<Regimen>]>([
    ['the lowest start', { start: 500, ceiling: 500, strengths: [500] }],
    ['the highest', { start: 1500 }],
    ['the largest step', { step: 1500 }],
    ['the ceiling', { ceiling: 4500 }],
    ['a ceiling that is the start', { ceiling: 1500 }],
    ['the shortest interval', { intervalDays: 7 }],
    ['the longest', { intervalDays: 14 }],
    ['one night', { days: 1 }],
    ['84 nights', { days: 84 }],
    ['the weakest capsule', { strengths: [1500, 100] }],
    ['the strongest', { strengths: [1500, 4500] }],
    [
      'twelve strengths',
      { strengths: [1500, ...Array.from({ length: 11 }, (_, index) => 1600 + index * 100)] },
    ],
    ['five capsules a night', { start: 900, step: 900, ceiling: 4500, strengths: [900] }],
  ])('%s is within', (_, changes) => {
    expect(faults(changes)).toEqual([]);
  });

  test.each<[string, Partial<Regimen>, string]>([
    ['a microgram below the lowest start', { start: 499 }, 'start dose-below'],
    ['a microgram above the highest', { start: 1501 }, 'start dose-above'],
    ['a microgram above the largest step', { step: 1501 }, 'step dose-above'],
    ['a microgram above the ceiling', { ceiling: 4501 }, 'ceiling dose-above'],
    ['a day less than the shortest interval', { intervalDays: 6 }, 'interval interval-outside'],
    ['a day more than the longest', { intervalDays: 15 }, 'interval interval-outside'],
    [
      'thirteen strengths',
      { strengths: Array.from({ length: 13 }, (_, index) => 1500 + index * 100) },
      'strengths too-many-strengths',
    ],
    ['a broken ceiling', { ceiling: 4499.5 }, 'ceiling not-whole-micrograms'],
  ])('%s is not', (_, changes, fault) => {
    const found = checkRegimen({ ...proposeRegimen(AS_OF), ...changes }, LIMITS);
    expect(found.map(({ invariant, code }) => `${invariant} ${code}`)).toContain(fault);
  });

  test('several faults are told at once', () => {
    expect(faults({ start: 2000, ceiling: 6000, days: 100 })).toHaveLength(3);
  });
});

describe('the first night', () => {
  const day = (text: string) => text as CalendarDate;

  test('may be today and 90 days ahead, not yesterday and not 91 days ahead', () => {
    expect(faults({ startDate: day('2026-03-02') })).toEqual([]);
    expect(faults({ startDate: day('2026-05-31') })).toEqual([]);
    expect(faults({ startDate: day('2026-03-01') })[0]).toContain('before 2026-03-02');
    expect(faults({ startDate: day('2026-06-01') })[0]).toContain('more than 90 days');
  });

  test('is not before the day the opioid dates allow', () => {
    const limits = { asOf: AS_OF, earliestStart: day('2026-03-12') };
    expect(faults({ startDate: day('2026-03-11') }, limits)[0]).toContain('2026-03-12, the earliest');
    expect(faults({ startDate: day('2026-03-12') }, limits)).toEqual([]);
  });
});
