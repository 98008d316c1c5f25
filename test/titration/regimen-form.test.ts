import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRegimen } from '#lib/titration/check-regimen.ts';
import { PRESETS, proposeRegimen } from '#lib/titration/propose-regimen.ts';
import {
  changedFields,
  formOf,
  formOfPreset,
  formProblems,
  type RegimenForm,
  readRegimenForm,
} from '#lib/titration/regimen-form.ts';
import { formProblemsInWords } from '#lib/words/en/regimen-fault.ts';
import { day } from '../words/judgement-fixture.ts';

const TODAY = day('2026-03-02');
const LIMITS = { asOf: TODAY, earliestStart: TODAY };
const proposed = proposeRegimen(TODAY);
const standard = formOf(proposed);

function problemsOf(change: Record<string, string>) {
  const read = readRegimenForm({ ...standard, ...change }, LIMITS);
  return 'problems' in read ? read.problems : [];
}

describe('the regimen form', () => {
  it('reads back every preset as it was shown', () => {
    for (const choices of Object.values(PRESETS)) {
      const regimen = { ...choices, startDate: TODAY };
      expect(readRegimenForm(formOf(regimen), LIMITS)).toEqual({ regimen });
    }
  });

  it('takes the first night as fixed only where its box is ticked, and a preset leaves it as it was', () => {
    const fixed = { ...proposed, isFirstNightFixed: true };
    expect(readRegimenForm(formOf(fixed), LIMITS)).toEqual({ regimen: fixed });
    expect(readRegimenForm(standard, LIMITS)).toEqual({ regimen: proposed });
    const chosen = formOfPreset(PRESETS.gentle, { form: formOf(fixed), proposed, limits: LIMITS });
    expect(readRegimenForm(chosen, LIMITS)).toMatchObject({ regimen: { isFirstNightFixed: true, days: 63 } });
    const tooEarly = { ...formOf(fixed), 'start-date': '2026-02-01' };
    const moved = formOfPreset(PRESETS.gentle, { form: tooEarly, proposed, limits: LIMITS });
    expect(readRegimenForm(moved, LIMITS)).toMatchObject({ regimen: { startDate: TODAY } });
    expect(moved).not.toHaveProperty('first-night-fixed');
  });

  it('refuses a decimal comma and never makes 15 of 1,5', () => {
    expect(formProblemsInWords(problemsOf({ start: '1,5' }))).toEqual([
      { field: 'start', message: 'First dose "1,5": write a point, not a comma, as in 1.5.' },
    ]);
  });

  it('keeps 45 as 45, for the invariants to refuse', () => {
    expect(readRegimenForm({ ...standard, ceiling: '45' }, LIMITS)).toMatchObject({
      regimen: { ceiling: 45_000 },
    });
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
    expect(readRegimenForm({ ...standard, 'strength-other': '0.75 2' }, LIMITS)).toMatchObject({
      regimen: { strengths: [750, 1500, 2000] },
    });
  });

  it('tells of every field what is wrong with it, in the order of the form, while one cannot be read', () => {
    const wrong = { start: '', interval: '3', days: '999', 'start-date': '2026-12-01' };
    expect(formProblemsInWords(problemsOf(wrong))).toEqual([
      { field: 'start', message: 'First dose is empty.' },
      { field: 'interval', message: 'Interval 3 days is not within 7 to 14 days.' },
      { field: 'days', message: 'Length 999 days is above 84 days.' },
      {
        field: 'start-date',
        message:
          'First night 01-Dec-2026 is more than 90 days after 02-Mar-2026; check the chart again nearer the day.',
      },
    ]);
    expect(problemsOf({ 'start-date': '', ceiling: '45' }).map(({ field }) => field)).toEqual([
      'ceiling',
      'start-date',
    ]);
  });

  it('blames no field for what another, unreadable one would decide', () => {
    expect(problemsOf({ start: '1,5', ceiling: '0.25' }).map(({ field }) => field)).toEqual(['start']);
    expect(problemsOf({ preparation: '', 'strength-1.5': '' }).map(({ field }) => field)).toEqual([
      'preparation',
    ]);
  });

  it('says as much of a field beside an unreadable one as it says of it alone', () => {
    const wrong = { step: '9', interval: '3', ceiling: '45', days: '999', 'start-date': '2026-02-01' };
    for (const [field, text] of Object.entries(wrong)) {
      const read = readRegimenForm({ ...standard, [field]: text }, LIMITS);
      const alone = 'regimen' in read ? formProblems(checkRegimen(read.regimen, LIMITS)) : [];
      expect(alone.map((problem) => problem.field)).toContain(field);
      expect(problemsOf({ start: 'x', [field]: text })).toEqual(expect.arrayContaining([...alone]));
    }
  });

  it('writes the days of an error as the screen does', () => {
    const early = checkRegimen(
      { ...proposed, startDate: day('2026-03-01') },
      { ...LIMITS, earliestStart: null },
    );
    expect(formProblemsInWords(formProblems(early))).toEqual([
      {
        field: 'start-date',
        message: 'First night 01-Mar-2026 is before 02-Mar-2026, the day of this check.',
      },
    ]);
  });

  it('gives a regimen or a problem for anything typed, and never throws', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(standard)), fc.string()), (typed) => {
        const read = readRegimenForm({ ...standard, ...typed }, LIMITS);
        expect('regimen' in read || read.problems.length > 0).toBe(true);
      }),
    );
  });

  it('marks only what differs from the proposal', () => {
    expect([...changedFields({ ...standard, interval: '7' }, standard)]).toEqual(['interval']);
    expect(changedFields(standard, standard).size).toBe(0);
  });
});

describe('a preset', () => {
  const chosen = (preset: keyof typeof PRESETS, change: RegimenForm, filler = proposed.filler) =>
    formOfPreset(PRESETS[preset], {
      form: { ...standard, ...change },
      proposed: { ...proposed, filler },
      limits: LIMITS,
    });

  it('is a schedule: the first night and the filler stay as the prescriber left them', () => {
    const own = { 'start-date': '2026-03-10', filler: 'ginger', days: '70' };
    expect(chosen('weekly', own)).toEqual({
      ...formOf({ ...PRESETS.weekly, startDate: TODAY }),
      'start-date': '2026-03-10',
      filler: 'ginger',
    });
  });

  it.each(['', '2026-02-30', '2026-03-01', '2026-12-01'])(
    'keeps no first night outside the limits: "%s"',
    (night) => {
      expect(chosen('weekly', { 'start-date': night })['start-date']).toBe(TODAY);
    },
  );

  it('of the same schedule is the proposal again where nothing else was changed', () => {
    expect(chosen('standard', { days: '70' })).toEqual(standard);
  });

  it('of the liquid asks for no filler, and the next one of capsules for the one chosen before', () => {
    const liquid = chosen('liquid-gentle', { filler: 'ginger' });
    expect(readRegimenForm(liquid, LIMITS)).toMatchObject({ regimen: { filler: null, strengths: [] } });
    expect(chosen('weekly', liquid).filler).toBe('ginger');
  });

  it('of capsules after a liquid asks for the filler the chart calls for', () => {
    const liquid = formOf({ ...PRESETS['liquid-gentle'], startDate: TODAY });
    expect(chosen('weekly', liquid, 'sucrose').filler).toBe('sucrose');
  });
});
