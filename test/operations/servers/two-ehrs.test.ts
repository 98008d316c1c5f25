/** One app, two EHRs: the second is asked by form, as its entry in the sites file says. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  answerAll,
  connectedBrowser,
  continueToReview,
  type OpenChartPage,
  writeDraft,
} from '../../journeys/chart-in-browser.ts';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { chartOfToday, draftsOf } from '../journey.ts';
import { type Fleet, startFleet } from './fleet.ts';

const TEST_LIMIT_MS = 120_000;
let fleet: Fleet;
let second: Sandbox;
const browser = connectedBrowser();
beforeAll(async () => {
  fleet = await startFleet(1, null);
  second = await startSandbox({ port: 0, appUrl: fleet.appUrl });
  const sitesFile = join(fleet.folder, 'sites.json');
  const [first] = JSON.parse(await readFile(sitesFile, 'utf8')).sites;
  const other = {
    ...first,
    issuer: second.fhirBase,
    name: 'Other EHR',
    frameAncestors: [second.url],
    authorizeBy: 'post',
  };
  await writeFile(sitesFile, JSON.stringify({ sites: [first, other] }));
  await fleet.servers[0]?.stop();
  await fleet.servers[0]?.startAgain();
}, TEST_LIMIT_MS);
afterAll(async () => {
  await second?.close();
  await fleet?.close();
});

// verifies: hl7.fhir.uv.smart-app-launch_2.2.0@12
test.each([true, false])(
  'the EHR that is to be asked by form is, and the launch ends at the verdict, with JavaScript: %s',
  async (javaScriptEnabled) => {
    const patient = await second.addPatient(chartOfToday('v01'));
    const context = await browser().newContext({ javaScriptEnabled });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await page.goto(second.launchUrl(patient), { waitUntil: 'commit' });
    if (!javaScriptEnabled) await page.getByRole('button', { name: 'Continue to sign-in' }).click();
    await page.getByRole('heading', { name: 'No opioid found' }).waitFor();
    expect(asked).toContain('POST /authorization/auth');
    expect(asked).not.toContain('GET /authorization/auth');
    await context.close();
  },
  TEST_LIMIT_MS,
);

test(
  'the same patient id in both, open in one browser: each write goes to the EHR of its launch',
  async () => {
    const id = 'v01';
    const ehrs = [fleet.sandbox, second];
    const drafts = () => ehrs.map((ehr) => draftsOf(ehr, id).length);
    const context = await browser().newContext();
    const charts: OpenChartPage[] = [];
    for (const ehr of ehrs) {
      const page = await context.newPage();
      await page.goto(ehr.launchUrl(id));
      const chart = { app: page } as Pick<OpenChartPage, 'app'> as OpenChartPage;
      await continueToReview(chart);
      await answerAll(chart);
      charts.unshift(chart);
    }
    const counts = [];
    for (const chart of charts) {
      await writeDraft(chart);
      counts.push(drafts());
    }
    expect(counts).toEqual([
      [0, 1],
      [1, 1],
    ]);
    await context.close();
  },
  TEST_LIMIT_MS,
);
