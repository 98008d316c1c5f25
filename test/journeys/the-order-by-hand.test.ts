/** Whatever an EHR takes, the order can be entered by hand: from Review, once it is cleared, and as it is shown there. */
import { json } from 'node:stream/consumers';
import type { Bundle } from '@medplum/fhirtypes';
import { describe, expect, it } from 'vitest';
import { answerAll, connectedBrowser, goToReview, openChartPage } from './chart-in-browser.ts';
import { addStory, naltrexoneOf } from './own-ehr.ts';

const browser = connectedBrowser();

describe('the order by hand, on the Review of an EHR that takes drafts', () => {
  it('stands there when every question is answered, and its file is the order that is shown or none', async () => {
    const patient = await addStory('v01');
    const chart = await openChartPage(browser(), patient);
    await goToReview(chart);
    const { app, page } = chart;
    const byHand = app.locator('details', { hasText: 'The order to enter by hand' });
    await byHand.locator('summary').click();
    await app.getByText('Not cleared yet, so there is nothing to copy').waitFor();
    expect(await byHand.getByRole('link').count()).toBe(0);

    await answerAll(chart);
    await app.getByRole('button', { name: 'Save answers' }).click();
    await app.getByText('Copying it writes nothing').waitFor({ state: 'attached' });
    expect(await byHand.getAttribute('open')).toBeNull();
    await byHand.locator('summary').click();
    expect(await app.getByLabel('Order', { exact: true }).inputValue()).toContain(
      '126 capsules for 56 nights',
    );
    expect(await byHand.getByLabel('Note to the pharmacist').inputValue()).toMatch(/^[ -~]{1,210}$/);

    const link = app.getByRole('link', { name: 'Download as FHIR file' });
    const download = page.waitForEvent('download');
    await link.click();
    const file = (await json(await (await download).createReadStream())) as Bundle;
    expect(file.entry).toMatchObject([
      { resource: { status: 'draft', subject: { reference: `Patient/${patient}` } } },
    ]);

    const shown = new URL((await link.getAttribute('href')) ?? '', `http://app${chart.address()}`);
    await chart.goTo(chart.address().replace('/review', '/plan'));
    await app.getByRole('button', { name: 'Weekly' }).click();
    await app.getByText('147').first().waitFor();
    await chart.goTo(`${shown.pathname}${shown.search}`);
    await app.getByText('The order is no longer what that page showed').waitFor();
    await chart.close();
    expect(await naltrexoneOf(patient)).toEqual([]);
  });
});
