import { describe, expect, it } from 'vitest';
import type { ChartPatient } from '#lib/chart/chart.ts';
import { identityOf } from '#lib/words/en/identity.ts';
import { day } from '../judgement-fixture.ts';

const patient: ChartPatient = {
  source: 'Patient/p1',
  version: '1',
  family: 'Testcase',
  given: 'Vera One',
  birthDate: '1945-07-14',
  sex: 'female',
  recordNumber: 'MRN-1',
  deceased: false,
  inactive: false,
  replacedBy: null,
};

describe('the identity strip', () => {
  it('shows family name in capitals, birth date with age, sex and number', () => {
    expect(identityOf(patient, day('2026-11-22'))).toEqual({
      name: 'TESTCASE, Vera One',
      born: '14-Jul-1945 (81y)',
      bornInFull: '14 July 1945',
      sex: 'Female',
      recordNumber: 'MRN-1',
    });
  });

  it('counts the birthday itself as the day the age changes', () => {
    expect(identityOf(patient, day('2026-07-13')).born).toContain('(80y)');
    expect(identityOf(patient, day('2026-07-14')).born).toContain('(81y)');
  });

  it('gives no age to a birth year alone', () => {
    expect(identityOf({ ...patient, birthDate: '1945' }, day('2026-11-22')).born).toBe('1945');
  });

  it('says Not known for whatever is missing, never an empty cell or a question mark', () => {
    const bare = { ...patient, given: null, family: null, birthDate: null, sex: null, recordNumber: null };
    expect(Object.values(identityOf(bare, day('2026-11-22')))).toEqual(Array(5).fill('Not known'));
  });
});
