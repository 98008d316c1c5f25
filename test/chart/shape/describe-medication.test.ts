import { describe, expect, test } from 'vitest';
import type { Unresolved } from '#lib/terminology/recognition.ts';
import { bundle, chartOf, gapsOf, type Json, patient, RXNORM, request } from '../chart-json.ts';

const OXYCODONE = { system: RXNORM, code: '7804', display: 'oxycodone' };

function described(row: Json, ...others: Json[]) {
  const chart = chartOf(
    bundle(patient(), request({ medicationCodeableConcept: undefined, ...row }), ...others),
  );
  const [medication] = chart.medications;
  if (medication === undefined) throw new Error('no row');
  return { ...medication, gaps: gapsOf(chart) };
}

const medication = (id: string, over: Json): Json => ({ resourceType: 'Medication', id, ...over });
const holding = (id: string, other: string) =>
  medication(id, { ingredient: [{ itemReference: { reference: `Medication/${other}` } }] });

describe('every code and text of a medication reaches the recogniser', () => {
  test('all codings and the text of the row itself', () => {
    const { medication } = described({
      medicationCodeableConcept: { coding: [{ code: 'LOC1' }, OXYCODONE], text: 'Oxy 5' },
    });
    expect(medication.codings).toEqual([{ system: null, code: 'LOC1', display: null }, OXYCODONE]);
    expect(medication.texts).toEqual(['Oxy 5']);
  });

  test.each<[string, Json, Json[]]>([
    [
      'contained',
      {
        medicationReference: { reference: '#m' },
        contained: [medication('m', { code: { coding: [OXYCODONE] } })],
      },
      [],
    ],
    [
      'in the Bundle',
      { medicationReference: { reference: 'Medication/m' } },
      [medication('m', { code: { coding: [OXYCODONE] } })],
    ],
    [
      'in the Bundle, by version',
      { medicationReference: { reference: 'Medication/m/_history/2' } },
      [medication('m', { code: { coding: [OXYCODONE] } })],
    ],
    [
      'a Substance',
      { medicationReference: { reference: 'Substance/s' } },
      [{ resourceType: 'Substance', id: 's', code: { coding: [OXYCODONE] } }],
    ],
  ])('the Medication it points to: %s', (_, row, others) => {
    expect(described(row, ...others)).toMatchObject({
      words: 'oxycodone',
      medication: { codings: [OXYCODONE], unresolved: [] },
    });
  });

  test("a reference's own display and identifier", () => {
    const { medication } = described({
      medicationReference: {
        display: 'Percocet',
        identifier: { system: 'http://hl7.org/fhir/sid/ndc', value: '12345-678-90' },
      },
    });
    expect(medication).toEqual({
      texts: ['Percocet'],
      codings: [{ system: 'http://hl7.org/fhir/sid/ndc', code: '12345-678-90', display: null }],
      ingredients: [],
      unresolved: [],
    });
  });

  test('ingredients as concept, as reference, as Substance and as contained Substance', () => {
    const { medication: all } = described(
      {
        medicationReference: { reference: '#m' },
        contained: [
          medication('m', {
            ingredient: [
              { itemCodeableConcept: { text: 'codeine' } },
              { itemReference: { reference: 'Medication/x' } },
              { itemReference: { reference: 'Substance/s' } },
              { itemReference: { reference: '#t' } },
            ],
          }),
          { resourceType: 'Substance', id: 't', code: { text: 'caffeine' } },
        ],
      },
      medication('x', { code: { text: 'morphine' } }),
      {
        resourceType: 'Substance',
        id: 's',
        ingredient: [
          { substanceCodeableConcept: { text: 'opium' } },
          { substanceReference: { display: 'camphor' } },
        ],
      },
    );
    const [codeine, morphine, mixture, caffeine] = all.ingredients;
    expect([codeine?.texts, morphine?.texts, caffeine?.texts]).toEqual([
      ['codeine'],
      ['morphine'],
      ['caffeine'],
    ]);
    expect(mixture?.ingredients.map(({ texts }) => texts)).toEqual([['opium'], ['camphor']]);
  });

  test('two Medications of one name that differ are both looked at', () => {
    const row = { medicationReference: { reference: 'Medication/m' } };
    const { medication: both } = described(
      row,
      medication('m', { code: { text: 'aspirin' } }),
      medication('m', { code: { text: 'oxycodone' } }),
    );
    expect(both.texts).toEqual(['aspirin', 'oxycodone']);
  });

  test('codes beside a reference are kept too', () => {
    const { medication: both } = described(
      { medicationCodeableConcept: { text: 'tablet' }, medicationReference: { reference: 'Medication/m' } },
      medication('m', { code: { text: 'oxycodone' } }),
    );
    expect(both.texts).toEqual(['tablet', 'oxycodone']);
  });
});

