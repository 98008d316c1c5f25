/** FHIR rows as rows of the chart, kind by kind. */
import { describe, expect, test } from 'vitest';
import { bundle, chartOf, gapsOf, type Json, observation, patient } from '../chart-json.ts';

const _medicationOf = (row: Json, ...others: Json[]) =>
  chartOf(bundle(patient(), row, ...others)).medications[0];
const patientOf = (over: Json) => chartOf(bundle(patient(over))).patient;
const observationsOf = (over: Json) => chartOf(bundle(patient(), observation(over))).observations;
const subject = { reference: 'Patient/p1' };

describe('the patient', () => {
  test('the official name and the medical record number come first', () => {
    expect(
      patientOf({
        name: [
          { use: 'old', family: 'Before' },
          { use: 'nickname', given: ['Annie'] },
          { use: 'official', family: 'Test-Alpha', given: ['Ann', null, 'B.'] },
        ],
        identifier: [
          { use: 'usual', value: 'no' },
          { type: { coding: [{ code: 'MR' }] }, value: '12-345' },
        ],
      }),
    ).toMatchObject({ family: 'Test-Alpha', given: 'Ann B.', recordNumber: '12-345' });
  });

  test.each<[string, Json[], string | null]>([
    ['named by its type in words', [{ value: '1' }, { type: { text: 'MRN' }, value: '777' }], '777'],
    ['the usual one', [{ value: '1' }, { use: 'usual', value: '2' }], '2'],
    ['the only one', [{ system: 'urn:x', value: '12345' }], '12345'],
    ['none that is out of use', [{ use: 'old', value: '1' }], null],
    ['no number of a paper', [{ type: { coding: [{ code: 'SS' }] }, value: '999' }], null],
    [
      'no number of a paper by its system',
      [{ system: 'http://hl7.org/fhir/sid/us-ssn', value: '999' }],
      null,
    ],
  ])('the number shown: %s', (_which, identifier, recordNumber) => {
    expect(patientOf({ identifier })).toMatchObject({ recordNumber });
  });

  test.each<[Json, Json]>([
    [{ deceasedBoolean: true }, { deceased: true }],
    [{ deceasedDateTime: '2026-01-01' }, { deceased: true }],
    [{ deceasedDateTime: 'last year' }, { deceased: true }],
    [{ deceasedBoolean: false }, { deceased: false }],
    [{ active: false }, { inactive: true }],
    [{ link: [{ type: 'replaced-by', other: { reference: 'Patient/p9' } }] }, { replacedBy: 'Patient/p9' }],
    [{ link: [{ type: 'replaces', other: { reference: 'Patient/p9' } }] }, { replacedBy: null }],
    [{ name: [{ text: 'Ann Test-Alpha' }] }, { family: 'Ann Test-Alpha', given: null }],
    [{ birthDate: '1981' }, { birthDate: '1981' }],
  ])('said as %j reads %j', (over, shown) => expect(patientOf(over)).toMatchObject(shown));

  test('one that could not be read whole is named', () => {
    expect(gapsOf(chartOf(bundle(patient({ birthDate: '1981-02-31' }))))).toMatchObject([
      { part: 'Patient' },
    ]);
  });
});

describe('a measurement', () => {
  test.each<[Json, Json]>([
    [
      { valueQuantity: { value: 22, code: 'U/L', comparator: '<' } },
      { kind: 'quantity', value: 22, unit: 'U/L', comparator: '<' },
    ],
    [{ valueInteger: 7 }, { kind: 'quantity', value: 7, unit: null }],
    [{ valueCodeableConcept: { text: 'Positive' } }, { kind: 'concept', concept: { text: 'Positive' } }],
    [{ valueString: 'positive' }, { kind: 'text', text: 'positive' }],
    [{ valueBoolean: true }, { kind: 'text', text: 'true' }],
    [{}, { kind: 'absent', why: 'not-recorded' }],
    [{ dataAbsentReason: { coding: [{ code: 'masked' }] } }, { kind: 'absent', why: 'not-shared' }],
    [{ dataAbsentReason: { coding: [{ code: 'error' }] } }, { kind: 'absent', why: 'not-readable' }],
    [{ dataAbsentReason: { coding: [{ code: 'unknown' }] } }, { kind: 'absent', why: 'not-recorded' }],
    [{ valueSampledData: {} }, { kind: 'absent', why: 'not-readable' }],
    [{ valueQuantity: { value: '22' } }, { kind: 'quantity', value: 22 }],
    [{ valueQuantity: { value: '2,2' } }, { kind: 'absent', why: 'not-readable' }],
  ])('sent as %j reads %j', (value, read) => {
    expect(observationsOf({ valueQuantity: undefined, ...value })[0]?.value).toMatchObject(read);
  });

  test('components and contained members are rows of their own, with the date of the whole', () => {
    const rows = observationsOf({
      code: { text: 'Urine drug screen' },
      component: [
        {
          code: { text: 'Opiates' },
          valueString: 'positive',
          interpretation: [{ coding: [{ code: 'POS' }] }],
        },
      ],
      hasMember: [{ reference: '#f' }, { reference: 'Observation/elsewhere' }],
      contained: [
        {
          resourceType: 'Observation',
          id: 'f',
          status: 'final',
          code: { text: 'Fentanyl' },
          valueString: 'negative',
        },
      ],
    });
    expect(rows.map(({ concept }) => concept.text)).toEqual(['Urine drug screen', 'Opiates', 'Fentanyl']);
    expect(
      rows.every(({ source, effective }) => source === 'Observation/o1' && effective === '2026-01-15'),
    ).toBe(true);
    expect(rows[1]?.interpretation).toEqual(['POS']);
  });

  test('the lowest upper limit of normal counts', () => {
    const high = (value: number, type?: string) => ({
      high: { value },
      ...(type === undefined ? {} : { type: { coding: [{ code: type }] } }),
    });
    const referenceHigh = (...referenceRange: Json[]) => observationsOf({ referenceRange })[0]?.referenceHigh;
    expect(referenceHigh(high(55), high(40, 'normal'), high(10, 'critical'))).toBe(40);
    expect(referenceHigh({ text: '0-40' })).toBe(40);
    expect(referenceHigh({ text: 'men 0-50, women 0-40' })).toBeNull();
  });

  test('a measurement over a period counts at its end', () => {
    const effectivePeriod = { start: '2026-01-01', end: '2026-01-02' };
    expect(observationsOf({ effectiveDateTime: undefined, effectivePeriod })[0]?.effective).toBe(
      '2026-01-02',
    );
  });
});

