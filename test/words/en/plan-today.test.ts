import { describe, expect, test } from 'vitest';
import type { DraftState } from '#lib/order/standing/draft-state.ts';
import type { OrderedPlan } from '#lib/order/standing/ordered-plan.ts';
import { orderedPlan } from '#lib/order/standing/standing-plan.ts';
import { addDays } from '#lib/time/calendar-date.ts';
import { ORDER_WORDS } from '#lib/words/en/order.ts';
import { planToday } from '#lib/words/en/plan-today.ts';
import { presetOrder } from '../../order/reviewed.ts';
import { AS_OF } from '../../titration/regimens.ts';

const stored = presetOrder('standard').requests.map((resource) => ({
  location: 'MedicationRequest/1',
  resource,
  why: null,
  isGone: false,
}));
const read = orderedPlan(stored, { said: ORDER_WORDS.said, journal: null });
if ('why' in read) throw new Error(`not read: ${read.why}`);
const PLAN: OrderedPlan = read;

function said(state: DraftState, daysOn: number, plan: OrderedPlan = PLAN) {
  const standing = planToday({ state, plan }, addDays(AS_OF, daysOn));
  if (standing === null) throw new Error('nothing is said');
  return standing;
}

function everyWord(state: DraftState, daysOn: number, plan: OrderedPlan = PLAN): string {
  const { headline, facts, notes } = said(state, daysOn, plan);
  return [headline, ...facts.map(({ value }) => value), ...notes].join(' ');
}

test('while a check of today blocks, no step is due and none is lit', () => {
  const held = planToday({ state: 'signed', plan: PLAN }, addDays(AS_OF, 20), true);
  expect(held?.headline).toContain('No step is due');
  expect(held?.rows.some(({ isTonight }) => isTonight)).toBe(false);
  expect(held?.plot).toBeNull();
});

describe('where a signed order stands', () => {
  test('tonight: step, dose and night; the next step and its day; the last night', () => {
    const { headline, facts, notes } = said('signed', 15);
    expect(headline).toBe('Planned for tonight (17-Mar-2026): step 2 of 3, 3 mg, night 2 of 14.');
    expect(facts).toEqual([
      { label: 'Next step', value: 'Step 3 of 3, 4.5 mg, from 30-Mar-2026' },
      { label: 'Last night of this supply', value: '26-Apr-2026' },
      { label: 'Next follow-up', value: '30-Mar-2026 (4 weeks)' },
    ]);
    expect(notes[0]).toContain('Counted from the planned first night, 02-Mar-2026');
    expect(notes[0]).toContain('If the patient began on another day, every date moves with it.');
    expect(notes[1]).toContain('ask which dose is taken now');
  });

  test('one row a step, tonight said in words', () => {
    expect(said('signed', 15).rows).toEqual([
      expect.objectContaining({ step: '1', dose: '1.5 mg', nights: '1 to 14', isTonight: false }),
      expect.objectContaining({
        step: '2, tonight',
        dates: { from: '16-Mar-2026', to: '29-Mar-2026' },
        isTonight: true,
      }),
      expect.objectContaining({ step: '3', dose: '4.5 mg', nights: '29 to 56', isTonight: false }),
    ]);
  });

  test('a follow-up that has passed is not the next one', () => {
    const next = (daysOn: number) =>
      said('signed', daysOn).facts.find(({ label }) => label === 'Next follow-up');
    expect(next(29)?.value).toBe('12-Apr-2026 (before the supply ends)');
    expect(next(85)).toBeUndefined();
  });

  test('on the last step there is no next one', () => {
    expect(said('signed', 40).facts[0]?.value).toBe('None: this is the last step');
  });

  test('before the planned first night it is not begun', () => {
    const { headline, facts, rows } = said('signed', -3);
    expect(headline).toBe('Not begun yet: the planned first night is 02-Mar-2026.');
    expect(facts[0]?.value).toBe('Step 1 of 3, 1.5 mg, from 02-Mar-2026');
    expect(rows.some(({ isTonight }) => isTonight)).toBe(false);
  });

  test('after the last night it says no dose', () => {
    expect(said('signed', 56).headline).toContain('it gives no dose for tonight');
    expect(said('signed', 56).facts[0]?.value).toBe('None');
  });

  test('without a first night it gives nights, and no date', () => {
    const standing = said('signed', 15, { ...PLAN, begins: null });
    expect(standing.headline).toContain('not known');
    expect(standing.plot).toBeNull();
    expect(standing.rows.map(({ nights }) => nights)).toEqual(['1 to 14', '15 to 28', '29 to 56']);
    expect(everyWord('signed', 15, { ...PLAN, begins: null })).not.toMatch(/\d{4}/);
  });
});

describe('where nobody is to take a step tonight', () => {
  test.each(['draft', 'on-hold', 'completed', 'stopped'] as const)(
    '%s: no step is tonight, nothing is drawn',
    (state) => {
      const { rows, plot } = said(state, 15);
      expect(rows).toHaveLength(3);
      expect(rows.some(({ isTonight }) => isTonight)).toBe(false);
      expect(plot).toBeNull();
      expect(everyWord(state, 15)).not.toContain('Planned for tonight');
    },
  );

  test('an unsigned draft says which step would be first, not that it is taken', () => {
    expect(said('draft', 0).headline).toBe(
      'Not signed: nothing is to be taken from it. Step 1 of 3, 1.5 mg for 14 nights, would be first.',
    );
    expect(said('draft', 0).rows[0]?.dates?.from).toBe('02-Mar-2026');
  });

  test('a draft whose planned first night has passed gives no dates', () => {
    expect(everyWord('draft', 1)).toContain('The planned first night, 02-Mar-2026, has passed');
    expect(said('draft', 1).rows[0]?.dates).toBeNull();
  });

  test('of an order that cannot be read it is said why, and no step', () => {
    const standing = planToday({ state: 'signed', plan: { why: 'dose', step: 2 } }, AS_OF);
    expect(standing?.headline).toBe('Which step is due cannot be read from the order.');
    expect(standing?.notes.join(' ')).toContain('step 2 does not say one dose in milligrams');
    expect(standing?.rows).toEqual([]);
  });

  test.each(['cancelled', 'gone', 'not-read'] as const)('%s: nothing is said of its steps', (state) => {
    expect(planToday({ state, plan: PLAN }, AS_OF)).toBeNull();
  });
});
