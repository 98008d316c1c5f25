import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { orderToday } from './add-row.ts';
import {
  answerAll,
  connectedBrowser,
  continueToReview,
  goToReview,
  type OpenChartPage,
  openChartPage,
  openFields,
} from './chart-in-browser.ts';
import { expectNoWayOn, LATER_SCREENS } from './no-way-on.ts';
import { addPatient, addStory, naltrexoneOf } from './own-ehr.ts';

const browser = connectedBrowser();
const LONNIE = join(import.meta.dirname, '../../../shared/patients/Lonnie_Von.json');

/** Printed, a block comes with the day it was read, its chart lines and its source, though on screen they are folded. */
async function expectReasonsOnPaper({ app, page }: OpenChartPage): Promise<void> {
  const reasons = app.locator('.check-blocks .basis');
  const shown = () => reasons.evaluateAll((all) => all.map((reason) => reason.checkVisibility()));
  const readAt = app.getByText(/^Read from .+ at [\d:]+ on \d\d-[A-Z][a-z]{2}-\d{4}$/);
  expect(await readAt.isVisible()).toBe(false);
  expect(new Set(await shown())).toEqual(new Set([false]));
  await page.emulateMedia({ media: 'print' });
  expect(await readAt.isVisible()).toBe(true);
  expect(new Set(await shown())).toEqual(new Set([true]));
  const swatches = app.locator('.swatch');
  const inks = await swatches.evaluateAll((all) => all.map((one) => getComputedStyle(one).printColorAdjust));
  expect(inks.filter((ink) => ink !== 'exact')).toEqual([]);
  await page.emulateMedia({ media: null });
}

async function draftsOf(patient: string) {
  return (await naltrexoneOf(patient)).filter(({ status }) => status === 'draft');
}

describe('there is no way past Safety', () => {
  it.each([
    ['v02', 'Opioid on the chart', 'oxycodone is active'],
    ['v04', 'Opioid on the chart', 'tramadol was dispensed less than eleven days ago'],
    ['v07', 'Opioid on the chart', 'a buprenorphine depot was given five months ago'],
    ['v08', 'Do not start', 'the patient is pregnant'],
    ['v10', 'Do not start', 'naltrexone is already taken'],
  ])('%s: %s, because %s', async (story, verdict) => {
    const patient = await addStory(story);
    const chart = await openChartPage(browser(), patient);
    await expectNoWayOn(chart, verdict);
    await expectReasonsOnPaper(chart);
    expect(await draftsOf(patient)).toEqual([]);
    await chart.close();
  });

  it.skipIf(!existsSync(LONNIE))(
    `for Lonnie_Von, a Synthea Bundle (${existsSync(LONNIE) ? 'found' : 'skipped: ../shared/patients is not here'})`,
    async () => {
      const patient = await addPatient(JSON.parse(readFileSync(LONNIE, 'utf8')));
      const chart = await openChartPage(browser(), patient);
      await expectNoWayOn(chart, 'Opioid on the chart');
      expect(await draftsOf(patient)).toEqual([]);
      const safety = chart.address();
      for (const screen of LATER_SCREENS) {
        await chart.goTo(safety.replace('/safety', `/${screen}`));
        await chart.app.getByRole('heading', { name: 'Opioid on the chart' }).waitFor();
        expect(chart.address()).toBe(safety);
      }
      await chart.close();
    },
  );
});

describe('a medicine nobody can name', () => {
  it('is asked about, and nothing is written before it is answered', async () => {
    const patient = await addStory('v05');
    const chart = await openChartPage(browser(), patient);
    await chart.app.getByRole('heading', { name: 'Cannot tell' }).waitFor();
    await continueToReview(chart);
    await chart.app.getByRole('button', { name: 'Write draft to chart' }).click();
    await chart.app.getByRole('heading', { name: 'Not written yet' }).waitFor();
    expect(await naltrexoneOf(patient)).toEqual([]);
    await chart.close();
  });
});

describe('an opioid that appears between review and write', () => {
  it('stops the write and is shown', async () => {
    const patient = await addStory('v01');
    const chart = await openChartPage(browser(), patient);
    await goToReview(chart);
    await answerAll(chart);
    await orderToday(patient, 'tramadol 50 mg tablet');
    await chart.app.getByRole('button', { name: 'Write draft to chart' }).click();
    await chart.app.getByRole('heading', { name: 'Opioid on the chart' }).waitFor();
    await chart.app.getByText('This press wrote nothing.').waitFor();
    await chart.close();
    expect(await naltrexoneOf(patient)).toEqual([]);
  });
});

describe('a dose out of range', () => {
  it.each([
    ['Highest dose', '45', 'Highest dose 45 mg is above 4.5 mg.'],
    ['First dose', '1,5', 'First dose "1,5": write a point, not a comma, as in 1.5.'],
  ])('%s %s stays as typed and never reaches Review', async (label, typed, message) => {
    const patient = await addStory('v01');
    const chart = await openChartPage(browser(), patient);
    const { app } = chart;
    await app.getByRole('button', { name: 'Continue to plan' }).click();
    await openFields(chart);
    await app.getByRole('textbox', { name: label }).fill(typed);
    await app.getByRole('button', { name: 'Continue to review' }).click();
    await app.getByRole('heading', { name: 'The plan cannot go to review yet' }).waitFor();
    await app.getByRole('link', { name: message }).waitFor();
    expect(await app.getByRole('textbox', { name: label }).inputValue()).toBe(typed);
    expect(chart.address()).toMatch(/\/plan$/);
    await chart.close();
  });
});
