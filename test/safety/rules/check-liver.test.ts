/** R15: the liver. Today is 2026-03-02. */
import { describe, expect, test } from 'vitest';
import {
  clinically,
  concept,
  condition,
  findingsOf,
  ICD10,
  judge,
  LOINC,
  naproxen,
  observation,
  SNOMED,
  severityOf,
  verified,
} from '../judged.ts';

const alt = (value: number, overrides: object = {}, day: string | undefined = '2026-01-20', id = 'alt') =>
  observation(id, concept(LOINC, '1742-6', 'ALT'), day, {
    valueQuantity: { value, unit: 'U/L' },
    referenceRange: [{ high: { value: 40 } }],
    ...overrides,
  });
const noLimit = { referenceRange: undefined };
const over = (value: number) => ({ valueQuantity: { value, unit: 'U/L', comparator: '>' } });

describe('results', () => {
  test.each([
    ['none within 12 months informs', [], ['informs']],
    ['one 365 days ago counts', [alt(20, {}, '2025-03-02')], []],
    ['one 366 days ago does not', [alt(20, {}, '2025-03-01')], ['informs']],
    ['above 5 times the limit block', [alt(204)], ['blocks']],
    ['of 5 times the limit ask', [alt(200)], ['confirm']],
    ['reported as more than 5 times the limit block', [alt(0, over(200))], ['blocks']],
    ['above 3 times the limit ask', [alt(124)], ['confirm']],
    ['of 3 times the limit are silent', [alt(120)], []],
    ['the latest counts', [alt(400, {}, '2025-09-01', 'old'), alt(30)], []],
    ['of one day, the worst counts', [alt(400, {}, '2026-01-20', 'b'), alt(30)], ['blocks']],
    [
      'without a date count',
      [
        observation('alt', concept(LOINC, '1742-6'), undefined, {
          valueQuantity: { value: 400 },
          referenceRange: [{ high: { value: 40 } }],
        }),
      ],
      ['blocks'],
    ],
    [
      'AST counts like ALT',
      [
        alt(20),
        observation('ast', concept(LOINC, '1920-8'), '2026-01-20', {
          valueQuantity: { value: 204 },
          referenceRange: [{ high: { value: 40 } }],
        }),
      ],
      ['blocks'],
    ],
    ['raised without a reference limit ask', [alt(90, noLimit)], ['confirm']],
    [
      'marked as high by the laboratory ask',
      [alt(39, { ...noLimit, interpretation: [{ coding: [{ code: 'H' }] }] })],
      ['confirm'],
    ],
    ['normal without a reference limit are silent', [alt(39, noLimit)], []],
    ['of 40 without a reference limit are silent', [alt(40, noLimit)], []],
    [
      'whose limit is nought have none',
      [
        alt(39, { referenceRange: [{ high: { value: 0 } }] }),
        { ...alt(41), id: 'b', referenceRange: [{ high: { value: 0 } }] },
      ],
      ['confirm'],
    ],
    [
      'in microkatals are raised at 0.67',
      [alt(0, { ...noLimit, valueQuantity: { value: 0.67, unit: 'ukat/L' } })],
      ['confirm'],
    ],
    [
      'in microkatals are not at 0.66',
      [alt(0, { ...noLimit, valueQuantity: { value: 0.66, unit: 'ukat/L' } })],
      [],
    ],
    [
      'marked as high without a number ask',
      [alt(0, { valueQuantity: undefined, interpretation: [{ coding: [{ code: 'HH' }] }] })],
      ['confirm'],
    ],
    [
      'marked as normal without a number tell nothing',
      [alt(0, { valueQuantity: undefined, interpretation: [{ coding: [{ code: 'N' }] }] })],
      ['informs'],
    ],
    ['sent as text count', [alt(0, { valueQuantity: undefined, valueString: '410 U/L' })], ['blocks']],
    ['with their limit in words count', [alt(410, { referenceRange: [{ text: '0 - 40 U/L' }] })], ['blocks']],
    [
      'in katals are not measured by a limit in units',
      [
        alt(0, {
          valueQuantity: { value: 6.8, unit: 'ukat/L' },
          referenceRange: [{ high: { value: 40, unit: 'U/L' } }],
        }),
      ],
      ['confirm'],
    ],
    ...[
      'alt_serum',
      'Alanine-aminotransferase',
      'ALANINE AMINOTRANSF',
      'sgpt_level',
      'Aspartate-transaminase',
    ].map((text) => [`by the name "${text}" count`, [{ ...alt(410), code: { text } }], ['blocks']] as const),
    ['a comment is no result', [{ ...alt(410), code: { text: 'ALT comment' } }], ['informs']],
    ['entered in error are ignored', [alt(400, { status: 'entered-in-error' })], ['informs']],
  ] as const)('%s', (_, rows, severities) => {
    expect(severityOf(judge([naproxen, ...rows]), 'R15')).toEqual(severities);
  });

  test('without a reference limit no multiple is stated', () => {
    expect(findingsOf(judge([naproxen, alt(900, noLimit)]), 'R15')[0]?.message).not.toMatch(/times/);
  });
});

describe('conditions', () => {
  test.each([
    ['acute hepatitis blocks', [alt(20), condition('c', concept(SNOMED, '37871000'))], ['blocks']],
    ['hepatic failure blocks', [alt(20), condition('c', concept(SNOMED, '59927004'))], ['blocks']],
    [
      'alcoholic hepatic failure by ICD-10 alone blocks',
      [alt(20), condition('c', concept(ICD10, 'K70.40'))],
      ['blocks'],
    ],
    ['cirrhosis asks', [alt(20), condition('c', concept(SNOMED, '19943007'))], ['confirm']],
    ...['Hepatic steatosis', 'NAFLD'].map(
      (text) => [`${text} asks`, [alt(20), condition('c', text)], ['confirm']] as const,
    ),
    ['chronic hepatitis C asks', [alt(20), condition('c', 'Chronic hepatitis C')], ['confirm']],
    [
      'cirrhosis known by code asks, whatever its text says',
      [alt(20), condition('c', { ...concept(ICD10, 'K74.60'), text: 'history of cirrhosis' })],
      ['confirm'],
    ],
    [
      'resolved hepatitis A is silent',
      [alt(20), condition('c', 'Acute hepatitis A', clinically('resolved'))],
      [],
    ],
    ['refuted cirrhosis is silent', [alt(20), condition('c', 'Cirrhosis of liver', verified('refuted'))], []],
    ['a hepatitis B vaccination is no disease', [alt(20), condition('c', 'Hepatitis B vaccination')], []],
    ['immunity to hepatitis B is no disease', [alt(20), condition('c', 'Immune to hepatitis B')], []],
    ['a family history is no disease', [alt(20), condition('c', 'Family history of cirrhosis')], []],
  ] as const)('%s', (_, rows, severities) => {
    expect(severityOf(judge([naproxen, ...rows]), 'R15')).toEqual(severities);
  });
});
