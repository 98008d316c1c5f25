import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundle, MedicationRequest } from '@medplum/fhirtypes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { story as generated } from '../../patients/s01-generator-shaped.ts';
import { type Sandbox, startSandbox } from '../start-sandbox.ts';

/** Bundles of a patient generator, kept beside the project and not in it. */
const SHARED = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'patients');

let ehr: Sandbox;

beforeAll(async () => {
  ehr = await startSandbox({ port: 0, appUrl: 'http://127.0.0.1:9' });
}, 60_000);
afterAll(() => ehr.close());

async function upload(body: string) {
  const answer = await fetch(`${ehr.url}/sandbox/patients`, { method: 'POST', body });
  return { status: answer.status, body: (await answer.json()) as { patient?: string } };
}

async function seen(path: string): Promise<Bundle> {
  return (await (await fetch(`${ehr.url}/sandbox/fhir/${path}`)).json()) as Bundle;
}

describe('a patient added from a Bundle', () => {
  test('is there with every reference leading to a row of this EHR, a second time as another patient', async () => {
    const text = JSON.stringify(generated.bundle);
    const patients = [(await upload(text)).body.patient, (await upload(text)).body.patient];
    expect(new Set(patients).size).toBe(2);
    for (const patient of patients) {
      const orders = await seen(`MedicationRequest?patient=${patient}`);
      expect(orders.total).toBe(4);
      expect(JSON.stringify(orders)).not.toContain('urn:uuid');
      for (const { resource } of orders.entry ?? []) {
        const order = resource as MedicationRequest;
        const encounter = await seen(order.encounter?.reference ?? '');
        expect(encounter).toMatchObject({
          resourceType: 'Encounter',
          subject: { reference: `Patient/${patient}` },
        });
      }
      expect((await fetch(`${ehr.url}/chart/${patient}`)).status).toBe(200);
    }
  });

  test.for([
    ['Suzi_Bechtelar.json', 5],
    ['Lonnie_Von.json', 5],
    ['Stephen_McLaughlin.json', 5],
  ] as const)('%s, which nobody here wrote', async ([file, orders], { skip }) => {
    const path = join(SHARED, file);
    skip(
      !existsSync(path),
      `${file} stands in ../shared/patients beside the project, and that folder is absent here`,
    );
    const { status, body } = await upload(readFileSync(path, 'utf8'));
    expect(status).toBe(201);
    const found = await seen(`MedicationRequest?subject=Patient/${body.patient}`);
    expect(found.total).toBe(orders);
    expect(JSON.stringify(found)).not.toContain('urn:uuid');
  });
});

describe('what is no chart is refused with the reason, and nothing is stored', () => {
  const bundle = (...resources: object[]) =>
    JSON.stringify({
      resourceType: 'Bundle',
      type: 'collection',
      entry: resources.map((resource) => ({ resource })),
    });
  const patient = { resourceType: 'Patient' };

  test.each([
    ['text that is no JSON', 'Dear Doctor', 'not JSON'],
    ['JSON that is no Bundle', '{"name":"somebody"}', 'not a FHIR Bundle'],
    ['a Bundle of another type', '{"resourceType":"Bundle","type":"message"}', 'type is \\"message\\"'],
    ['a Bundle without a Patient', bundle({ resourceType: 'Condition' }), 'no Patient'],
    ['a Bundle with two Patients', bundle(patient, patient), '2 Patients'],
    ['an entry that is no resource', bundle(patient, { resourceType: 'Toothbrush' }), 'Bundle.entry[1]'],
    [
      'an entry that is nothing',
      '{"resourceType":"Bundle","type":"batch","entry":[null]}',
      'Bundle.entry[0]',
    ],
    [
      'an entry without a resource',
      '{"resourceType":"Bundle","type":"batch","entry":[{}]}',
      'Bundle.entry[0]',
    ],
  ])('%s', async (_what, body, words) => {
    const before = (await seen('Patient')).total;
    const answer = await upload(body);
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toContain(words);
    expect(JSON.stringify(answer.body)).not.toMatch(/ at .*\.ts/);
    expect((await seen('Patient')).total).toBe(before);
  });
});

describe('the open view', () => {
  test('is read-only', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      expect((await fetch(`${ehr.url}/sandbox/fhir/Patient/v01`, { method })).status).toBe(405);
    }
    expect(await seen('Patient/v01')).toMatchObject({ id: 'v01' });
  });

  test('shows a row that is added to a chart by hand', async () => {
    const resource = { resourceType: 'Condition', code: { text: 'added by hand' } };
    const answer = await fetch(`${ehr.url}/sandbox/patients/v01/resources`, {
      method: 'POST',
      body: JSON.stringify(resource),
    });
    expect(answer.status).toBe(201);
    expect(JSON.stringify(await seen('Condition?patient=v01'))).toContain('added by hand');
  });
});

describe('the fault switches', () => {
  const put = async (body: string) => fetch(`${ehr.url}/sandbox/faults`, { method: 'PUT', body });
  const now = async () => (await fetch(`${ehr.url}/sandbox/faults`)).json();

  test('are replaced as a whole; none given turns all off but the stories of their own', async () => {
    expect((await put('{"delayMs":5,"readOnly":true}')).status).toBe(200);
    expect(await now()).toMatchObject({ delayMs: 5, readOnly: true });
    await put('{"delayMs":7}');
    expect(await now()).not.toHaveProperty('readOnly');
    await put('{}');
    expect(Object.keys((await now()) as object)).toEqual(['patients']);
  });

  test.each(['{"slow":true}', '{"delayMs":"long"}', '{"patients":{"v01":{"slow":1}}}', 'off'])(
    'refuse %s and stay as they were',
    async (body) => {
      await put('{"pageSize":3}');
      const answer = await put(body);
      expect(answer.status).toBe(400);
      expect(await now()).toMatchObject({ pageSize: 3 });
      await put('{}');
    },
  );
});
