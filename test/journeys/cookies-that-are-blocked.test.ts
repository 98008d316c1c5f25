import type { BrowserContext } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { connectedBrowser } from './chart-in-browser.ts';
import { addStory, appUrl, ehrUrl } from './own-ehr.ts';
import { AXE_CONTEXT, screenFaults } from './screen-faults.ts';

const browser = connectedBrowser();

/** As a browser that keeps no cookie of the app: it takes the answers and leaves their Set-Cookie. */
async function dropCookies(context: BrowserContext) {
  await context.route(`${appUrl}/**`, async (route) => {
    const request = route.request();
    if (!request.isNavigationRequest()) return route.continue();
    const answer = await fetch(request.url(), { redirect: 'manual', headers: request.headers() });
    const headers = Object.fromEntries(
      [...answer.headers].filter(([name]) => !/^(set-cookie|content-encoding)$/.test(name)),
    );
    await route.fulfill({ status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) });
  });
}

describe('where the browser blocks cookies', () => {
  it('the page says which setting to change, for IT, and nothing was read', async () => {
    const context = await browser().newContext(AXE_CONTEXT);
    await dropCookies(context);
    const page = await context.newPage();
    await page.goto(`${ehrUrl}/chart/${await addStory('v01')}`);
    const app = page.frameLocator('iframe[title="LDN Titration"]');
    await app.getByRole('heading', { name: 'The browser blocks a cookie this app needs' }).waitFor();
    const text = await app.locator('body').innerText();
    expect(text).toContain('COOKIE_BLOCKED');
    expect(text).toContain('Third-party cookies');
    expect(text).toContain('CookiesAllowedForUrls');
    expect(text).toContain('This attempt read nothing from the chart and wrote nothing to it.');
    expect(text).toMatch(/Reference/);
    expect(text).not.toMatch(/opioid found/i);
    await page.goto(
      page
        .frames()
        .find((frame) => frame.url().startsWith(appUrl))
        ?.url() ?? '',
    );
    expect(await screenFaults(page, 'cookies-blocked')).toEqual([]);
    await context.close();
  });

  it('cookies of other sites alone are blocked: the app works, for its own is kept apart for this EHR', async () => {
    const context = await browser().newContext();
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.setCookieControls', {
      enableThirdPartyCookieRestriction: true,
      disableThirdPartyCookieMetadata: true,
      disableThirdPartyCookieHeuristics: true,
    } as never);
    await page.goto(`${ehrUrl}/chart/${await addStory('v01')}`);
    const app = page.frameLocator('iframe[title="LDN Titration"]');
    await app.getByRole('heading', { name: 'No opioid found' }).waitFor();
    await context.close();
  });
});
