/** `npm run pictures`: builds the app, opens invented charts in a real browser and leaves the pictures of README in docs/screenshots. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type FrameLocator, type Page } from 'playwright-core';
import { startChromium } from '../journeys/chromium.ts';
import { type Demo, startDemo } from '../sandbox/start-demo.ts';
import { animatedPng, type Frame } from './animated-png.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'docs', 'screenshots');
const APP_ALONE = { width: 1000, height: 800 };
const IN_EHR = { width: 1200, height: 760 };
const TOUR = { width: 1000, height: 640 };
const TOUR_MS = 60_000;

/** The app on a page of its own, from Safety on. */
const ALONE: readonly (readonly [file: string, story: string, screen: 'safety' | 'plan'])[] = [
  ['safety', 'v01', 'safety'],
  ['plan', 'v01', 'plan'],
  ['blocked', 'v02', 'safety'],
  ['cannot-tell', 'v06', 'safety'],
];

async function pictureAlone(
  browser: Browser,
  demo: Demo,
  story: string,
  screen: 'safety' | 'plan',
): Promise<Buffer> {
  const page = await browser.newPage({ viewport: APP_ALONE });
  await page.goto(demo.sandbox.launchUrl(story));
  await page.waitForURL(/\/safety/);
  if (screen === 'plan') await page.getByRole('button', { name: 'Continue to plan' }).click();
  await page.locator('h1').first().waitFor();
  const picture = await page.screenshot({ animations: 'disabled' });
  await page.close();
  return picture;
}

async function openChart(browser: Browser, demo: Demo, story: string, viewport: typeof IN_EHR) {
  const page = await browser.newPage({ viewport });
  await page.goto(`${demo.ehrUrl}/chart/${story}`);
  const app = page.frameLocator('iframe[title="LDN Titration"]');
  await app.locator('h1').first().waitFor();
  return { page, app };
}

/** One sentence at the foot of the page says what the picture shows. */
async function say(page: Page, words: string): Promise<void> {
  await page.evaluate((text) => {
    const line = document.querySelector('[data-tour]') ?? document.createElement('p');
    line.setAttribute('data-tour', '');
    line.setAttribute(
      'style',
      'position:fixed;inset:auto 0 0 0;margin:0;padding:10px 16px;background:#12202c;color:#fff;font:600 17px system-ui,sans-serif',
    );
    line.textContent = text;
    document.body.append(line);
  }, words);
}

async function tour(browser: Browser, demo: Demo): Promise<Buffer> {
  const { page, app } = await openChart(browser, demo, 'v01', TOUR);
  const pictures: Buffer[] = [];
  const look = async (words: string) => {
    await say(page, words);
    pictures.push(await page.screenshot({ animations: 'disabled' }));
  };
  await page.getByRole('tab', { name: 'Chart' }).click();
  await look('A chart in the EHR. The patient is invented.');
  await page.getByRole('tab', { name: 'LDN Titration' }).click();
  await look('The app opens in it and has read the chart: is there an opioid?');
  await scroll(app, 'main section:nth-of-type(2)');
  await look('One row a check, with what was found and where.');
  await app.getByRole('button', { name: 'Continue to plan' }).click();
  await app.getByRole('button', { name: 'Continue to review' }).waitFor();
  await look('Plan: the phases, and the dose over time. Every step can be changed.');
  await app.getByRole('button', { name: 'Continue to review' }).click();
  await app.getByRole('heading', { name: 'Review', exact: true }).waitFor();
  await look('Review: what the chart cannot tell is asked.');
  for (const group of await app.locator('fieldset').all()) await group.getByRole('radio').first().check();
  await scroll(app, 'fieldset');
  await look('Each answer goes into the note of the order.');
  await app.getByText('Read it as the pharmacist will').click();
  await scroll(app, '.order-as-read');
  await look('This is the order that will be written, word for word.');
  await app.getByRole('button', { name: 'Write draft to chart' }).click();
  await app.getByRole('heading', { name: 'Draft in chart, not signed' }).waitFor();
  await look('Done: the draft was read back from the chart, field by field.');
  await page.getByRole('tab', { name: /Orders/ }).click();
  await page.locator('.order.draft').first().waitFor();
  await look('In the EHR: a draft. The prescriber reads and signs it there.');
  await page.goto(`${demo.ehrUrl}/chart/v02`);
  await app.locator('h1').first().waitFor();
  await look('Another chart holds an opioid: no plan, no draft, and why.');
  await page.close();
  const frames: Frame[] = pictures.map((png) => ({ png, shown: Math.round(TOUR_MS / pictures.length) }));
  return animatedPng(frames);
}

async function scroll(app: FrameLocator, to: string): Promise<void> {
  await app
    .locator(to)
    .first()
    .evaluate((element) => element.scrollIntoView({ block: 'start' }));
}

const folder = await mkdtemp(join(tmpdir(), 'ldn-titration-pictures-'));
const demo = await startDemo({ folder });
const server = await startChromium();
try {
  const browser = await chromium.connect(server.wsEndpoint);
  const keep = async (name: string, picture: Buffer) => {
    await writeFile(join(FOLDER, `${name}.png`), picture);
    console.log(`docs/screenshots/${name}.png ${Math.round(picture.length / 1000)} kB`);
  };
  for (const [name, story, screen] of ALONE)
    await keep(name, await pictureAlone(browser, demo, story, screen));
  const { page } = await openChart(browser, demo, 'v01', IN_EHR);
  await keep('in-the-ehr', await page.screenshot({ animations: 'disabled' }));
  await keep('tour', await tour(browser, demo));
} finally {
  await server.close();
  await demo.close();
  await rm(folder, { recursive: true, force: true });
}
