import { expect, test } from 'vitest';
import { app, ehr, startedForAll } from '../app-and-ehr.ts';

const SCOPE = 'launch openid patient/MedicationRequest.rs messaging/scratchpad messaging/ui';
const DRAFT = {
  resourceType: 'MedicationRequest',
  status: 'draft',
  intent: 'order',
  subject: { reference: 'Patient/v01' },
  medicationCodeableConcept: { text: 'naltrexone 1.5 mg capsule' },
};

startedForAll();

async function messenger(patient: string, scope = SCOPE, chart = patient) {
  const token = (await app.launch(ehr.launchUrl(patient), scope)).raw;
  expect(token.smart_web_messaging_origin).toBe(ehr.url);
  return async (messageType: string, payload: object = {}) => {
    const message = {
      messagingHandle: token.smart_web_messaging_handle,
      messageId: 'm1',
      messageType,
      payload,
    };
    const answer = await fetch(`${ehr.url}/chart/${chart}/messages`, {
      method: 'POST',
      body: JSON.stringify(message),
    });
    const { reply, show } = (await answer.json()) as {
      reply?: { responseToMessageId: string; payload: object };
      show?: string;
    };
    return { status: answer.status, ...reply, show };
  };
}

test('a draft put on the scratchpad stands in the chart, can be read, shown for review and taken back', async () => {
  const say = await messenger('v01');
  expect(await say('status.handshake')).toMatchObject({ responseToMessageId: 'm1', payload: {} });
  const { payload } = await say('scratchpad.create', { resource: DRAFT });
  expect(payload).toMatchObject({
    status: '201 Created',
    location: expect.stringMatching(/^MedicationRequest\//),
  });
  const { location } = payload as { location: string };
  expect(await say('scratchpad.read', { location })).toMatchObject({
    payload: { resource: { status: 'draft' } },
  });
  expect(await say('ui.launchActivity', { activityType: 'order-review' })).toMatchObject({
    payload: { status: 'success' },
    show: 'orders',
  });
  expect(await (await fetch(`${ehr.url}/chart/v01/orders`)).text()).toContain('Draft, not signed');
  expect(await say('scratchpad.delete', { location })).toMatchObject({ payload: { status: '200 OK' } });
  expect(await say('scratchpad.read')).toMatchObject({ payload: { scratchpad: [] } });
});

test('an active order, another patient and an unknown message are refused with their reason', async () => {
  const say = await messenger('v01');
  const status = async (resource: object) =>
    ((await say('scratchpad.create', { resource })).payload as { status: string }).status;
  expect(await status({ ...DRAFT, status: 'active' })).toBe('422 Unprocessable Entity');
  expect(await status({ ...DRAFT, subject: { reference: 'Patient/v02' } })).toBe('403 Forbidden');
  expect(await say('scratchpad.sign')).toMatchObject({ payload: { status: '400 Bad Request' } });
});

test('without the scope nothing is put on the scratchpad', async () => {
  const say = await messenger('v01', 'launch openid patient/MedicationRequest.rs');
  expect(await say('scratchpad.create', { resource: DRAFT })).toMatchObject({
    payload: { status: '403 Forbidden' },
  });
});

test('the handle of one chart says nothing in another', async () => {
  const say = await messenger('v01', SCOPE, 'v02');
  expect((await say('status.handshake')).status).toBe(403);
});
