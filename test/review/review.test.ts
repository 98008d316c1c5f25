/** review: what it refuses, and what a reviewed plan records. */
import { describe, expect, test } from 'vitest';
import { review } from '#lib/review/review.ts';
import { day, finding, judgementOf, lastDose, planFrom, TODAY } from './judgements.ts';

const R09 = finding('R09', 'confirm');
const plan = planFrom('2026-03-02');

describe('review refuses', () => {
  test('a judgement that blocks, whatever is answered', () => {
    const judgement = judgementOf(finding('R02', 'blocks'), R09);
    expect(review(judgement, plan, { R02: { words: 'override' }, R09: { words: 'asked' } })).toMatchObject({
      outcome: 'blocked',
      unanswered: [],
    });
  });

  test('an incomplete record, with its own outcome', () => {
    expect(
      review(judgementOf(finding('R01', 'blocks'), R09), plan, { R09: { words: 'asked' } }).outcome,
    ).toBe('cannot-tell');
    expect(review(judgementOf(finding('R01', 'blocks'), finding('R26', 'blocks')), plan, {}).outcome).toBe(
      'blocked',
    );
  });

  test('an unanswered question, naming it', () => {
    const result = review(judgementOf(R09, finding('R16', 'confirm')), plan, { R09: { words: 'asked' } });
    expect(result).toMatchObject({ outcome: 'needs-confirmation', unanswered: [{ key: 'R16' }] });
  });

  test.each([
    ['an answer without words', { words: '   ' }],
    ['an answer by a reason that was not offered', { reason: 'slower-titration' as const }],
    ['a last dose that lies ahead', { reason: 'last-taken' as const, lastDose: day('2026-03-03') }],
    ['a reason that needs the day of the last dose, without it', { reason: 'last-taken' as const }],
  ])('%s', (_, answer) => {
    expect(review(judgementOf(R09), plan, { R09: answer }).outcome).toBe('needs-confirmation');
  });

  test('a regimen outside an invariant, as R25', () => {
    const result = review(judgementOf(R09), planFrom('2026-03-01'), { R09: { words: 'asked' } });
    expect(result).toMatchObject({
      outcome: 'blocked',
      findings: [{ rule: 'R25', severity: 'blocks' }, { rule: 'R09' }],
    });
  });

  test('a plan that starts before the stated last dose allows, under whatever limit it was made', () => {
    const judgement = judgementOf(finding('R06', 'confirm', { question: lastDose() }));
    const answers = { R06: { reason: 'last-taken' as const, lastDose: day('2026-02-25') } };
    const early = review(judgement, planFrom('2026-03-07'), answers);
    expect(early).toMatchObject({ outcome: 'blocked', findings: [{ rule: 'R25' }, { rule: 'R06' }] });
    expect(review(judgement, planFrom('2026-03-08'), answers).outcome).toBe('draft');
  });
});

describe('a reviewed plan', () => {
  test('records each question with its answer, as the statement of today', () => {
    const judgement = judgementOf(
      finding('R06', 'confirm', { question: lastDose() }),
      finding('R21', 'informs'),
    );
    const result = review(judgement, plan, {
      R06: { reason: 'last-taken', words: 'she is sure', lastDose: day('2026-02-10') },
    });
    expect(result.outcome === 'draft' && result.reviewed.answers).toEqual([
      {
        key: 'R06',
        question: judgement.findings[0],
        answer: { reason: 'last-taken', words: 'she is sure', lastDose: '2026-02-10' },
        statedOn: TODAY,
      },
    ]);
  });

  test('asks nothing where there is only information', () => {
    expect(review(judgementOf(finding('R21', 'informs')), plan, {}).outcome).toBe('draft');
  });
});
