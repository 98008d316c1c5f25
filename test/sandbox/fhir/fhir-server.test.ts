import type {
  Bundle,
  CapabilityStatement,
  MedicationRequest,
  OperationOutcome,
  Resource,
} from '@medplum/fhirtypes';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { manyOrders } from '../../patients/many-orders.ts';
import { type SmartClient, startSmartClient } from '../smart-client.ts';
import { type Sandbox, startSandbox } from '../start-sandbox.ts';

const READS = ['Patient', 'MedicationRequest', 'Medication', 'Condition', 'Observation', 'Practitioner'].map(
  (type) => `patient/${type}.rs`,
);
const SCOPE = [
  'launch',
  'openid',
  'user/Practitioner.r',
  'patient/MedicationRequest.c',
  'patient/Provenance.c',
  ...READS,
].join(' ');

let app: SmartClient;
let ehr: Sandbox;
let token: string;

beforeAll(async () => {
  app = await startSmartClient();
  ehr = await startSandbox({ port: 0, appUrl: app.url });
  token = (await app.launch(ehr.launchUrl('v01'), SCOPE)).access_token;
}, 60_000);
afterEach(() => {
  ehr.faults.replace({});
});
afterAll(async () => {
  await ehr.close();
  await app.close();
});

async function get<T = Bundle>(
  path: string,
  as = token,
): Promise<{ status: number; body: T; headers: Headers }> {
  const url = path.startsWith('http') ? path : `${ehr.fhirBase}/${path}`;
  const answer = await fetch(url, { headers: { authorization: `Bearer ${as}` } });
  return { status: answer.status, body: (await answer.json()) as T, headers: answer.headers };
}

