import { HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';
import type { Ledger } from '#lib/chart/ledger.ts';
import { ledgerGaps } from '#lib/chart/read/ledger-gaps.ts';
import { CHART_PARTS } from '#lib/chart/read/raw-chart.ts';
import { gapsOf, type Json, request } from '../chart-json.ts';
import { BASE, EVERYTHING, ehr, fhir, outcome, read, searchset } from './ehr.ts';

const entryOf = (ledger: Ledger, part: string) => ledger.entries.find((entry) => entry.part === part);
const UNKNOWN = { kind: 'unavailable', why: 'timed-out' } as const;

describe('without a CapabilityStatement', () => {
  test('everything is asked for, and that is noted', async () => {
    const { asked } = ehr({});
    const chart = await read({ capabilities: UNKNOWN });
    expect(new Set(asked.map(({ address }) => address.split(/[?/]/)[0])).size).toBe(CHART_PARTS.length);
    expect(gapsOf(chart)).toEqual([]);
    expect(chart.ledger.problems).toMatchObject([{ where: 'metadata', weight: 'note' }]);
  });

  test.each([404, 501])(
    'the server\'s own "not supported" (HTTP %i) is a gap of the server',
    async (status) => {
      ehr({ MedicationStatement: () => fhir(outcome('error', 'not-supported'), status) });
      const chart = await read({ capabilities: UNKNOWN });
      expect(gapsOf(chart)).toEqual([]);
      expect(ledgerGaps(chart.ledger).unseen).toEqual([{ part: 'MedicationStatement', gap: 'server' }]);
    },
  );

  test('a bare 404 is an incomplete read', async () => {
    ehr({ MedicationStatement: () => fhir({}, 404) });
    expect(gapsOf(await read({ capabilities: UNKNOWN }))).toMatchObject([{ part: 'MedicationStatement' }]);
  });

  test('"not supported" for MedicationRequest is an incomplete read', async () => {
    ehr({ MedicationRequest: () => fhir(outcome('error', 'not-supported'), 404) });
    expect(gapsOf(await read({ capabilities: UNKNOWN }))).toMatchObject([{ part: 'MedicationRequest' }]);
  });

  test('a server of another FHIR version is an incomplete read that names it', async () => {
    ehr({});
    const chart = await read({ capabilities: { kind: 'other-version', fhirVersion: '3.0.2' } });
    expect(gapsOf(chart)).toMatchObject([{ where: 'metadata', what: expect.stringContaining('STU3') }]);
  });
});

describe('granular scopes', () => {
  const others = EVERYTHING.filter((type) => type !== 'Condition' && type !== 'MedicationRequest').map(
    (type) => `patient/${type}.read`,
  );

  test('that leave out rows of a part make it incomplete', async () => {
    ehr({ MedicationRequest: () => fhir(searchset([request()])) });
    const scopes = [...others, 'patient/Condition.rs', 'patient/MedicationRequest.rs?category=outpatient'];
    const chart = await read({ scopes });
    expect(gapsOf(chart)).toMatchObject([
      { part: 'MedicationRequest', what: expect.stringContaining('category=outpatient') },
    ]);
    expect(chart.medications).toHaveLength(1);
  });

  test('that narrow a category further leave rows out', async () => {
    ehr({});
    const scopes = [
      ...others,
      'patient/MedicationRequest.rs',
      'patient/Condition.rs?category=problem-list-item&clinical-status=active',
      'patient/Condition.rs?category=encounter-diagnosis',
    ];
    expect(gapsOf(await read({ scopes }))).toMatchObject([{ part: 'Condition' }]);
  });

  test('that together hold every category the rules ask of are noted and no more', async () => {
    ehr({});
    const system = 'http://terminology.hl7.org/CodeSystem/condition-category|';
    const scopes = [
      ...others,
      'patient/MedicationRequest.crs',
      `patient/Condition.rs?category=${system}problem-list-item`,
      `patient/Condition.rs?category=${system}encounter-diagnosis`,
    ];
    const chart = await read({ scopes });
    expect(gapsOf(chart)).toEqual([]);
    expect(entryOf(chart.ledger, 'Condition')).toMatchObject({
      state: 'complete',
      problems: [{ weight: 'note' }],
    });
  });
});

describe('a server that wants the question put another way', () => {
  test('is asked again with every status and intent', async () => {
    const { asked } = ehr({
      MedicationRequest: (url) =>
        url.searchParams.has('status') && url.searchParams.has('intent')
          ? fhir(searchset([request()]))
          : fhir(outcome('error', 'required', 'status and intent are required'), 400),
    });
    const chart = await read();
    expect(gapsOf(chart)).toEqual([]);
    expect(chart.medications).toHaveLength(1);
    expect(asked.filter(({ address }) => address.startsWith('MedicationRequest'))).toHaveLength(2);
  });

  test('is asked again for its own page size', async () => {
    ehr({
      AllergyIntolerance: (url) =>
        url.searchParams.has('_count') ? fhir(outcome('error'), 400) : fhir(searchset([])),
    });
    expect(gapsOf(await read())).toEqual([]);
  });

  test('is asked again by subject', async () => {
    ehr({
      Condition: (url) =>
        url.searchParams.get('subject') === 'Patient/p1' ? fhir(searchset([])) : fhir(outcome('error'), 400),
    });
    expect(gapsOf(await read())).toEqual([]);
  });
});

/** All that the specs leave open, done otherwise than usual. */
test('an EHR with ways of its own is read whole', async () => {
  const own = (id: string, over: Json = {}): Json =>
    request({ id, subject: { reference: `${BASE}/Patient/p1/_history/3` }, ...over });
  const { asked } = ehr({
    MedicationRequest: (url) => {
      const body = url.searchParams.has('next')
        ? {
            resourceType: 'Bundle',
            type: 'searchset',
            entry: [{ resource: own('m2') }, { resource: own('m1') }],
          }
        : {
            resourceType: 'Bundle',
            type: 'searchset',
            link: [
              { relation: 'self', url: 'https://internal.example/fhir/MedicationRequest' },
              { relation: 'next', url: 'MedicationRequest?next=abc' },
            ],
            entry: [
              { resource: own('m1') },
              { resource: outcome('information', 'informational', 'took 5 ms') },
            ],
          };
      return HttpResponse.json(body, { headers: { 'Content-Type': 'application/json; charset=UTF-8' } });
    },
  });
  const chart = await read({ capabilities: UNKNOWN, scopes: ['patient/*.*', 'online_access'] });
  expect(chart.medications.map(({ source }) => source)).toEqual([
    'MedicationRequest/m1',
    'MedicationRequest/m2',
  ]);
  expect(gapsOf(chart)).toEqual([]);
  expect(asked.every(({ authorization }) => authorization === 'Bearer token-1')).toBe(true);
});
