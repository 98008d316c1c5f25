/** Random regimens for properties: the whole space within the invariants, and plans made of it. */
import fc from 'fast-check';
import { addDays, type CalendarDate } from '#lib/time/calendar-date.ts';
import { doseLevels } from '#lib/titration/dose-levels.ts';
import { proposeTitration } from '#lib/titration/propose-titration.ts';
import type { Regimen } from '#lib/titration/regimen.ts';
import type { TitrationPlan } from '#lib/titration/titration-plan.ts';

export const AS_OF = '2026-03-02' as CalendarDate;
export const LIMITS = { asOf: AS_OF, earliestStart: null };

const dates = fc.integer({ min: 0, max: 90 }).map((days) => addDays(AS_OF, days));
const times = { intervalDays: fc.integer({ min: 7, max: 14 }), days: fc.integer({ min: 1, max: 84 }) };

/** Doses to the microgram, and often to the half milligram as people choose them. */
function doses(min: number, max: number): fc.Arbitrary<number> {
  const grains = fc.integer({ min: Math.ceil(min / 250), max: Math.floor(max / 250) }).map((n) => n * 250);
  return fc.oneof({ weight: 3, arbitrary: grains }, { weight: 1, arbitrary: fc.integer({ min, max }) });
}

/** Strengths that make every dose: one capsule a dose, halves of it, or the greatest common measure where five of it suffice. */
function strengthsFor(regimen: Regimen, mix: readonly boolean[]): readonly number[] {
  const levels = doseLevels(regimen).map(({ dose }) => dose);
  const chosen = levels.flatMap((dose, index) => (mix[index] && dose % 2 === 0 ? [dose / 2, dose] : [dose]));
  const smallest = levels[0] ?? 0;
  const halves = levels.every((dose) => dose % smallest === 0 && dose / smallest <= 5);
  return halves && mix[0] ? [smallest] : [...new Set(chosen)].slice(0, 12);
}

const capsules: fc.Arbitrary<Regimen> = fc
  .record({
    start: doses(500, 1500),
    step: doses(1, 1500),
    above: doses(0, 4000),
    ...times,
    startDate: dates,
    filler: fc.constantFrom(null, 'sucrose' as const, 'ginger' as const),
    mix: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
  })
  .map(({ above, mix, ...rest }) => {
    const regimen: Regimen = {
      ...rest,
      ceiling: Math.min(rest.start + above, 4500),
      preparation: 'capsules',
      strengths: [],
    };
    return { ...regimen, strengths: strengthsFor(regimen, mix) };
  });

const liquid: fc.Arbitrary<Regimen> = fc
  .record({
    start: fc.integer({ min: 2, max: 6 }),
    step: fc.integer({ min: 1, max: 6 }),
    above: fc.integer({ min: 0, max: 16 }),
    ...times,
    startDate: dates,
  })
  .map(({ start, step, above, ...rest }) => ({
    ...rest,
    start: start * 250,
    step: step * 250,
    ceiling: Math.min((start + above) * 250, 4500),
    preparation: 'liquid',
    strengths: [],
    filler: null,
  }));

export const regimens: fc.Arbitrary<Regimen> = fc.oneof(capsules, liquid);

/** The plan of a regimen known to keep the invariants; throws with the faults otherwise. */
export function planOf(regimen: Regimen): TitrationPlan {
  const proposal = proposeTitration(regimen, LIMITS);
  if ('faults' in proposal) throw new Error(proposal.faults.map(({ code }) => code).join(' '));
  return proposal.plan;
}

export const plans: fc.Arbitrary<TitrationPlan> = regimens
  .filter((regimen) => 'plan' in proposeTitration(regimen, LIMITS))
  .map(planOf);
