import { afterEach, describe, expect, it } from 'vitest';
import {
  addStory,
  answerAll,
  connectedBrowser,
  continueToReview,
  naltrexoneOf,
  openChartPage,
  setFaults,
} from './chart-in-browser.ts';

const browser = connectedBrowser();

afterEach(() => setFaults({}));

async function pressedWrite(faults: object) {
  const patient = await addStory('v01');
  const chart = await openChartPage(browser(), patient);
  await continueToReview(chart);
  await answerAll(chart);
  await setFaults(faults);
  await chart.app.getByRole('button', { name: 'Write draft to chart' }).click();
  return { chart, patient };
}

describe('when the EHR does not take the draft', () => {
  it('its own words are shown, the answers are kept and the order can be copied', async () => {
    const { chart, patient } = await pressedWrite({
      refuseWrite: { status: 422, text: 'No compounded orders at this site.' },
    });
    const { app } = chart;
    await app.getByRole('heading', { name: 'The EHR did not take the draft' }).waitFor();
    await app.getByText('No compounded orders at this site.').waitFor();
    expect(await app.locator('input[type=radio]').first().isChecked()).toBe(true);
    expect(await app.getByLabel('Order', { exact: true }).inputValue()).toContain(
      'naltrexone 1.5 mg capsule',
    );
    await chart.close();
    expect(await naltrexoneOf(patient)).toEqual([]);
  });
});

describe('when the answer to the write is lost', () => {
  it('the draft is found in the chart and shown, and there is one', async () => {
    const { chart, patient } = await pressedWrite({ loseAnswerAfterWrite: true });
    await chart.app.getByRole('heading', { name: /[Dd]raft .*in (the )?chart, not signed/ }).waitFor();
    await chart.close();
    expect(await naltrexoneOf(patient)).toHaveLength(1);
  });
});

describe('when the EHR drops a field', () => {
  it('says which one it did not keep', async () => {
    const { chart } = await pressedWrite({ dropFields: ['dispenseRequest.quantity'] });
    await chart.app.getByRole('heading', { name: 'Draft in chart, not signed' }).waitFor();
    await chart.app.getByText('but not every field').waitFor();
    expect(await chart.app.getByRole('row', { name: /Quantity/ }).textContent()).toContain('Not kept');
    await chart.close();
  });
});

describe('when the EHR turns out to take no orders', () => {
  it('says so, and the order can be entered by hand', async () => {
    const { chart, patient } = await pressedWrite({ readOnly: true });
    const { app } = chart;
    await app.getByRole('heading', { name: 'This EHR does not let the app write' }).waitFor();
    expect(await app.getByLabel('Order', { exact: true }).inputValue()).toContain('126 capsules');
    await chart.close();
    expect(await naltrexoneOf(patient)).toEqual([]);
  });
});
