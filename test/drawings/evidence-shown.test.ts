/** What is drawn of a chart with thousands of rows that nobody knows. */
import { expect, test } from 'vitest';
import { evidenceShown } from '#lib/drawings/evidence-shown.ts';
import { namesToRead } from '#lib/words/en/names-to-read.ts';
import { questionWords } from '#lib/words/en/question.ts';
import { findingsOf, judge, naproxen, order, tramadol } from '../safety/judged.ts';

const unknown = Array.from({ length: 500 }, (_, index) => order(`u${index}`, `Qwvarkel${index} zyxmut`));
const judgement = judge([naproxen, ...unknown, order('o', tramadol), order('s', 'tramodol 50 mg')]);

test('every opioid and every suspicion is drawn, whatever else there is', () => {
  const { drawn, left } = evidenceShown(judgement);
  const sources = drawn.opioid.evidence.map(({ source }) => source);
  expect(sources).toContain('MedicationRequest/o');
  expect(sources).toContain('MedicationRequest/s');
  expect(sources.length + left).toBe(502);
  expect(sources.length).toBeLessThan(100);
});

test('a few rows are all drawn', () => {
  expect(evidenceShown(judge([naproxen, ...unknown.slice(0, 5)])).left).toBe(0);
});

test('the list to read holds every name once, and the labels say what is asked', () => {
  const [alone, together] = findingsOf(judgement, 'R06');
  if (alone === undefined || together === undefined) throw new Error('two questions were expected');
  expect(namesToRead(together, judgement.opioid.evidence)).toHaveLength(500);
  expect(questionWords(alone).legend).toBe('What is it?');
  expect(questionWords(together).legend).toBe('Is any of these an opioid?');
});
