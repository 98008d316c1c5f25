import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ledgerGaps } from '#lib/chart/read/ledger-gaps.ts';
import { readBundle } from '#lib/chart/read/read-bundle.ts';
import { bundleRefusalWords } from '#lib/words/en/bundle-refusal.ts';
import {
  bundle,
  chartOf,
  gapsOf,
  type Json,
  patient,
  request,
  statement,
  wholeChart,
} from '../chart-json.ts';
import { statement as capabilityStatement, EVERYTHING, outcome } from './ehr.ts';

const sources = (json: unknown) => chartOf(json).medications.map(({ source }) => source);

describe('a Bundle of any type is a chart', () => {
  test.each(['transaction', 'batch', 'collection', 'searchset', 'document', 'message', 'batch-response'])(
    '%s',
    (type) => {
      const chart = chartOf({ ...wholeChart(), type });
      expect(gapsOf(chart)).toEqual([]);
      expect(chart.medications).toHaveLength(5);
      expect(chart.ledger.entries.map(({ state }) => state)).toEqual(Array(12).fill('complete'));
    },
  );

  test('a batch answer is a Bundle of searchsets', () => {
    const searchset = {
      resourceType: 'Bundle',
      type: 'searchset',
      total: 1,
      entry: [{ resource: request() }],
    };
    const answered = bundle(patient(), searchset);
    expect(sources(answered)).toEqual(['MedicationRequest/m1']);
    expect(gapsOf(chartOf(answered))).toEqual([]);
    expect(gapsOf(chartOf(bundle(patient(), { ...searchset, total: 2 })))).toHaveLength(1);
    expect(
      gapsOf(chartOf(bundle(patient(), { ...searchset, link: [{ relation: 'next', url: 'x' }] }))),
    ).toHaveLength(1);
  });

  test('one of its requests that was refused is an incomplete read', () => {
    const answered = bundle(patient(), request());
    const entry = [...(answered.entry as Json[]), { response: { status: '403 Forbidden' } }];
    expect(gapsOf(chartOf({ ...answered, entry }))).toMatchObject([{ what: 'was answered with HTTP 403' }]);
  });
});

describe('references by fullUrl and by Type/id both count', () => {
  const uuid = (n: number) => `urn:uuid:00000000-0000-4000-8000-00000000000${n}`;
  const synthea = bundle(
    { fullUrl: uuid(1), resource: patient({ id: undefined }) },
    { fullUrl: uuid(2), resource: { resourceType: 'Medication', code: { text: 'codeine 30 mg' } } },
    {
      fullUrl: uuid(3),
      resource: { resourceType: 'Practitioner', name: [{ family: 'Example', given: ['Doc'] }] },
    },
    {
      fullUrl: uuid(4),
      resource: request({
        id: undefined,
        medicationCodeableConcept: undefined,
        medicationReference: { reference: uuid(2) },
        subject: { reference: uuid(1) },
        requester: { reference: uuid(3) },
      }),
    },
    {
      fullUrl: uuid(5),
      resource: {
        resourceType: 'MedicationDispense',
        status: 'completed',
        subject: { reference: 'Patient/00000000-0000-4000-8000-000000000001' },
        medicationReference: { reference: 'Medication/00000000-0000-4000-8000-000000000002' },
        authorizingPrescription: [{ reference: uuid(4) }],
      },
    },
  );

  test('as in a transaction of urn:uuid entries without ids', () => {
    const chart = chartOf(synthea);
    expect(gapsOf(chart)).toEqual([]);
    expect(chart.patient.source).toBe('Patient/00000000-0000-4000-8000-000000000001');
    expect(chart.medications).toMatchObject([
      {
        source: 'MedicationRequest/00000000-0000-4000-8000-000000000004',
        words: 'codeine 30 mg',
        author: 'Doc Example',
      },
      { words: 'codeine 30 mg', orders: ['MedicationRequest/00000000-0000-4000-8000-000000000004'] },
    ]);
  });

  test('a patient named by a conditional reference is this patient', () => {
    const known = patient({ identifier: [{ system: 'urn:x', value: '7' }] });
    const named = (identifier: string) =>
      request({ subject: { reference: `Patient?identifier=${identifier}` } });
    expect(gapsOf(chartOf(bundle(known, named('urn:x|7'))))).toEqual([]);
    expect(gapsOf(chartOf(bundle(known, named('urn:x|8'))))).toMatchObject([{ weight: 'other-patient' }]);
  });

  test('an absolute reference counts where the entries come from there, and not where they come from elsewhere', () => {
    const from = (base: string) =>
      bundle(
        { fullUrl: 'https://a.example/fhir/Patient/p1', resource: patient() },
        {
          fullUrl: 'https://a.example/fhir/MedicationRequest/m1',
          resource: request({ subject: { reference: `${base}/Patient/p1/_history/2` } }),
        },
      );
    expect(gapsOf(chartOf(from('https://a.example/fhir')))).toEqual([]);
    const elsewhere = chartOf(from('https://b.example/fhir'));
    expect(gapsOf(elsewhere)).toMatchObject([
      { weight: 'incomplete', what: expect.stringMatching(/b\.example.*a\.example/) },
    ]);
    expect(elsewhere.medications).toHaveLength(1);
  });
});

