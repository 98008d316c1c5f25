import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { answerAll, connectedBrowser, draftWritten, goToReview, openChartPage } from './chart-in-browser.ts';
import { addStory, naltrexoneOf, setFaults } from './own-ehr.ts';

const browser = connectedBrowser();

afterEach(() => setFaults({}));

const cardsOn = (page: Page) => page.locator('[data-card]');

async function openOrders(patient: string) {
  const chart = await openChartPage(browser(), patient);
  await chart.page.getByRole('tab', { name: /Orders/ }).click();
  return chart;
}

async function order(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('region', { name: 'New order' }).getByRole('button', { name }).click();
}

describe('where orders are made in the EHR', () => {
  it('naltrexone on an opioid: a critical card, passed over only with a reason, and then signed', async () => {
    const patient = await addStory('v02');
    const { page, close } = await openOrders(patient);
    await order(page, /naltrexone 1.5 mg/);
    await cardsOn(page).first().waitFor();
    expect(await cardsOn(page).innerText()).toMatch(/critical Opioid on the chart: .*oxycodone/i);
    const whenChosen = await cardsOn(page).getAttribute('data-card');
    await page.getByRole('button', { name: 'Sign' }).click();
    await page.locator(`[data-card]:not([data-card="${whenChosen}"])`).waitFor();
    await page.getByLabel('Override, because').selectOption('risk-benefit-ratio');
    await page.getByRole('button', { name: 'Override' }).click();
    await page.getByText('Overridden: Benefit outweighs the risk').waitFor();
    expect(await naltrexoneOf(patient)).toMatchObject([{ status: 'draft' }]);
    await page.getByRole('button', { name: 'Sign' }).click();
    await cardsOn(page).waitFor({ state: 'detached' });
    expect(await naltrexoneOf(patient)).toMatchObject([{ status: 'active' }]);
    await close();
  });

  it('an opioid for a patient on LDN: the draft of this app, signed, is what the card speaks of', async () => {
    const patient = await addStory('v01');
    await draftWritten(patient);
    const { app, page, address, close } = await openOrders(patient);
    await page.getByRole('button', { name: 'Sign' }).click();
    await page.getByRole('button', { name: 'Stop order' }).first().waitFor();
    await order(page, /codeine/);
    await cardsOn(page).waitFor();
    expect(await cardsOn(page).innerText()).toContain('Takes low-dose naltrexone (4.5 mg nightly)');
    await page.getByRole('link', { name: 'Open LDN Titration' }).click();
    await vi.waitFor(() => expect(address()).toMatch(/\/follow-up$/), { timeout: 20_000, interval: 100 });
    await app.getByRole('heading', { level: 1 }).first().waitFor();
    await page.getByRole('tab', { name: /Orders/ }).click();
    await order(page, /ibuprofen/);
    await cardsOn(page).waitFor({ state: 'detached' });
    await close();
  });

  it('the medication orders are not sent along: a warning in place of silence', async () => {
    const patient = await addStory('v01');
    await setFaults({ dropPrefetch: ['orders'] });
    const { page, close } = await openOrders(patient);
    await order(page, /naltrexone 1.5 mg/);
    await cardsOn(page).waitFor();
    expect(await cardsOn(page).innerText()).toContain(
      'the medication orders were not sent with this request',
    );
    await close();
  });

  it('an EHR that takes no draft shows the reviewed order beside the next one, and Done tells what it was shown beside', async () => {
    const patient = await addStory('v01');
    await setFaults({ readOnly: true, noWebMessaging: true });
    const chart = await openChartPage(browser(), patient);
    const { app, page } = chart;
    await goToReview(chart);
    await answerAll(chart);
    await app.getByRole('button', { name: 'Show order to copy' }).click();
    await app.getByRole('heading', { name: 'Shown where you make the order' }).waitFor();
    await page.getByRole('tab', { name: /Orders/ }).click();
    await order(page, /ibuprofen/);
    await cardsOn(page).waitFor();
    expect(await cardsOn(page).innerText()).toContain('naltrexone from 1.5 mg to 4.5 mg at bedtime');
    await order(page, /naltrexone hydrochloride 50/);
    await page
      .getByText('This order reads naltrexone 50 mg. The reviewed plan was 1.5 mg at bedtime.')
      .waitFor();
    await page.getByRole('tab', { name: /LDN Titration/ }).click();
    await chart.goTo(chart.address());
    expect(await app.locator('main').innerText()).toMatch(/50 MG Oral Tablet: not what was reviewed/);
    await chart.close();
  });

  it('the link of a card opens the app at this patient, and the suggestion takes the order out', async () => {
    const patient = await addStory('v07');
    const { page, app, close } = await openOrders(patient);
    await order(page, /naltrexone hydrochloride 50/);
    await cardsOn(page).waitFor();
    await page.getByRole('link', { name: 'Open LDN Titration' }).click();
    await app.getByRole('heading', { name: 'Opioid on the chart' }).waitFor();
    await page.getByRole('tab', { name: /Orders/ }).click();
    await page.getByRole('button', { name: 'Remove the naltrexone order' }).click();
    await cardsOn(page).waitFor({ state: 'detached' });
    expect(await naltrexoneOf(patient)).toEqual([]);
    await close();
  });
});
