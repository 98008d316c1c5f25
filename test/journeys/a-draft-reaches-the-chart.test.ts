import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  answerAll,
  connectedBrowser,
  continueToReview,
  openChartPage,
  writeDraft,
} from './chart-in-browser.ts';
import { addPatient, addStory, ehrUrl, naltrexoneOf } from './own-ehr.ts';

const browser = connectedBrowser();
const SHARED_PATIENTS = join(import.meta.dirname, '../../../shared/patients');

/** What stands in the EHR after the default titration: one draft, whole. */
const THE_ONE_DRAFT = {
  resourceType: 'MedicationRequest',
  status: 'draft',
  intent: 'order',
  requester: { reference: 'Practitioner/dr-exemplar' },
  dosageInstruction: [{ sequence: 1 }, { sequence: 2 }, { sequence: 3 }],
  dispenseRequest: { quantity: { value: 126, unit: 'capsule' } },
};

async function writtenFor(patient: string) {
  const chart = await openChartPage(browser(), patient);
  await chart.app.getByRole('heading', { name: 'No opioid found' }).waitFor();
  await continueToReview(chart);
  await answerAll(chart);
  await writeDraft(chart);
  const kept = await chart.app.getByText('Every field is in the chart exactly as it was sent.').count();
  await chart.close();
  return { drafts: await naltrexoneOf(patient), kept };
}

describe('a draft reaches the chart', () => {
  it('of a woman with fibromyalgia on duloxetine', async () => {
    const { drafts, kept } = await writtenFor(await addStory('v01'));
    expect(drafts).toHaveLength(1);
    expect(drafts[0]).toMatchObject(THE_ONE_DRAFT);
    expect(kept).toBe(1);
  });

  it('of a generated chart with urn:uuid references and no dosages', async () => {
    const { drafts } = await writtenFor(await addStory('s01'));
    expect(drafts).toHaveLength(1);
    expect(drafts[0]).toMatchObject(THE_ONE_DRAFT);
  });

  const suzi = join(SHARED_PATIENTS, 'Suzi_Bechtelar.json');
  it.skipIf(!existsSync(suzi))(
    `of Suzi_Bechtelar, a Synthea Bundle (${existsSync(suzi) ? 'found' : 'skipped: ../shared/patients is not here'})`,
    async () => {
      const { drafts } = await writtenFor(await addPatient(JSON.parse(readFileSync(suzi, 'utf8'))));
      expect(drafts).toHaveLength(1);
      expect(drafts[0]).toMatchObject(THE_ONE_DRAFT);
    },
  );

  it('with a note of the assessment and a record of where it comes from beside it, once, however often Done is read', async () => {
    const patient = await addStory('v01');
    const chart = await openChartPage(browser(), patient);
    await continueToReview(chart);
    await answerAll(chart);
    await writeDraft(chart);
    await chart.app.getByText('Assessment note: written').waitFor();
    await chart.app.getByText('Record of where the draft came from: written').waitFor();
    await chart.goTo(chart.address());
    await chart.app.getByText('Assessment note: written').waitFor();
    await chart.close();
    const notes = await fetch(`${ehrUrl}/sandbox/fhir/DocumentReference?patient=${patient}`);
    expect(((await notes.json()) as { entry?: unknown[] }).entry).toHaveLength(1);
  });

  it('once, however often the button is pressed', async () => {
    const patient = await addStory('v01');
    const chart = await openChartPage(browser(), patient);
    await continueToReview(chart);
    await answerAll(chart);
    await chart.app.getByRole('button', { name: 'Write draft to chart' }).dblclick();
    await chart.app.getByRole('heading', { name: /[Dd]raft .*in (the )?chart, not signed/ }).waitFor();
    await chart.close();
    expect(await naltrexoneOf(patient)).toHaveLength(1);
  });

  it('with scripts switched off', async () => {
    const patient = await addStory('v01');
    const chart = await openChartPage(browser(), patient, { javaScriptEnabled: false });
    await continueToReview(chart);
    await answerAll(chart);
    await writeDraft(chart);
    await chart.close();
    expect(await naltrexoneOf(patient)).toHaveLength(1);
  });

  it('by keyboard alone', async () => {
    const patient = await addStory('v01');
    const chart = await openChartPage(browser(), patient);
    const { app, page } = chart;
    const press = async (name: string) => {
      await tabTo(() =>
        app.getByRole('button', { name }).evaluate((button) => button === document.activeElement),
      );
      await page.keyboard.press('Enter');
    };
    const tabTo = async (isThere: () => Promise<boolean>) => {
      for (let step = 0; step < 60; step += 1) {
        await page.keyboard.press('Tab');
        if (await isThere()) return;
      }
      throw new Error('sixty tabs did not lead there');
    };
    await app.getByRole('heading', { name: 'No opioid found' }).click();
    await press('Continue to plan');
    await app.getByRole('heading', { name: 'Proposed titration' }).click();
    await press('Continue to review');
    await app.locator('#review-title:focus').waitFor();
    for (const group of await app.locator('fieldset').all()) {
      const first = group.getByRole('radio').first();
      await tabTo(() => group.evaluate((element) => element.contains(document.activeElement)));
      await page.keyboard.press('Space');
      expect(await first.isChecked()).toBe(true);
    }
    await press('Save answers');
    // What is saved stands in the order by hand; the title, far above by now, does not call the keyboard back.
    await app.getByText('with your answers as last saved').waitFor({ state: 'attached' });
    expect(await app.locator('#review-title:focus').count()).toBe(0);
    await press('Write draft to chart');
    await app.getByRole('heading', { name: 'Draft in chart, not signed' }).waitFor();
    await chart.close();
    expect(await naltrexoneOf(patient)).toHaveLength(1);
  });
});
