import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { proposeRegimen } from '#lib/titration/propose-regimen.ts';
import { formOf, type RegimenForm } from '#lib/titration/regimen-form.ts';
import { planChosen, planTakenBack, STEPS_BACK } from '#lib/visit/plan-history.ts';

const PROPOSED = formOf(proposeRegimen('2026-03-02' as CalendarDate));
const LONGER = { ...PROPOSED, days: '70' };
const SHORTER = { ...PROPOSED, days: '42' };
const UNCHANGED = { regimenForm: null, plansBefore: null, planKeptAt: null };

/** A launch in which these forms were saved one after the other. */
function launchWith(forms: readonly RegimenForm[]) {
  let work: NonNullable<ReturnType<typeof planChosen>> = UNCHANGED;
  for (const form of forms) work = planChosen(work, form, PROPOSED) ?? work;
  return work;
}

describe('the plan of a launch', () => {
  test('goes back step by step, to the proposal at last', () => {
    const once = planTakenBack(launchWith([LONGER, SHORTER]));
    expect(once?.regimenForm).toEqual(LONGER);
    const proposal = once && planTakenBack(once);
    expect(proposal).toEqual({ regimenForm: null, plansBefore: [], planKeptAt: null });
    expect(proposal && planTakenBack(proposal)).toBeNull();
  });

  test('that was reset can be brought back', () => {
    expect(planTakenBack(launchWith([LONGER, PROPOSED]))?.regimenForm).toEqual(LONGER);
  });

  test.each([
    ['reset', [LONGER, PROPOSED]],
    ['typed back to what was proposed', [LONGER, { ...PROPOSED }]],
    ['continued with unchanged', [PROPOSED]],
  ])('is the proposal and follows the chart when it was %s', (_how, forms) => {
    expect(launchWith(forms).regimenForm).toBeNull();
  });

  test('is not saved again where it stands already', () => {
    expect(planChosen(UNCHANGED, PROPOSED, PROPOSED)).toBeNull();
    expect(planChosen(launchWith([LONGER]), { ...LONGER }, PROPOSED)).toBeNull();
  });

  test('left by an earlier launch stays while nothing took its place, and comes back after a fresh start', () => {
    const restored = { regimenForm: LONGER, plansBefore: null, planKeptAt: 1_772_460_000_000 };
    expect(planTakenBack(restored)).toBeNull();
    const afresh = planChosen(restored, PROPOSED, PROPOSED);
    expect(afresh).toMatchObject({ regimenForm: null, planKeptAt: null });
    expect(afresh && planTakenBack(afresh)).toMatchObject({ regimenForm: LONGER, planKeptAt: null });
  });

  test('keeps no more steps than a person goes back', () => {
    const lengths = Array.from({ length: 2 * STEPS_BACK }, (_, more) => String(57 + more));
    const work = launchWith(lengths.map((days) => ({ ...PROPOSED, days })));
    expect(work.plansBefore).toHaveLength(STEPS_BACK);
    expect(planTakenBack(work)?.regimenForm?.days).toBe(lengths.at(-2));
  });
});
