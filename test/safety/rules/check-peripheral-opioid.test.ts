/** R07: opioids that act outside the brain at ordinary doses. Today is 2026-03-02. */
import { expect, test } from 'vitest';
import { concept, condition, ICD10, judge, naproxen, order, severityOf, supply } from '../judged.ts';

const disorder = condition('oud', concept(ICD10, 'F11.20'));

test.each([
  ['loperamide informs', [order('l', 'loperamide 2 mg capsule')], ['informs']],
  [
    'loperamide with opioid use disorder asks',
    [order('l', 'loperamide 2 mg capsule'), disorder],
    ['confirm'],
  ],
  ['eluxadoline informs', [order('e', 'eluxadoline 100 mg tablet')], ['informs']],
  [
    'loperamide long ago is silent',
    [order('l', 'loperamide 2 mg capsule', { status: 'completed', authoredOn: '2020-01-01', ...supply(5) })],
    [],
  ],
] as const)('%s', (_, rows, severities) => {
  expect(severityOf(judge([naproxen, ...rows]), 'R07')).toEqual(severities);
});

test('it leaves the opioid verdict', () => {
  expect(judge([naproxen, order('l', 'loperamide 2 mg capsule')]).opioid).toMatchObject({
    verdict: 'none-found',
    evidence: [],
  });
});
