import { expect, it } from 'vitest';
import { PLAN_WORDS } from '#lib/words/en/plan.ts';

it('names the drug first, then what it comes as, how it is taken and when', () => {
  const { drug, taken } = PLAN_WORDS.table;
  expect(drug + taken('capsules')).toBe('naltrexone capsule (compounded), by mouth, once a day at bedtime');
  expect(drug + taken('liquid')).toBe(
    'naltrexone liquid 0.5 mg/mL (made at home from 50 mg tablets), by mouth, once a day at bedtime',
  );
});

it('counts one and many', () => {
  const { quantity } = PLAN_WORDS.totals;
  expect(quantity({ item: 'tablet', strength: 50_000, quantity: 1 })).toBe('1 tablet');
  expect(quantity({ item: 'capsule', strength: 1500, quantity: 126 })).toBe('126 capsules');
  expect([1, 14].map(PLAN_WORDS.table.unitOfNights)).toEqual(['night', 'nights']);
});

it('names the alternatives that the chart does not show', () => {
  expect(PLAN_WORDS.evidence.alternatives(['duloxetine', 'pregabalin'])).toBe(
    'Not yet recorded on this chart: duloxetine; pregabalin.',
  );
});