async function post(path: string, body: unknown, headers: Record<string, string> = {}, as = token) {
  const answer = await fetch(`${ehr.fhirBase}/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${as}`, 'content-type': 'application/fhir+json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await answer.text();
  const resource = text === '' ? null : (JSON.parse(text) as Resource);
  return {
    status: answer.status,
    headers: answer.headers,
    body: resource,
    said: JSON.stringify((resource as OperationOutcome | null)?.issue),
  };
}

const draft = (value: string, other: object = {}): MedicationRequest => ({
  resourceType: 'MedicationRequest',
  identifier: [{ system: 'https://app.example/draft', value }],
  status: 'draft',
  intent: 'order',
  subject: { reference: 'Patient/v01' },
  medicationCodeableConcept: { text: 'naltrexone 1.5 mg capsule' },
  dosageInstruction: [{ sequence: 1, text: 'one capsule at bedtime' }],
  ...other,
});
const draftsInChart = async (value: string) =>
  (
    (await (
      await fetch(`${ehr.url}/sandbox/fhir/MedicationRequest?identifier=https://app.example/draft|${value}`)
    ).json()) as Bundle
  ).total;

describe('reading', () => {
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
});

describe('writing', () => {
  test('a draft is stored under an id of the EHR, with Location and ETag', async () => {
    const { status, headers, body } = await post('MedicationRequest', {
      ...draft('own-id'),
      id: 'v01-duloxetine',
    });
    expect(status).toBe(201);
    expect(body?.id).not.toBe('v01-duloxetine');
    expect(headers.get('location')).toContain(
      `/MedicationRequest/${body?.id}/_history/${body?.meta?.versionId}`,
    );
    expect(headers.get('etag')).toBe(`W/"${body?.meta?.versionId}"`);
    expect((await get<MedicationRequest>(`MedicationRequest/${body?.id}`)).body.status).toBe('draft');
  });

  test('with Prefer return=minimal the answer is empty', async () => {
    const { status, body, headers } = await post('MedicationRequest', draft('minimal'), {
      prefer: 'return=minimal',
    });
    expect([status, body]).toEqual([201, null]);
    expect(headers.get('location')).toBeTruthy();
  });

  test('If-None-Exist makes one draft of two requests, even at once, and refuses where two stand already', async () => {
    const ifNoneExist = { 'if-none-exist': 'identifier=https://app.example/draft|twice' };
    const answers = await Promise.all(
      [1, 2].map(() => post('MedicationRequest', draft('twice'), ifNoneExist)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 201]);
    expect(answers[0]?.body?.id).toBe(answers[1]?.body?.id);
    await post('MedicationRequest', draft('twice'));
    expect((await post('MedicationRequest', draft('twice'), ifNoneExist)).status).toBe(412);
  });

  test.each([
    ['an order that is not a draft', draft('bad', { status: 'active' }), 422, 'apps may create drafts alone'],
    ['another patient', draft('bad', { subject: { reference: 'Patient/v02' } }), 403, 'not the patient'],
    ['an element FHIR R4 does not have', draft('bad', { colour: 'blue' }), 422, 'colour'],
    ['no medication', draft('bad', { medicationCodeableConcept: undefined }), 422, 'medication'],
    [
      'a requester nobody knows',
      draft('bad', { requester: { reference: 'Practitioner/nobody' } }),
      422,
      'leads nowhere',
    ],
    ['another type than the address says', { resourceType: 'Condition' }, 400, 'address'],
    ['text that is no JSON', '{"resourceType":', 400, 'not JSON'],
  ])('refuses %s', async (_what, body, status, words) => {
    const answer = await post('MedicationRequest', body);
    expect(answer.status).toBe(status);
    expect(answer.said).toContain(words);
    expect(await draftsInChart('bad')).toBe(0);
  });

  test('refuses other content types, types and methods', async () => {
    expect((await post('MedicationRequest', draft('bad'), { 'content-type': 'text/plain' })).status).toBe(
      415,
    );
    expect((await post('Observation', { resourceType: 'Observation' })).status).toBe(405);
    const put = await fetch(`${ehr.fhirBase}/MedicationRequest/v01-duloxetine`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(put.status).toBe(405);
  });

  test('refuses a draft without the scope to create it', async () => {
    const { access_token } = await app.launch(
      ehr.launchUrl('v01'),
      'launch openid patient/MedicationRequest.rs',
    );
    expect((await post('MedicationRequest', draft('bad'), {}, access_token)).status).toBe(403);
  });

  test('a transaction stores all of its drafts or none', async () => {
    const transaction = (...drafts: MedicationRequest[]) => ({
      resourceType: 'Bundle',
      type: 'transaction',
      entry: drafts.map((resource, index) => ({
        fullUrl: `urn:uuid:00000000-0000-4000-8000-00000000000${index}`,
        resource,
        request: { method: 'POST', url: 'MedicationRequest' },
      })),
    });
    const both = await post('', transaction(draft('pair'), draft('pair')));
    expect(both.status).toBe(200);
    expect((both.body as Bundle).entry?.map(({ response }) => response?.status?.slice(0, 3))).toEqual([
      '201',
      '201',
    ]);
    expect(await draftsInChart('pair')).toBe(2);
    expect((await post('', transaction(draft('half'), draft('half', { status: 'active' })))).status).toBe(
      422,
    );
    expect(await draftsInChart('half')).toBe(0);
  });
});

describe('fault switches of reading', () => {
  const medicines = 'MedicationRequest?patient=v01';

  test.each([
    ['a refused type', { refuse: { MedicationRequest: { status: 429, retryAfter: 7 } } }, 429],
    ['a failing first page', { failPage: { resourceType: 'MedicationRequest', page: 1, status: 500 } }, 500],
    ['a type the server does not know', { unsupported: ['MedicationRequest'] }, 404],
  ])('%s', async (_what, faults, status) => {
    expect(ehr.faults.replace(faults)).toBeNull();
    expect((await get(medicines)).status).toBe(status);
    expect((await get('Condition?patient=v01')).status).toBe(200);
  });

  test('a refusal that passes after some times', async () => {
    ehr.faults.replace({ refuse: { MedicationRequest: { status: 429, retryAfter: 0, times: 2 } } });
    const statuses = [await get(medicines), await get(medicines), await get(medicines)].map(
      ({ status }) => status,
    );
    expect(statuses).toEqual([429, 429, 200]);
  });

  test('the story of the page that fails: only for that patient, only the second page', async () => {
    const { access_token } = await app.launch(ehr.launchUrl('v06'), SCOPE);
    const first = await get('MedicationRequest?patient=v06&_count=500', access_token);
    expect(first.body.entry).toHaveLength(8);
    const next = first.body.link?.find(({ relation }) => relation === 'next')?.url ?? '';
    expect((await get(next, access_token)).status).toBe(500);
  });

  test('a next link that leads back, or to another host', async () => {
    ehr.faults.replace({ pageSize: 2, nextLink: 'foreign' });
    const next = async () =>
      (await get(medicines)).body.link?.find(({ relation }) => relation === 'next')?.url;
    expect(await next()).toMatch(/^http:\/\/elsewhere\.invalid\//);
    ehr.faults.replace({ pageSize: 2, nextLink: 'loop' });
    expect(await next()).toContain('_offset=0');
  });

  test('a warning entry, and a row of another patient', async () => {
    ehr.faults.replace({ warningEntries: ['MedicationRequest'], otherPatientsRow: ['*'] });
    const entries = (await get(medicines)).body.entry ?? [];
    expect(entries.at(-1)?.search?.mode).toBe('outcome');
    const subjects = entries.map(({ resource }) => (resource as MedicationRequest).subject?.reference);
    expect(subjects.at(-2)).toMatch(/^Patient\/(?!v01$)/);
  });

  test('HTML, half an answer, and no answer', async () => {
    const read = () =>
      fetch(`${ehr.fhirBase}/${medicines}`, { headers: { authorization: `Bearer ${token}` } });
    ehr.faults.replace({ html: ['MedicationRequest'] });
    expect((await read()).headers.get('content-type')).toContain('text/html');
    ehr.faults.replace({ truncate: ['*'] });
    await expect((await read()).json()).rejects.toThrow();
    ehr.faults.replace({ cutConnection: ['MedicationRequest'] });
    await expect(read()).rejects.toThrow();
  });

  test('the chart changes after it was read once', async () => {
    const resource = { resourceType: 'Condition', code: { text: 'found later' } };
    ehr.faults.replace({ chartChanges: [{ afterReads: 1, resource }] });
    const problems = async () => JSON.stringify((await get('Condition?patient=v01')).body);
    expect(await problems()).not.toContain('found later');
    await get(medicines);
    expect(await problems()).toContain('found later');
  });
});

describe('fault switches of writing', () => {
  test('a read-only server takes no draft and says so before', async () => {
    ehr.faults.replace({ readOnly: true });
    expect((await post('MedicationRequest', draft('bad'))).status).toBe(405);
    expect(await (await fetch(`${ehr.fhirBase}/metadata`)).text()).not.toContain('"create"');
  });

  test('a refusal in the words it was given', async () => {
    ehr.faults.replace({ refuseWrite: { status: 409, text: 'Another order is being signed.' } });
    const answer = await post('MedicationRequest', draft('bad'));
    expect([answer.status, answer.said]).toEqual([
      409,
      expect.stringContaining('Another order is being signed.'),
    ]);
  });

  test('an answer that is lost after the draft was stored', async () => {
    ehr.faults.replace({ loseAnswerAfterWrite: true });
    await expect(post('MedicationRequest', draft('lost'))).rejects.toThrow();
    expect(await draftsInChart('lost')).toBe(1);
  });

  test('an empty answer with a Location', async () => {
    ehr.faults.replace({ emptyCreated: true });
    const { status, body, headers } = await post('MedicationRequest', draft('empty'));
    expect([status, body, headers.has('location')]).toEqual([201, null, true]);
  });

  test('fields that are dropped or changed', async () => {
    ehr.faults.replace({
      dropFields: ['dosageInstruction.sequence', 'intent'],
      changeFields: { 'dosageInstruction.text': 'as directed', intent: 'plan' },
    });
    const { body } = await post('MedicationRequest', draft('changed'));
    expect(body).toMatchObject({ intent: 'plan', dosageInstruction: [{ text: 'as directed' }] });
    expect(JSON.stringify(body)).not.toContain('sequence');
  });

  test('conditional create ignored: two drafts', async () => {
    ehr.faults.replace({ ignoreConditionalCreate: true });
    for (const _time of [1, 2]) {
      await post('MedicationRequest', draft('doubled'), {
        'if-none-exist': 'identifier=https://app.example/draft|doubled',
      });
    }
    expect(await draftsInChart('doubled')).toBe(2);
  });

  test('a draft that cannot be read back, or not be found', async () => {
    const { body } = await post('MedicationRequest', draft('hidden'));
    const search = 'MedicationRequest?identifier=https://app.example/draft|hidden';
    ehr.faults.replace({ readBackNotFound: true });
    expect((await get(`MedicationRequest/${body?.id}`)).status).toBe(404);
    expect((await get(search)).body.entry).toHaveLength(1);
    ehr.faults.replace({ hideDrafts: true });
    expect((await get(`MedicationRequest/${body?.id}`)).status).toBe(200);
    expect((await get(search)).body.entry).toHaveLength(0);
  });
});
