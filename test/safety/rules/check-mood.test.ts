/** R24: suicidality and severe depression. Today is 2026-03-02. */
import { expect, test } from 'vitest';
import {
  clinically,
  concept,
  condition,
  ICD10,
  judge,
  naproxen,
  SNOMED,
  severityOf,
  verified,
} from '../judged.ts';

test.each([
  ['suicidal ideation asks', [condition('c', concept(ICD10, 'R45.851'))], ['confirm']],
  ['severe depression asks', [condition('c', concept(ICD10, 'F33.2'))], ['confirm']],
  [
    'severe depression with "no psychotic features" asks',
    [condition('c', 'Major depressive disorder, severe, no psychotic features')],
    ['confirm'],
  ],
  [
    'an attempt within the year, resolved, asks',
    [condition('c', concept(SNOMED, '82313006'), { ...clinically('resolved'), recordedDate: '2025-06-01' })],
    ['confirm'],
  ],
  [
    'an attempt years ago, resolved, is silent',
    [condition('c', concept(SNOMED, '82313006'), { ...clinically('resolved'), recordedDate: '2019-06-01' })],
    [],
  ],
  [
    'an attempt 365 days ago, resolved, asks',
    [condition('c', concept(SNOMED, '82313006'), { ...clinically('resolved'), recordedDate: '2025-03-02' })],
    ['confirm'],
  ],
  [
    'an attempt 366 days ago, resolved, is silent',
    [condition('c', concept(SNOMED, '82313006'), { ...clinically('resolved'), recordedDate: '2025-03-01' })],
    [],
  ],
  [
    'an attempt on a day nobody knows, resolved, asks',
    [condition('c', concept(SNOMED, '82313006'), clinically('resolved'))],
    ['confirm'],
  ],
  [
    'an attempt years ago that still stands on the problem list asks',
    [condition('c', concept(SNOMED, '82313006'), { recordedDate: '2019-06-01' })],
    ['confirm'],
  ],
  ['mild depression is silent', [condition('c', concept(ICD10, 'F32.0', 'Mild depressive episode'))], []],
  ['"denies suicidal ideation" is silent', [condition('c', 'Denies suicidal ideation')], []],
  ['a depression screen is silent', [condition('c', 'Suicide risk screening')], []],
  ['refuted is silent', [condition('c', concept(ICD10, 'R45.851'), verified('refuted'))], []],
] as const)('%s', (_, rows, severities) => {
  expect(severityOf(judge([naproxen, ...rows]), 'R24')).toEqual(severities);
});
