import { afterEach, describe, expect, it } from 'vitest';
import { orderOfToday } from './add-row.ts';
import { answerAll, connectedBrowser, goToReview, openChartPage } from './chart-in-browser.ts';
import { addStory, naltrexoneOf, setFaults } from './own-ehr.ts';

const browser = connectedBrowser();

afterEach(() => setFaults({}));

async function pressedWrite(faults: object) {
  const patient = await addStory('v01');
  const chart = await openChartPage(browser(), patient);
  await goToReview(chart);
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
    await app.getByRole('heading', { name: 'The EHR did not accept the draft' }).waitFor();
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
    await chart.app.getByText('but some other fields are not').waitFor();
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

describe('when nobody knows whether the draft arrived', () => {
  it('a person decides to send it again, and then there is one', async () => {
    const { chart, patient } = await pressedWrite({ refuseWrite: { status: 500, text: 'Disk is full.' } });
    const { app } = chart;
    await app.getByRole('heading', { name: 'Sent, but nobody knows whether it arrived' }).waitFor();
    await app.getByText('Disk is full.').waitFor();
    await setFaults({});
    // Wherever the prescriber goes from here, it is said again that nobody knows.
    await chart.goTo(chart.address().replace('/review', '/safety'));
    await app.getByText('A draft was sent for this patient, and nobody knows').first().waitFor();
    await chart.goTo(chart.address().replace('/safety', '/done'));
    await app.getByRole('heading', { name: 'Sent, but nobody knows whether it arrived' }).waitFor();
    await app.getByRole('link', { name: 'Say on Review that it is not there' }).click();
    await app.getByText('Closed while nobody knows').waitFor();
    expect(await app.getByLabel('Order', { exact: true }).count()).toBe(0);
    await app.getByRole('button', { name: 'Write draft to chart' }).click();
    await app.getByText('The outcome of an earlier write is not known.').waitFor();
    expect(await naltrexoneOf(patient)).toEqual([]);
    await app.getByLabel('I looked at the orders in the EHR').check();
    await app.getByRole('button', { name: 'Write draft to chart' }).click();
    await app.getByRole('heading', { name: 'Draft in chart, not signed' }).waitFor();
    await chart.close();
    expect(await naltrexoneOf(patient)).toHaveLength(1);
  });
});

describe('when the EHR makes something else of the draft', () => {
  it('a capsule mapped to the 50 mg tablet: do not sign it', async () => {
    const { chart } = await pressedWrite({
      dropFields: ['contained', 'medicationReference'],
      changeFields: { medicationCodeableConcept: { text: 'naltrexone hydrochloride 50 mg tablet' } },
    });
    await chart.app.getByText('Do not sign this draft as it is').waitFor();
    expect(
      await chart.app
        .getByRole('row', { name: /^Drug / })
        .first()
        .textContent(),
    ).toContain('naltrexone hydrochloride 50 mg tablet');
    await chart.close();
  });

  it('and does not let it be read back: says so, and never that every field stands', async () => {
    const { chart } = await pressedWrite({ readBackNotFound: true });
    await chart.app.getByText('It could not be read back: the EHR answered HTTP 404').waitFor();
    expect(await chart.app.getByText('Every field is in the chart').count()).toBe(0);
    await chart.close();
  });
});

describe('when things change between review and write', () => {
  it('an opioid ordered meanwhile stops the write and is named', async () => {
    const changed = await addStory('v01');
    const resource = orderOfToday('tramadol 50 mg tablet');
    await setFaults({ patients: { [changed]: { chartChanges: [{ afterReads: 1, resource }] } } });
    const late = await openChartPage(browser(), changed);
    await goToReview(late);
    await answerAll(late);
    await late.app.getByRole('button', { name: 'Write draft to chart' }).click();
    await late.app.getByRole('heading', { name: 'Opioid on the chart' }).waitFor();
    await late.app
      .getByText('This press wrote nothing. The chart was read again just before writing')
      .waitFor();
    await late.app
      .getByText(/tramadol 50 mg tablet/)
      .first()
      .waitFor();
    await late.close();
    expect(await naltrexoneOf(changed)).toEqual([]);
  });

  it('an access token that ended is renewed, and one draft stands', async () => {
    const { chart, patient } = await pressedWrite({ tokenExpiresNow: true });
    await chart.app.getByRole('heading', { name: 'Draft in chart, not signed' }).waitFor();
    await chart.close();
    expect(await naltrexoneOf(patient)).toHaveLength(1);
  });
});
