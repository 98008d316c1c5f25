import { describe, expect, it } from 'vitest';
import { connectedBrowser, openAppAlone, openFields } from './chart-in-browser.ts';
import { addStory } from './own-ehr.ts';
import { AXE_CONTEXT, screenFaults } from './screen-faults.ts';

const browser = connectedBrowser();

describe('a session that ends', () => {
  it('says so, with a number to read out, and the plan is there when the chart is opened again', async () => {
    const patient = await addStory('v01');
    const chart = await openAppAlone(browser(), patient);
    await chart.app.getByRole('button', { name: 'Continue to plan' }).click();
    await openFields(chart);
    await chart.app.getByRole('textbox', { name: 'Length' }).fill('42');
    const saved = chart.page.waitForResponse((response) => response.request().method() === 'POST');
    await chart.app.getByRole('button', { name: 'Update plan' }).click();
    await saved;
    await chart.page.context().clearCookies();
    await chart.page.reload();
    await chart.app.getByRole('heading', { name: 'This chart is no longer open here' }).waitFor();
    const said = await chart.app.locator('main').innerText();
    expect(said).toMatch(/Reference\s+[A-Z0-9]{6,}/);
    expect(said).toContain('it is kept for 8 hours, for you and this patient alone');
    await chart.close();

    const again = await openAppAlone(browser(), patient, AXE_CONTEXT);
    await again.app.getByRole('button', { name: 'Continue to plan' }).click();
    await again.app.getByRole('heading', { name: /^Plan from \d\d:\d\d.* today, restored$/ }).waitFor();
    const length = again.app.getByRole('textbox', { name: 'Length' });
    expect(await length.inputValue()).toBe('42');
    expect(await screenFaults(again.page, 'v01-plan-restored')).toEqual([]);
    await again.app.getByRole('button', { name: 'Start afresh from the proposal' }).click();
    await again.app.getByRole('heading', { name: /restored/ }).waitFor({ state: 'detached' });
    expect(await length.inputValue()).toBe('56');
    await again.close();
  });
});
