/** Which scores speak of a dose, and against what. Today is 2026-03-02; 3 mg is taken since 40 nights, 1.5 mg was for 14 before. */
import { describe, expect, test } from 'vitest';
import type { PainScore } from '#lib/follow-up/pain-scores.ts';
import { responseScores } from '#lib/follow-up/response-scores.ts';
import { addDays } from '#lib/time/calendar-date.ts';
import { opioidRow } from '../words/judgement-fixture.ts';
import { NOTHING_SAID, painNow, TODAY } from './visits.ts';

type Scored = Parameters<typeof responseScores>[0];
const ago = (days: number) => addDays(TODAY, -days);
const NOW: Scored['now'] = {
  dose: 3_000,
  since: ago(40),
  nights: 40,
  before: { dose: 1_500, from: ago(54), to: ago(41) },
};

const BEFORE = painNow(8, 60);

const scored = (scores: readonly PainScore[], changes: Partial<Scored> = {}) =>
  responseScores({
    scores,
    answers: NOTHING_SAID,
    begins: ago(54),
    now: NOW,
    asOf: TODAY,
    opioids: [],
    ...changes,
  });
const peg = (score: number, daysAgo: number): PainScore => ({
  ...painNow(score, daysAgo),
  measure: 'peg',
  source: `Observation/peg-${daysAgo}`,
});

describe('the baseline', () => {
  test.each([
    ['of the first night', 54, 8],
    ['of eight weeks before it', 54 + 56, 8],
    ['of a day more', 54 + 57, undefined],
    ['of the day after it', 53, undefined],
  ])('may be a score %s', (_, daysAgo, baseline) => {
    expect(scored([painNow(8, daysAgo)]).baseline?.score).toBe(baseline);
  });

  test('is the latest before the first night', () => {
    expect(scored([painNow(6, 60), painNow(9, 90)]).baseline?.score).toBe(6);
  });

  test('is the worse of what the chart has and what was answered', () => {
    const answered = (baseline: number) => ({ answers: { ...NOTHING_SAID, baseline } });
    expect(scored([painNow(6, 60)], answered(8)).baseline).toEqual({ score: 8, day: null, source: null });
    expect(scored([painNow(6, 60)], answered(5)).baseline?.source).toBe('Observation/6-60');
  });

  test.each([
    ['on its first day', { from: ago(60), lastExposure: ago(57) }, true],
    ['on its last day', { from: ago(70), lastExposure: ago(60) }, true],
    ['a day before it', { from: ago(59), lastExposure: ago(57) }, false],
    ['a day after it', { from: ago(70), lastExposure: ago(61) }, false],
    [
      '90 days before its last, where nobody wrote its first',
      { from: null, lastExposure: addDays(ago(60), 90) },
      true,
    ],
    ['91 days before', { from: null, lastExposure: addDays(ago(60), 91) }, false],
    ['where no last day is known', { from: ago(70), lastExposure: null }, false],
  ])('is not taken while an opioid may have been taken: %s', (_, days, isBeside) => {
    const { baseline, baselineBesideOpioid } = scored([painNow(4, 3), painNow(8, 60)], {
      opioids: [opioidRow(days)],
    });
    expect(baselineBesideOpioid !== null).toBe(isBeside);
    expect(baseline === null).toBe(isBeside);
  });
});

describe('the score of today’s dose', () => {
  test.each([
    ['of its tenth night', 30, 4],
    ['of its ninth', 31, undefined],
  ])('may be one %s', (_, daysAgo, latest) => {
    const at = { asOf: ago(5), now: { ...NOW, nights: 35 } };
    expect(scored([painNow(4, daysAgo), BEFORE], at).latest?.score).toBe(latest);
    expect(scored([painNow(4, daysAgo), BEFORE], at).latestAtAll?.score).toBe(4);
  });

  test.each([
    ['28 days ago', 28, 4],
    ['29 days ago', 29, undefined],
    ['of a day to come', -1, undefined],
  ])('speaks of today when it is %s', (_, daysAgo, latest) => {
    expect(scored([painNow(4, daysAgo)]).latest?.score).toBe(latest);
  });

  test('is never one of the night in which the dose was begun, nor of before', () => {
    expect(scored([painNow(4, 40), BEFORE]).latestAtAll).toBeNull();
    expect(scored([painNow(4, 39), BEFORE]).latestAtAll?.score).toBe(4);
  });

  test('is what was answered today, once ten nights were taken', () => {
    const answers = { ...NOTHING_SAID, score: { measure: 'pain-now', value: 2 } as const };
    expect(scored([painNow(4, 3)], { answers }).latest).toEqual({ score: 2, day: TODAY, source: null });
    const early = { answers, now: { ...NOW, nights: 9 } };
    expect(scored([painNow(4, 3)], early).latest?.score).toBe(4);
    expect(scored([painNow(4, 3)], early).latestAtAll?.score).toBe(2);
  });
});

describe('the score of the dose before', () => {
  test.each([
    ['in its nights', 45, 7],
    ['on the morning after its last', 40, 7],
    ['a day later', 39, undefined],
    ['in its first night', 54, undefined],
  ])('is one %s', (_, daysAgo, before) => {
    expect(scored([painNow(7, daysAgo), BEFORE]).before?.score).toBe(before);
  });

  test('is asked only where that dose was lower', () => {
    const higher = { now: { ...NOW, before: { ...NOW.before, dose: 4_500 } as Scored['now']['before'] } };
    expect(scored([painNow(7, 45), BEFORE], higher).before).toBeNull();
    const same = { now: { ...NOW, before: { ...NOW.before, dose: 3_000 } as Scored['now']['before'] } };
    expect(scored([painNow(7, 45), BEFORE], same).before).toBeNull();
  });
});

describe('relief', () => {
  test.each([
    [8, 4, 50],
    [8, 10, -25],
    [7.3, 4.7, 35.6164],
    [0, 3, 0],
  ])('from %d to %d is %d percent', (before, today, percent) => {
    expect(scored([painNow(before, 60), painNow(today, 3)]).reliefPercent).toBe(percent);
  });

  test('is of one measure, never of two', () => {
    expect(scored([peg(8, 60), painNow(4, 3)])).toMatchObject({ measure: 'pain-now', reliefPercent: null });
    expect(scored([peg(8, 60), peg(4, 3), painNow(9, 60), painNow(9, 3)])).toMatchObject({
      measure: 'peg',
      reliefPercent: 50,
    });
    expect(scored([peg(8, 60), painNow(9, 60), painNow(6, 3)])).toMatchObject({ measure: 'pain-now' });
  });

  test('is of the measure that was answered today', () => {
    const answers = { ...NOTHING_SAID, score: { measure: 'pain-now', value: 6 } as const };
    expect(scored([peg(8, 60), peg(4, 3), painNow(8, 60)], { answers })).toMatchObject({
      measure: 'pain-now',
      reliefPercent: 25,
    });
  });
});
