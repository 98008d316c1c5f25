import { expect, test } from 'vitest';
import { restoredPlanTitle } from '#lib/words/en/kept-plan.ts';

const MORNING = Date.parse('2026-03-02T14:05:00Z');

test('a plan an earlier launch left says from when it is', () => {
  expect(restoredPlanTitle(MORNING, MORNING + 3_600_000, 'UTC')).toBe('Plan from 14:05 today, restored');
});

test('one left before midnight names its day', () => {
  expect(
    restoredPlanTitle(Date.parse('2026-03-02T23:50:00Z'), Date.parse('2026-03-03T00:10:00Z'), 'UTC'),
  ).toBe('Plan from 23:50 on 02-Mar-2026, restored');
});

test('where the zone of the clinic is not known the time says so', () => {
  expect(restoredPlanTitle(MORNING, MORNING, null)).toBe('Plan from 14:05 UTC today, restored');
});
