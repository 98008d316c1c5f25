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
  return { status: answer.status, body: (await answer.json()) as { patient?: string; patients?: string[] } };
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

const patient = { resourceType: 'Patient', id: 'given', gender: 'female', birthDate: '1980-02-03' };
const order = (id: string, text: string) => ({
  resourceType: 'MedicationRequest',
  id,
  status: 'active',
  intent: 'order',
  medicationCodeableConcept: { text },
  subject: { reference: 'Patient/given' },
});
const bundle = (type: string, ...resources: object[]) => ({
  resourceType: 'Bundle',
  type,
  entry: resources.map((resource) => ({ resource })),
});
const page = (self: string, next: string | null, ...resources: object[]) => ({
  ...bundle('searchset', ...resources),
  link: [
    { relation: 'self', url: `https://ehr.example/${self}` },
    ...(next === null ? [] : [{ relation: 'next', url: `https://ehr.example/${next}` }]),
  ],
});
const text = (json: unknown) => JSON.stringify(json);

describe('a chart is taken in any form that an EHR or a person gives it', () => {
  const orders = [order('a', 'duloxetine'), order('b', 'tramadol')];
  const composition = {
    resourceType: 'Composition',
    status: 'final',
    subject: { reference: 'Patient/given' },
  };

  test.each([
    ['a searchset, as $everything answers', text(bundle('searchset', patient, ...orders))],
    ['a document, such as an IPS', text(bundle('document', composition, patient, ...orders))],
    ['a Bundle without a type', text({ ...bundle('', patient, ...orders), type: undefined })],
    ['a message', text(bundle('message', patient, ...orders))],
    ['a list of resources', text([patient, ...orders])],
    ['a file that begins with a byte order mark', `\uFEFF${text(bundle('collection', patient, ...orders))}`],
    [
      'pages of one search, each row once',
      text([page('1', '2', patient, orders[0] as object), page('2', null, patient, ...orders)]),
    ],
    [
      'the answer to a batch, Bundles within a Bundle',
      text(bundle('batch-response', patient, bundle('searchset', ...orders))),
    ],
  ])('%s', async (_what, body) => {
    const answer = await upload(body);
    expect(answer.status).toBe(201);
    const found = await seen(`MedicationRequest?patient=${answer.body.patient}`);
    expect(found.total).toBe(2);
    expect(ehr.faults.for(answer.body.patient ?? '').warnings).toBeUndefined();
  });

  test('a single Patient, who has no medicines', async () => {
    const answer = await upload(text(patient));
    expect(answer.status).toBe(201);
    expect((await seen(`MedicationRequest?patient=${answer.body.patient}`)).total).toBe(0);
  });

  test.each([
    ['a list of Bundles', (charts: object[]) => text(charts)],
    ['a Bundle a line', (charts: object[]) => charts.map(text).join('\n')],
  ])('several patients: %s', async (_what, written) => {
    const charts = ['one', 'two', 'three'].map((id) =>
      bundle('collection', { ...patient, id }, order(id, id)),
    );
    const answer = await upload(written(charts));
    const { patients = [] } = answer.body;
    expect(new Set(patients).size).toBe(3);
    expect(answer.body.patient).toBe(patients[0]);
  });

  test('files of a form: two patients, and the rows of a third file go to nobody', async () => {
    const send = (...files: readonly (readonly [name: string, json: object])[]) => {
      const form = new FormData();
      for (const [name, json] of files) form.append('file', new File([text(json)], name));
      return fetch(`${ehr.url}/sandbox/patients`, { method: 'POST', body: form });
    };
    const two = [
      ['one.json', bundle('collection', { ...patient, id: 'f1' })],
      ['two.json', bundle('collection', { ...patient, id: 'f2' })],
    ] as const;
    expect((await send(...two)).status).toBe(201);
    const answer = await send(...two, ['rows.json', bundle('collection', order('x', 'codeine'))]);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('rows.json holds no Patient, and several patients were given');
  });

  test.each([
    ['a further page', page('1', '2', patient, ...orders), 'has a further page that was not read'],
    [
      'rows that are only counted',
      { ...bundle('searchset', patient, ...orders), total: 9 },
      '3 of the 9 rows',
    ],
    [
      'what was held back',
      bundle('searchset', patient, {
        resourceType: 'OperationOutcome',
        issue: [{ severity: 'warning', code: 'suppressed', details: { text: 'Some rows are withheld.' } }],
      }),
      'Some rows are withheld.',
    ],
  ])('%s is missing here too: the EHR says so with the orders', async (_what, json, words) => {
    const answer = await upload(text(json));
    expect(answer.status).toBe(201);
    expect(ehr.faults.for(answer.body.patient ?? '').warnings?.join()).toContain(words);
  });
});

describe('what is no chart is refused by name with what to do, and nothing is stored', () => {
  const collection = (...resources: object[]) => text(bundle('collection', ...resources));

  test.each([
    ['text that is no JSON', 'Dear Doctor', 'not JSON'],
    ['nothing', ' \n', 'is empty'],
    ['JSON that is no FHIR', '{"name":"somebody"}', 'resourceType is missing'],
    ['a Bundle without a Patient', collection({ resourceType: 'Condition' }), 'no Patient'],
    ['a single resource that is no Patient', text(order('a', 'codeine')), 'no Patient'],
    ['a Bundle with two Patients', collection(patient, { ...patient, id: 'other' }), '2 Patients'],
    ['an entry that is no resource', collection(patient, { resourceType: 'Toothbrush' }), 'Bundle.entry[1]'],
    ['an entry that is nothing', '{"resourceType":"Bundle","entry":[null]}', 'Bundle.entry[0]'],
    ['an entry without a resource', '{"resourceType":"Bundle","entry":[{}]}', 'Bundle.entry[0]'],
    ['a C-CDA', '<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3"/>', 'C-CDA'],
    ['FHIR in XML', '<Bundle xmlns="http://hl7.org/fhir"/>', 'FHIR in XML'],
    ['a page of a portal', '<!doctype html><title>Sign in</title>', 'XML or HTML'],
    ['an HL7 version 2 message', 'MSH|^~\\&|LAB|', 'HL7 version 2'],
    [
      'a file of a bulk export',
      `${text(order('a', 'codeine'))}\n${text(order('b', 'codeine'))}\n`,
      'NDJSON, one MedicationRequest a line',
    ],
    [
      'STU3',
      collection(patient, {
        ...order('a', 'codeine'),
        requester: { agent: { reference: 'Practitioner/1' } },
      }),
      'FHIR STU3',
    ],
    [
      'R5',
      collection(patient, {
        resourceType: 'MedicationRequest',
        status: 'active',
        medication: { concept: { text: 'codeine' } },
      }),
      'FHIR R5',
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
