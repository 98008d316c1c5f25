/** What a screen says agrees with what stands on it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { connectedBrowser, goToReview, openAppAlone, openFields } from './chart-in-browser.ts';
import { addStory, naltrexoneOf, setFaults } from './own-ehr.ts';
import { AXE_CONTEXT, screenFaults } from './screen-faults.ts';

const browser = connectedBrowser();

beforeEach(() => setFaults({}));

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** "02-Mar-2026" */
const onScreen = (iso: string) => {
  const [year, month, day] = iso.split('-');
  const name = new Date(`${iso}T00:00:00Z`).toLocaleDateString('en-US', { month: 'short', timeZone: 'UTC' });
  return `${day}-${name}-${year}`.replace(`-${month}-`, `-${name}-`);
};

describe('Safety', () => {
  it('over rows of an ended opioid says that none is current, and since when enough days are over', async () => {
    const { app, page, close } = await openAppAlone(browser(), await addStory('v03'), AXE_CONTEXT);
    await app
      .getByRole('heading', { name: 'No current opioid in the records this app could read' })
      .waitFor();
    await app.getByText(/^Tramadol ended .*, opioid-free days complete since /).waitFor();
    expect(await app.getByText(/No opioid found/).count()).toBe(0);
    // A start that is past is none to wait for.
    expect(await app.getByText(/Earliest start/).count()).toBe(0);
    expect(await screenFaults(page, 'v03-safety')).toEqual([]);
    await close();
  });

  it('of a current opioid says what the earliest start would be if the last dose were today', async () => {
    const { app, close } = await openAppAlone(browser(), await addStory('v02'));
    await app.getByText(/^If the last dose were today: not before .*, after at least 10 days/).waitFor();
    await close();
  });

  it('shows an order and what was handed out of it as one row, and what was measured beside the checks', async () => {
    const { app, close } = await openAppAlone(browser(), await addStory('v04'));
    const table = app.getByRole('table', { name: 'Opioids in the chart' });
    expect(await table.getByRole('row').count()).toBe(2);
    expect(await table.getByText(/^Ordered:/).count()).toBe(1);
    expect(await table.getByText(/^Dispensed:/).count()).toBe(1);
    for (const chip of [
      /^ALT 23 U\/L \(limit 40\), /,
      /^eGFR 93, /,
      /^ESR 13 mm\/h \(limit 20\), /,
      /^Pain score 7 of 10, /,
    ])
      await app.locator('.chips').getByText(chip).waitFor();
    await close();
  });
});

describe('Plan', () => {
  it('says the days of the plan that stands there, and when an effect may be greatest', async () => {
    const chart = await openAppAlone(browser(), await addStory('v01'), AXE_CONTEXT);
    const { app } = chart;
    await app.getByRole('button', { name: 'Continue to plan' }).click();
    await app.getByText(/go up every 14 days if tolerated/).waitFor();
    await app.getByText(/greatest at 4 to 6 weeks/).waitFor();
    await app.getByText(/Higher ESR, greater response/).waitFor();
    await app.getByRole('button', { name: 'Weekly' }).click();
    await app.getByText(/go up every 7 days if tolerated/).waitFor();
    expect(await app.getByText(/every 14 days/).count()).toBe(0);
    await openFields(chart);
    await app.getByText('The evidence, side effects and other treatments').click();
    await app.getByText(/^Trial of 4\.5 mg for 12 months, 98 women/).waitFor();
    await app.getByText(/Evidence last reviewed on/).waitFor();
    expect(await screenFaults(chart.page, 'v01-plan-evidence-open')).toEqual([]);
    await chart.close();
  });
});

describe('Review', () => {
  it('whose answers moved the first night says which opioid moved it and to when, and writes nothing yet', async () => {
    const patient = await addStory('v01');
    const chart = await openAppAlone(browser(), patient, AXE_CONTEXT);
    const { app } = chart;
    await goToReview(chart);
    await app.getByRole('radio', { name: 'Checked', exact: true }).check();
    await app.getByRole('radio', { name: 'Asked: took an opioid' }).check();
    const last = inDays(-2);
    await app.getByLabel('Last taken on').fill(last);
    await app.getByRole('radio', { name: /^Asked: not pregnant/ }).check();
    await app.getByRole('button', { name: 'Write draft to chart' }).click();
    await app
      .getByText(`Last opioid ${onScreen(last)}: first night moved to ${onScreen(inDays(13))}.`)
      .waitFor();
    expect(await naltrexoneOf(patient)).toEqual([]);
    expect(await screenFaults(chart.page, 'v01-review-moved')).toEqual([]);
    await chart.close();
  });
});
