import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinedText, LONGEST_JOINED } from '#lib/order/draft/joined-text.ts';
import { addDays, type CalendarDate } from '#lib/time/calendar-date.ts';
import { proposeRegimen } from '#lib/titration/propose-regimen.ts';
import { proposeTitration } from '#lib/titration/propose-titration.ts';
import type { Excipient, Regimen } from '#lib/titration/regimen.ts';
import type { TitrationPlan } from '#lib/titration/titration-plan.ts';
import { liquidPreparation, orderText, pharmacistNote, wholeTaper } from '#lib/words/en/sig.ts';
import { INCREASE_ONLY_IF_TOLERATED, onDosages, stepTexts } from '#lib/words/en/step-texts.ts';
import { presetPlan } from '../../order/reviewed.ts';
import { AS_OF, LIMITS, planOf, plans } from '../../titration/regimens.ts';

/** Of each order: the texts of its dosages. */
function labels(plan: TitrationPlan) {
  return plan.supply.map(({ item, strength }) =>
    onDosages(stepTexts(plan, item === 'tablet' ? null : strength)),
  );
}

test('the joining rule: one sequence "and", several "then", in the order of their numbers', () => {
  expect(
    joinedText([
      { sequence: 2, text: 'c' },
      { sequence: 1, text: 'a' },
      { sequence: 1, text: 'b' },
    ]),
  ).toBe('a, and b, then c');
});

test('the order of the standard schedule, word for word', () => {
  const plan = presetPlan('standard');
  expect(plan.supply.map((line) => orderText(plan, line))).toEqual([
    'naltrexone 1.5 mg capsule (compounded), 126 capsules for 56 nights, no repeats. 1.5 mg (one 1.5 mg capsule) at bedtime for 14 nights, not before 02-Mar-2026, then 3 mg (two 1.5 mg capsules) at bedtime for 14 nights, then 4.5 mg (three 1.5 mg capsules) at bedtime for 28 nights. Low dose: not the 50 mg tablet. Increase only if tolerated; otherwise stay at, or go back to, the last tolerated dose and call.',
  ]);
});

test('the pharmacist reads quantity, make, filler and what is not tolerated in 210 characters', () => {
  const sucrose = planOf({ ...proposeRegimen(AS_OF), filler: 'sucrose' });
  expect(pharmacistNote({ ...sucrose, avoid: ['cellulose'] })).toBe(
    'Low dose: not the 50 mg tablet. Compounded capsules, immediate-release, no slow-release filler, sucrose filler, no cellulose (not tolerated). Exactly 126 capsules of 1.5 mg, no repeats.',
  );
  expect(pharmacistNote(presetPlan('liquid-gentle'))).toContain('Exactly 5 tablets of 50 mg');
  expect(pharmacistNote({ ...presetPlan('liquid-gentle'), avoid: ['lactose'] })).toContain(
    'no lactose (not tolerated): check the brand',
  );
});

test('a single capsule, order and night are said in the singular', () => {
  const plan = planOf(proposeRegimen(AS_OF, { days: 1 }));
  expect(pharmacistNote(plan)).toContain('Exactly 1 capsule of 1.5 mg');
  expect(plan.supply.map((line) => orderText(plan, line)).join()).toContain(
    ', 1 capsule for 1 night, no repeats.',
  );
});

test('a single bottle and a single night are said in the singular', () => {
  const plan = planOf(proposeRegimen(AS_OF, { preparation: 'liquid', days: 1 }));
  expect(liquidPreparation(plan)).toContain(
    'Mix anew on night 1; discard after 14 nights. Dispense exactly 1 tablet,',
  );
  expect(wholeTaper(plan)).toContain(
    'Whole titration with the 0.5 mg/mL liquid, once a day by mouth at bedtime, not before 02-Mar-2026: 0.5 mg = 1 mL for 1 night.',
  );
});

/** Strengths that several doses share, so that an order runs over many steps and pauses; the plans of `plans` mix few. */
const mixed: fc.Arbitrary<TitrationPlan> = fc
  .record({
    start: fc.integer({ min: 2, max: 6 }),
    step: fc.integer({ min: 1, max: 4 }),
    intervalDays: fc.integer({ min: 7, max: 9 }),
    days: fc.integer({ min: 1, max: 84 }),
    strengths: fc.subarray([250, 500, 750, 1000, 1250, 1500, 2250, 3000, 4500], { minLength: 1 }),
    filler: fc.constantFrom(null, 'sucrose' as const, 'ginger' as const),
  })
  .map(
    ({ start, step, ...rest }): Regimen => ({
      ...proposeRegimen(AS_OF),
      ...rest,
      start: start * 250,
      step: step * 250,
    }),
  )
  .filter((regimen) => 'plan' in proposeTitration(regimen, LIMITS))
  .map(planOf);

