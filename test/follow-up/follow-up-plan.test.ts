import { describe, expect, test } from 'vitest';
import type { FollowUpAnswers } from '#lib/follow-up/follow-up-answers.ts';
import { type FollowUpChoices, followUpPlan } from '#lib/follow-up/follow-up-plan.ts';
import { judgeResponse } from '#lib/follow-up/judge-response.ts';
import { addDays } from '#lib/time/calendar-date.ts';
import { ORDER_WORDS } from '#lib/words/en/order.ts';
import { reviewed } from '../order/reviewed.ts';
import { painNow, TODAY, titration, visit } from './visits.ts';

const CAPSULES: FollowUpChoices = {
  preparation: 'capsules',
  strengths: null,
  filler: null,
  firstNight: null,
  repeats: 0,
  isSlower: false,
};
const LIQUID: FollowUpChoices = { ...CAPSULES, preparation: 'liquid' };
const LIMITS = { asOf: TODAY, earliestStart: TODAY };

/** At a dose for four weeks, on no order that is known. */
function on(doseMg: number, answers: Partial<FollowUpAnswers> = {}) {
  return judgeResponse(
    visit({
      answers: {
        dose: doseMg * 1000,
        nightsAtDose: 28,
        firstNight: addDays(TODAY, -60),
        baseline: 8,
        score: { measure: 'pain-now', value: 4 },
        ...answers,
      },
    }),
  );
}

function planned(response: ReturnType<typeof on>, choices = CAPSULES) {
  const proposal = followUpPlan(response, choices, LIMITS);
  if (proposal === null || 'faults' in proposal) throw new Error(JSON.stringify(proposal));
  return proposal.plan;
}

describe('a maintenance', () => {
  test.each([
    [4.5, null, '270 x 1.5'],
    [4.5, [4500], '90 x 4.5'],
    [3, null, '180 x 1.5'],
    [1.5, null, '90 x 1.5'],
    [0.5, null, '90 x 0.5'],
    [2, null, '360 x 0.5'],
    [3.7, null, '90 x 3.7'],
  ])('of %s mg, strengths %s: %s mg', (dose, strengths, supply) => {
    const plan = planned(on(dose), { ...CAPSULES, strengths });
    expect(plan.phases).toMatchObject([{ dose: dose * 1000, nights: 90, from: TODAY }]);
    expect(plan.supply.map((line) => `${line.quantity} x ${line.strength / 1000}`)).toEqual([supply]);
  });

  test.each([
    [4.5, 9, 10],
    [3, 7, 14],
    [1.5, 7, 14],
  ])('of %s mg of the liquid: %i batches of %i nights, a tablet each', (dose, batches, nights) => {
    const plan = planned(on(dose), LIQUID);
    expect(plan.batches).toHaveLength(batches);
    expect(plan.batches[0]?.nights).toBe(nights);
    expect(plan.supply).toEqual([{ item: 'tablet', strength: 50_000, quantity: batches }]);
  });

  test('says what it follows, and on which scores it was decided', () => {
    const own = [titration('1.5x14 3x14 4.5x28', addDays(TODAY, -50))];
    const response = judgeResponse(
      visit({ orders: { own, elsewhere: [] }, scores: [painNow(4, 1), painNow(8, 60)] }),
    );
    const { continues, regimen } = planned(response, { ...CAPSULES, repeats: 2 });
    expect(continues).toMatchObject({
      kind: 'maintenance',
      follows: ['MedicationRequest/1'],
      lastNight: addDays(TODAY, 5),
      scores: ['Observation/8-60', 'Observation/4-1'],
      relief: { measure: 'pain-now', baseline: 8, latest: 4, percent: 50, on: addDays(TODAY, -1) },
      repeats: 2,
    });
    expect(regimen.startDate).toBe(addDays(TODAY, 6));
  });

  test('never begins in a night for which the order before is in force', () => {
    const own = [titration('1.5x14 3x14 4.5x28', addDays(TODAY, -50))];
    const response = judgeResponse(
      visit({ orders: { own, elsewhere: [] }, scores: [painNow(4, 1), painNow(8, 60)] }),
    );
    for (const [days, faults] of [
      [5, 1],
      [6, 0],
    ] as const) {
      const proposal = followUpPlan(response, { ...CAPSULES, firstNight: addDays(TODAY, days) }, LIMITS);
      expect(proposal !== null && 'faults' in proposal ? proposal.faults.length : 0).toBe(faults);
    }
  });
});

test('a lower dose is ordered for 28 nights, without repeats', () => {
  const plan = planned(on(4.5, { effects: 'troublesome' }), { ...CAPSULES, repeats: 3 });
  expect(plan.phases).toMatchObject([{ dose: 3000, nights: 28 }]);
  expect(plan.continues).toMatchObject({ kind: 'stay', repeats: 0 });
});

test('a restart is a whole titration from the first dose', () => {
  const plan = planned(on(4.5, { missedNights: 21 }));
  expect(plan.phases.map(({ dose, nights }) => [dose, nights])).toEqual([
    [1500, 14],
    [3000, 14],
    [4500, 28],
  ]);
});

test('the next part goes on from the dose above the present one', () => {
  const doses = (taken: number) =>
    planned(on(taken, { score: { measure: 'pain-now', value: 7 } })).phases.map(({ dose, nights }) => [
      dose,
      nights,
    ]);
  expect(doses(1.5)).toEqual([
    [3000, 14],
    [4500, 28],
  ]);
  expect(doses(3)).toEqual([[4500, 28]]);
});

test('the bridge lasts until the review at week 12', () => {
  const own = [titration('1.5x14 3x14 4.5x28', addDays(TODAY, -56))];
  const scores = [painNow(7, 1), painNow(8, 60)];
  const plan = planned(judgeResponse(visit({ orders: { own, elsewhere: [] }, scores })));
  expect(plan.phases).toMatchObject([{ dose: 4500, nights: 28, from: TODAY }]);
});

test('what offers no draft gives no plan', () => {
  expect(followUpPlan(on(4.5, { effects: 'alarming' }), CAPSULES, LIMITS)).toBeNull();
});

test('another outcome than the proposed one is recorded in the order, with its reason', () => {
  const made = visit({
    answers: {
      dose: 4500,
      nightsAtDose: 28,
      firstNight: addDays(TODAY, -60),
      baseline: 8,
      score: { measure: 'pain-now', value: 7 },
    },
  });
  const response = judgeResponse(made, { outcome: 'stay', reason: 'sleeps through since' });
  const plan = planned(response);
  expect(plan.continues).toMatchObject({
    kind: 'maintenance',
    chosen: { insteadOf: 'wait', reason: 'sleeps through since' },
  });
  const notes = ORDER_WORDS.notes(reviewed(plan)).join(' ');
  expect(notes).toContain('Chosen by the prescriber instead of "Wait". Reason: sleeps through since');
});
