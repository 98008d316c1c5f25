/** R21: alternatives. Today is 2026-03-02. */
import { expect, test } from 'vitest';
import { judge, naproxen, order, severityOf } from '../judged.ts';

test.each([
  ['no alternative on the chart informs', [], ['informs']],
  ['duloxetine is one', [order('x', 'duloxetine 60 mg capsule')], []],
  ['pregabalin is one', [order('x', 'pregabalin 60 mg capsule')], []],
  ['milnacipran is one', [order('x', 'milnacipran 60 mg capsule')], []],
  ['Cymbalta is one', [order('x', 'Cymbalta 60 mg capsule')], []],
  [
    'one that was cancelled is none',
    [order('x', 'duloxetine 60 mg capsule', { status: 'cancelled' })],
    ['informs'],
  ],
] as const)('%s', (_, rows, severities) => {
  expect(severityOf(judge([naproxen, ...rows]), 'R21')).toEqual(severities);
});
