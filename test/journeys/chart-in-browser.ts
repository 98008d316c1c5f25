/** A chart of the pretend EHR open in a real browser, the app in its frame. */
import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type FrameLocator,
  type Page,
} from 'playwright-core';
import { beforeAll } from 'vitest';
import { Journey } from '../operations/journey.ts';
import { appUrl, ehrUrl } from './own-ehr.ts';
import { takePage } from './page-pool.ts';
import { browserAddress } from './started.ts';

export interface OpenChartPage {
  readonly page: Page;
  /** What the prescriber sees of the app. */
  readonly app: Pick<FrameLocator, 'getByRole' | 'getByText' | 'getByLabel' | 'locator'>;
  /** Path of the app's screen in the frame: "/chart/<launch>/safety". */
  address(): string;
  /** Types an address of the app into the frame. */
  goTo(path: string): Promise<void>;
  /** Asks for an address of the app with the cookie of the frame, and follows where it leads: cheaper than showing the page. */
  ask(path: string): Promise<{ readonly path: string; readonly html: string }>;
  close(): Promise<void>;
}

const ASK = async (path: string) => {
  const answer = await fetch(path);
  return { path: new URL(answer.url).pathname, html: await answer.text() };
};

let connected: Browser | undefined;

/** One connection a worker: the pages it keeps serve the next file too. It ends with the worker. */
export function connectedBrowser(): () => Browser {
  beforeAll(async () => {
    connected ??= await chromium.connect(browserAddress);
  });
  return () => {
    if (connected === undefined) throw new Error('the browser is connected to before the tests of a file');
    return connected;
  };
}

export async function openChartPage(
  browser: Browser,
  patient: string,
  options: BrowserContextOptions = {},
): Promise<OpenChartPage> {
  const { page, close } = await takePage(browser, { viewport: { width: 1300, height: 900 }, ...options });
  await page.goto(`${ehrUrl}/chart/${patient}`);
  const frame = () => {
    const found = page.frames().find((one) => one.url().startsWith(appUrl));
    if (found === undefined) throw new Error('the app is not in the frame');
    return found;
  };
  const app = page.frameLocator('iframe[title="LDN Titration"]');
  await app.locator('h1').first().waitFor();
  return {
    page,
    app,
    address: () => new URL(frame().url()).pathname,
    goTo: async (path) => {
      await frame().goto(`${appUrl}${path}`);
    },
    ask: (path) => frame().evaluate(ASK, path),
    close,
  };
}

/** The app on a page of its own, so that its width is the page's. Its cookie is kept apart from the one it has in a frame. */
export async function openAppAlone(
  browser: Browser,
  patient: string,
  options: BrowserContextOptions = {},
  ehr = { appUrl, ehrUrl },
): Promise<OpenChartPage> {
  const { page, close } = await takePage(browser, options);
  await page.goto(await launchUrlOf(patient, ehr.ehrUrl));
  await page.waitForURL(/\/chart\/[^/]+\/(safety|follow-up|done)/);
  await page.locator('h1').first().waitFor();
  return {
    page,
    app: page,
    address: () => new URL(page.url()).pathname,
    goTo: async (path) => {
      await page.goto(`${ehr.appUrl}${path}`);
    },
    ask: (path) => page.evaluate(ASK, path),
    close,
  };
}

/** A draft that was written at an earlier launch, in a browser that is gone. */
export async function draftWritten(patient: string): Promise<void> {
  const journey = await Journey.launch(await launchUrlOf(patient));
  const { url } = await journey.write();
  if (!url.endsWith('/done')) throw new Error(`the write ended at ${url}`);
}

/** Where the chart page of the EHR would open the app. */
export async function launchUrlOf(patient: string, ehr = ehrUrl): Promise<string> {
  const chartPage = await (await fetch(`${ehr}/chart/${patient}`)).text();
  const launch = /<iframe[^>]* src="([^"]+)"/.exec(chartPage)?.[1]?.replaceAll('&#38;', '&');
  if (launch === undefined) throw new Error('the chart page has no frame');
  return launch;
}

/** The fields of the plan, which are folded away until somebody wants to change it. */
export async function openFields({ app }: Pick<OpenChartPage, 'app'>): Promise<void> {
  const closed = app.locator('.plan-fields:not([open]) > summary');
  await app.locator('.plan-fields').waitFor();
  if ((await closed.count()) > 0) await closed.click();
}

/** Review of the plan as it is proposed, straight from Safety: for what begins there. */
export async function goToReview({ app, address, goTo }: OpenChartPage): Promise<void> {
  await goTo(address().replace('/safety', '/review'));
  await app.getByRole('heading', { name: 'Review', exact: true }).waitFor();
}

export async function continueToReview({ app }: OpenChartPage): Promise<void> {
  await app.getByRole('button', { name: 'Continue to plan' }).click();
  await app.getByRole('button', { name: 'Continue to review' }).click();
  await app.getByRole('heading', { name: 'Review', exact: true }).waitFor();
}

/** Each question answered with the answer that settles it, which stands first. */
export async function answerAll({ app }: OpenChartPage): Promise<void> {
  const groups = app.locator('fieldset');
  // A streamed screen stands in its place a moment after its page has loaded, and `all` does not wait.
  await groups.first().waitFor();
  for (const group of await groups.all()) {
    await group.getByRole('radio').first().check();
  }
}

export async function writeDraft({ app }: OpenChartPage): Promise<void> {
  await app.getByRole('button', { name: 'Write draft to chart' }).click();
  await app.getByRole('heading', { name: 'Draft in chart, not signed' }).waitFor();
}
