/** A chart is opened in the pretend EHR: the hook for it is called, and what it says stands above the tabs. */
import { expect, test } from 'vitest';
import { presetOrder } from '../../order/reviewed.ts';
import { appCalledBySandbox } from './app-called-by-sandbox.ts';

const ehr = appCalledBySandbox({ patientView: true });

const opened = async (patient: string, method: 'GET' | 'POST') =>
  (await fetch(`${ehr().url}/chart/${patient}/opened`, { method })).text();
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

test('an opioid came since the titration was signed: the card is shown until it is passed over, and links to the app', async () => {
  expect(await opened('v01', 'POST')).not.toContain('data-card');
  const { repository, url } = ehr();
  const subject = { reference: 'Patient/v01' };
  const ours = presetOrder('standard').requests[0] as object;
  await repository.createResource({
    ...ours,
    status: 'active',
    subject,
    authoredOn: daysAgo(10),
  } as never);
  await repository.createResource({
    resourceType: 'MedicationRequest',
    status: 'active',
    intent: 'order',
    subject,
    authoredOn: daysAgo(2),
    medicationCodeableConcept: { text: 'tramadol 50 mg tablet' },
  });
  const text = await opened('v01', 'POST');
  expect(text).toMatch(/On low-dose naltrexone, and tramadol 50 mg tablet is on the chart/);
  const card = /data-card="([\w-]+)"/.exec(text)?.[1] ?? '';
  const override = await fetch(`${url}/chart/v01/cards/${card}/override`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ reason: 'need-more-info' }),
  });
  expect(override.status).toBeLessThan(400);
  expect(await opened('v01', 'GET')).toContain('Overridden');
});

test('a chart without a titration of this app is opened without a word', async () => {
  expect(await opened('v02', 'POST')).toBe('');
});
