/** What still stands between Review and the draft, each with the field that mends it. */

import { answerFields } from '#lib/review/answer-fields.ts';
import type { AnswerProblem } from '#lib/review/read-answers.ts';
import type { Review } from '#lib/review/review.ts';
import type { ReviewProblem } from '../shapes.ts';
import { answerFaultWords } from './answer.ts';
import { findingWords } from './finding.ts';
import { askedQuestions } from './question.ts';
import { RULE_TITLES } from './rule-titles.ts';

export function reviewProblems(
  review: Review,
  answerProblems: readonly AnswerProblem[],
): readonly ReviewProblem[] {
  const unread = answerProblems.map(({ field, fault }) => ({ field, message: answerFaultWords(fault) }));
  if (review.outcome === 'draft') return unread;
  const faults = review.findings
    .filter(({ severity }) => severity === 'blocks')
    .map((finding) => ({ field: null, message: findingWords(finding) }));
  const open = review.unanswered.flatMap((finding): ReviewProblem[] => {
    const questions = askedQuestions(finding);
    const fields: readonly string[] = Object.values(answerFields(finding));
    const alreadySaid = answerProblems.some(({ field }) => fields.includes(field));
    if (alreadySaid) return [];
    return questions.map(({ field, legend }) => ({
      field,
      message: `${questions.length > 1 ? legend : RULE_TITLES[finding.rule]}: not answered`,
      besideField: 'Not answered',
    }));
  });
  return [...faults, ...unread, ...open];
}
