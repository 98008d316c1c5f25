/** R20: what LDN would be for. Today is 2026-03-02. */
import { expect, test } from 'vitest';
import {
  clinically,
  concept,
  condition,
  ICD10,
  judge,
  naproxen,
  patient,
  SNOMED,
  severityOf,
  verified,
} from '../judged.ts';

test.each([
  ['no indication asks', [], ['confirm']],
  ['fibromyalgia in a woman is silent', [condition('c', concept(ICD10, 'M79.7'))], []],
  ['fibromyalgia as generators code it is silent', [condition('c', concept(SNOMED, '95417003'))], []],
  ['fibromyalgia in words is silent', [condition('c', 'Fibromyalgia')], []],
  ['chronic pain informs', [condition('c', concept(ICD10, 'G89.29'))], ['informs']],
  ['neuropathic pain informs', [condition('c', concept(SNOMED, '247398009'))], ['informs']],
  ['resolved fibromyalgia asks', [condition('c', 'Fibromyalgia', clinically('resolved'))], ['confirm']],
  ['refuted fibromyalgia asks', [condition('c', 'Fibromyalgia', verified('refuted'))], ['confirm']],
  ['a family history asks', [condition('c', 'Family history of fibromyalgia')], ['confirm']],
] as const)('%s', (_, rows, severities) => {
  expect(severityOf(judge([naproxen, ...rows]), 'R20')).toEqual(severities);
});

test('fibromyalgia in a man informs', () => {
  const judgement = judge([patient({ gender: 'male' }), naproxen, condition('c', 'Fibromyalgia')]);
  expect(severityOf(judgement, 'R20')).toEqual(['informs']);
});
