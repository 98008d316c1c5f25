import type { Bundle, MedicationRequest } from '@medplum/fhirtypes';
import { expect, test } from 'vitest';
import { app, ehr } from '../app-and-ehr.ts';
import { draft, draftsInChart, get, post, signedInForAll, token } from './app-at-ehr.ts';

signedInForAll();

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
  const answers = await Promise.all([1, 2].map(() => post('MedicationRequest', draft('twice'), ifNoneExist)));
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
    400,
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
  expect((await post('MedicationRequest', draft('bad'), { 'content-type': 'text/plain' })).status).toBe(415);
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
  expect((await post('', transaction(draft('half'), draft('half', { status: 'active' })))).status).toBe(422);
  expect(await draftsInChart('half')).toBe(0);
});
