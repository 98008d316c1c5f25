/** What a prescriber has to read, and how far to scroll, before the first question and the last button. */
import type { Locator } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { connectedBrowser, goToReview, openAppAlone } from './chart-in-browser.ts';
import { addStory, setFaults } from './own-ehr.ts';

const browser = connectedBrowser();

beforeEach(() => setFaults({}));

/** The frame that an EHR leaves on a common screen. */
const FRAME = { width: 1028, height: 780 };

/** Pixels from the top of the page to the top and the bottom of an element. */
async function placeOf(element: Locator) {
  const box = await element.boundingBox();
  if (box === null) throw new Error('it is not shown');
  return { top: Math.round(box.y), bottom: Math.round(box.y + box.height) };
}

/** Words a person sees in the main part above an element: folded ones are not seen. */
async function wordsAbove(element: Locator): Promise<number> {
  return element.evaluate((target) => {
    const { top } = target.getBoundingClientRect();
    const walker = document.createTreeWalker(
      document.querySelector('main') ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    let words = 0;
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (parentElement === null || !parentElement.checkVisibility({ visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      const box = range.getBoundingClientRect();
      if (box.height > 0 && box.top < top) words += textContent?.match(/\S+/g)?.length ?? 0;
    }
    return words;
  });
}

describe('on a clean chart', () => {
  it('Review asks within 40 words and one look, and Write is in view', async () => {
    const chart = await openAppAlone(browser(), await addStory('v01'), { viewport: FRAME });
    await goToReview(chart);
    const question = chart.app.locator('fieldset').first();
    const write = chart.app.getByRole('button', { name: 'Write draft to chart' });
    const measured = {
      words: await wordsAbove(question),
      question: (await placeOf(question)).top,
      write: (await placeOf(write)).bottom,
    };
    console.log(`Review at 1028 x 780: ${JSON.stringify(measured)}`);
    expect(measured.words).toBeLessThan(40);
    expect(measured.question).toBeLessThan(FRAME.height / 3);
    expect(measured.write).toBeLessThanOrEqual(FRAME.height);
    expect(await chart.app.locator('button.primary').count()).toBe(1);
    // What the choices say is said once.
    expect(await chart.app.getByText('kratom').count()).toBe(1);
    const order = chart.app.getByText('Read it as the pharmacist will');
    await order.click();
    await chart.app
      .getByText(/Increase only if tolerated/)
      .first()
      .waitFor();
    await chart.close();
  });

  it('Plan is one screen high at 1200 x 1000 while nothing in it is opened', async () => {
    const chart = await openAppAlone(browser(), await addStory('v01'), {
      viewport: { width: 1200, height: 1000 },
    });
    await chart.app.getByRole('button', { name: 'Continue to plan' }).click();
    await chart.app.getByRole('heading', { name: 'Proposed titration' }).waitFor();
    const height = await chart.page.evaluate(() => document.documentElement.scrollHeight);
    const words = await wordsAbove(chart.app.locator('.frame-foot'));
    console.log(`Plan at 1200 x 1000: ${height} px high, ${words} words`);
    expect(height).toBeLessThanOrEqual(1000);
    expect(await chart.app.locator('button.primary').count()).toBe(1);
    await chart.close();
  });
});
