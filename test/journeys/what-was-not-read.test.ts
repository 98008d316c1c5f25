import { afterEach, describe, expect, it } from 'vitest';
import { orderToday } from './add-row.ts';
import { connectedBrowser, openAppAlone, openFields } from './chart-in-browser.ts';
import { expectNoWayOn } from './no-way-on.ts';
import { addStory, appUrl, setFaults } from './own-ehr.ts';
import { takePage } from './page-pool.ts';
import { AXE_CONTEXT, screenFaults } from './screen-faults.ts';

const browser = connectedBrowser();

afterEach(() => setFaults({}));

async function safetyOf(story: string, faults: object = {}) {
  const patient = story === 'v06' ? story : await addStory(story);
  if (Object.keys(faults).length > 0) await setFaults({ patients: { [patient]: faults } });
  return { chart: await openAppAlone(browser(), patient, AXE_CONTEXT), patient };
}

describe('what was not read is never taken for "none"', () => {
  it.each([
    [
      'medication orders refused',
      { refuse: { MedicationRequest: { status: 403 } } },
      'Medication orders: refused',
    ],
    ['results refused', { refuse: { Observation: { status: 403 } } }, 'Results: refused'],
    [
      'statements cut off',
      { cutConnection: ['MedicationStatement'] },
      'Medication statements: could not be read',
    ],
    [
      'an error page in place of dispenses',
      { html: ['MedicationDispense'] },
      'Dispensed medications: could not be read',
    ],
    ['half an answer', { truncate: ['AllergyIntolerance'] }, 'Allergies: could not be read'],
  ])('%s: cannot tell, the part is named, no way on', async (what, faults, gap) => {
    const { chart } = await safetyOf('v01', faults);
    await chart.app.getByRole('heading', { name: 'Cannot tell' }).waitFor();
    const unread = chart.app.locator('[aria-label="Parts of the chart that were not read"]');
    expect(await unread.innerText()).toContain(gap);
    expect(await unread.innerText()).toMatch(/\d+ of 12 parts of the chart read/);
    expect(await unread.innerText()).toMatch(/Reference [A-Z0-9]{8}/);
    await chart.app.getByText('Not drawn: the chart was not read in full').waitFor();
    if (what === 'results refused')
      expect(await screenFaults(chart.page, 'v01-safety-results-refused')).toEqual([]);
    await expectNoWayOn(chart, 'Cannot tell');
    await chart.close();
  });

  it('V6, whose second page of orders fails: no way forward by button or address', async () => {
    const { chart } = await safetyOf('v06');
    await chart.app.getByRole('heading', { name: 'Cannot tell' }).waitFor();
    await chart.app.getByText('Medication orders: read in part').waitFor();
    await expectNoWayOn(chart, 'Cannot tell');
    await chart.close();
  });

  it("is read again at a press, and then the verdict is the whole chart's", async () => {
    const { chart } = await safetyOf('v01', { refuse: { MedicationRequest: { status: 500 } } });
    await chart.app.getByRole('heading', { name: 'Cannot tell' }).waitFor();
    await setFaults({});
    await chart.app.getByRole('button', { name: 'Read the chart again' }).click();
    await chart.app.getByRole('heading', { name: 'No opioid found' }).waitFor();
    await chart.close();
  });
});

describe('a chart without any medicine', () => {
  it('is said to be empty, and that this shows nothing', async () => {
    const { chart } = await safetyOf('e01');
    await chart.app.getByText('No medicines are recorded in this chart.').waitFor();
    await chart.app.getByText('This does not show that the patient takes no opioid').first().waitFor();
    expect(await screenFaults(chart.page, 'e01-safety')).toEqual([]);
    await chart.app.getByRole('button', { name: 'Continue to plan' }).click();
    await chart.app.getByText('The plan rests on what you state at Review about opioids.').waitFor();
    await chart.close();
  });
});

describe('the opioid tables', () => {
  it('are shown with their date', async () => {
    const { chart } = await safetyOf('v01');
    await chart.app.getByText(/^Opioid tables of RxNorm \d{4}-\d{2}-\d{2}, dm\+d \d{4}\./).waitFor();
    await chart.close();
  });
});

describe('a chart that changes while it is open', () => {
  it('is judged again, the change is named, and the way is closed', async () => {
    const { chart, patient } = await safetyOf('v01');
    const { app } = chart;
    await app.getByRole('button', { name: 'Continue to plan' }).click();
    await openFields(chart);
    await app.getByRole('textbox', { name: 'Length' }).fill('42');
    await app.getByRole('button', { name: 'Update plan' }).click();
    await app.getByText('changed', { exact: true }).waitFor();

    await orderToday(patient, 'xq 7 night syrup');
    await app.getByRole('link', { name: 'Refresh' }).click();
    await app.getByRole('heading', { name: /^The chart changed since/ }).waitFor();
    await app
      .getByText(/xq 7 night syrup/)
      .first()
      .waitFor();
    expect(await app.getByRole('textbox', { name: 'Length' }).inputValue()).toBe('42');
    const open = await screenFaults(chart.page, 'v01-plan-chart-changed');

    await orderToday(patient, 'tramadol 50 mg tablet');
    await app.getByRole('link', { name: 'Refresh' }).click();
    await app.getByRole('heading', { name: 'Opioid on the chart' }).waitFor();
    await app.getByText('The plan stays closed').waitFor();
    expect([...open, ...(await screenFaults(chart.page, 'v01-safety-closed'))]).toEqual([]);
    await chart.close();
  });
});

describe('an address nobody may open', () => {
  it.each(['safety', 'plan', 'review', 'done', 'handout'])(
    '%s of a launch that is over says so, with what to do and a number to read out',
    async (screen) => {
      const { page, close } = await takePage(browser(), AXE_CONTEXT);
      await page.goto(`${appUrl}/chart/${'B'.repeat(43)}/${screen}`);
      await page.getByText('SESSION_EXPIRED').waitFor();
      await page.getByText('Reference').waitFor();
      if (screen === 'safety') expect(await screenFaults(page, 'session-expired')).toEqual([]);
      await close();
    },
  );
});
