/** An EHR that takes no draft over FHIR but speaks SMART Web Messaging: the page hands the draft to its window. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { draftsOf as naltrexoneOf, newPatient as patientOf } from '../operations/journey.ts';
import type { FaultSettings } from '../sandbox/faults.ts';
import { type Demo, startDemo } from '../sandbox/start-demo.ts';
import { connectedBrowser } from './chart-in-browser.ts';
import { takePage } from './page-pool.ts';

const browser = connectedBrowser();
let folder = '';
let demo: Demo;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ldn-titration-messaging-'));
  demo = await startDemo({
    quiet: true,
    folder,
    isBuilt: true,
    patientView: false,
    writeBack: { rung: 'web-messaging', intent: 'order', draftsInSearch: 'shown' },
  });
});

afterAll(async () => {
  await demo.close();
  await rm(folder, { recursive: true, force: true });
});

afterEach(() => setFaults({}));

function setFaults(faults: FaultSettings): void {
  expect(demo.sandbox.faults.replace(faults)).toBeNull();
}

const newPatient = () => patientOf(demo.sandbox, 'v01');
const draftsOf = (patient: string) => naltrexoneOf(demo.sandbox, patient);

/** The chart page with the app on Review, every question answered. */
async function onReview(patient: string, options: BrowserContextOptions = {}) {
  const { page, close } = await takePage(browser(), { viewport: { width: 1300, height: 900 }, ...options });
  await page.goto(`${demo.ehrUrl}/chart/${patient}?tab=ldn`);
  const app = page.frameLocator('iframe[title="LDN Titration"]');
  await app
    .getByText('takes the draft into its order basket')
    .or(app.getByText('takes no draft orders over FHIR'))
    .first()
    .waitFor();
  const frame = page.frames().find((one) => one.url().startsWith(demo.appUrl));
  await frame?.goto(frame.url().replace('/safety', '/review'));
  await app.getByRole('heading', { name: 'Review', exact: true }).waitFor();
  for (const group of await app.locator('fieldset').all()) await group.getByRole('radio').first().check();
  return { page, app, close };
}

describe('a draft handed to the window of the EHR', () => {
  it('stands in its orders, is read back, and the EHR turns to it when asked', async () => {
    const patient = await newPatient();
    const { page, app, close } = await onReview(patient);
    await app.getByRole('button', { name: 'Write draft to chart' }).click();
    await app.getByRole('heading', { name: 'Draft in chart, not signed' }).waitFor();
    await app.getByText('Every field is in the chart exactly as it was sent.').waitFor();
    expect(draftsOf(patient)).toMatchObject([
      { status: 'draft', dispenseRequest: { quantity: { value: 126 } } },
    ]);
    await app.getByRole('button', { name: 'Review and sign in Pretend EHR' }).click();
    await page.getByText('Draft, not signed').waitFor();
    await close();
  });

  it('once, however often the button is pressed', async () => {
    const patient = await newPatient();
    const { app, close } = await onReview(patient);
    await app.getByRole('button', { name: 'Write draft to chart' }).dblclick();
    await app.getByRole('heading', { name: 'Draft in chart, not signed' }).waitFor();
    await close();
    expect(draftsOf(patient)).toHaveLength(1);
  });

  it('where its window refuses it: its own words, nothing stands', async () => {
    const patient = await newPatient();
    const { page, app, close } = await onReview(patient);
    await page.route('**/messages', async (route) => {
      const message = route.request().postDataJSON();
      if (message.messageType !== 'scratchpad.create') return route.continue();
      const outcome = {
        resourceType: 'OperationOutcome',
        issue: [{ severity: 'error', code: 'business-rule', details: { text: 'The basket is closed.' } }],
      };
      return route.fulfill({
        json: {
          reply: {
            messageId: 'e1',
            responseToMessageId: message.messageId,
            payload: { status: '422 Unprocessable Entity', outcome },
          },
          show: null,
        },
      });
    });
    await app.getByRole('button', { name: 'Write draft to chart' }).click();
    await app.getByRole('heading', { name: 'The EHR did not accept the draft' }).waitFor();
    await app.getByText('The basket is closed.').waitFor();
    await close();
    expect(draftsOf(patient)).toHaveLength(0);
  });

  it('that the app may not read there: said to stand unsigned and unread, never that every field stands', async () => {
    const patient = await newPatient();
    const { page, app, close } = await onReview(patient);
    await page.route('**/messages', async (route) => {
      const response = await route.fetch();
      const isCreated = route.request().postDataJSON().messageType === 'scratchpad.create';
      if (isCreated) setFaults({ refuse: { MedicationRequest: { status: 404 } } });
      return route.fulfill({ response });
    });
    await app.getByRole('button', { name: 'Write draft to chart' }).click();
    await app
      .getByText('says that it is on its scratchpad, unsigned. The app cannot read it there.')
      .waitFor();
    await app.getByText('It could not be read back: the EHR answered HTTP 404').waitFor();
    expect(await app.getByText('Every field is in the chart').count()).toBe(0);
    await app.getByRole('button', { name: 'Review and sign in Pretend EHR' }).click();
    await page.getByText('Draft, not signed').waitFor();
    await close();
    expect(draftsOf(patient)).toHaveLength(1);
  });

  it('whose answer is lost is found in the chart, and there is one', async () => {
    const patient = await newPatient();
    const { page, app, close } = await onReview(patient);
    await page.route('**/messages', async (route) => {
      if (route.request().postDataJSON().messageType !== 'scratchpad.create') return route.continue();
      await route.fetch();
      return route.abort();
    });
    await page.clock.install();
    const lost = page.waitForEvent('requestfailed');
    await app.getByRole('button', { name: 'Write draft to chart' }).click();
    await lost;
    await page.clock.fastForward('00:21');
    await app.getByRole('heading', { name: 'Draft in chart, not signed' }).waitFor();
    await close();
    expect(draftsOf(patient)).toHaveLength(1);
  });
});

