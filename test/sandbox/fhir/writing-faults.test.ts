import { expect, test } from 'vitest';
import { ehr } from '../app-and-ehr.ts';
import { draft, draftsInChart, get, post, signedInForAll } from './app-at-ehr.ts';

signedInForAll();

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

test('an answer that refuses a draft which was stored', async () => {
  ehr.faults.replace({ refuseAfterWrite: { status: 422, text: 'Duplicate therapy.' } });
  const answer = await post('MedicationRequest', draft('kept'));
  expect([answer.status, answer.said]).toEqual([422, expect.stringContaining('Duplicate therapy.')]);
  expect(await draftsInChart('kept')).toBe(1);
});

test('a write that a gateway sends twice: 409, or the first draft where the create was conditional', async () => {
  ehr.faults.replace({ repeatWrite: true });
  expect((await post('MedicationRequest', draft('twice'))).status).toBe(409);
  const condition = { 'if-none-exist': 'identifier=https://app.example/draft|twice-if' };
  expect((await post('MedicationRequest', draft('twice-if'), condition)).status).toBe(200);
  expect([await draftsInChart('twice'), await draftsInChart('twice-if')]).toEqual([1, 1]);
});

test('a write that is lost before anything was stored', async () => {
  ehr.faults.replace({ loseWrite: true });
  await expect(post('MedicationRequest', draft('gone'))).rejects.toThrow();
  expect(await draftsInChart('gone')).toBe(0);
});

test('a search whose index lags behind', async () => {
  await post('MedicationRequest', draft('late'));
  const search = 'MedicationRequest?identifier=https://app.example/draft|late';
  ehr.faults.replace({ searchLagMs: 60_000 });
  expect((await get(search)).body.entry ?? []).toEqual([]);
  ehr.faults.replace({});
  expect((await get(search)).body.entry).toHaveLength(1);
});

test('a restart: what was saved is kept, and nothing answers meanwhile', async () => {
  await post('MedicationRequest', draft('through'));
  const isUp = ehr.restart(100);
  await expect(fetch(`${ehr.fhirBase}/metadata`)).rejects.toThrow();
  await isUp;
  expect((await fetch(`${ehr.fhirBase}/metadata`)).status).toBe(200);
  expect(await draftsInChart('through')).toBe(1);
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