describe('what a server would have said is read from the Bundle', () => {
  test.each(['warning', 'error', 'fatal'])(
    'an OperationOutcome of severity %s is an incomplete read',
    (severity) => {
      expect(gapsOf(chartOf(bundle(patient(), request(), outcome(severity))))).toMatchObject([
        { weight: 'incomplete' },
      ]);
    },
  );

  test('one that only informs is not', () => {
    expect(gapsOf(chartOf(bundle(patient(), outcome('information'))))).toEqual([]);
  });

  test.each([null, undefined, ''])('a next link (%j) leads nowhere: the last page', (url) => {
    expect(gapsOf(chartOf({ ...wholeChart(), link: [null, { relation: 'next', url }] }))).toEqual([]);
    expect(gapsOf(chartOf({ ...wholeChart(), link: null }))).toEqual([]);
  });

  test.each(['https://x.example/next', 'page2', 5, {}])('a next link (%j) is an incomplete read', (url) => {
    for (const link of [[{ relation: 'next', url }], [{ relation: ' Next', url }], { relation: 'next', url }])
      expect(gapsOf(chartOf({ ...wholeChart(), link }))).toMatchObject([
        { part: null, what: 'has a further page that was not read' },
      ]);
  });

  test('a total above the rows that came is an incomplete read', () => {
    expect(gapsOf(chartOf({ ...wholeChart(), type: 'searchset', total: 99 }))).toHaveLength(1);
  });

  test('the types that an included CapabilityStatement lists are the supported ones', () => {
    const listed = EVERYTHING.filter(
      (type) => type !== 'MedicationStatement' && type !== 'MedicationDispense',
    );
    const chart = chartOf(bundle(patient(), request(), capabilityStatement(listed)));
    expect(gapsOf(chart)).toEqual([]);
    expect(ledgerGaps(chart.ledger).unseen).toEqual([
      { part: 'MedicationStatement', gap: 'server' },
      { part: 'MedicationDispense', gap: 'server' },
    ]);
  });

  test('rows that are there count, whatever the CapabilityStatement lists', () => {
    const chart = chartOf(bundle(patient(), statement(), capabilityStatement(['MedicationRequest'])));
    expect(chart.medications).toHaveLength(1);
    expect(ledgerGaps(chart.ledger).unseen.map(({ part }) => part)).not.toContain('MedicationStatement');
  });

  test('an EHR without MedicationRequest is an incomplete read', () => {
    const chart = chartOf(bundle(patient(), capabilityStatement(['Patient', 'Condition'])));
    expect(gapsOf(chart)).toMatchObject([{ part: 'MedicationRequest', weight: 'incomplete' }]);
  });

  test('a CapabilityStatement that lists nothing is an incomplete read', () => {
    expect(gapsOf(chartOf(bundle(patient(), capabilityStatement([]))))).toMatchObject([
      { where: 'CapabilityStatement' },
    ]);
  });

  test('its FHIR version is told', () => {
    const reading = readBundle(
      bundle(patient(), { ...capabilityStatement(EVERYTHING), fhirVersion: '4.3.0' }),
    );
    expect(reading).toMatchObject({ fhirVersion: '4.3.0' });
  });
});

