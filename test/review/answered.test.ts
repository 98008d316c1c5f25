/** What the reasons chosen for an operation do to the plan. Today is 2026-03-02. */
import { describe, expect, test } from 'vitest';
import { asksSlowerPlan, holdsPromised } from '#lib/review/answered.ts';
import { earliestStartAllowed } from '#lib/review/earliest-start.ts';
import { planToOrder } from '#lib/review/plan-to-order.ts';
import { review } from '#lib/review/review.ts';
import type { Answers } from '#lib/review/reviewed-plan.ts';
import { reasons } from '#lib/safety/reasons.ts';
import { PRESETS, proposeRegimen } from '#lib/titration/propose-regimen.ts';
import { proposeTitration } from '#lib/titration/propose-titration.ts';
import { day, finding, judgementOf, planFrom, TODAY } from './judgements.ts';

const operationOn = (on: string | null, holdFrom: string | null, key = 'R19') =>
  finding(key, 'confirm', {
    reasons: reasons('starts-after', 'hold-72-hours', 'not-taking-place'),
    question: {
      kind: 'operation',
      day: on === null ? null : day(on),
      holdFrom: holdFrom === null ? null : day(holdFrom),
    },
  });
const OPERATION = operationOn('2026-03-20', '2026-03-17');
const HELD: Answers = { R19: { reason: 'hold-72-hours' } };
const AFTER: Answers = { R19: { reason: 'starts-after' } };

describe('a start after the operation', () => {
  test('is the day after it at the earliest', () => {
    expect(earliestStartAllowed(judgementOf(OPERATION), AFTER)).toBe('2026-03-21');
    expect(review(judgementOf(OPERATION), planFrom('2026-03-20'), AFTER).outcome).toBe('blocked');
    expect(review(judgementOf(OPERATION), planFrom('2026-03-21'), AFTER).outcome).toBe('draft');
  });

  test('moves nothing where nobody knows the day, and no other reason moves it', () => {
    expect(earliestStartAllowed(judgementOf(operationOn(null, null)), AFTER)).toBe(TODAY);
    expect(earliestStartAllowed(judgementOf(OPERATION), { R19: { reason: 'not-taking-place' } })).toBe(TODAY);
  });
});

describe('LDN held before the operation', () => {
  test('is not given from the night of the hold to the day of the operation', () => {
    expect(holdsPromised(judgementOf(OPERATION), HELD)).toEqual([
      { from: '2026-03-17', operation: '2026-03-20' },
    ]);
    const result = review(judgementOf(OPERATION), planFrom('2026-03-02'), HELD);
    expect(result.outcome === 'draft' && result.reviewed.plan.holds).toEqual([
      { from: '2026-03-17', operation: '2026-03-20' },
    ]);
  });

  test.each([
    ['2026-03-16', 'draft'],
    ['2026-03-17', 'blocked'],
    ['2026-03-20', 'blocked'],
    ['2026-03-21', 'draft'],
  ])('is not begun in those nights either: on %s the review ends in %s', (start, outcome) => {
    const result = review(judgementOf(OPERATION), planFrom(start), HELD);
    expect(result.outcome).toBe(outcome);
    if (outcome === 'blocked')
      expect(result.findings[0]?.facts).toMatchObject({ faults: [{ code: 'start-while-held' }] });
  });

  test.each([
    ['before the hold', '2026-03-16', '2026-03-16'],
    ['in its first night', '2026-03-17', '2026-03-21'],
    ['on the day of the operation', '2026-03-20', '2026-03-21'],
    ['after it', '2026-03-21', '2026-03-21'],
  ])('an earliest start %s is moved past it', (_, withoutDay, earliest) => {
    const opioid = finding('R06', 'confirm', {
      question: {
        kind: 'last-dose',
        washoutDays: 10,
        notBefore: null,
        handedOver: null,
        withoutDay: day(withoutDay),
        clearFrom: null,
      },
    });
    expect(earliestStartAllowed(judgementOf(opioid, OPERATION), HELD)).toBe(earliest);
  });

  test('is promised once a day of an operation, soonest first, and of no day that nobody knows', () => {
    const judgement = judgementOf(
      operationOn('2026-04-20', '2026-04-17', 'R19:b'),
      operationOn('2026-03-20', '2026-03-17', 'R19:a'),
      operationOn('2026-03-20', '2026-03-17', 'R19:c'),
      operationOn(null, null, 'R19:d'),
      operationOn('2026-03-03', null, 'R19:e'),
    );
    const held = Object.fromEntries(
      judgement.findings.map(({ key }) => [key, { reason: 'hold-72-hours' as const }]),
    );
    expect(holdsPromised(judgement, held).map(({ operation }) => operation)).toEqual([
      '2026-03-20',
      '2026-04-20',
    ]);
  });

  test('is in no order that begins after it', () => {
    const { plan } = planFrom('2026-03-21') as Extract<ReturnType<typeof planFrom>, { plan: object }>;
    const [hold] = holdsPromised(judgementOf(OPERATION), HELD);
    const holds = hold === undefined ? [] : [hold];
    expect(planToOrder(plan, { avoid: [] }, holds)).not.toHaveProperty('holds');
    expect(planToOrder(plan, { avoid: ['lactose'] }, [])).toHaveProperty('avoid', ['lactose']);
    expect(planToOrder(plan, { avoid: [] })).not.toHaveProperty('avoid');
  });
});

describe('a slower titration', () => {
  const KIDNEY = finding('R16', 'confirm', { reasons: reasons('slower-titration', 'kidney-stable') });
  const SLOWER: Answers = { R16: { reason: 'slower-titration' } };
  const gentle = proposeTitration(proposeRegimen(TODAY, PRESETS.gentle), {
    asOf: TODAY,
    earliestStart: null,
  });

  test('that was chosen is what is drafted: the standard one is refused', () => {
    expect(asksSlowerPlan(judgementOf(KIDNEY), SLOWER)).toBe(true);
    expect(review(judgementOf(KIDNEY), planFrom('2026-03-02'), SLOWER)).toMatchObject({
      outcome: 'blocked',
      findings: [{ facts: { faults: [{ code: 'no-slower-than-standard' }] } }, { rule: 'R16' }],
    });
    expect(review(judgementOf(KIDNEY), gentle, SLOWER).outcome).toBe('draft');
  });

  test('is asked by no other reason', () => {
    const other: Answers = { R16: { reason: 'kidney-stable' } };
    expect(asksSlowerPlan(judgementOf(KIDNEY), other)).toBe(false);
    expect(review(judgementOf(KIDNEY), planFrom('2026-03-02'), other).outcome).toBe('draft');
  });
});
