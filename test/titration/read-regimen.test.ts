import { describe, expect, test } from 'vitest';
import { checkRegimen } from '#lib/titration/check-regimen.ts';
import { micrograms } from '#lib/titration/dose-levels.ts';
import { PRESETS, proposeRegimen } from '#lib/titration/propose-regimen.ts';
import { readRegimen } from '#lib/titration/read-regimen.ts';
import { regimenFileWords } from '#lib/words/en/regimen-file.ts';
import { AS_OF, LIMITS } from './regimens.ts';

describe('milligrams become micrograms', () => {
  test('every thousandth of a milligram up to 50 mg exactly', () => {
    for (let ug = 0; ug <= 50_000; ug += 1) expect(micrograms(Number(`${ug / 1000}`))).toBe(ug);
  });

  test('and nothing else is rounded into one', () => {
    for (const mg of [1.0000001, 0.1 + 0.2, 1.5000000000000002, 4.500000000000001, 1e-9]) {
      expect(Number.isInteger(micrograms(mg))).toBe(false);
    }
  });
});

describe('the regimen file', () => {
  test('in full is the standard schedule', () => {
    const file = {
      startMg: 1.5,
      stepMg: 1.5,
      intervalDays: 14,
      ceilingMg: 4.5,
      days: 56,
      preparation: 'capsules',
      strengthsMg: [1.5],
      startDate: '2026-03-02',
    };
    expect(readRegimen(file, AS_OF)).toEqual({ regimen: proposeRegimen(AS_OF) });
  });

  test('left empty is the standard schedule from the as-of date', () => {
    expect(readRegimen({}, AS_OF)).toEqual({ regimen: proposeRegimen(AS_OF) });
  });

  test('with the liquid alone is the gentle liquid schedule', () => {
    const regimen = { ...PRESETS['liquid-gentle'], startDate: AS_OF };
    expect(readRegimen({ preparation: 'liquid' }, AS_OF)).toEqual({ regimen });
    expect(readRegimen({ preparation: 'liquid', strengthsMg: [1.5] }, AS_OF)).toEqual({ regimen });
  });

  test('may ask for a filler', () => {
    expect(readRegimen({ filler: 'ginger' }, AS_OF)).toHaveProperty('regimen.filler', 'ginger');
  });

  test.each<[unknown, string]>([
    [null, 'the regimen must be one JSON object'],
    [[], 'the regimen must be one JSON object'],
    ['1.5', 'the regimen must be one JSON object'],
    [{ startMg: '1.5' }, 'startMg must be a number of milligrams'],
    [{ startMg: null }, 'startMg must be a number of milligrams'],
    [{ startMg: Number.POSITIVE_INFINITY }, 'startMg must be a number of milligrams'],
    [{ startMG: 1.5 }, 'unknown member: startMG'],
    [{ days: '56' }, 'days must be a number of days'],
    [{ preparation: 'tablet' }, 'preparation must be "capsules" or "liquid"'],
    [{ strengthsMg: 1.5 }, 'strengthsMg must be a list of milligrams'],
    [{ strengthsMg: [1.5, '4.5'] }, 'strengthsMg.1 must be a number of milligrams'],
    [{ startDate: '2026-02-30' }, 'startDate is no date of the calendar; write it like 2026-03-02'],
    [{ startDate: '2-Mar-2026' }, 'startDate is no date of the calendar; write it like 2026-03-02'],
    [{ filler: 'lactose' }, 'filler must be "sucrose" or "ginger"'],
  ])('%j is refused', (file, why) => {
    const read = readRegimen(file, AS_OF);
    if (!('refused' in read)) throw new Error('it was read');
    expect(regimenFileWords(read.refused)).toBe(why);
  });

  test('that can be read but breaks an invariant is read, and then named', () => {
    const read = readRegimen({ startMg: 1.0000001, ceilingMg: 6, intervalDays: 10.5 }, AS_OF);
    if (!('regimen' in read)) throw new Error(regimenFileWords(read.refused));
    expect(checkRegimen(read.regimen, LIMITS).map(({ invariant }) => invariant)).toEqual([
      'start',
      'ceiling',
      'interval',
    ]);
  });
});
