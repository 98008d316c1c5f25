import { expect, test } from 'vitest';
import { draft, draftsInChart, ehr, get, post, signedInForAll } from './app-at-ehr.ts';

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
