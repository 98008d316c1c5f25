import { afterEach, describe, expect, it } from 'vitest';
import { addDays, type CalendarDate } from '#lib/time/calendar-date.ts';
import { screenDate } from '#lib/words/en/dates.ts';
import { addRow, orderToday } from './add-row.ts';
import {
  answerAll,
  connectedBrowser,
  continueToReview,
  draftWritten,
  goToReview,
  type OpenChartPage,
  openAppAlone,
  openChartPage,
  writeDraft,
} from './chart-in-browser.ts';
import { addStory, ehrUrl, naltrexoneOf, setFaults } from './own-ehr.ts';
import { AXE_CONTEXT, screenFaults } from './screen-faults.ts';

const browser = connectedBrowser();

afterEach(() => setFaults({}));

async function writtenChart(patient: string): Promise<OpenChartPage> {
  const chart = await openChartPage(browser(), patient);
  await goToReview(chart);
  await answerAll(chart);
  await writeDraft(chart);
  return chart;
}

/** What a prescriber does with the draft, or with the signed order, in the Orders tab. */
async function inOrders(patient: string, act: 'sign' | 'cancel' | 'delete' | 'stop'): Promise<void> {
  const [draft] = await naltrexoneOf(patient);
  const answer = await fetch(`${ehrUrl}/chart/${patient}/orders/${draft?.id}/${act}`, {
    method: 'POST',
    redirect: 'manual',
  });
  expect(answer.status).toBeLessThan(400);
}

describe('a later launch opens the draft instead of doubling it', () => {
  it('and compares it with what was sent', async () => {
    const patient = await addStory('v01');
    await draftWritten(patient);
    const { app, close, address, page } = await openAppAlone(browser(), patient, AXE_CONTEXT);
    await app.getByRole('heading', { name: 'Draft in chart, not signed' }).waitFor();
    expect(address()).toMatch(/\/done$/);
    await app
      .getByText(
        /: draft, not signed\. MedicationRequest\/.*, written on \d{2}-[A-Z][a-z]{2}-\d{4}.* by .*exemplar/i,
      )
      .waitFor();
    await app.getByText('Every field is in the chart exactly as it was sent.').waitFor();
    expect(await screenFaults(page, 'v01-done-earlier')).toEqual([]);
    await app.getByText(/fields are as they were sent/).click();
    expect(await app.getByRole('row', { name: /Quantity/ }).textContent()).toContain('126 capsules');
    await app.getByRole('link', { name: "See today's check" }).click();
    await app
      .getByText(/Naltrexone draft exists/)
      .first()
      .waitFor();
    expect(await app.getByRole('button', { name: /Continue|Write/ }).count()).toBe(0);
    await close();
    expect(await naltrexoneOf(patient)).toHaveLength(1);
  });

  it('says that it was signed, which step is due tonight and when the next one begins; once stopped, offers a slower plan', async () => {
    const patient = await addStory('v01');
    await draftWritten(patient);
    await inOrders(patient, 'sign');
    const { app, close, page, ask, address } = await openAppAlone(browser(), patient, AXE_CONTEXT);
    await app.getByRole('heading', { name: /^Begins on .*: wait$/ }).waitFor();
    expect(await screenFaults(page, 'v01-follow-up-not-begun')).toEqual([]);
    await app.getByRole('link', { name: 'The order in the EHR' }).click();
    await app.getByRole('link', { name: 'Handout for the patient, to print' }).waitFor();
    await app.getByRole('heading', { name: 'Order in chart, no longer a draft' }).waitFor();
    await app.getByText('Every field is in the chart exactly as it was sent.').waitFor();
    const tonight = new Date().toISOString().slice(0, 10) as CalendarDate;
    await app
      .getByText(`Planned for tonight (${screenDate(tonight)}): step 1 of 3, 1.5 mg, night 1 of 14.`)
      .waitFor();
    await app.getByText(`Step 2 of 3, 3 mg, from ${screenDate(addDays(tonight, 14))}`).waitFor();
    expect(await screenFaults(page, 'v01-done-signed')).toEqual([]);
    const handout = await ask(address().replace('/done', '/handout'));
    expect(handout.html).toContain('Your low-dose naltrexone');

    await inOrders(patient, 'stop');
    await app.getByRole('link', { name: 'Look again in the EHR' }).click();
    await app.getByRole('heading', { name: 'Order stopped in the EHR' }).waitFor();
    expect(await screenFaults(page, 'v01-done-stopped')).toEqual([]);
    await app.getByRole('button', { name: 'Plan a slower one' }).click();
    await app.getByRole('button', { name: 'Continue to plan' }).click();
    expect(await app.getByLabel('First dose').inputValue()).toBe('0.5');
    await close();
  });

  it.each(['cancel', 'delete'] as const)('after %s asks: keep it so, or a new one', async (act) => {
    const patient = await addStory('v01');
    await draftWritten(patient);
    await inOrders(patient, act);
    const chart = await openAppAlone(browser(), patient, AXE_CONTEXT);
    const title = act === 'cancel' ? 'Draft cancelled in the EHR' : 'Draft no longer in the chart';
    await chart.app.getByRole('heading', { name: title }).waitFor();
    expect(await screenFaults(chart.page, `v01-done-after-${act}`)).toEqual([]);
    await chart.app.getByRole('button', { name: 'Plan a new one' }).click();
    await continueToReview(chart);
    await answerAll(chart);
    await writeDraft(chart);
    await chart.close();
    const drafts = (await naltrexoneOf(patient)).filter(({ status }) => status === 'draft');
    expect(drafts).toHaveLength(1);
  });

  it('older than a week must be checked again before it is signed', async () => {
    const patient = await addStory('v01');
    const today = new Date().toISOString().slice(0, 10) as CalendarDate;
    await addRow(patient, {
      resourceType: 'MedicationRequest',
      status: 'draft',
      intent: 'order',
      identifier: [
        { system: 'urn:oid:2.25.313327316489640021861164276129370215426', value: 'from-long-ago' },
      ],
      authoredOn: addDays(today, -9),
      medicationCodeableConcept: { text: 'naltrexone hydrochloride 1.5 mg capsule (compounded)' },
      dosageInstruction: [{ text: 'Take one 1.5 mg capsule nightly at bedtime.' }],
    });
    const { app, close, page } = await openAppAlone(browser(), patient, AXE_CONTEXT);
    await app.getByText('It is 9 days old. Check the chart again before you sign it').waitFor();
    await app.getByText('Take one 1.5 mg capsule nightly at bedtime.').waitFor();
    expect(await screenFaults(page, 'v01-done-old')).toEqual([]);

    await orderToday(patient, 'oxycodone 5 mg tablet');
    await app.getByRole('link', { name: 'Refresh' }).click();
    await app.getByRole('heading', { name: "Do not sign: one of today's checks blocks" }).waitFor();
    await app.getByText(/oxycodone 5 mg tablet is current/).waitFor();
    expect(await screenFaults(page, 'v01-done-opioid-since')).toEqual([]);
    await close();
  });
});