describe('where the page cannot tell the app what became of the draft', () => {
  it('Review says that nobody knows, and the next press finds it: one stands', async () => {
    const patient = await newPatient();
    const { page, app, close } = await onReview(patient);
    let calls = 0;
    await page.route('**/chart/*/review*', (route) => {
      const isCall = route.request().headers()['next-action'] !== undefined;
      // The first call fetches the order, the second tells what became of it.
      return isCall && ++calls === 2 ? route.abort() : route.continue();
    });
    await app.getByRole('button', { name: 'Write draft to chart' }).click();
    await app.getByRole('heading', { name: 'Sent, but nobody knows whether it arrived' }).waitFor();
    await app.getByText("The draft was handed to the EHR's window").waitFor();
    await app.getByRole('button', { name: 'Write draft to chart' }).click();
    await app.getByRole('heading', { name: /[Dd]raft .*in (the )?chart, not signed/ }).waitFor();
    await close();
    expect(draftsOf(patient)).toHaveLength(1);
  });
});

describe('where the window cannot be spoken with, the order is there to copy and nothing is written', () => {
  it('because it does not answer the handshake', async () => {
    const patient = await newPatient();
    const { page, app, close } = await onReview(patient);
    await page.route('**/messages', (route) => route.abort());
    await app.getByRole('button', { name: 'Write draft to chart' }).click();
    await app.getByRole('heading', { name: 'Nothing was written: enter the order by hand' }).waitFor();
    expect(await app.getByLabel('Order', { exact: true }).inputValue()).toContain('126 capsules');
    await close();
    expect(draftsOf(patient)).toHaveLength(0);
  });

  it('because scripts are switched off', async () => {
    const patient = await newPatient();
    const { app, close } = await onReview(patient, { javaScriptEnabled: false });
    await app.getByRole('button', { name: 'Write draft to chart' }).click();
    await app.getByRole('heading', { name: 'Nothing was written: enter the order by hand' }).waitFor();
    await close();
    expect(draftsOf(patient)).toHaveLength(0);
  });

  it('because the EHR offered no channel: said on the first screen', async () => {
    setFaults({ noWebMessaging: true });
    const patient = await newPatient();
    const { page, app, close } = await onReview(patient);
    await app.getByRole('button', { name: 'Show order to copy' }).click();
    await app.getByRole('heading', { name: 'Nothing was written: enter the order by hand' }).waitFor();
    expect(await app.getByLabel('Note to the pharmacist').inputValue()).toMatch(/^[ -~]{1,210}$/);
    const download = page.waitForEvent('download');
    await app.getByRole('link', { name: 'Download as FHIR file' }).click();
    expect((await download).suggestedFilename()).toBe('ldn-draft-order.fhir.json');
    await close();
  });
});
