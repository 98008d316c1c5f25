import { json } from 'node:stream/consumers';
import type { Bundle } from '@medplum/fhirtypes';
import { afterEach, describe, expect, it } from 'vitest';
import { orderOfToday } from './add-row.ts';
import {
  answerAll,
  connectedBrowser,
  continueToReview,
  goToReview,
  openAppAlone,
} from './chart-in-browser.ts';
import { addStory, naltrexoneOf, setFaults } from './own-ehr.ts';
import { AXE_CONTEXT, screenFaults } from './screen-faults.ts';

const browser = connectedBrowser();

afterEach(() => setFaults({}));

/** Everything may be read, nothing created. */
const WITHOUT_CREATE = [
  'launch',
  'openid',
  'fhirUser',
  'online_access',
  'user/Practitioner.r',
  'patient/*.rs',
];

describe('an EHR that takes no drafts', () => {
  it('is told from the first screen on, and the order can be copied and taken along as a file', async () => {
    const patient = await addStory('v01');
    await setFaults({ readOnly: true, noWebMessaging: true });
    const chart = await openAppAlone(browser(), patient, AXE_CONTEXT);
    const { app, page } = chart;
    await app.getByRole('heading', { name: 'No opioid found' }).waitFor();
    expect(await app.locator('main').innerText()).toContain('takes no orders over FHIR');
    await continueToReview(chart);
    expect(await app.getByRole('button', { name: 'Write draft to chart' }).count()).toBe(0);
    expect(await screenFaults(page, 'v01-review-copy')).toEqual([]);
    await answerAll(chart);
    await app.getByRole('button', { name: 'Show order to copy' }).click();
    await app.getByRole('heading', { name: /Nothing was written/ }).waitFor();
    expect(await app.getByLabel('Order', { exact: true }).inputValue()).toContain(
      'naltrexone 1.5 mg capsule',
    );
    const note = await app.getByLabel('Note to the pharmacist').inputValue();
    expect(note).toMatch(/not the 50 mg tablet/);
    expect(note.length).toBeLessThanOrEqual(210);
    const downloaded = page.waitForEvent('download');
    await app.getByRole('link', { name: /FHIR file/ }).click();
    const file = (await json(await (await downloaded).createReadStream())) as Bundle;
    expect(file.entry).toMatchObject([{ resource: { status: 'draft' } }]);
    expect(await screenFaults(page, 'v01-done-copy')).toEqual([]);
    await chart.close();
    expect(await naltrexoneOf(patient)).toEqual([]);
  });

  it('since a moment ago: the next launch says so, and Review of the one that is open', async () => {
    const [open, next] = [await addStory('v01'), await addStory('v01')];
    const chart = await openAppAlone(browser(), open);
    await chart.app.getByText('A draft order can be written to Pretend EHR').waitFor();
    await setFaults({ readOnly: true, noWebMessaging: true });
    const later = await openAppAlone(browser(), next);
    await later.app.getByText('takes no orders over FHIR').first().waitFor();
    await later.close();
    await continueToReview(chart);
    await chart.app.getByText('takes no orders over FHIR').first().waitFor();
    expect(await chart.app.getByRole('button', { name: 'Write draft to chart' }).count()).toBe(0);

    // It takes drafts again, and the button that promised to write nothing is pressed: nothing is written.
    await setFaults({});
    await answerAll(chart);
    await chart.app.getByRole('button', { name: 'Show order to copy' }).click();
    await chart.app.getByRole('heading', { name: /Nothing was written/ }).waitFor();
    await chart.close();
    expect(await naltrexoneOf(open)).toEqual([]);
  });

  it('is as strict: an opioid ordered meanwhile keeps the order from being handed out', async () => {
    const patient = await addStory('v01');
    const resource = orderOfToday('tramadol 50 mg tablet');
    const takesNothing = { readOnly: true, noWebMessaging: true };
    await setFaults({
      ...takesNothing,
      patients: { [patient]: { ...takesNothing, chartChanges: [{ afterReads: 1, resource }] } },
    });
    const chart = await openAppAlone(browser(), patient);
    await goToReview(chart);
    await answerAll(chart);
    await chart.app.getByRole('button', { name: 'Show order to copy' }).click();
    await chart.app.getByRole('heading', { name: 'Opioid on the chart' }).waitFor();
    await chart.close();
  });

  it('because this user may not create orders: the first screen says why, and the order is there to copy', async () => {
    const patient = await addStory('v01');
    await setFaults({ grantScopes: WITHOUT_CREATE });
    const chart = await openAppAlone(browser(), patient);
    const { app } = chart;
    await app.getByRole('heading', { name: 'No opioid found' }).waitFor();
    expect(await app.locator('main').innerText()).toContain(
      'Pretend EHR did not allow this launch to write orders',
    );
    await continueToReview(chart);
    await answerAll(chart);
    await app.getByRole('button', { name: 'Show order to copy' }).click();
    await app.getByRole('heading', { name: /Nothing was written/ }).waitFor();
    expect(await app.getByLabel('Order', { exact: true }).inputValue()).toContain('126 capsules');
    await chart.close();
    expect(await naltrexoneOf(patient)).toEqual([]);
  });
});
