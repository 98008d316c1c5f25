import type { Bundle, MedicationRequest } from '@medplum/fhirtypes';
import { expect, test } from 'vitest';
import { app, ehr } from '../app-and-ehr.ts';
import { draft, get, post, SCOPE, signedInForAll, token } from './app-at-ehr.ts';

signedInForAll();

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
  const next = async () => (await get(medicines)).body.link?.find(({ relation }) => relation === 'next')?.url;
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
  const read = () => fetch(`${ehr.fhirBase}/${medicines}`, { headers: { authorization: `Bearer ${token}` } });
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

test('a search that was asked a moment ago: its old page, unless the request wants a new one and says so', async () => {
  ehr.faults.replace({ searchCache: { ms: 60_000, noCacheArrives: true } });
  const found = async (headers = {}) =>
    (
      (await (
        await fetch(`${ehr.fhirBase}/${medicines}&status=draft`, {
          headers: { authorization: `Bearer ${token}`, ...headers },
        })
      ).json()) as Bundle
    ).entry?.length ?? 0;
  const before = await found();
  await post('MedicationRequest', draft('not-in-the-page'));
  expect([await found(), await found({ 'cache-control': 'no-cache' })]).toEqual([before, before + 1]);
  ehr.faults.replace({ searchCache: { ms: 60_000, noCacheArrives: false } });
  await post('MedicationRequest', draft('not-in-the-page-either'));
  expect(await found({ 'cache-control': 'no-cache' })).toBe(before + 1);
});

test('pages that are found at the base, and answers that call themselves plain JSON', async () => {
  ehr.faults.replace({ pageSize: 1, pagesAtBase: true, plainJson: true });
  const first = await get(medicines);
  const next = first.body.link?.find(({ relation }) => relation === 'next')?.url ?? '';
  expect(next).toMatch(/\/fhir\?_getpages=/);
  expect(first.headers.get('content-type')).toContain('application/json');
  const [one, other] = [first, await get(next)].map(({ body }) => body.entry?.[0]?.resource?.id);
  expect(other).toBeTruthy();
  expect(other).not.toBe(one);
});
