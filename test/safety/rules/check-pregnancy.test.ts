/** R17: pregnancy, breastfeeding, a wish for a child. Today is 2026-03-02. */
import { describe, expect, test } from 'vitest';
import {
  clinically,
  concept,
  condition,
  ICD10,
  judge,
  LOINC,
  naproxen,
  observation,
  other,
  SNOMED,
  severityOf,
  verified,
} from '../judged.ts';

const status = (id: string, day: string | undefined, code: string) =>
  observation(id, concept(LOINC, '82810-3'), day, { valueCodeableConcept: concept(SNOMED, code) });
const pregnant = (day: string | undefined) => status('p', day, '77386006');
const notPregnant = (day: string) => status('n', day, '60001007');
const delivered = (day: string, words = 'Cesarean section') =>
  other('Procedure', 'd', { status: 'completed', code: { text: words }, performedDateTime: day });

describe('pregnancy', () => {
  test.each([
    ['294 days ago blocks', [pregnant('2025-05-12')], ['blocks']],
    ['295 days ago informs', [pregnant('2025-05-11')], ['informs']],
    ['without a date blocks', [pregnant(undefined)], ['blocks']],
    ['with a later negative result is over', [pregnant('2026-01-10'), notPregnant('2026-02-10')], []],
    [
      'with an earlier negative result is not',
      [pregnant('2026-02-10'), notPregnant('2026-01-10')],
      ['blocks'],
    ],
    [
      'with a negative result of the same day is not',
      [pregnant('2026-02-10'), notPregnant('2026-02-10')],
      ['blocks'],
    ],
    [
      'with a negative result of some day this year is not',
      [pregnant('2026-02-10'), notPregnant('2026')],
      ['blocks'],
    ],
    ['with a later delivery is over', [pregnant('2025-08-10'), delivered('2026-02-10')], []],
    [
      'with a later miscarriage is over',
      [
        pregnant('2025-12-10'),
        condition('m', 'Miscarriage in first trimester', { onsetDateTime: '2026-01-10' }),
      ],
      [],
    ],
    [
      'with a scar of a previous cesarean noted is not',
      [
        pregnant('2025-12-10'),
        condition('m', 'Maternal care for scar from previous cesarean delivery', {
          onsetDateTime: '2026-01-10',
          ...clinically('active'),
        }),
      ],
      ['blocks'],
    ],
    [
      'with a threatened abortion is not',
      [pregnant('2025-12-10'), condition('m', 'Threatened abortion', { onsetDateTime: '2026-01-10' })],
      ['blocks'],
    ],
    [
      'as an answer of yes blocks',
      [observation('p', concept(LOINC, '82810-3'), '2026-02-10', { valueBoolean: true })],
      ['blocks'],
    ],
    [
      'as a positive urine test blocks',
      [
        observation('p', concept(LOINC, '2106-3'), '2026-02-10', {
          valueCodeableConcept: { text: 'Positive' },
        }),
      ],
      ['blocks'],
    ],
    [
      'on the problem list blocks',
      [condition('c', concept(SNOMED, '72892002', 'Normal pregnancy'), { onsetDateTime: '2026-01-10' })],
      ['blocks'],
    ],
    ['on the problem list without a date blocks', [condition('c', concept(ICD10, 'Z34.90'))], ['blocks']],
    [
      'on the problem list since years informs',
      [condition('c', 'Normal pregnancy', { onsetDateTime: '2019-01-10' })],
      ['informs'],
    ],
    [
      'resolved is silent',
      [condition('c', 'Normal pregnancy', { onsetDateTime: '2026-01-10', ...clinically('resolved') })],
      [],
    ],
    [
      'refuted is silent',
      [condition('c', 'Normal pregnancy', { onsetDateTime: '2026-01-10', ...verified('refuted') })],
      [],
    ],
    ['entered in error is silent', [{ ...pregnant('2026-02-10'), status: 'entered-in-error' }], []],
    ['a negative test is silent', [condition('c', 'Pregnancy test negative'), notPregnant('2026-02-10')], []],
    [
      '"never pregnant" is silent',
      [
        observation('p', concept(LOINC, '82810-3'), '2026-02-10', {
          valueCodeableConcept: { text: 'Never pregnant' },
        }),
      ],
      [],
    ],
  ] as const)('%s', (_, rows, severities) => {
    expect(severityOf(judge([naproxen, ...rows]), 'R17')).toEqual(severities);
  });
});

describe('breastfeeding and planning', () => {
  test.each([
    [
      'breastfeeding asks',
      [
        observation('b', concept(LOINC, '63895-7'), '2026-01-10', {
          valueCodeableConcept: concept(SNOMED, '413712001', 'Breastfeeding'),
        }),
      ],
      ['confirm'],
    ],
    [
      'not breastfeeding is silent',
      [
        observation('b', concept(LOINC, '63895-7'), '2026-01-10', {
          valueCodeableConcept: { text: 'Not breastfeeding' },
        }),
      ],
      [],
    ],
    [
      'trying to conceive asks',
      [
        observation('p', concept(LOINC, '82810-3'), '2026-01-10', {
          valueCodeableConcept: { text: 'Trying to conceive' },
        }),
      ],
      ['confirm'],
    ],
    ['a lactating mother asks', [condition('c', concept(ICD10, 'Z39.1'))], ['confirm']],
  ] as const)('%s', (_, rows, severities) => {
    expect(severityOf(judge([naproxen, ...rows]), 'R17')).toEqual(severities);
  });
});
