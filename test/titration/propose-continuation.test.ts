/** What follows an order, kind by kind: how much, for how long, and never in a night of the order before it. */
import { describe, expect, test } from 'vitest';
import { addDays } from '#lib/time/calendar-date.ts';
import type { Continuation, ContinuationKind } from '#lib/titration/continuation.ts';
import { proposeContinuation, strengthsFor } from '#lib/titration/propose-continuation.ts';
import { proposeRegimen } from '#lib/titration/propose-regimen.ts';
import type { Regimen } from '#lib/titration/regimen.ts';
import { continuation } from './continuations.ts';
import { AS_OF } from './regimens.ts';

/** Three milligrams are taken. */
const TAKEN = 3000;
const KINDS: readonly ContinuationKind[] = ['maintenance', 'stay', 'step', 'restart'];

function proposed(
  kind: ContinuationKind,
  changes: Partial<Regimen> = {},
  before: Partial<Continuation> = {},
  earliestStart: Regimen['startDate'] | null = null,
) {
  const regimen = {
    ...proposeRegimen(AS_OF, {
      start: TAKEN,
      ceiling: TAKEN,
      days: 28,
      preparation: 'capsules',
      strengths: [1500],
    }),
    ...changes,
  };
  return proposeContinuation(regimen, continuation({ kind, taken: TAKEN, ...before }), {
    asOf: AS_OF,
    earliestStart,
  });
}
const faultsOf = (...words: Parameters<typeof proposed>) => {
  const proposal = proposed(...words);
  return 'faults' in proposal ? proposal.faults.map(({ invariant, code }) => `${invariant} ${code}`) : [];
};
const dose = (start: number, ceiling = start, strengths = [start]) => ({ start, ceiling, strengths });

test.each(KINDS)('%s: the dose that is taken may be taken on, as the plan of that kind', (kind) => {
  const proposal = proposed(kind);
  expect(proposal).toMatchObject({ plan: { continues: { kind, follows: ['MedicationRequest/1'] } } });
});

describe('the dose', () => {
  test.each(KINDS.filter((kind) => kind !== 'step'))('%s never begins above what is taken', (kind) => {
    expect(faultsOf(kind, dose(3001))).toEqual(['start dose-above']);
    expect(faultsOf(kind, dose(2500))).toEqual([]);
  });

  test.each(KINDS.filter((kind) => kind !== 'step'))('%s stays at the dose it begins with', (kind) => {
    expect(faultsOf(kind, dose(1500, 3000))).toEqual(['ceiling dose-above']);
  });

  test('the next part of a titration begins one step above what is taken at the most', () => {
    expect(faultsOf('step', dose(4500))).toEqual([]);
    expect(faultsOf('step', dose(2001), { taken: 500 })).toEqual(['start dose-above']);
    expect(faultsOf('step', dose(2000), { taken: 500 })).toEqual([]);
  });

  test('nor does it begin, or end, above 4.5 mg', () => {
    expect(faultsOf('step', dose(4501, 4501), { taken: 4500 })).toContain('start dose-above');
    expect(faultsOf('step', dose(3000, 4501))).toContain('ceiling dose-above');
    expect(faultsOf('step', dose(3000, 4500, [1500]))).toEqual([]);
  });

  test.each(KINDS)('%s: none is taken on above 4.5 mg, whatever the chart says is taken', (kind) => {
    expect(faultsOf(kind, dose(5000), { taken: 50_000 })).toContain('start dose-above');
  });

  test.each(KINDS)('%s: none is below 0.5 mg', (kind) => {
    expect(faultsOf(kind, dose(499))).toEqual(['start dose-below']);
    expect(faultsOf(kind, dose(500))).toEqual([]);
  });

  test('a broken microgram is none', () => {
    expect(faultsOf('stay', dose(1500.5))).toContain('start not-whole-micrograms');
  });

  test('that its capsules do not make is told', () => {
    expect(faultsOf('stay', dose(2500, 2500, [1500]))).toEqual(['strengths no-sum-of-capsules']);
  });
});

describe('the nights', () => {
  test.each([
    ['maintenance', 90],
    ['stay', 84],
    ['step', 84],
    ['restart', 84],
  ] as const)('%s: %i at the most', (kind, most) => {
    expect(faultsOf(kind, { days: most })).toEqual([]);
    expect(faultsOf(kind, { days: most + 1 })).toEqual(['days too-long']);
  });

  test.each([0, -1, 1.5, Number.NaN])('%d nights are none', (days) => {
    expect(faultsOf('stay', { days })).toContain('days not-whole-days');
  });

  test('one is enough', () => {
    expect(faultsOf('stay', { days: 1 })).toEqual([]);
  });
});

describe('the first night', () => {
  const last = addDays(AS_OF, 10);

  test('is the one after the last of the order before, never that one', () => {
    expect(faultsOf('stay', { startDate: last }, { lastNight: last })).toEqual([
      'start-date start-before-earliest',
    ]);
    expect(faultsOf('stay', { startDate: addDays(last, 1) }, { lastNight: last })).toEqual([]);
  });

  test('nor is it before the day that opioids allow, whichever of both is later', () => {
    const allowed = addDays(last, 5);
    expect(faultsOf('stay', { startDate: addDays(last, 1) }, { lastNight: last }, allowed)).toEqual([
      'start-date start-before-earliest',
    ]);
    expect(faultsOf('stay', { startDate: allowed }, { lastNight: last }, allowed)).toEqual([]);
    expect(faultsOf('stay', { startDate: last }, { lastNight: last }, AS_OF)).toEqual([
      'start-date start-before-earliest',
    ]);
  });

  test('is told beside what else is wrong', () => {
    expect(faultsOf('stay', { ...dose(3500), startDate: addDays(AS_OF, -1) })).toEqual([
      'start dose-above',
      'start-date start-before-check',
    ]);
  });
});

test.each([
  [[1500, 3000, 4500], [1500]],
  [[1000, 2000], [500]],
  [[3000], [1500]],
  [[4000], [1000]],
  [[750], [250]],
  [
    [500, 4500],
    [500, 1500],
  ],
  [[1300], [1300]],
  [
    [1300, 1300, 2600],
    [1300, 2600],
  ],
])('doses of %j are made of capsules of %j', (doses, strengths) => {
  expect(strengthsFor(doses)).toEqual(strengths);
});
