import { describe, expect, it } from 'vitest';
import { addStory, connectedBrowser, openAppAlone } from './chart-in-browser.ts';

const browser = connectedBrowser();

describe('a session that ends', () => {
  it('says so, with a number to read out, and the plan is there when the chart is opened again', async () => {
    const patient = await addStory('v01');
    const chart = await openAppAlone(browser(), patient);
    await chart.app.getByRole('button', { name: 'Continue to plan' }).click();
    await chart.app.getByRole('textbox', { name: 'Length' }).fill('42');
    const saved = chart.page.waitForResponse((response) => response.request().method() === 'POST');
    await chart.app.getByRole('button', { name: 'Update plan' }).click();
    await saved;
    await chart.page.context().clearCookies();
    await chart.page.reload();
    await chart.app.getByRole('heading', { name: 'This chart is no longer open here' }).waitFor();
    expect(await chart.app.locator('main').innerText()).toMatch(/Reference\s+[A-Z0-9]{6,}/);
    await chart.close();

    const again = await openAppAlone(browser(), patient);
    await again.app.getByRole('button', { name: 'Continue to plan' }).click();
    expect(await again.app.getByRole('textbox', { name: 'Length' }).inputValue()).toBe('42');
    await again.close();
  });
});
