/** What is told beside an outcome: the nights held for an operation, why, and what stands in the order. Today is 2026-03-02. */
import { describe, expect, test } from 'vitest';
import { judgeResponse } from '#lib/follow-up/judge-response.ts';
import { choicesAt } from '#lib/follow-up/other-outcomes.ts';
import { addDays } from '#lib/time/calendar-date.ts';
import { finding, judgementOf } from '../review/judgements.ts';
import { operationIn, painNow, TODAY, titration, visit } from './visits.ts';

const day = (days: number) => addDays(TODAY, days);
const own = [titration('1.5x14 3x14 4.5x28', day(-50))];
const orders = { own, elsewhere: [] };
const helped = [painNow(4, 1), painNow(8, 60)];
const judged = (changes: Parameters<typeof visit>[0]) => judgeResponse(visit({ orders, ...changes }));

describe('before an operation', () => {
  const held = (...days: number[]) =>
    judged({ judgement: judgementOf(...days.map((one) => operationIn(one))), scores: helped }).facts.hold;

  test.each([
    [10, 7, false],
    [4, 1, false],
    [3, 0, false],
    [2, 0, true],
    [0, 0, true],
  ])('in %i days: none from the night in %i days; too late for 72 hours: %s', (operation, from, isLate) => {
    expect(held(operation)).toEqual({ from: day(from), operation: day(operation), isLate });
  });

  test('of several the soonest counts', () => {
    expect(held(20, 6, 12)?.operation).toBe(day(6));
    expect(held(6, 20, 12)?.operation).toBe(day(6));
  });

  test('of which nobody knows the day, no night is named', () => {
    const undated = finding('R19', 'confirm', {
      code: 'operation-without-date',
      facts: { operation: { source: 'ServiceRequest/1', words: 'Knee', day: null }, withinDays: 28 },
    } as Parameters<typeof finding>[2]);
    const { outcome, facts } = judged({ judgement: judgementOf(undated), scores: helped });
    expect([outcome, facts.hold]).toEqual(['hold-for-surgery', null]);
  });
});

describe('why', () => {
  test('a stop names what blocks, a chart that was not read what was not, anything else nothing', () => {
    const because = (...rules: string[]) =>
      judged({ judgement: judgementOf(...rules.map((rule) => finding(rule, 'blocks'))), scores: helped });
    expect(because('R17').facts.because.map(({ rule }) => rule)).toEqual(['R17']);
    expect(because('R01').facts.because.map(({ rule }) => rule)).toEqual(['R01']);
    expect(because().facts.because).toEqual([]);
  });

  test('an opioid on the chart is told as one since the start only where LDN is taken', () => {
    const judgement = {
      ...judgementOf(finding('R02', 'blocks')),
      opioid: { verdict: 'present' as const, earliestStart: null, evidence: [] },
    };
    expect(judged({ judgement }).facts.opioidSinceStart).toBe(true);
    expect(judgeResponse(visit({ judgement })).facts.opioidSinceStart).toBe(false);
    expect(judged({ judgement: judgementOf(finding('R17', 'blocks')) }).facts.opioidSinceStart).toBe(false);
  });
});

describe('another outcome than the proposed one', () => {
  const chosen = (outcome: 'stay' | 'stop' | 'wait' | 'lower', changes: Parameters<typeof visit>[0] = {}) =>
    judgeResponse(visit({ orders, scores: helped, ...changes }), { outcome, reason: 'as agreed' });

  test('may be chosen, and what was proposed is kept beside it', () => {
    const response = chosen('lower');
    expect(response).toMatchObject({ outcome: 'lower', dose: 3_000, insteadOf: { outcome: 'stay' } });
  });

  test('an opioid since the first night, once the patient was asked: no higher dose, and never past an alarming effect', () => {
    const since = finding('R03', 'confirm', {
      code: 'opioid-recent-by-order',
      facts: { lastDay: day(-8) },
    } as Parameters<typeof finding>[2]);
    const beside = (changes: Parameters<typeof visit>[0] = {}) => ({
      judgement: judgementOf(since),
      ...changes,
    });
    expect(judged({ ...beside(), scores: helped })).toMatchObject({ outcome: 'stop', draft: null });
    expect(chosen('stay', beside())).toMatchObject({
      outcome: 'stay',
      draft: { kind: 'maintenance' },
      insteadOf: { row: 'opioid-since-start' },
    });
    const unwell = beside({ answers: { effects: 'alarming' } });
    expect(chosen('stay', unwell)).toMatchObject({ outcome: 'stop', draft: null, insteadOf: null });
    const early = { orders: { own: [titration('1.5x14 3x14 4.5x28', day(-20))], elsewhere: [] } };
    expect(choicesAt(visit({ ...early, scores: [painNow(8, 1), painNow(8, 60)] }))).toContain('stay');
    expect(choicesAt(visit({ ...beside(early), scores: [painNow(8, 1), painNow(8, 60)] }))).not.toContain(
      'step',
    );
  });

  test('is none where it is the proposed one', () => {
    expect(chosen('stay').insteadOf).toBeNull();
  });

  test('is not open where something blocks', () => {
    const response = chosen('stay', { judgement: judgementOf(finding('R17', 'blocks')) });
    expect([response.outcome, response.insteadOf, response.draft]).toEqual(['stop', null, null]);
  });
});
