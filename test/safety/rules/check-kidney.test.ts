/** R16: severe renal disease. Today is 2026-03-02. */
import { expect, test } from 'vitest';
import {
  clinically,
  concept,
  condition,
  ICD10,
  judge,
  LOINC,
  naproxen,
  observation,
  severityOf,
} from '../judged.ts';

const egfr = (value: number, day: string | undefined = '2026-01-20', id = 'e', quantity: object = {}) =>
  observation(id, concept(LOINC, '98979-8'), day, { valueQuantity: { value, ...quantity } });

test.each([
  ['an eGFR of 29 asks', [egfr(29)], ['confirm']],
  ['an eGFR of 30 is silent', [egfr(30)], []],
  ['an eGFR below 30 asks', [egfr(30, '2026-01-20', 'e', { comparator: '<' })], ['confirm']],
  ['an eGFR above 60 is silent', [egfr(60, '2026-01-20', 'e', { comparator: '>' })], []],
  [
    'a number of the laboratory that begins with the letters of a rate is none where the result is named',
    [
      observation('e', { coding: [{ code: 'FG00' }], text: 'Buprenorphine, urine' }, '2026-01-20', {
        valueQuantity: { value: 1 },
      }),
    ],
    ['informs'],
  ],
  [
    'the code of a local list may say more than the name beside it',
    [
      observation('e', { coding: [{ code: 'EGFR-EPI' }], text: 'Kidney panel' }, '2026-01-20', {
        valueQuantity: { value: 12 },
      }),
    ],
    ['confirm'],
  ],
  [
    'where nothing else names it, the code of a local list is its name',
    [observation('e', { coding: [{ code: 'EGFR' }] }, '2026-01-20', { valueQuantity: { value: 12 } })],
    ['confirm'],
  ],
  ['the latest counts', [egfr(20, '2025-01-20', 'old'), egfr(50)], []],
  ['of one day the lowest counts', [egfr(50), egfr(20, '2026-01-20', 'f')], ['confirm']],
  [
    'LOINC 33914-3 is an eGFR',
    [observation('e', concept(LOINC, '33914-3'), '2026-01-20', { valueQuantity: { value: 12 } })],
    ['confirm'],
  ],
  [
    'LOINC 48642-3 is an eGFR',
    [observation('e', concept(LOINC, '48642-3'), '2026-01-20', { valueQuantity: { value: 12 } })],
    ['confirm'],
  ],
  [
    'LOINC 48643-1 is an eGFR',
    [observation('e', concept(LOINC, '48643-1'), '2026-01-20', { valueQuantity: { value: 12 } })],
    ['confirm'],
  ],
  [
    'LOINC 62238-1 is an eGFR',
    [observation('e', concept(LOINC, '62238-1'), '2026-01-20', { valueQuantity: { value: 12 } })],
    ['confirm'],
  ],
  [
    'LOINC 98979-8 is an eGFR',
    [observation('e', concept(LOINC, '98979-8'), '2026-01-20', { valueQuantity: { value: 12 } })],
    ['confirm'],
  ],
  ...['18', '18 mL/min/1.73m2', '<15', ' < 15 mL/min', '≤ 20', '18 (L)', '*18', 'Less than 15'].map(
    (valueString) =>
      [
        `a result sent as the text "${valueString}" asks`,
        [observation('e', { text: 'eGFR' }, '2026-01-20', { valueString })],
        ['confirm'],
      ] as const,
  ),
  ...['>60', '> 90 mL/min/1.73m2', '72', 'greater than 60'].map(
    (valueString) =>
      [
        `a result sent as the text "${valueString}" is silent`,
        [observation('e', { text: 'eGFR' }, '2026-01-20', { valueString })],
        [],
      ] as const,
  ),
  ...['eGFRcreat (CKD-EPI)', 'eGFR_CKDEPI', 'CKD-EPI creatinine', 'GFR est', 'MDRD'].map(
    (text) =>
      [
        `"${text}" is an eGFR`,
        [observation('e', { text }, '2026-01-20', { valueQuantity: { value: 12 } })],
        ['confirm'],
      ] as const,
  ),
  [
    'a mutation of the receptor EGFR is no eGFR',
    [observation('e', { text: 'EGFR mutation, exon' }, '2026-01-20', { valueString: '19' })],
    ['informs'],
  ],
  ['a result entered in error is ignored', [{ ...egfr(20), status: 'entered-in-error' }], ['informs']],
  ['a result of 365 days ago is told of no lack', [egfr(80, '2025-03-02')], []],
  ['no result within 365 days is told', [egfr(80, '2025-03-01')], ['informs']],
  ['an old low one still asks', [egfr(20, '2024-02-01')], ['confirm']],
  ['0.495 mL/s is 29.7 mL/min', [egfr(0.495, '2026-01-20', 'e', { unit: 'mL/s/1.73m2' })], ['confirm']],
  ['0.5 mL/s is 30 mL/min', [egfr(0.5, '2026-01-20', 'e', { unit: 'mL/s/1.73m2' })], []],
  [
    'a local code with a plain name is an eGFR',
    [
      observation('e', { text: 'Estimated GFR (CKD-EPI 2021)' }, '2026-01-20', {
        valueQuantity: { value: 12 },
      }),
    ],
    ['confirm'],
  ],
  ['dialysis asks, whatever was measured', [condition('k', 'On haemodialysis since 2024')], ['confirm']],
  [
    'end-stage renal disease asks beside an older rate',
    [condition('k', concept(ICD10, 'N18.6')), egfr(64, '2025-06-01')],
    ['confirm'],
  ],
  ['chronic kidney disease stage 4 asks', [condition('k', 'CKD stage 4')], ['confirm']],
  ['a low rate and its disease are one question', [condition('k', 'ESRD'), egfr(9)], ['confirm']],
  ['chronic kidney disease stage 3 is silent', [condition('k', 'CKD stage 3a'), egfr(50)], []],
  [
    'dialysis that is over is silent',
    [condition('k', 'Dialysis dependence', clinically('resolved')), egfr(50)],
    [],
  ],
  ['a donor evaluation is silent', [condition('k', 'Dialysis access education'), egfr(80)], []],
] as const)('%s', (_, rows, severities) => {
  expect(severityOf(judge([naproxen, ...rows]), 'R16')).toEqual(severities);
});
