import type { Bundle, CapabilityStatement, MedicationRequest, Observation } from '@medplum/fhirtypes';
import { expect, test } from 'vitest';
import { manyOrders } from '../../patients/many-orders.ts';
import { app, ehr } from '../app-and-ehr.ts';
import { get, SCOPE, signedInForAll } from './app-at-ehr.ts';

signedInForAll();

test('the CapabilityStatement says what apps may do', async () => {
  const statement = (await (await fetch(`${ehr.fhirBase}/metadata`)).json()) as CapabilityStatement;
  const orders = statement.rest?.[0]?.resource?.find(({ type }) => type === 'MedicationRequest');
  expect(statement.fhirVersion).toBe('4.0.1');
  expect(orders).toMatchObject({
    conditionalCreate: true,
    searchInclude: ['MedicationRequest:medication'],
  });
  expect(orders?.interaction?.map(({ code }) => code)).toEqual(['read', 'search-type', 'create']);
});

test('pages hold 20 rows and each next link leads on until all are read once', async () => {
  const patient = await ehr.addPatient(manyOrders(50));
  const { access_token } = await app.launch(ehr.launchUrl(patient), SCOPE);
  const seen: string[] = [];
  let next: string | undefined = `MedicationRequest?patient=${patient}`;
  const sizes: number[] = [];
  while (next !== undefined) {
    const { body }: { body: Bundle } = await get<Bundle>(next, access_token);
    sizes.push(body.entry?.length ?? 0);
    seen.push(...(body.entry ?? []).map(({ resource }) => resource?.id ?? ''));
    next = body.link?.find(({ relation }) => relation === 'next')?.url;
  }
  expect(sizes).toEqual([20, 20, 10]);
  expect(new Set(seen).size).toBe(50);
  expect(
    (await get(`MedicationRequest?patient=${patient}&_count=1000`, access_token)).body.entry,
  ).toHaveLength(50);
});

test('a Medication that an order points to comes along when asked for, and only with its scope', async () => {
  const medication = await ehr.repository.createResource({
    resourceType: 'Medication',
    code: { text: 'naproxen 500 mg' },
  });
  await ehr.repository.createResource<MedicationRequest>({
    resourceType: 'MedicationRequest',
    status: 'active',
    intent: 'order',
    subject: { reference: 'Patient/v08' },
    medicationReference: { reference: `Medication/${medication.id}` },
  });
  const search = 'MedicationRequest?patient=v08&_include=MedicationRequest:medication';
  const modes = async (scope: string) => {
    const { access_token } = await app.launch(ehr.launchUrl('v08'), scope);
    return ((await get(search, access_token)).body.entry ?? []).map(({ search: found }) => found?.mode);
  };
  expect(await modes(SCOPE)).toContain('include');
  expect(await modes('launch openid patient/MedicationRequest.rs')).not.toContain('include');
});

test('no token, an unknown token and a scope that was not granted are refused', async () => {
  expect((await fetch(`${ehr.fhirBase}/Patient/v01`)).status).toBe(401);
  expect((await get('Patient/v01', 'made-up')).headers.get('www-authenticate')).toContain('invalid_token');
  expect((await get('AllergyIntolerance?patient=v01')).status).toBe(403);
});

test('another patient is refused, by id and by search, and left out where no patient is named', async () => {
  expect((await get('Patient/v02')).status).toBe(403);
  expect((await get('MedicationRequest/v02-oxycodone')).status).toBe(403);
  expect((await get('MedicationRequest?patient=v02')).status).toBe(403);
  expect((await get('MedicationRequest?subject=Patient/v02')).status).toBe(403);
  const { body } = await get('MedicationRequest?status=active,completed,stopped');
  expect(
    new Set(body.entry?.map(({ resource }) => (resource as MedicationRequest).subject?.reference)),
  ).toEqual(new Set(['Patient/v01']));
});

test('an unknown type, an unknown parameter and an unknown row each get their own refusal', async () => {
  expect((await get('Toothbrush')).status).toBe(404);
  expect((await get('MedicationRequest?colour=blue')).status).toBe(400);
  expect((await get('MedicationRequest?patient=v01&_count=many')).status).toBe(400);
  expect((await get('MedicationRequest/nowhere')).status).toBe(404);
});

test.each([
  ['code=http://loinc.org|72514-3', 1],
  ['code=72514-3', 1],
  ['code=http://snomed.info/sct|72514-3,http://loinc.org|29463-7', 1],
  ['code=http://loinc.org|', 2],
  ['category=survey,laboratory', 1],
  ['category=survey&code=http://loinc.org|29463-7', 0],
])('results are found by token: %s', async (asked, count) => {
  const patient = await ehr.addPatient({
    resourceType: 'Bundle',
    type: 'collection',
    entry: [
      { resource: { resourceType: 'Patient', id: 'measured' } },
      { resource: result('72514-3', 'survey') },
      { resource: result('29463-7', 'vital-signs') },
    ],
  });
  const { access_token } = await app.launch(ehr.launchUrl(patient), SCOPE);
  const { body } = await get<Bundle>(`Observation?patient=${patient}&${asked}`, access_token);
  expect(body.entry ?? []).toHaveLength(count);
});

function result(loinc: string, category: string): Observation {
  return {
    resourceType: 'Observation',
    status: 'final',
    subject: { reference: 'Patient/measured' },
    category: [
      { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: category }] },
    ],
    code: { coding: [{ system: 'http://loinc.org', code: loinc }] },
  };
}