describe("the chart's own words are the best line it has", () => {
  test.each<[string | null, Json]>([
    ['Oxy 5', { medicationCodeableConcept: { text: 'Oxy 5', coding: [OXYCODONE] } }],
    ['oxycodone', { medicationCodeableConcept: { coding: [{ code: 'L1' }, OXYCODONE] } }],
    ['Percocet', { medicationReference: { reference: 'Medication/none', display: 'Percocet' } }],
    ['7804', { medicationCodeableConcept: { coding: [{ code: '7804' }] } }],
    [null, { medicationCodeableConcept: {} }],
    [null, { medicationCodeableConcept: { text: '  ' } }],
  ])('%s', (words, row) => expect(described(row).words).toBe(words));
});

describe('what leads nowhere is unresolved', () => {
  test.each<[string, Json, Json[], Unresolved]>([
    [
      'a Medication that is not there',
      { medicationReference: { reference: 'Medication/none' } },
      [],
      { code: 'not-found', reference: 'Medication/none' },
    ],
    [
      'a contained one that is not there',
      { medicationReference: { reference: '#none' } },
      [],
      { code: 'not-found', reference: '#none' },
    ],
    [
      'a bare #',
      { medicationReference: { reference: '#' }, contained: [medication('', {})] },
      [],
      { code: 'not-found', reference: '#' },
    ],
    ['an empty reference', { medicationReference: {} }, [], { code: 'no-address' }],
    [
      'something that is no Medication',
      { medicationReference: { reference: 'Patient/p1' } },
      [],
      { code: 'no-medication' },
    ],
  ])('%s', (_, row, others, unresolved) => {
    expect(described(row, ...others).medication.unresolved).toEqual([unresolved]);
  });

  test('Medications that hold each other', () => {
    const { medication: first } = described(
      { medicationReference: { reference: 'Medication/x' } },
      holding('x', 'y'),
      holding('y', 'x'),
    );
    expect(first.ingredients[0]?.ingredients[0]?.unresolved).toEqual([{ code: 'cycle' }]);
  });

  test('a chain of a hundred Medications', () => {
    const chain = Array.from({ length: 100 }, (_, n) => holding(`c${n}`, `c${n + 1}`));
    const { medication: top } = described({ medicationReference: { reference: 'Medication/c0' } }, ...chain);
    expect(JSON.stringify(top)).toContain('"too-deep"');
  });

  test('ingredients that multiply tenfold at each of six levels', () => {
    const levels = Array.from({ length: 6 }, (_, n) =>
      medication(`l${n}`, {
        ingredient: Array.from({ length: 10 }, () => ({
          itemReference: { reference: `Medication/l${n + 1}` },
        })),
      }),
    );
    const { medication: top } = described({ medicationReference: { reference: 'Medication/l0' } }, ...levels);
    expect(JSON.stringify(top)).toContain('"too-many"');
  });

  test('an ingredient without a name', () => {
    const { medication: top } = described(
      { medicationReference: { reference: 'Medication/x' } },
      medication('x', { ingredient: [{}] }),
    );
    expect(top.ingredients[0]?.unresolved).toEqual([{ code: 'nameless' }]);
  });

  test.each<[string, Json]>([
    ['a row labelled as redacted', { meta: { security: [{ code: 'REDACTED' }] } }],
    ['a row tagged as masked', { meta: { tag: [{ code: 'MASKED' }] } }],
    [
      'a drug that is masked',
      {
        medicationCodeableConcept: {
          extension: [
            { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'masked' },
          ],
        },
      },
    ],
    [
      'a drug that is masked and left out',
      {
        _medicationCodeableConcept: {
          extension: [
            { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'masked' },
          ],
        },
      },
    ],
  ])('%s', (_, row) => {
    const { medication: hidden, words, gaps } = described(row);
    expect(hidden.unresolved).toContainEqual({ code: 'withheld' });
    expect(words).toBeNull();
    expect(gaps).toMatchObject([{ weight: 'odd' }]);
  });
});

test('a Medication with an unknown modifierExtension is an incomplete read of each row that points to it', () => {
  const { gaps, words } = described(
    { medicationReference: { reference: 'Medication/x' } },
    medication('x', { code: { text: 'oxycodone' }, modifierExtension: [{ url: 'urn:x' }] }),
  );
  expect(gaps).toMatchObject([
    { where: 'MedicationRequest/m1', what: expect.stringContaining('modifierExtension') },
  ]);
  expect(words).toBe('oxycodone');
});
