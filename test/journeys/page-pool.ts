/** Pages that serve one journey after another: a page that has loaded the app once opens the next chart in half the processor time. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

const SCREEN_LIMIT_MS = 20_000;

const DEFAULT_VIEWPORT = { width: 1280, height: 720 };

/** Pages nobody uses, by those options of their context that a page cannot change. */
const free = new WeakMap<Browser, Map<string, Page[]>>();

function freePages(browser: Browser, fixed: BrowserContextOptions): Page[] {
  const kinds = free.get(browser) ?? new Map<string, Page[]>();
  free.set(browser, kinds);
  const kind = JSON.stringify(fixed);
  const pages = kinds.get(kind) ?? [];
  kinds.set(kind, pages);
  return pages;
}

/** As a page that was never used: no cookie, no route, no listener, no other page beside it. */
async function clean(page: Page): Promise<void> {
  const context = page.context();
  for (const event of ['request', 'response', 'console'] as const) page.removeAllListeners(event);
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  for (const other of context.pages()) if (other !== page) await other.close();
  await page.goto('about:blank');
  await context.clearCookies();
}

/** A page with these options. Whoever adds a script to every page (`addInitScript`) closes the context instead. */
export async function takePage(
  browser: Browser,
  { viewport, reducedMotion, forcedColors, ...fixed }: BrowserContextOptions,
): Promise<{ readonly page: Page; close(): Promise<void> }> {
  const pages = freePages(browser, fixed);
  let page = pages.pop();
  if (page === undefined) {
    const context = await browser.newContext(fixed);
    context.setDefaultTimeout(SCREEN_LIMIT_MS);
    page = await context.newPage();
  }
  const taken = page;
  await taken.setViewportSize(viewport ?? DEFAULT_VIEWPORT);
  await taken.emulateMedia({
    media: null,
    reducedMotion: reducedMotion ?? null,
    forcedColors: forcedColors ?? null,
  });
  return {
    page: taken,
    close: async () => {
      if (taken.isClosed()) return;
      await clean(taken);
      pages.push(taken);
    },
  };
}
