/** R22: thioridazine and disulfiram. Today is 2026-03-02. */
import { expect, test } from 'vitest';
import { judge, naproxen, order, severityOf, supply } from '../judged.ts';

test.each([
  ['thioridazine asks', [order('x', 'thioridazine 25 mg tablet')], ['confirm']],
  ['disulfiram asks', [order('x', 'disulfiram 250 mg tablet')], ['confirm']],
  [
    'disulfiram years ago is silent',
    [
      order('x', 'disulfiram 250 mg tablet', {
        status: 'completed',
        authoredOn: '2020-01-01',
        ...supply(30),
      }),
    ],
    [],
  ],
  [
    'disulfiram stopped on a day nobody wrote down is silent',
    [order('x', 'disulfiram 250 mg tablet', { status: 'stopped', authoredOn: '2024-01-10' })],
    [],
  ],
  [
    'disulfiram of a status nobody knows asks',
    [order('x', 'disulfiram 250 mg tablet', { status: 'unknown', authoredOn: '2026-01-10' })],
    ['confirm'],
  ],
  ['quetiapine is silent', [order('x', 'quetiapine 25 mg tablet')], []],
] as const)('%s', (_, rows, severities) => {
  expect(severityOf(judge([naproxen, ...rows]), 'R22')).toEqual(severities);
});
