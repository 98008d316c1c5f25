import { describe, expect, test } from 'vitest';
import { ledgerGaps } from '#lib/chart/read/ledger-gaps.ts';
import { bundle, chartOf, gapsOf, type Json, patient, request } from '../chart-json.ts';

const sources = (json: unknown) => chartOf(json).medications.map(({ source }) => source);

describe('rows that could not be read are named and kept as evidence', () => {
  test.each<[string, Json, string]>([
    [
      'an unknown modifierExtension',
      request({ modifierExtension: [{ url: 'urn:x', valueBoolean: true }] }),
      'modifierExtension',
    ],
    [
      'one in its dosage',
      request({ dosageInstruction: [{ modifierExtension: [{ url: 'urn:x' }] }] }),
      'modifierExtension',
    ],
    [
      'one in a contained Medication',
      request({
        contained: [{ resourceType: 'Medication', id: 'x', modifierExtension: [{ url: 'urn:x' }] }],
      }),
      'modifierExtension',
    ],
    ['implicitRules', request({ implicitRules: 'urn:rules' }), 'implicitRules'],
    ['no status', request({ status: undefined }), 'status is missing'],
    ['a status that is no text', request({ status: ['active'] }), 'status is not text'],
    ['a status of null', request({ status: null }), 'status is missing'],
    ['no intent', request({ intent: undefined }), 'intent is missing'],
    ['no medication', request({ medicationCodeableConcept: undefined }), 'medication is missing'],
    ['no patient', request({ subject: undefined }), 'patient is missing'],
    ['a patient that is no reference', request({ subject: 'Patient/p1' }), 'subject is no object'],
    ['a date that does not exist', request({ authoredOn: '2026-02-30' }), 'authoredOn is no date'],
    ['a medication that is text', request({ medicationCodeableConcept: 'oxycodone' }), 'text, not a concept'],
    [
      'a list of medications',
      request({ medicationCodeableConcept: [{ text: 'oxycodone' }] }),
      'is no object',
    ],
    [
      'a coding that is no list',
      request({ medicationCodeableConcept: { coding: { code: '7804' } } }),
      'coding is no list',
    ],
    [
      'a code that is a number',
      request({ medicationCodeableConcept: { coding: [{ code: 7804 }] } }),
      'code is not text',
    ],
    [
      'a text of 30,000 letters',
      request({ medicationCodeableConcept: { text: 'oxycodone '.repeat(3_000) } }),
      'too long',
    ],
    [
      'a supply in parsecs',
      request({ dispenseRequest: { expectedSupplyDuration: { value: 3, unit: 'pc' } } }),
      'no time',
    ],
    ['a part of a row only', request({ meta: { tag: [{ code: 'SUBSETTED' }] } }), 'only a part'],
  ])('%s', (_, row, says) => {
    const chart = chartOf(bundle(patient(), row));
    expect(gapsOf(chart)).toMatchObject([
      { part: 'MedicationRequest', where: 'MedicationRequest/m1', what: expect.stringContaining(says) },
    ]);
    expect(chart.ledger.entries.find(({ part }) => part === 'MedicationRequest')).toMatchObject({ rows: 1 });
    expect(chart.medications.map(({ source }) => source)).toEqual(['MedicationRequest/m1']);
  });

  test('what is left of a broken drug name is kept', () => {
    const words = (medicationCodeableConcept: unknown) =>
      chartOf(bundle(patient(), request({ medicationCodeableConcept }))).medications[0]?.words;
    expect(words('oxycodone')).toBe('oxycodone');
    expect(words([{ text: 'oxycodone' }])).toBe('oxycodone');
    expect(words({ coding: { code: '7804' } })).toBe('7804');
    expect(words({ coding: [{ code: 7804 }] })).toBe('7804');
  });

  test.each<[string, unknown]>([
    ['null', null],
    ['text', 'x'],
    ['nothing', {}],
    ['a resource of null', { resource: null }],
    ['a resource without a type', { resource: { id: 'm1', status: 'active' } }],
    ['a misspelt type', { resource: request({ resourceType: 'MedicationRequests' }) }],
    ['a type in a list', { resource: request({ resourceType: ['MedicationRequest'] }) }],
    ['an order under another name', { resource: request({ resourceType: 'Claim' }) }],
    ['a deleted row', { request: { method: 'DELETE', url: 'MedicationRequest/m1' } }],
    [
      'a patch',
      { resource: { resourceType: 'Binary' }, request: { method: 'PATCH', url: 'MedicationRequest/m1' } },
    ],
    [
      'one filed as something else',
      { resource: { resourceType: 'Basic' }, request: { method: 'POST', url: 'MedicationRequest' } },
    ],
  ])('an entry that is %s is an incomplete read', (_, entry) => {
    const chart = chartOf({ ...bundle(), entry: [{ resource: patient() }, entry] });
    expect(gapsOf(chart)).toMatchObject([{ part: null, where: 'Bundle, entry 2', weight: 'incomplete' }]);
  });

  test('rows of another patient are dropped and named', () => {
    const chart = chartOf(bundle(patient(), request({ subject: { reference: 'Patient/p2' } })));
    expect(chart.medications).toEqual([]);
    expect(ledgerGaps(chart.ledger).otherPatient).toMatchObject([{ where: 'MedicationRequest/m1' }]);
  });

  test('an appointment of two patients is one of this patient', () => {
    const appointment = (...addresses: string[]) => ({
      resourceType: 'Appointment',
      id: 'ap',
      status: 'booked',
      participant: addresses.map((reference) => ({ actor: { reference } })),
    });
    expect(gapsOf(chartOf(bundle(patient(), appointment('Location/l', 'Patient/p2', 'Patient/p1'))))).toEqual(
      [],
    );
    expect(gapsOf(chartOf(bundle(patient(), appointment('Patient/p2'))))).toMatchObject([
      { weight: 'other-patient' },
    ]);
    expect(gapsOf(chartOf(bundle(patient(), appointment('Location/l'))))).toMatchObject([
      { weight: 'incomplete' },
    ]);
  });

  test('a row that comes twice is one row; two rows of one name that differ are both kept, and named', () => {
    expect(sources(bundle(patient(), request(), request()))).toHaveLength(1);
    const twice = chartOf(bundle(patient(), request(), request({ status: 'cancelled' })));
    expect(twice.medications.map(({ status }) => status)).toEqual(['active', 'cancelled']);
    expect(gapsOf(twice)).toMatchObject([
      { where: 'MedicationRequest/m1', what: expect.stringContaining('more than once') },
    ]);
  });

  test('a row without id and fullUrl is named by its place', () => {
    expect(
      sources(bundle(patient(), request({ id: undefined }), request({ id: undefined, status: 'draft' }))),
    ).toEqual(['MedicationRequest/#2', 'MedicationRequest/#3']);
  });

  test('rows nested beyond measure are read without harm', () => {
    let deep: unknown = 'x';
    for (let level = 0; level < 50_000; level += 1) deep = { extension: [deep] };
    const rows = bundle(
      patient(),
      request({ extension: deep }),
      request({ extension: deep, status: 'draft' }),
    );
    expect(gapsOf(chartOf(rows))[0]?.what).toContain('came more than once');
    let nested: Json = bundle(request());
    for (let level = 0; level < 5_000; level += 1) nested = bundle(nested);
    expect(gapsOf(chartOf(bundle(patient(), nested)))).toMatchObject([
      { what: expect.stringContaining('within each other') },
    ]);
  });
});
