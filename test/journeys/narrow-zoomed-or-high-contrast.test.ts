import { describe, expect, it } from 'vitest';
import { answerAll, connectedBrowser, openAppAlone, writeDraft } from './chart-in-browser.ts';
import { addStory, naltrexoneOf } from './own-ehr.ts';
import { AXE_CONTEXT, axeFaults, overflowOf, screenFaults } from './screen-faults.ts';

const browser = connectedBrowser();

describe('the whole path can be walked', () => {
  it.each([
    ['in a frame of 320 pixels', { viewport: { width: 320, height: 640 } }],
    // 1280 x 1024 at 400% leaves 320 x 256 CSS pixels of four device pixels each.
    ['at 400% zoom', { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }],
    ['in forced colours', { viewport: { width: 900, height: 700 }, forcedColors: 'active' as const }],
    ['with reduced motion', { viewport: { width: 760, height: 600 }, reducedMotion: 'reduce' as const }],
  ])('%s: nothing is cut, nothing hides the field that has the focus', async (_how, options) => {
    const patient = await addStory('v01');
    const chart = await openAppAlone(browser(), patient, { ...AXE_CONTEXT, ...options });
    const { app, page } = chart;
    const found: unknown[] = [];
    const look = async () => found.push(await overflowOf(page), ...(await axeFaults(page)));

    await app.getByRole('heading', { name: 'No opioid found' }).waitFor();
    await look();
    await app.getByRole('button', { name: 'Continue to plan' }).click();
    await app.getByRole('heading', { name: 'Proposed titration' }).waitFor();
    await look();
    const length = app.getByRole('textbox', { name: 'Length' });
    await length.waitFor({ state: 'hidden' });
    if (options.viewport.width === 320)
      expect(await page.evaluate(() => document.body.scrollHeight)).toBeLessThan(2_400);
    await app.locator('summary', { hasText: 'Change the plan' }).focus();
    await page.keyboard.press('Enter');
    await look();
    await length.focus();
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press('Tab');
      const hidden = await page.evaluate(() => {
        const focused = document.activeElement;
        const strip = document.querySelector('.identity');
        if (focused === null || strip === null || getComputedStyle(strip).position !== 'sticky') return false;
        return focused.getBoundingClientRect().bottom <= strip.getBoundingClientRect().bottom;
      });
      expect(hidden).toBe(false);
    }
    await app.getByRole('button', { name: 'Continue to review' }).click();
    await app.getByRole('heading', { name: 'Review', exact: true }).waitFor();
    await look();
    await answerAll(chart);
    await writeDraft(chart);
    await look();
    expect(found.filter((fault) => fault !== 0)).toEqual([]);
    await chart.close();
    expect(await naltrexoneOf(patient)).toHaveLength(1);
  });

  it.each(['v02', 'v04', 'v05'])(
    'in forced colours the verdict of %s keeps its mark and words',
    async (story) => {
      const chart = await openAppAlone(browser(), await addStory(story), {
        ...AXE_CONTEXT,
        forcedColors: 'active',
      });
      expect(await chart.app.locator('.verdict-mark').isVisible()).toBe(true);
      expect(await screenFaults(chart.page, `${story}-safety-forced-colours`)).toEqual([]);
      await chart.close();
    },
  );
});
