/** R20: what LDN would be for. Today is 2026-03-02. */
import { expect, test } from 'vitest';
import { findingWords } from '#lib/words/en/finding.ts';
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
  ['fibromyalgia by its abbreviation is silent', [condition('c', 'FMS')], []],
  ['multiple sclerosis informs', [condition('c', concept(ICD10, 'G35'))], ['informs']],
  ["Crohn's disease informs", [condition('c', concept(SNOMED, '34000006'))], ['informs']],
  ['complex regional pain syndrome informs', [condition('c', 'CRPS type I, left hand')], ['informs']],
  ['diabetic neuropathy informs', [condition('c', concept(ICD10, 'E11.42'))], ['informs']],
  ['chronic fatigue informs', [condition('c', concept(ICD10, 'G93.32'))], ['informs']],
  ['what nobody gives LDN for asks', [condition('c', 'Essential hypertension')], ['confirm']],
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

test.each([
  ['G35', 'multiple-sclerosis'],
  ['K50.90', 'crohns-disease'],
  ['G90.511', 'complex-regional-pain'],
  ['E10.40', 'diabetic-neuropathy'],
  ['G93.32', 'chronic-fatigue'],
  ['G89.4', 'chronic-pain'],
] as const)('%s is what LDN is for, by the code of the chart', (code, kind) => {
  const { indication } = judge([
    naproxen,
    condition('c', { text: 'As the chart says it', ...concept(ICD10, code) }),
  ]);
  expect(indication).toMatchObject({
    kind,
    text: 'As the chart says it',
    coding: { system: ICD10, code },
    source: 'Condition/c',
  });
});

test('fibromyalgia goes before whatever else is on the list', () => {
  const rows = [condition('ms', 'Multiple sclerosis'), condition('fm', 'FMS')];
  expect(judge([naproxen, ...rows]).indication).toMatchObject({ source: 'Condition/fm', text: 'FMS' });
});

test('where the app holds no evidence for it, it says so', () => {
  const judgement = judge([naproxen, condition('c', 'Multiple sclerosis')]);
  const said = judgement.findings
    .filter(({ rule }) => rule === 'R20')
    .map((finding) => findingWords(finding));
  expect(said.join()).toContain('this app holds no evidence for this condition');
});
