/** R23: thyroid replacement and transplants. Today is 2026-03-02. */
import { expect, test } from 'vitest';
import { concept, condition, ICD10, judge, naproxen, order, other, severityOf } from '../judged.ts';

test.each([
  ['thyroid replacement informs', [order('x', 'levothyroxine 50 mcg tablet')], ['informs']],
  [
    'a transplanted kidney asks',
    [condition('c', concept(ICD10, 'Z94.0', 'Kidney transplant status'))],
    ['confirm'],
  ],
  [
    'a transplantation done asks',
    [other('Procedure', 'p', { status: 'completed', code: { text: 'Liver transplantation' } })],
    ['confirm'],
  ],
  [
    'a transplant evaluation is silent',
    [other('Procedure', 'p', { status: 'completed', code: { text: 'Evaluation for kidney transplant' } })],
    [],
  ],
  [
    'a transplantation that was planned and not done is silent',
    [other('Procedure', 'p', { status: 'not-done', code: { text: 'Liver transplantation' } })],
    [],
  ],
  [
    'a transplantation that is ordered is silent: nothing is suppressed yet',
    [
      other('ServiceRequest', 'p', {
        status: 'active',
        intent: 'order',
        code: { text: 'Liver transplantation' },
      }),
    ],
    [],
  ],
  [
    'thyroid replacement that was stopped is silent',
    [order('x', 'levothyroxine 50 mcg tablet', { status: 'stopped', authoredOn: '2024-01-01' })],
    [],
  ],
  ['a kidney donor is silent', [condition('c', 'Kidney donor for transplant')], []],
] as const)('%s', (_, rows, severities) => {
  expect(severityOf(judge([naproxen, ...rows]), 'R23')).toEqual(severities);
});
