/** A chart of 5,000 medicines that nobody knows: one question, and pages that a browser takes. */
import { expect, test } from 'vitest';
import { readBundle } from '#lib/chart/read/read-bundle.ts';
import { judge, naproxen, order, patient } from '../safety/judged.ts';
import { reviewScreen, safetyScreen } from './screens.ts';

/** Next sends the text of a page twice: as HTML and as data. */
const HALF_OF_2_MB = 1_000_000;

const rows = [
  patient(),
  naproxen,
  ...Array.from({ length: 5_000 }, (_, index) => order(`u${index}`, `Qwvarkel${index} zyxmut`)),
];
const read = readBundle({
  resourceType: 'Bundle',
  type: 'collection',
  entry: rows.map((resource) => ({ resource })),
});
if ('refused' in read) throw new Error(read.refused.code);
const judgement = judge(rows);

test.each([
  ['Safety', safetyScreen],
  ['Review', reviewScreen],
])('%s stays under 2 MB and names them all', (_, screen) => {
  const html = screen(read.chart, judgement);
  expect(html.length).toBeLessThan(HALF_OF_2_MB);
  expect(html).toContain('Qwvarkel4999 zyxmut');
  expect(html.match(/None of these is an opioid/g)?.length ?? 0).toBeLessThanOrEqual(1);
});
