import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { connectedBrowser, openAppAlone, openFields } from './chart-in-browser.ts';
import { addStory, appUrl } from './own-ehr.ts';

const browser = connectedBrowser();

/** Scripts of the verdict's page, compressed. */
const MOST_SCRIPT_BYTES = 150_000;

describe('the verdict does not need a script', () => {
  it.each([
    ['v02', 'Opioid on the chart'],
    ['v01', 'No opioid found'],
  ])('%s: it is shown where every script of the app is lost', async (story, verdict) => {
    const chart = await openAppAlone(browser(), await addStory(story));
    await chart.page.context().route(`${appUrl}/_next/static/**/*.js`, (route) => route.abort());
    await chart.page.reload();
    await chart.app.getByRole('heading', { name: verdict }).waitFor();
    expect(await chart.app.locator('.verdict').isVisible()).toBe(true);
    expect(await chart.app.getByRole('heading', { name: 'Checks' }).isVisible()).toBe(true);
    await chart.close();
  });

  it('it stands in the first answer, in the order in which it is read, not in a hidden part', async () => {
    const chart = await openAppAlone(browser(), await addStory('v02'));
    const html = await (await chart.page.context().request.get(chart.page.url())).text();
    const verdict = html.indexOf('Opioid on the chart</h1>');
    expect(verdict).toBeGreaterThan(html.indexOf('class="steps"'));
    expect(verdict).toBeLessThan(html.indexOf('id="checks"'));
    expect(html).not.toMatch(/<div hidden id="S:/);
    await chart.close();
  });

  it('nothing on Safety moves once it is shown, and its scripts stay small', async () => {
    const chart = await openAppAlone(browser(), await addStory('v04'));
    const { page } = chart;
    await page.addInitScript(() => {
      const moved: number[] = [];
      Object.assign(window, { moved });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) moved.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const scripts: Promise<number>[] = [];
    page.on('response', (response) => {
      if (!response.url().endsWith('.js')) return;
      scripts.push(response.body().then((script) => gzipSync(script).length));
    });
    await page.reload({ waitUntil: 'networkidle' });
    expect(await page.evaluate(() => (window as unknown as { moved: number[] }).moved)).toEqual([]);
    const bytes = (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(MOST_SCRIPT_BYTES);
    await page.context().close();
  });
});

it('a page of another build, pressed: it is told to be older, and what was typed stands after the reload', async () => {
  const { app, page } = await openAppAlone(browser(), await addStory('v01'));
  await page.goto(page.url().replace('/safety', '/plan'));
  // Scripts take the screen over a moment after it is shown.
  await page.waitForLoadState('networkidle');
  await openFields({ app });
  await page.locator('[name=days]').fill('42');
  await page.route('**/plan', (route) => {
    const headers = route.request().headers();
    return route.continue(
      headers['next-action'] === undefined ? {} : { headers: { ...headers, 'next-action': '60'.repeat(21) } },
    );
  });
  await page.locator('button[value=update]').last().click();
  await page.getByRole('heading', { name: 'This page is from an older version of the app' }).waitFor();
  await page.getByText('Reference', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'Reload the page' }).click();
  await page.locator('[name=days]').waitFor();
  expect(await page.locator('[name=days]').inputValue()).toBe('42');
  await page.context().close();
});
