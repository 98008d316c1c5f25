import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedFields, formOf, readRegimenForm } from '../../lib/display/regimen-form.ts';
import { PRESETS, proposeRegimen } from '../../lib/titration/propose-regimen.ts';
import { day } from './judgement-fixture.ts';

const standard = formOf(proposeRegimen(day('2026-03-02')));

function problemsOf(change: Record<string, string>) {
  const read = readRegimenForm({ ...standard, ...change });
  return 'problems' in read ? read.problems : [];
}

describe('the regimen form', () => {
  it('reads back every preset as it was shown', () => {
    for (const choices of Object.values(PRESETS)) {
      const regimen = { ...choices, startDate: day('2026-03-02') };
      expect(readRegimenForm(formOf(regimen))).toEqual({ regimen });
    }
  });

  it('refuses a decimal comma and never makes 15 of 1,5', () => {
    expect(problemsOf({ start: '1,5' })).toEqual([
      { field: 'start', message: 'First dose "1,5": write a point, not a comma, as in 1.5.' },
    ]);
  });

  it('keeps 45 as 45, for the invariants to refuse', () => {
    expect(readRegimenForm({ ...standard, ceiling: '45' })).toMatchObject({ regimen: { ceiling: 45_000 } });
  });

  it.each(['', 'abc', '-1', '1e1', '0x1', '.5', '1.', '1 5', '١'])('refuses the dose "%s"', (text) => {
    expect(problemsOf({ start: text })).toHaveLength(1);
  });

  it.each(['', '7.5', '1,4', 'two'])('refuses the interval "%s"', (text) => {
    expect(problemsOf({ interval: text })).toHaveLength(1);
  });

  it('refuses a day the calendar does not have', () => {
    expect(problemsOf({ 'start-date': '2026-02-30' })[0]?.field).toBe('start-date');
  });

  it('reads any other strength beside the ticked ones', () => {
    expect(readRegimenForm({ ...standard, 'strength-other': '0.75 2' })).toMatchObject({
      regimen: { strengths: [750, 1500, 2000] },
    });
  });

  it('gives a regimen or a problem for anything typed, and never throws', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(standard)), fc.string()), (typed) => {
        const read = readRegimenForm({ ...standard, ...typed });
        expect('regimen' in read || read.problems.length > 0).toBe(true);
      }),
    );
  });

  it('marks only what differs from the proposal', () => {
    expect([...changedFields({ ...standard, interval: '7' }, standard)]).toEqual(['interval']);
    expect(changedFields(standard, standard).size).toBe(0);
  });
});