describe('what is no chart of one patient in R4 is refused, by name', () => {
  const r5Request = request({
    medicationCodeableConcept: undefined,
    medication: { concept: { text: 'oxycodone' } },
  });
  const profiled = (profile: string) => request({ meta: { profile: [profile] } });
  test.each<[string, unknown, string]>([
    ['no JSON object', 'text', 'no JSON object'],
    ['null', null, 'no JSON object'],
    ['a list', [wholeChart()], 'no JSON object'],
    ['a Patient', patient(), 'it is a Patient'],
    ['something without resourceType', {}, 'resourceType is missing'],
    ['a resourceType that is no text', { resourceType: ['Bundle'] }, 'resourceType is not text'],
    ['no Patient', bundle(request()), 'no Patient'],
    ['an empty Bundle', bundle(), 'no Patient'],
    ['entries that are no list', { resourceType: 'Bundle', entry: {} }, 'no Patient'],
    ['two Patients', bundle(patient(), patient({ id: 'p2' })), '2 Patients'],
    ['two Patients of one id', bundle(patient(), patient({ birthDate: '1950-01-01' })), '2 Patients'],
    ['an R5 medication', bundle(patient(), r5Request), 'FHIR R5'],
    [
      'a DSTU2 MedicationOrder',
      bundle(patient(), { resourceType: 'MedicationOrder', id: 'x' }),
      'FHIR DSTU2',
    ],
    ['an STU3 statement', bundle(patient(), statement({ taken: 'y' })), 'FHIR STU3'],
    [
      'an STU3 requester',
      bundle(patient(), request({ requester: { agent: { reference: 'x' } } })),
      'FHIR STU3',
    ],
    [
      'an R5 profile',
      bundle(patient(), profiled('http://hl7.org/fhir/5.0/StructureDefinition/MedicationRequest')),
      'FHIR R5',
    ],
    [
      'a profile of a version',
      bundle(patient(), profiled('http://hl7.org/fhir/StructureDefinition/Patient|3.0.2')),
      'FHIR STU3',
    ],
    [
      'a CapabilityStatement of DSTU2',
      bundle(patient(), { ...capabilityStatement(EVERYTHING), fhirVersion: '1.0.2' }),
      'FHIR DSTU2',
    ],
    [
      'a CapabilityStatement of a ballot',
      bundle(patient(), { ...capabilityStatement(EVERYTHING), fhirVersion: '4.6.0' }),
      'FHIR 4.6.0',
    ],
  ])('%s', (_, json, says) => {
    const reading = readBundle(json);
    if (!('refused' in reading)) throw new Error('it was read');
    expect(bundleRefusalWords(reading.refused)).toContain(says);
  });

  test('the same Patient twice is one patient', () => {
    expect(gapsOf(chartOf(bundle(patient(), patient(), request())))).toEqual([]);
  });
});

const PATIENTS = new URL('../../../../shared/patients/', import.meta.url);

describe('charts that nobody here wrote', () => {
  test.skipIf(!existsSync(PATIENTS)).each([
    ['Suzi_Bechtelar', ['Etonogestrel', 'Naproxen']],
    ['Lonnie_Von', ['Acetaminophen', 'Hydrocodone']],
    ['Stephen_McLaughlin', ['Hydrochlorothiazide']],
  ])('%s is read whole (skipped where ../shared/patients is absent)', (name, drugs) => {
    const chart = chartOf(JSON.parse(readFileSync(new URL(`${name}.json`, PATIENTS), 'utf8')));
    expect(gapsOf(chart)).toEqual([]);
    expect(chart.medications).toHaveLength(5);
    const words = chart.medications.map((row) => row.words).join('\n');
    for (const drug of drugs) expect(words.toLowerCase()).toContain(drug.toLowerCase());
  });
});
