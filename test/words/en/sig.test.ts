import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proposeRegimen } from '#lib/titration/propose-regimen.ts';
import type { TitrationPlan } from '#lib/titration/titration-plan.ts';
import {
  INCREASE_ONLY_IF_TOLERATED,
  liquidPreparation,
  orderText,
  pharmacistNote,
  stepText,
  wholeTaper,
} from '#lib/words/en/sig.ts';
import { presetPlan } from '../../order/reviewed.ts';
import { AS_OF, planOf, plans } from '../../titration/regimens.ts';

function everyText(plan: TitrationPlan) {
  return {
    steps: plan.phases.flatMap((phase) =>
      (phase.capsules ?? [{ strength: null }]).map(({ strength }) => stepText(plan, phase, strength)),
    ),
    whole: [wholeTaper(plan), ...plan.supply.map((line) => orderText(plan, line))],
    note: pharmacistNote(plan),
  };
}

test('the first step of the standard schedule, word for word', () => {
  const plan = presetPlan('standard');
  const [first] = plan.phases;
  expect(first && stepText(plan, first, 1500)).toBe(
    'Step 1 of 3, nights 1 to 14: take naltrexone 1.5 mg (one 1.5 mg capsule) by mouth nightly at bedtime for 14 nights, then step 2. First dose not before 02-Mar-2026. Compounded capsules, immediate-release, no slow-release filler; low dose: not the 50 mg tablet. Increase only if tolerated; otherwise stay at, or go back to, the last tolerated dose and call.',
  );
});

test('the order of the standard schedule, word for word', () => {
  const plan = presetPlan('standard');
  expect(plan.supply.map((line) => orderText(plan, line))).toEqual([
    'naltrexone 1.5 mg capsule (compounded), 126 capsules for 56 days, no repeats. Whole titration, once a day by mouth nightly at bedtime: 1.5 mg (one 1.5 mg capsule) for 14 nights, then 3 mg (two 1.5 mg capsules) for 14 nights, then 4.5 mg (three 1.5 mg capsules) for 28 nights. Dose goes up every 14 days, at most 4.5 mg a day. First dose not before 02-Mar-2026. Compounded capsules, immediate-release, no slow-release filler; low dose: not the 50 mg tablet. Increase only if tolerated; otherwise stay at, or go back to, the last tolerated dose and call.',
  ]);
});

test('the pharmacist reads quantity, make and filler in 210 characters', () => {
  expect(pharmacistNote(planOf({ ...proposeRegimen(AS_OF), filler: 'sucrose' }))).toBe(
    'Low dose: not the 50 mg tablet. Compounded capsules, immediate-release, no slow-release filler, sucrose instead of cellulose. Exactly 126 capsules of 1.5 mg, no repeats.',
  );
  expect(pharmacistNote(presetPlan('liquid-gentle'))).toContain(
    'Dispense exactly 5 tablets of 50 mg, no pack rounding',
  );
});

test('a single capsule, order and day are said in the singular', () => {
  const plan = planOf(proposeRegimen(AS_OF, { days: 1 }));
  expect(pharmacistNote(plan)).toContain('Exactly 1 capsule of 1.5 mg');
  expect(plan.supply.map((line) => orderText(plan, line)).join()).toContain(
    ', 1 capsule for 1 day, no repeats.',
  );
});

test('a single bottle and a single night are said in the singular', () => {
  const plan = planOf(proposeRegimen(AS_OF, { preparation: 'liquid', days: 1 }));
  expect(liquidPreparation(plan)).toContain('Make a new bottle on night 1. Dispense exactly 1 tablet,');
  expect(wholeTaper(plan)).toContain(
    'Whole titration with the 0.5 mg/mL liquid, once a day by mouth nightly at bedtime: 0.5 mg = 1 mL for 1 night.',
  );
});

describe('the texts of every plan', () => {
  const everyPlan = (check: (texts: ReturnType<typeof everyText>, plan: TitrationPlan) => void) =>
    fc.assert(
      fc.property(plans, (plan) => check(everyText(plan), plan)),
      { numRuns: 300 },
    );

  test('are one line of ASCII within the limits of the strictest EHR', () => {
    everyPlan(({ steps, whole, note }) => {
      for (const text of [...steps, ...whole]) expect(text).toMatch(/^[ -~]{1,1000}$/);
      expect(note).toMatch(/^[ -~]{1,210}$/);
    });
  });

  test('say the low dose, end with what to do when it is not tolerated, and never say bi-weekly', () => {
    everyPlan(({ steps, whole }) => {
      for (const text of [...steps, ...whole]) {
        expect(text).toContain('low dose: not the 50 mg tablet');
        expect(text.endsWith(INCREASE_ONLY_IF_TOLERATED)).toBe(true);
        expect(text).not.toMatch(/bi-?weekly|\bHS\b|\bqhs\b|\bQD\b|&|(^|\s)\.\d|\d\.0\b|\d \d/i);
      }
    });
  });

  test('name every dose with its nights in the whole titration, and the rhythm in days', () => {
    everyPlan(({ whole }, { phases, regimen }) => {
      for (const text of whole) {
        expect(dosesAndNights(text)).toEqual(phases.map(({ dose, nights }) => [dose / 1000, nights]));
        if (phases.length > 1) expect(text).toContain(`every ${regimen.intervalDays} days`);
      }
    });
  });
});

/** Reads the whole titration back from its words. */
function dosesAndNights(text: string): number[][] {
  const steps = /at bedtime: (.*?)\. (?:Dose|At most)/.exec(text)?.[1] ?? '';
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
    for (const text of everyText(plan).whole) {
      expect(text.length).toBeLessThanOrEqual(1000);
      expect(dosesAndNights(text)).toEqual(plan.phases.map(({ dose, nights }) => [dose / 1000, nights]));
    }
  }
});
