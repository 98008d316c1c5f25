import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stories } from '../../patients/stories.ts';
import { type Sandbox, startSandbox } from '../start-sandbox.ts';

let ehr: Sandbox;

beforeAll(async () => {
  ehr = await startSandbox({ port: 0, appUrl: 'http://127.0.0.1:9', today: '2026-03-02' });
}, 60_000);
afterAll(() => ehr.close());

const page = async (path: string) => {
  const answer = await fetch(`${ehr.url}${path}`, { redirect: 'manual' });
  return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') };
};

async function draftFor(patient: string): Promise<string> {
  const { id } = await ehr.repository.createResource({
    resourceType: 'MedicationRequest',
    status: 'draft',
    intent: 'order',
    subject: { reference: `Patient/${patient}` },
    medicationCodeableConcept: { text: 'naltrexone <1.5 mg> capsule' },
    dosageInstruction: [1, 2, 3].map((sequence) => ({ sequence, text: `step ${sequence}` })),
  });
  return id;
}

const act = (patient: string, order: string, what: string) =>
  fetch(`${ehr.url}/chart/${patient}/orders/${order}/${what}`, { method: 'POST', redirect: 'manual' });

describe('the chart page', () => {
  test('opens with the app launched in a sandboxed frame, and lists every story', async () => {
    const { status, text } = await page('/chart/v03');
    expect(status).toBe(200);
    expect(text).toContain('Pretend EHR');
    expect(text).toMatch(
      /<iframe title="LDN Titration" sandbox="allow-forms [^"]+" src="http:\/\/127\.0\.0\.1:9\/launch\?iss=http%3A%2F%2Flocalhost/,
    );
    expect(text).not.toContain('allow-top-navigation');
    for (const { title } of stories) expect(text).toContain(title.replaceAll('"', '&#34;'));
  });

  test('can show a second chart beside the first, each with a launch of its own', async () => {
    const { text } = await page('/chart/v01?beside=v02');
    const launches = [...text.matchAll(/launch=([\w-]+)"/g)].map(([, handle]) => handle);
    expect(new Set(launches).size).toBe(2);
  });

  test('of a patient nobody knows says so', async () => {
    expect(await page('/chart/nobody')).toMatchObject({
      status: 404,
      text: expect.stringContaining('nothing here'),
    });
  });
});

describe('the Orders tab', () => {
  test('shows a draft as unsigned with all its dosages, and escapes what stands in it', async () => {
    await draftFor('v01');
    const { text } = await page('/chart/v01/orders');
    expect(text).toContain('Draft, not signed');
    expect(text).toContain('naltrexone &#60;1.5 mg&#62; capsule');
    for (const step of ['step 1', 'step 2', 'step 3']) expect(text).toContain(step);
  });

  test.each([
    ['sign', 'active'],
    ['cancel', 'cancelled'],
  ])('a draft that the prescriber wants to %s is %s, once', async (what, status) => {
    const order = await draftFor('v05');
    expect(await act('v05', order, what)).toMatchObject({ status: 303 });
    expect(ehr.repository.peek('MedicationRequest', order)).toMatchObject({ status });
    expect((await act('v05', order, what)).status).toBe(409);
  });

  test('a signed order can be stopped; a draft cannot', async () => {
    const order = await draftFor('v05');
    expect((await act('v05', order, 'stop')).status).toBe(409);
    await act('v05', order, 'sign');
    expect(await act('v05', order, 'stop')).toMatchObject({ status: 303 });
    expect(ehr.repository.peek('MedicationRequest', order)).toMatchObject({ status: 'stopped' });
  });

  test('a draft can be deleted; a signed order cannot', async () => {
    const order = await draftFor('v05');
    await act('v05', order, 'delete');
    expect(ehr.repository.peek('MedicationRequest', order)).toBeUndefined();
    expect((await act('v05', 'v05-duloxetine', 'delete')).status).toBe(409);
    expect((await act('v01', 'v05-duloxetine', 'sign')).status).toBe(404);
  });
});