describe('conditions, allergies, encounters and procedures', () => {
  const chartWith = (over: Json) =>
    chartOf(bundle(patient(), { id: 'x', subject, patient: subject, ...over }));

  test('a condition with its dates, statuses and encounter', () => {
    const chart = chartWith({
      resourceType: 'Condition',
      code: { text: 'Opioid use disorder' },
      clinicalStatus: { coding: [{ code: 'remission' }] },
      verificationStatus: { coding: [{ code: 'confirmed' }] },
      category: [{ coding: [{ code: 'problem-list-item' }] }],
      onsetPeriod: { start: '2019' },
      abatementDateTime: '2024-05',
      recordedDate: '2019-06-01',
      encounter: { reference: 'Encounter/e1' },
    });
    expect(chart.conditions).toMatchObject([
      {
        clinicalStatus: 'remission',
        verificationStatus: 'confirmed',
        categories: ['problem-list-item'],
        onset: '2019',
        abatement: '2024-05',
        recorded: '2019-06-01',
        encounter: 'Encounter/e1',
      },
    ]);
  });

  test('an allergy with the day it was recorded, and of its onset', () => {
    const allergyOf = (over: Json) =>
      chartWith({ resourceType: 'AllergyIntolerance', code: { text: 'lactose' }, ...over }).allergies[0];
    expect(allergyOf({ recordedDate: '2024-05-14', onsetDateTime: '2019-04' })).toMatchObject({
      recorded: '2024-05-14',
      onset: '2019-04',
    });
    expect(allergyOf({ onsetPeriod: { start: '2018' } })).toMatchObject({ recorded: null, onset: '2018' });
  });

  test('an allergy with the substances of its reactions', () => {
    const chart = chartWith({
      resourceType: 'AllergyIntolerance',
      code: { text: 'Opioid antagonists' },
      reaction: [{ substance: { text: 'naltrexone' } }],
    });
    expect(chart.allergies[0]?.substances.map(({ text }) => text)).toEqual([
      'Opioid antagonists',
      'naltrexone',
    ]);
  });

  test.each(['AllergyIntolerance', 'Condition', 'Observation'])(
    '%s without a word of what it is about',
    (resourceType) => {
      expect(gapsOf(chartWith({ resourceType }))).toMatchObject([
        { part: resourceType, what: expect.stringContaining('code') },
      ]);
    },
  );

  test('an encounter with its reasons and conditions', () => {
    const chart = chartWith({
      resourceType: 'Encounter',
      status: 'finished',
      period: { start: '2026-01-01', end: '2026-01-03' },
      reasonCode: [{ text: 'withdrawal' }],
      reasonReference: [{ reference: 'Condition/c2' }],
      diagnosis: [{ condition: { reference: 'Condition/c1' } }],
    });
    expect(chart.encounters).toMatchObject([
      {
        start: '2026-01-01',
        end: '2026-01-03',
        reasons: [{ text: 'withdrawal' }],
        conditions: ['Condition/c1', 'Condition/c2'],
      },
    ]);
  });

  test.each<[string, Json, Json]>([
    [
      'a procedure',
      { resourceType: 'Procedure', code: { text: 'knee' }, performedPeriod: { start: '2026-01-02' } },
      { kind: 'procedure', date: '2026-01-02' },
    ],
    [
      'an appointment',
      {
        resourceType: 'Appointment',
        participant: [{ actor: subject }],
        serviceType: [{ text: 'knee' }],
        description: 'Operation',
        start: '2026-03-09T09:00:00Z',
      },
      { kind: 'appointment', date: '2026-03-09T09:00:00Z', description: 'Operation' },
    ],
    [
      'a service request',
      {
        resourceType: 'ServiceRequest',
        intent: 'order',
        code: { text: 'knee' },
        category: [{ text: 'Surgery' }],
        occurrenceTiming: { event: ['2026-03-10'] },
      },
      { kind: 'service-request', date: '2026-03-10', force: 'order' },
    ],
  ])('%s with what it is and when', (_, row, shown) => {
    const [procedure] = chartWith(row).procedures;
    expect(procedure).toMatchObject(shown);
    expect(procedure?.concepts[0]?.text).toBe('knee');
  });
});
