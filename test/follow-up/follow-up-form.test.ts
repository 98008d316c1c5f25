/** The form of a visit: what is typed becomes an answer, or is named beside its field and decides nothing. Today is 2026-03-02. */
import { describe, expect, test } from 'vitest';
import { type FollowUpForm, preparationAsked, readFollowUpForm } from '#lib/follow-up/follow-up-form.ts';
import { TODAY } from '../review/judgements.ts';
import { NOTHING_SAID } from './visits.ts';

const read = (form: FollowUpForm) => readFollowUpForm({ effects: 'none', ...form }, TODAY);
const answers = (form: FollowUpForm) => {
  const { answers: read_, problems } = read(form);
  expect(problems).toEqual([]);
  return read_;
};
const problems = (form: FollowUpForm) => read(form).problems.map(({ field, fault }) => `${field} ${fault}`);
const peg = (pain: string, enjoyment: string, activity: string) => ({
  'peg-pain': pain,
  'peg-enjoyment': enjoyment,
  'peg-activity': activity,
});

test('an empty form says nothing, and that effects were not answered', () => {
  expect(readFollowUpForm({}, TODAY)).toEqual({
    answers: NOTHING_SAID,
    problems: [{ field: 'effects', fault: 'not-answered' }],
  });
});

test.each(['none', 'mild', 'troublesome', 'alarming'])('effects may be %s', (effects) => {
  expect(answers({ effects }).effects).toBe(effects);
});

test('any other word for effects is no answer', () => {
  expect(problems({ effects: 'some' })).toEqual(['effects not-answered']);
});

describe('a score', () => {
  test.each([
    ['0', 0],
    ['10', 10],
    ['10.0', 10],
    [' 6.5 ', 6.5],
  ])('of "%s" is read', (typed, value) => {
    expect(answers({ 'pain-now': typed }).score).toEqual({ measure: 'pain-now', value });
  });

  test.each(['11', '10.5', '-1', '6,5', '6.55', 'six', '1e1', '٣'])('of "%s" is not', (typed) => {
    expect(problems({ 'pain-now': typed })).toEqual(['pain-now not-0-to-10']);
    expect(read({ 'pain-now': typed }).answers.score).toBeNull();
  });

  test('of PEG is its three answers, or none', () => {
    expect(answers(peg('4', '5', '6')).score).toEqual({ measure: 'peg', items: [4, 5, 6] });
    expect(answers(peg('0', '0', '0')).score).toEqual({ measure: 'peg', items: [0, 0, 0] });
    expect(problems(peg('4', '', ' '))).toEqual(['peg-enjoyment peg-in-part']);
    expect(problems(peg('', '5', '6'))).toEqual(['peg-pain peg-in-part']);
    expect(problems(peg('4', '5', ''))).toEqual(['peg-activity peg-in-part']);
    expect(problems(peg('4', '12', '6'))).toEqual(['peg-enjoyment not-0-to-10']);
    expect(read(peg('4', '12', '6')).answers.score).toBeNull();
  });

  test('is of one measure: both are told, and PEG is what counts', () => {
    const both = { ...peg('4', '5', '6'), 'pain-now': '3' };
    expect(problems(both)).toEqual(['pain-now two-measures']);
    expect(read(both).answers.score).toEqual({ measure: 'peg', items: [4, 5, 6] });
  });
});

describe('how it was before', () => {
  const pegBefore = { 'before-pain': '7', 'before-enjoyment': '8', 'before-activity': '9' };

  test.each<[string, FollowUpForm, unknown]>([
    ['by the measure of today: the pain', { 'pain-now': '3', 'pain-before': '7' }, 7],
    ['by the measure of today: PEG', { ...peg('4', '5', '6'), ...pegBefore }, [7, 8, 9]],
    ['never by another than today', { 'pain-now': '3', ...pegBefore }, null],
    ['by PEG where the chart has the score of today', pegBefore, [7, 8, 9]],
    ['by the pain where nobody answers PEG', { 'pain-before': '7' }, 7],
    [
      'by PEG where both are answered and today is PEG',
      { ...peg('4', '5', '6'), ...pegBefore, 'pain-before': '2' },
      [7, 8, 9],
    ],
  ])('is told %s', (_, form, baseline) => {
    expect(answers(form).baseline).toEqual(baseline);
  });

  test('is not told in part', () => {
    expect(problems({ 'before-pain': '7' })).toEqual(['before-enjoyment peg-in-part']);
  });
});

describe('nights', () => {
  test.each([
    ['0', 0],
    ['21', 21],
    ['3660', 3_660],
  ])('"%s" are read', (typed, nights) => {
    expect(answers({ missed: typed, nights: typed })).toMatchObject({
      missedNights: nights,
      nightsAtDose: nights,
    });
  });

  test.each(['3661', '-1', '1.5', 'two', '99999'])('"%s" are not', (typed) => {
    expect(problems({ missed: typed })).toEqual(['missed no-nights']);
    expect(problems({ nights: typed })).toEqual(['nights no-nights']);
  });
});

describe('the dose', () => {
  test.each([
    ['4.5', 4_500],
    ['0.25', 250],
    ['3', 3_000],
    ['', null],
  ])('"%s" mg is read in micrograms', (typed, dose) => {
    expect(answers({ dose: typed }).dose).toBe(dose);
  });

  test.each([
    ['0', 'no-dose'],
    ['0.0', 'no-dose'],
    ['1,5', 'no-dose'],
    ['1.5 mg', 'no-dose'],
    ['.5', 'no-dose'],
    ['4.501', 'above-ceiling'],
    ['50', 'above-ceiling'],
  ])('"%s" is none: %s', (typed, fault) => {
    expect(problems({ dose: typed })).toEqual([`dose ${fault}`]);
    expect(read({ dose: typed }).answers.dose).toBeNull();
  });
});

describe('the first night', () => {
  test.each(['2026-03-02', '2020-01-01'])('%s may have been', (typed) => {
    expect(answers({ 'first-night': typed }).firstNight).toBe(typed);
  });

  test.each([
    ['2026-03-03', 'after-today'],
    ['2026-02-30', 'no-date'],
    ['02/03/2026', 'no-date'],
  ])('%s was not: %s', (typed, fault) => {
    expect(problems({ 'first-night': typed })).toEqual([`first-night ${fault}`]);
    expect(read({ 'first-night': typed }).answers.firstNight).toBeNull();
  });
});

test('another outcome than the proposed one needs its reason', () => {
  expect(problems({ outcome: 'stay' })).toEqual(['reason no-reason']);
  expect(problems({ outcome: 'stay', reason: '  ' })).toEqual(['reason no-reason']);
  expect(problems({ outcome: 'stay', reason: 'sleeps through' })).toEqual([]);
  expect(problems({ reason: 'sleeps through' })).toEqual([]);
});

test.each(['much-improved', 'improved', 'same', 'worse'])('a change may be "%s"', (change) => {
  expect(answers({ change }).change).toBe(change);
});

test.each(['', 'better', 'WORSE'])('a change that is "%s" is none', (change) => {
  expect(answers({ change }).change).toBeNull();
});

test.each([
  [{}, { preparation: null, isOneCapsule: false }],
  [{ preparation: 'liquid' }, { preparation: 'liquid', isOneCapsule: false }],
  [{ preparation: 'capsules' }, { preparation: 'capsules', isOneCapsule: false }],
  [{ preparation: 'one-capsule' }, { preparation: 'capsules', isOneCapsule: true }],
])('asked for %j it is supplied as %j', (form: FollowUpForm, supplied) => {
  expect(preparationAsked(form)).toEqual(supplied);
});