const HOLDS = [11, 40, 60].map((days) => ({
  from: addDays(AS_OF, days),
  operation: addDays(AS_OF, days + 3),
})) satisfies { from: CalendarDate; operation: CalendarDate }[];
const AVOID: readonly Excipient[] = ['cellulose', 'lactose', 'dye'];

/** With everything that the answers and the chart may add. */
const anyPlan: fc.Arbitrary<TitrationPlan> = fc
  .tuple(fc.oneof(plans, mixed), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }))
  .map(([plan, holds, avoid]) => ({
    ...plan,
    ...(holds === 0 ? {} : { holds: HOLDS.slice(0, holds) }),
    ...(avoid === 0 ? {} : { avoid: AVOID.slice(0, avoid) }),
  }));

describe('the label of every order of every plan', () => {
  const everyLabel = (
    check: (label: readonly { text: string }[], joined: string, plan: TitrationPlan) => void,
  ) =>
    fc.assert(
      fc.property(anyPlan, (plan) => {
        for (const label of labels(plan)) check(label, joinedText(label), plan);
      }),
      { numRuns: 1500 },
    );

  test('is one line of ASCII, 500 characters for capsules and 700 for the liquid', () => {
    everyLabel((_label, joined, { regimen }) => {
      expect(joined).toMatch(/^[ -~]+$/);
      expect(joined.length).toBeLessThanOrEqual(LONGEST_JOINED[regimen.preparation]);
    });
  }, 60_000);

  test('says nothing twice: no sentence, no warning, no date', () => {
    everyLabel((_label, joined) => {
      const sentences = joined.split(/(?<=[a-z.)]\.) /);
      expect(new Set(sentences).size).toBe(sentences.length);
      for (const once of [
        INCREASE_ONLY_IF_TOLERATED,
        'not before ',
        'DO NOT SWALLOW',
        'Low dose',
        'HOLD',
        'tolerated)',
      ])
        expect(joined.split(once).length - 1, once).toBeLessThanOrEqual(1);
    });
  }, 60_000);

  test('ends with what to do when a dose is not tolerated, holds every date of a hold or points to its note, and never says bi-weekly', () => {
    everyLabel((_label, joined, { holds = [] }) => {
      expect(joined.endsWith(INCREASE_ONLY_IF_TOLERATED)).toBe(true);
      expect(joined.includes('HOLD')).toBe(holds.length > 0);
      expect(joined).not.toMatch(/bi-?weekly|\bHS\b|\bqhs\b|\bQD\b|&|(^|\s)\.\d|\d\.0\b|\d \d/i);
    });
  }, 60_000);

  test('and the order to type, the whole titration and the note to the pharmacist keep the limits of the strictest EHR', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        for (const line of plan.supply) expect(orderText(plan, line)).toMatch(/^[ -~]{1,1000}$/);
        expect(wholeTaper(plan)).toMatch(/^[ -~]{1,1000}$/);
        expect(pharmacistNote(plan)).toMatch(/^[ -~]{1,210}$/);
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});

test('the whole titration names every dose with its nights, and the rhythm in days', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const text = wholeTaper(plan);
      expect(dosesAndNights(text)).toEqual(plan.phases.map(({ dose, nights }) => [dose / 1000, nights]));
      if (plan.phases.length > 1) expect(text).toContain(`every ${plan.regimen.intervalDays} days`);
    }),
    { numRuns: 300 },
  );
});

/** Reads the whole titration back from its words. */
function dosesAndNights(text: string): number[][] {
  const steps = /at bedtime, not before [^:]+: (.*?)\. (?:Dose|At most)/.exec(text)?.[1] ?? '';
  const [equal, last] = steps.split(/ each, then (?=[^,]*$)/);
  const [, each] = / for (\d+) nights?$/.exec(last === undefined ? '' : (equal ?? '')) ?? [];
  return steps.split(', then ').map((step) => {
    const dose = Number(/^([\d.]+) mg/.exec(step)?.[1]);
    const nights = Number(/ for (\d+) nights?(?: each)?$/.exec(step)?.[1] ?? each);
    return [dose, nights];
  });
}

test('the longest liquid and the longest capsule titrations fit, with all their doses', () => {
  const liquid = planOf(proposeRegimen(AS_OF, { preparation: 'liquid', step: 250, ceiling: 4500, days: 84 }));
  const strengths = Array.from({ length: 12 }, (_, k) => 501 + k * 251);
  const capsules = planOf({
    ...proposeRegimen(AS_OF, { start: 501, step: 251, intervalDays: 7, days: 84, strengths }),
    filler: 'sucrose',
  });
  for (const plan of [liquid, capsules]) {
    expect(wholeTaper(plan).length).toBeLessThanOrEqual(1000);
    expect(dosesAndNights(wholeTaper(plan))).toEqual(
      plan.phases.map(({ dose, nights }) => [dose / 1000, nights]),
    );
  }
});
