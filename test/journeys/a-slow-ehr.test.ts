import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import {
  connectedBrowser,
  continueToReview,
  type OpenChartPage,
  openAppAlone,
  openFields,
} from './chart-in-browser.ts';
import { addStory, setFaults } from './own-ehr.ts';
import { AXE_CONTEXT, screenFaults } from './screen-faults.ts';

const browser = connectedBrowser();

/** Longer than the app lets a page wait, shorter than it waits for an answer. */
const SLOW_MS = 7_000;

afterEach(() => setFaults({}));

/** A chart that was read once and whose EHR has become slow since. */
async function slowChart(story: string, options: object = {}) {
  const patient = await addStory(story);
  const chart = await openAppAlone(browser(), patient, { ...AXE_CONTEXT, ...options });
  return { chart, slowDown: () => setFaults({ patients: { [patient]: { delayMs: SLOW_MS } } }) };
}

/** Loads the address and counts how often the app was asked for it. */
async function pagesUntil(chart: OpenChartPage, act: () => Promise<unknown>): Promise<number> {
  let asked = 0;
  const count = (request: { isNavigationRequest(): boolean }) => {
    if (request.isNavigationRequest()) asked += 1;
  };
  chart.page.on('request', count);
  await act();
  chart.page.off('request', count);
  return asked;
}

/** The page about waiting, kept from renewing itself, by its own word or by a script, so that it can be looked at. */
async function heldStill(chart: OpenChartPage): Promise<Page> {
  const page = await chart.page.context().newPage();
  await page.route('**/_next/static/**/*.js', (route) => route.abort());
  await page.route('**/safety', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/<meta http-equiv="refresh"[^>]*>/, '');
    await route.fulfill({ response, body });
  });
  await page.goto(chart.page.url());
  return page;
}

describe('while the EHR is slow', () => {
  it.each([
    ['', {}],
    [', with scripts switched off as well', { javaScriptEnabled: false }],
  ])('the page turns into the verdict by itself%s', async (_how, options) => {
    const { chart, slowDown } = await slowChart('v02', options);
    await slowDown();
    const asked = await pagesUntil(chart, async () => {
      await chart.page.reload();
      await chart.app.getByRole('heading', { name: 'Opioid on the chart' }).waitFor();
    });
    expect(asked).toBe(2);
    expect(await chart.app.getByRole('button', { name: /Continue|Write/ }).count()).toBe(0);
    await chart.close();
  });

  it('it names the patient and the parts still being read, and says that there is no verdict', async () => {
    const { chart, slowDown } = await slowChart('v01');
    await slowDown();
    const page = await heldStill(chart);
    await page.getByRole('heading', { name: 'Reading the chart' }).waitFor();
    expect(await page.locator('.identity').innerText()).toContain('EXAMPLE, Ada');
    expect(await page.getByText('There is no verdict yet.').count()).toBe(1);
    expect(await page.getByRole('listitem').filter({ hasText: 'Medication orders' }).innerText()).toContain(
      'Being read',
    );
    expect(await page.getByText(/No opioid found/).count()).toBe(0);
    expect(await screenFaults(page, 'v01-safety-reading')).toEqual([]);
    await chart.close();
  });

  it('the prescriber can stop it, learns that nothing is known, and can begin again', async () => {
    const { chart, slowDown } = await slowChart('v01');
    await slowDown();
    const page = await heldStill(chart);
    await page.getByRole('button', { name: 'Stop reading' }).click();
    await page.getByRole('heading', { name: 'Stopped: the chart was not read' }).waitFor();
    await page.getByText('There is no verdict').waitFor();
    expect(await screenFaults(page, 'v01-safety-stopped')).toEqual([]);
    await setFaults({});
    await page.getByRole('button', { name: 'Read the chart again' }).click();
    await page.getByRole('heading', { name: 'No opioid found' }).waitFor();
    await chart.close();
  });

  it('Plan waits for the same reading, and what was typed is kept', async () => {
    const { chart, slowDown } = await slowChart('v01');
    await chart.app.getByRole('button', { name: 'Continue to plan' }).click();
    await openFields(chart);
    await chart.app.getByRole('textbox', { name: 'Length' }).fill('42');
    await chart.app.getByRole('button', { name: 'Update plan' }).click();
    await chart.app.getByText('Lasts').waitFor();
    await slowDown();
    const asked = await pagesUntil(chart, async () => {
      await chart.app.getByRole('link', { name: 'Refresh' }).click();
      await chart.page.waitForURL(/refresh=1/);
      await chart.app.getByRole('heading', { name: 'Proposed titration' }).waitFor();
    });
    expect(asked).toBe(2);
    expect(await chart.app.getByRole('textbox', { name: 'Length' }).inputValue()).toBe('42');
    await chart.close();
  });
});

describe('while the EHR answers in time', () => {
  it('no page about waiting is ever shown', async () => {
    const { chart } = await slowChart('v01');
    const asked = await pagesUntil(chart, async () => {
      await chart.page.reload();
      await chart.app.getByRole('heading', { name: 'No opioid found' }).waitFor();
    });
    expect(asked).toBe(1);
    await continueToReview(chart);
    await chart.close();
  });
});
