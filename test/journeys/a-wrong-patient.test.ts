import { afterEach, describe, expect, it } from 'vitest';
import { answerAll, connectedBrowser, continueToReview, openAppAlone } from './chart-in-browser.ts';
import { addStory, naltrexoneOf, setFaults } from './own-ehr.ts';
import { AXE_CONTEXT, screenFaults } from './screen-faults.ts';

const browser = connectedBrowser();

afterEach(() => setFaults({}));

describe('an EHR that names another patient while a chart is open', () => {
  it('is a full stop, with the name of the patient the chart was opened for; nothing is written', async () => {
    const [patient, other] = [await addStory('v01'), await addStory('v09')];
    const chart = await openAppAlone(browser(), patient, AXE_CONTEXT);
    await continueToReview(chart);
    await answerAll(chart);
    await setFaults({ tokenExpiresNow: true, patients: { [patient]: { tokenPatient: other } } });
    await chart.app.getByRole('button', { name: 'Write draft to chart' }).click();
    await chart.app.getByRole('heading', { name: 'Stop: the EHR named another patient' }).waitFor();
    await chart.goTo(chart.address());
    await chart.app.getByRole('heading', { name: 'Stop: the EHR named another patient' }).waitFor();
    expect(await chart.app.locator('.two-patients').innerText()).toMatch(/opened for\s+EXAMPLE, Ada, born/);
    expect(await chart.app.getByRole('button').count()).toBe(0);
    expect(await screenFaults(chart.page, 'v01-wrong-patient')).toEqual([]);
    await chart.close();
    expect(await naltrexoneOf(patient)).toEqual([]);
    expect((await naltrexoneOf(other)).filter(({ status }) => status === 'draft')).toEqual([]);
  });
});
