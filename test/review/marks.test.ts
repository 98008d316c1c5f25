/** Marks tie an answer to the question it was given to, and a form to the judgement it was shown with. */
import { expect, test } from 'vitest';
import { answerFields } from '#lib/review/answer-fields.ts';
import { questionMark, reviewMark } from '#lib/review/marks.ts';
import { readAnswers } from '#lib/review/read-answers.ts';
import type { Finding } from '#lib/safety/finding.ts';
import { proposeRegimen } from '#lib/titration/propose-regimen.ts';
import { proposeTitration } from '#lib/titration/propose-titration.ts';
import { judge, naproxen, order, patient } from '../safety/judged.ts';

const painPill = judge([order('m1', 'pain pill per Dr X'), naproxen]);
const blueCapsule = judge([order('m2', 'blue capsule at night'), naproxen]);

function unnamed({ findings }: { readonly findings: readonly Finding[] }): Finding {
  const found = findings.find(({ rule }) => rule === 'R06');
  if (found === undefined) throw new Error('nothing is unnamed');
  return found;
}

test('an answer to one question is not read as the answer to another, though both have the same key', () => {
  const [first, second] = [unnamed(painPill), unnamed(blueCapsule)];
  expect(first.key).toBe(second.key);
  const form = {
    [answerFields(first).choice]: 'not-an-opioid',
    [answerFields(first).text]: 'It is ibuprofen',
  };
  expect(readAnswers(form, painPill).answers[first.key]?.words).toBe('It is ibuprofen');
  expect(readAnswers(form, blueCapsule).answers).toEqual({});
});

test('the same chart read again gives the same marks', () => {
  const again = judge([naproxen, order('m1', 'pain pill per Dr X')]);
  expect(questionMark(unnamed(again))).toBe(questionMark(unnamed(painPill)));
  expect(reviewMark(again, null, 'copy')).toBe(reviewMark(painPill, null, 'copy'));
});

test.each([
  ['another medicine', judge([order('m1', 'pain pill per Dr X'), naproxen, order('m3', 'loperamide 2 mg')])],
  ['another day', judge([order('m1', 'pain pill per Dr X'), naproxen], { asOf: '2026-03-03' })],
  [
    'another patient',
    judge([patient({ id: 'p1', birthDate: '1950-05-01' }), order('m1', 'pain pill per Dr X'), naproxen]),
  ],
])('%s gives the review another mark', (_, other) => {
  expect(reviewMark(other, null, 'copy')).not.toBe(reviewMark(painPill, null, 'copy'));
});

test('a plan changed elsewhere gives the review another mark', () => {
  const plans = [1_500, 1_000].map((start) => {
    const regimen = proposeRegimen(painPill.asOf, { start, step: 500, strengths: [500, 1_500] });
    const proposal = proposeTitration(regimen, { asOf: painPill.asOf, earliestStart: null });
    if (!('plan' in proposal)) throw new Error('the regimen is no plan');
    return reviewMark(painPill, proposal.plan, 'copy');
  });
  expect(plans[0]).not.toBe(plans[1]);
});

test('a form that promised to write nothing has another mark than one that writes', () => {
  expect(reviewMark(painPill, null, 'fhir-draft')).not.toBe(reviewMark(painPill, null, 'copy'));
});
