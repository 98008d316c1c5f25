/** Ordering at the pretend EHR, as its Orders tab does it. */
import { expect, test } from 'vitest';
import { metricsText } from '#lib/operations/metrics.ts';
import { appCalledBySandbox } from './app-called-by-sandbox.ts';

const ehr = appCalledBySandbox();

const post = (path: string, form: Record<string, string> = {}) =>
  fetch(`${ehr().url}${path}`, { method: 'POST', redirect: 'manual', body: new URLSearchParams(form) });
const orders = async (patient: string) => (await fetch(`${ehr().url}/chart/${patient}/orders`)).text();
const firstCard = (text: string) => /data-card="([\w-]+)"/.exec(text)?.[1] ?? '';
const statuses = (patient: string) =>
  ehr()
    .repository.rows('MedicationRequest', patient)
    .map((row) => (row as { status?: string }).status);
const draftOf = (patient: string) =>
  ehr()
    .repository.rows('MedicationRequest', patient)
    .find((row) => (row as { status?: string }).status === 'draft')?.id ?? '';

test('naltrexone ordered on an opioid: a critical card; it is signed only after each card was overridden with a reason', async () => {
  await post('/chart/v02/orders/new/naltrexone-1.5');
  expect(await orders('v02')).toContain('Opioid on the chart');
  const draft = draftOf('v02');
  await post(`/chart/v02/orders/${draft}/sign`);
  expect(statuses('v02')).toContain('draft');
  const text = await orders('v02');
  expect((await post(`/chart/v02/cards/${firstCard(text)}/override`, { reason: 'nothing' })).status).toBe(
    400,
  );
  await post(`/chart/v02/cards/${firstCard(text)}/override`, { reason: 'risk-benefit-ratio' });
  expect(await orders('v02')).toContain('Overridden: Benefit outweighs the risk');
  await post(`/chart/v02/orders/${draft}/sign`);
  expect(statuses('v02')).not.toContain('draft');
  expect(metricsText()).toMatch(
    /ldn_hook_feedback_total\{service="ldn-order-sign",outcome="overridden",reason="risk-benefit-ratio"\} \d/,
  );
});

test('the suggestion takes the order out again, and the app is told', async () => {
  await post('/chart/v07/orders/new/naltrexone-50');
  const text = await orders('v07');
  const suggestion = /\/accept\/([\w-]+)"/.exec(text)?.[1] ?? '';
  await post(`/chart/v07/cards/${firstCard(text)}/accept/${suggestion}`);
  expect(draftOf('v07')).toBe('');
  expect(metricsText()).toContain('outcome="accepted"');
});

test('an opioid for a patient on naltrexone is warned of; ibuprofen is not, and nobody is told that all is clear', async () => {
  await post('/chart/v10/orders/new/codeine-cough');
  expect(await orders('v10')).toContain('Takes naltrexone');
  await post('/chart/v10/orders/new/ibuprofen');
  const text = await orders('v10');
  expect(text).not.toContain('data-card');
  expect(text).not.toMatch(/all clear|no warning|is safe/i);
});

test('where nothing is said the order is signed at once', async () => {
  await post('/chart/v01/orders/new/naltrexone-1.5');
  expect(await orders('v01')).not.toContain('data-card');
  await post(`/chart/v01/orders/${draftOf('v01')}/sign`);
  expect(draftOf('v01')).toBe('');
});

test('the link of a card opens the app for this patient, with the card it came from', async () => {
  await post('/chart/v05/orders/new/naltrexone-1.5');
  const card = firstCard(await orders('v05'));
  const page = await (await fetch(`${ehr().url}/chart/v05?tab=ldn&card=${card}`)).text();
  expect(page).toMatch(/<iframe [^>]*src="[^"]+\/launch\?iss=/);
});
