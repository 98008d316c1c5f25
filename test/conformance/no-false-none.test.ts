/** The promise of the first screen, over real HTTP: each part of the chart failing in each way is "Cannot tell", and named. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChartPart } from '#lib/chart/ledger.ts';
import { CHART_PARTS } from '#lib/chart/read/raw-chart.ts';
import { readChart } from '#lib/chart/read/read-chart.ts';
import type { CapabilitiesAnswer } from '#lib/fhir/capabilities.ts';
import { createCapabilitiesCache } from '#lib/fhir/capabilities-cache.ts';
import { createFhirServer } from '#lib/fhir/create-fhir-server.ts';
import { judgeSafety } from '#lib/safety/judge-safety.ts';
import { installedRecogniser } from '#lib/terminology/load-tables.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { clinicDay } from '#lib/time/clinic-day.ts';
import { VERDICT_HEADINGS, verdictWords } from '#lib/words/en/judgement.ts';
import type { FaultSettings } from '../sandbox/faults.ts';
import { type SmartClient, startSmartClient } from '../sandbox/smart-client.ts';
import { type Sandbox, startSandbox } from '../sandbox/start-sandbox.ts';

const SCOPE = 'launch openid fhirUser patient/*.rs';
let app: SmartClient;
let ehr: Sandbox;
let token: string;
let scopes: string[];
let capabilities: CapabilitiesAnswer;
/** Answers of the EHR without a fault, by address: a test asks for the part that fails alone. */
const remembered = new Map<string, Promise<Response>>();

const isOf = (part: ChartPart, address: string) => new URL(address).pathname.split('/').includes(part);

/** @param fails null = the EHR is asked for everything. */
function serverWhere(fails: ChartPart | null, answers: boolean) {
  return createFhirServer({
    base: ehr.fhirBase,
    accessToken: async () => token,
    timeoutMs: answers ? 15_000 : 50,
    wait: async () => {},
    fetch: async (asked, init) => {
      const address = `${asked}`;
      if (fails === null || (isOf(fails, address) && answers)) return fetch(address, init);
      if (isOf(fails, address)) {
        return new Promise((_, reject) =>
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)),
        );
      }
      const known = remembered.get(address) ?? fetch(address, { headers: init?.headers });
      remembered.set(address, known);
      return (await known).clone();
    },
  });
}

beforeAll(async () => {
  app = await startSmartClient();
  ehr = await startSandbox({ port: 0, appUrl: app.url });
  const answer = await app.launch(ehr.launchUrl('v01'), SCOPE);
  [token, scopes] = [answer.access_token, answer.scope.split(' ')];
  capabilities = await createCapabilitiesCache().of(serverWhere(null, true));
}, 60_000);
afterAll(async () => {
  await ehr.close();
  await app.close();
});

async function firstScreen(faults: FaultSettings, fails: ChartPart | null = null, answers = true) {
  expect(ehr.faults.replace(faults)).toBeNull();
  const site = { standingWarnings: [], absent: [] };
  const chart = await readChart(serverWhere(fails, answers), {
    today: '2026-03-02' as CalendarDate,
    patientId: 'v01',
    scopes,
    site,
    capabilities,
  });
  const judgement = judgeSafety(chart, {
    asOf: clinicDay(Date.now(), 'UTC'),
    timeZone: 'UTC',
    recognise: installedRecogniser().recognise,
    preparation: 'capsules',
  });
  const missing = judgement.findings.flatMap((finding) =>
    finding.code === 'record-incomplete' ? finding.facts.missing : [],
  );
  return { ...verdictWords(judgement), notRead: missing.map(({ part }) => part) };
}

const WAYS: Readonly<Record<string, (part: ChartPart) => FaultSettings>> = {
  'HTTP 401': (part) => ({ refuse: { [part]: { status: 401 } } }),
  'HTTP 403': (part) => ({ refuse: { [part]: { status: 403 } } }),
  'HTTP 404': (part) => ({ refuse: { [part]: { status: 404 } } }),
  'HTTP 429 without Retry-After': (part) => ({ refuse: { [part]: { status: 429 } } }),
  'HTTP 429 with Retry-After': (part) => ({ refuse: { [part]: { status: 429, retryAfter: 1 } } }),
  'HTTP 500': (part) => ({ refuse: { [part]: { status: 500 } } }),
};

/** Of searches alone: the Patient is read by its id. */
const WAYS_OF_SEARCHES: typeof WAYS = {
  'a cut connection': (part) => ({ cutConnection: [part] }),
  'an HTML page': (part) => ({ html: [part] }),
  'truncated JSON': (part) => ({ truncate: [part] }),
  'a page that fails': (resourceType) => ({ failPage: { resourceType, page: 1, status: 500 } }),
  'a warning among the rows': (part) => ({ warningEntries: [part] }),
};

test('without a fault nothing stands in the way: what follows is the fault alone', async () => {
  expect((await firstScreen({})).heading).toBe(VERDICT_HEADINGS['none-found']);
});

/** Every way for one part and every part in one way: test/chart/read/read-chart-faults.test.ts tries each way for each part on the reader itself. */
describe.each([...Object.entries(WAYS), ...Object.entries(WAYS_OF_SEARCHES)])('%s', (way, faults) => {
  const parts: readonly ChartPart[] = way === 'HTTP 500' ? CHART_PARTS : ['MedicationRequest'];
  test.each(parts)('of %s', async (part) => {
    const { heading, sentence, notRead } = await firstScreen(faults(part), part);
    expect(heading).toBe(VERDICT_HEADINGS['cannot-tell']);
    expect(sentence).toContain('not checked');
    expect(notRead).toContain(part);
  });
});

test.each(CHART_PARTS)('no answer in time: %s', async (part) => {
  const { heading, sentence, notRead } = await firstScreen({}, part, false);
  expect(heading).toBe(VERDICT_HEADINGS['cannot-tell']);
  expect(sentence).toContain('not checked');
  expect(notRead).toContain(part);
});

test.each(['loop', 'foreign'] as const)(
  'a next link of kind %s, in every search of several pages',
  async (nextLink) => {
    const { heading, sentence, notRead } = await firstScreen({ nextLink, pageSize: 2 });
    expect(heading).toBe(VERDICT_HEADINGS['cannot-tell']);
    expect(sentence).toMatch(/opioids.* not checked/);
    expect(notRead).toContain('MedicationRequest');
  },
);

test('rows of another patient among the orders', async () => {
  const { heading, sentence, notRead } = await firstScreen({ otherPatientsRow: ['MedicationRequest'] });
  expect(heading).toBe(VERDICT_HEADINGS['cannot-tell']);
  expect(sentence).toMatch(/opioids.* not checked/);
  expect(notRead).toContain('MedicationRequest');
});