describe('the launch that wrote it', () => {
  it('says on reload that it was signed, and finds no fault in that, until an opioid comes', async () => {
    const patient = await addStory('v01');
    const chart = await writtenChart(patient);
    await inOrders(patient, 'sign');
    await chart.goTo(chart.address());
    await chart.app.getByRole('heading', { name: 'Order in chart, no longer a draft' }).waitFor();
    expect(await chart.app.getByText('do not sign as it is').count()).toBe(0);
    await chart.app.getByText(/Planned for tonight/).waitFor();

    await orderToday(patient, 'oxycodone 5 mg tablet');
    await chart.app.getByRole('link', { name: 'Refresh' }).click();
    await chart.app.getByRole('heading', { name: 'No further step: an opioid is on the chart' }).waitFor();
    await chart.app.getByText('Hold low-dose naltrexone and contact the patient today.').waitFor();
    expect(await chart.app.getByText(/Planned for tonight/).count()).toBe(0);
    await chart.close();
  });

  it('may write a new one after the draft was cancelled', async () => {
    const patient = await addStory('v01');
    const chart = await writtenChart(patient);
    await inOrders(patient, 'cancel');
    await chart.goTo(chart.address());
    await chart.app.getByRole('heading', { name: 'Draft cancelled in the EHR' }).waitFor();
    await chart.app.getByRole('button', { name: 'Plan a new one' }).click();
    await continueToReview(chart);
    await writeDraft(chart);
    await chart.close();
    const all = await naltrexoneOf(patient);
    expect(all.map(({ status }) => status).sort()).toEqual(['cancelled', 'draft']);
  });
});

describe('the order as a file', () => {
  it('is downloaded from Done, and by no other browser', async () => {
    const patient = await addStory('v01');
    const chart = await writtenChart(patient);
    const download = chart.page.waitForEvent('download');
    await chart.app.getByRole('link', { name: 'Download as FHIR file' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('ldn-draft-order.fhir.json');
    const stranger = await fetch(file.url());
    expect(stranger.status).toBe(403);
    expect(await stranger.text()).not.toContain('naltrexone');
    await chart.close();
  });
});
