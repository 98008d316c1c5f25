import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dosePlot } from '#lib/drawings/dose-plot.ts';
import { followUpDates, reviewBy } from '#lib/follow-up/follow-up-dates.ts';
import { PRESETS, proposeRegimen } from '#lib/titration/propose-regimen.ts';
import { proposeTitration } from '#lib/titration/propose-titration.ts';
import type { Regimen } from '#lib/titration/regimen.ts';
import type { TitrationPlan } from '#lib/titration/titration-plan.ts';
import { followUpWords } from '#lib/words/en/follow-up.ts';
import { wordsFor } from '#lib/words/words-for.ts';
import { day } from '../words/judgement-fixture.ts';

const words = wordsFor('en');

const START = day('2026-03-02');

function planOf(choices: Partial<Regimen> = {}): TitrationPlan {
  const proposal = proposeTitration(proposeRegimen(START, choices), { asOf: START, earliestStart: null });
  if (!('plan' in proposal)) throw new Error(proposal.faults.map(({ code }) => code).join(' '));
  return proposal.plan;
}

describe('dose over time', () => {
  it('draws the standard plan as three steps, the last twice as long', () => {
    const { steps } = dosePlot(words, planOf());
    expect(steps.map(({ label, x, width }) => [label, x, width])).toEqual([
      ['1.5 mg', 0, 25],
      ['3 mg', 25, 25],
      ['4.5 mg', 50, 50],
    ]);
  });

  it('reads as one sentence', () => {
    expect(dosePlot(words, planOf()).reading).toBe(
      'Rises in 3 steps from 1.5 mg from 02-Mar-2026 to 4.5 mg from 30-Mar-2026, over 56 nights.',
    );
  });

  it('marks today on the step whose nights contain it, and nowhere else', () => {
    const { steps } = dosePlot(words, planOf());
    const today = (on: string) => dosePlot(words, planOf(), day(on)).today;
    expect(today('2026-03-01')).toBeNull();
    expect(today('2026-03-02')).toMatchObject({ sequence: 1, x: 0, labelEnds: false });
    expect(today('2026-03-15')).toMatchObject({ sequence: 1, x: 23.21, y: steps[0]?.y, labelEnds: true });
    expect(today('2026-03-16')).toMatchObject({ sequence: 2, x: 25, y: steps[1]?.y });
    expect(today('2026-04-26')).toMatchObject({ sequence: 3, y: steps[2]?.y });
    expect(today('2026-04-27')).toBeNull();
    expect(dosePlot(words, planOf()).today).toBeNull();
  });

  it('writes no label past the edge of the picture', () => {
    const { steps, days, review } = dosePlot(words, planOf(PRESETS.gentle));
    expect(steps.map(({ labelEnds }) => labelEnds)).toEqual([...Array(8).fill(false), true]);
    expect(Math.max(...days.map(({ x }) => x))).toBeLessThanOrEqual(88);
    expect(review.labelEnds).toBe(true);
    expect(dosePlot(words, planOf({ days: 1 })).review.labelEnds).toBe(false);
  });

  it('writes the review to the left once what was takes room before the first night', () => {
    const longest = planOf({ days: 84 });
    expect(dosePlot(words, longest).review).toMatchObject({ x: 48.81, labelEnds: false });
    expect(dosePlot(words, longest, null, { before: 10, after: 0 }).review).toMatchObject({
      x: 48.81,
      labelEnds: true,
    });
  });

  it('starts every step at zero, touches the next without a gap, and never rises above the ceiling', () => {
    const choices = fc.constantFrom(...Object.values(PRESETS));
    fc.assert(
      fc.property(choices, fc.integer({ min: 1, max: 84 }), (preset, days) => {
        const { steps, ceiling } = dosePlot(words, planOf({ ...preset, days }));
        let right = 0;
        for (const step of steps) {
          expect(step.x).toBeCloseTo(right, 1);
          expect(step.y + step.height).toBeCloseTo(100, 1);
          expect(step.y).toBeGreaterThanOrEqual(ceiling.y);
          right = step.x + step.width;
        }
        expect(right).toBeCloseTo(100, 1);
      }),
    );
  });
});

describe('follow-up', () => {
  it('asks for a review by night 42 of 56', () => {
    expect(reviewBy(planOf())).toBe('2026-04-12');
  });

  it('asks for it earlier when the supply ends earlier', () => {
    expect(reviewBy(planOf({ days: 28 }))).toBe('2026-03-15');
  });

  it('names 4, 8 and 12 weeks and the review between them, in order', () => {
    const dates = followUpDates(planOf());
    expect(dates.map((date) => followUpWords(date).when)).toEqual([
      '4 weeks',
      'Before the supply ends',
      '8 weeks',
      '12 weeks',
    ]);
    expect(dates.map(({ on }) => on)).toEqual(['2026-03-30', '2026-04-12', '2026-04-27', '2026-05-25']);
  });
});
