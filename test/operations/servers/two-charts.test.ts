/** Two charts open in one browser: whatever is opened, reloaded, gone back to or written in whatever order, each keeps to its patient. */
import type { Bundle, Patient } from '@medplum/fhirtypes';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  answerAll,
  connectedBrowser,
  continueToReview,
  launchUrlOf,
  type OpenChartPage,
  openFields,
  writeDraft,
} from '../../journeys/chart-in-browser.ts';
import { addPatient, ehrUrl, naltrexoneOf } from '../../journeys/own-ehr.ts';
import { takePage } from '../../journeys/page-pool.ts';
import { chartOfToday } from '../journey.ts';

const browser = connectedBrowser();

/** Capsules of 1.5 mg for a plan of so many nights; tells the draft of one plan from that of another. */
const CAPSULES = { 56: 126, 42: 84 };

async function patientNamed(family: string): Promise<string> {
  const bundle: Bundle = structuredClone(chartOfToday('v01'));
  const patient = bundle.entry
    ?.map(({ resource }) => resource)
    .find((one) => one?.resourceType === 'Patient');
  (patient as Patient).name = [{ family, given: ['Vera'] }];
  return addPatient(bundle);
}

async function quantitiesOf(patient: string): Promise<unknown[]> {
  const drafts = (await naltrexoneOf(patient)) as { dispenseRequest?: { quantity?: { value?: number } } }[];
  return drafts.map(({ dispenseRequest }) => dispenseRequest?.quantity?.value);
}

/** A browser that holds no cookie. */
async function emptyWindow() {
  const { page, close } = await takePage(browser(), {});
  return { context: page.context(), close };
}

/** The app alone in a tab, launched from the patient's chart. */
async function openTab(context: BrowserContext, patient: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(await launchUrlOf(patient));
  await page.waitForURL(/\/chart\/[^/]+\/(safety|done)/);
  return page;
}

const chartIn = (app: OpenChartPage['app']) => ({ app }) as OpenChartPage;
const nameIn = (app: OpenChartPage['app']) => app.locator('.identity-name').textContent();

async function planForSixWeeks({ app }: OpenChartPage): Promise<void> {
  await app.getByRole('button', { name: 'Continue to plan' }).click();
  await openFields({ app });
  await app.locator('input[name="days"]').fill('42');
  await app.getByRole('button', { name: 'Continue to review' }).click();
  await app.getByRole('heading', { name: 'Review', exact: true }).waitFor();
}

describe('in two frames of one page', () => {
  test.each([
    ['the left one first', false],
    ['the right one first', true],
  ])('each writes its own plan into its own chart, %s', async (_, isReversed) => {
    const [left, right] = [await patientNamed('Left'), await patientNamed('Right')];
    const { page, close } = await takePage(browser(), { viewport: { width: 1600, height: 900 } });
    await page.goto(`${ehrUrl}/chart/${left}?beside=${right}`);
    const frames = [left, right].map((patient) =>
      chartIn(page.locator(`[data-patient="${patient}"]`).frameLocator('iframe')),
    ) as [OpenChartPage, OpenChartPage];
    await continueToReview(frames[0]);
    await planForSixWeeks(frames[1]);
    for (const frame of frames) await answerAll(frame);
    for (const frame of isReversed ? frames.toReversed() : frames) await writeDraft(frame);
    expect(await Promise.all(frames.map(({ app }) => nameIn(app)))).toEqual(['LEFT, Vera', 'RIGHT, Vera']);
    expect([await quantitiesOf(left), await quantitiesOf(right)]).toEqual([[CAPSULES[56]], [CAPSULES[42]]]);
    await close();
  });
});

describe('in tabs', () => {
  test('reload, back and a typed address show the patient of the address; the write goes there and nowhere else', async () => {
    const [one, two] = [await patientNamed('One'), await patientNamed('Two')];
    const { context, close } = await emptyWindow();
    const [tabOne, tabTwo] = [await openTab(context, one), await openTab(context, two)];
    await continueToReview(chartIn(tabOne));
    await tabOne.reload();
    expect(await nameIn(tabOne)).toBe('ONE, Vera');
    await tabTwo.goto(tabOne.url());
    expect(await nameIn(tabTwo)).toBe('ONE, Vera');
    await tabTwo.goBack();
    expect(await nameIn(tabTwo)).toBe('TWO, Vera');
    await tabTwo.goForward();
    await answerAll(chartIn(tabTwo));
    await writeDraft(chartIn(tabTwo));
    expect([await quantitiesOf(one), await quantitiesOf(two)]).toEqual([[CAPSULES[56]], []]);
    await close();
  });

  test('a browser restored with both tabs shows each its own patient', async () => {
    const { context, close } = await emptyWindow();
    const tabs = [
      await openTab(context, await patientNamed('Early')),
      await openTab(context, await patientNamed('Late')),
    ];
    const addresses = tabs.map((tab) => tab.url());
    const restored = await browser().newContext({ storageState: await context.storageState() });
    await close();
    const names = [];
    for (const address of addresses) {
      const page = await restored.newPage();
      await page.goto(address);
      names.push(await nameIn(page));
    }
    expect(names).toEqual(['EARLY, Vera', 'LATE, Vera']);
    await restored.close();
  });

  test('the same patient opened twice and written twice is one draft, and the second tab tells of it', async () => {
    const patient = await patientNamed('Twice');
    const { context, close } = await emptyWindow();
    const [first, second] = [await openTab(context, patient), await openTab(context, patient)];
    for (const tab of [first, second]) {
      await continueToReview(chartIn(tab));
      await answerAll(chartIn(tab));
    }
    await writeDraft(chartIn(first));
    await second.getByRole('button', { name: 'Write draft to chart' }).click();
    await second.waitForURL(/\/(safety|done)/);
    expect(await second.locator('main').innerText()).toMatch(/draft exists|[Dd]raft in chart/);
    expect(await quantitiesOf(patient)).toEqual([CAPSULES[56]]);
    await close();
  });

  test('a Review left open while the plan was changed elsewhere writes nothing, and shows the plan as it is now', async () => {
    const patient = await patientNamed('Stale');
    const { context, close } = await emptyWindow();
    const stale = await openTab(context, patient);
    const plan = await context.newPage();
    await plan.goto(stale.url());
    await continueToReview(chartIn(stale));
    await answerAll(chartIn(stale));
    await planForSixWeeks(chartIn(plan));
    await stale.getByRole('button', { name: 'Write draft to chart' }).click();
    await stale.waitForURL(/form=outdated/);
    expect(await quantitiesOf(patient)).toEqual([]);
    await writeDraft(chartIn(stale));
    expect(await quantitiesOf(patient)).toEqual([CAPSULES[42]]);
    await close();
  });
});
