/** How a write can end, as it looks: each screen at each width, without an axe violation. */
import { afterEach, describe, expect, it } from 'vitest';
import { answerAll, connectedBrowser, goToReview, openAppAlone } from './chart-in-browser.ts';
import { addStory, appUrl, naltrexoneOf, setFaults } from './own-ehr.ts';
import { AXE_CONTEXT, screenFaults } from './screen-faults.ts';

const browser = connectedBrowser();

afterEach(() => setFaults({}));

/** On Review, every question answered, nothing pressed yet. */
async function readyToWrite(patient: string) {
  const chart = await openAppAlone(browser(), patient, AXE_CONTEXT);
  await goToReview(chart);
  await answerAll(chart);
  const write = () => chart.app.getByRole('button', { name: 'Write draft to chart' }).click();
  return { chart, write };
}

describe('a write that goes wrong', () => {
  it('refused, then lost, then changed on the way: each screen says what happened, what it means, what to do', async () => {
    const { chart, write } = await readyToWrite(await addStory('v01'));
    const { app, page } = chart;
    await setFaults({ refuseWrite: { status: 422, text: 'No compounded orders at this site.' } });
    await write();
    await app.getByRole('heading', { name: 'The EHR did not accept the draft' }).waitFor();
    const refused = await screenFaults(page, 'v01-review-refused');

    await setFaults({ refuseWrite: { status: 500, text: 'Disk is full.' } });
    await write();
    await app.getByRole('heading', { name: 'Sent, but nobody knows whether it arrived' }).waitFor();
    const unknown = await screenFaults(page, 'v01-review-unknown');

    await setFaults({
      dropFields: ['contained', 'medicationReference', 'dispenseRequest.quantity'],
      changeFields: { medicationCodeableConcept: { text: 'naltrexone hydrochloride 50 mg tablet' } },
    });
    await app.getByLabel('I looked at the orders in the EHR').check();
    await write();
    await app.getByRole('heading', { name: 'Draft in chart, not as it was sent' }).waitFor();
    const changed = await screenFaults(page, 'v01-done-differs');
    expect([...refused, ...unknown, ...changed]).toEqual([]);

    // What differs stands open; what was kept can be opened.
    const rows = app.getByRole('row');
    expect(await rows.filter({ hasText: /^Quantity/ }).textContent()).toContain('Not kept');
    expect(await rows.filter({ hasText: /^Repeats/ }).count()).toBe(0);
    await app.getByText(/fields are as they were sent/).click();
    expect(await rows.filter({ hasText: /^Repeats/ }).textContent()).toContain('Kept');
    await chart.close();
  });
});

describe('a draft of which nobody knows whether it arrived', () => {
  it('is told on Safety, Review and Done, to the next user as well, with nothing to enter by hand', async () => {
    const patient = await addStory('v01');
    const { chart, write } = await readyToWrite(patient);
    await setFaults({ hideDrafts: true, loseAnswerAfterWrite: true });
    await write();
    await chart.app.getByRole('heading', { name: 'Sent, but nobody knows whether it arrived' }).waitFor();
    await setFaults({ hideDrafts: true });
    await chart.close();

    const { page, goTo, address, close } = await openAppAlone(browser(), patient, AXE_CONTEXT);
    await page.getByText('A draft was sent for this patient, and nobody knows').first().waitFor();
    const faults = [...(await screenFaults(page, 'v01-safety-in-doubt'))];
    await goTo(address().replace('/safety', '/done'));
    await page.getByRole('heading', { name: 'Sent, but nobody knows whether it arrived' }).waitFor();
    faults.push(...(await screenFaults(page, 'v01-done-in-doubt')));
    await page.getByRole('link', { name: 'Say on Review that it is not there' }).click();
    await page.getByLabel('I looked at the orders in the EHR').waitFor();
    await page.getByText('Closed while nobody knows').waitFor();
    faults.push(...(await screenFaults(page, 'v01-review-in-doubt')));
    expect(faults).toEqual([]);
    await close();
    expect(await naltrexoneOf(patient)).toHaveLength(1);
  });
});

describe('a draft that another window has written meanwhile', () => {
  it('of the same launch: the second press finds it and writes no other', async () => {
    const patient = await addStory('v01');
    const { chart, write } = await readyToWrite(patient);
    const second = await chart.page.context().newPage();
    await second.goto(`${appUrl}${chart.address()}`);
    await answerAll({ ...chart, app: second });
    await write();
    await chart.app.getByRole('heading', { name: 'Draft in chart, not signed' }).waitFor();
    await second.getByRole('button', { name: 'Write draft to chart' }).click();
    await second.getByRole('heading', { name: 'A draft was already in the chart, not signed' }).waitFor();
    expect(await screenFaults(second, 'v01-already-written')).toEqual([]);
    await chart.close();
    expect(await naltrexoneOf(patient)).toHaveLength(1);
  });

  it('of another launch: the chart is read again, the draft is opened, nothing is written', async () => {
    const patient = await addStory('v01');
    const [first, second] = [await readyToWrite(patient), await readyToWrite(patient)];
    await first.write();
    await first.chart.app.getByRole('heading', { name: 'Draft in chart, not signed' }).waitFor();
    await first.chart.close();
    await second.write();
    await second.chart.app.getByRole('heading', { name: 'Draft in chart, not signed' }).waitFor();
    await second.chart.app.getByText('Written by an earlier launch of this app').waitFor();
    expect(await screenFaults(second.chart.page, 'v01-done-other-draft')).toEqual([]);
    await second.chart.close();
    expect(await naltrexoneOf(patient)).toHaveLength(1);
  });
});
