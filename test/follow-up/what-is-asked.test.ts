/** What is asked at a visit: no more than the chart leaves open. Today is 2026-03-02. */
import { describe, expect, test } from 'vitest';
import { judgeResponse } from '#lib/follow-up/judge-response.ts';
import type { PainScore } from '#lib/follow-up/pain-scores.ts';
import { whatIsAsked } from '#lib/follow-up/what-is-asked.ts';
import { addDays } from '#lib/time/calendar-date.ts';
import { painNow, TODAY, titration, visit } from './visits.ts';

/** Begun so many days ago, at one dose for all that time. */
const begun = (daysAgo: number) => titration('3x84', addDays(TODAY, -daysAgo));
const pegOf = (score: number, daysAgo: number): PainScore => ({
  ...painNow(score, daysAgo),
  measure: 'peg',
  source: `Observation/peg-${daysAgo}`,
});

function asked(scores: readonly PainScore[], own = [begun(60)]) {
  const at = visit({ orders: { own, elsewhere: [] }, scores });
  return whatIsAsked(judgeResponse(at), at);
}

test('a chart without a score and without an order is asked for all of it', () => {
  expect(asked([], [])).toEqual({ score: 'peg', baseline: 'peg', dose: true, firstNight: true });
});

test('what the order says is not asked', () => {
  expect(asked([])).toMatchObject({ dose: false, firstNight: false });
});

describe('the score', () => {
  test('is not asked where the chart has one of the last two weeks', () => {
    expect(asked([painNow(4, 14), painNow(7, 70)]).score).toBeNull();
    expect(asked([painNow(4, 15), painNow(7, 70)]).score).toBe('pain-now');
  });

  test('is asked by the measure that the chart has a baseline of, PEG first', () => {
    expect(asked([painNow(7, 60)]).score).toBe('pain-now');
    expect(asked([painNow(7, 60), pegOf(7, 61)]).score).toBe('peg');
    expect(asked([]).score).toBe('peg');
  });

  test('and one older than eight weeks before the first night is no baseline', () => {
    expect(asked([painNow(7, 60 + 56)]).score).toBe('pain-now');
    expect(asked([painNow(7, 60 + 57)]).score).toBe('peg');
  });
});

describe('how it was before', () => {
  test('is not asked where the chart has it', () => {
    expect(asked([painNow(4, 3), painNow(7, 70)]).baseline).toBeNull();
  });

  test('is asked by the measure of the score that the chart has', () => {
    expect(asked([painNow(4, 3)])).toMatchObject({ score: null, baseline: 'pain-now' });
    expect(asked([pegOf(4, 3)])).toMatchObject({ score: null, baseline: 'peg' });
  });

  test('is asked by the measure that is asked for today', () => {
    expect(asked([])).toMatchObject({ score: 'peg', baseline: 'peg' });
  });
});
