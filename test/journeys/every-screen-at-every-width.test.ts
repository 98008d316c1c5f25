import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  addStory,
  answerAll,
  appUrl,
  connectedBrowser,
  continueToReview,
  type OpenChartPage,
  openAppAlone,
  writeDraft,
} from './chart-in-browser.ts';

const browser = connectedBrowser();
const WIDTHS = [320, 760, 1200];
const FOLDER = join(import.meta.dirname, '../../build-output/screens');
const AXE = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What each screen is known by, so that no other page passes for it. */
const HEADINGS: Readonly<Record<string, RegExp>> = {
  safety: /No opioid found|Opioid on the chart|Cannot tell/,
  plan: /Proposed titration/,
  review: /Review/,
  'review?check=1': /Review/,
  done: /Draft in chart, not signed/,
  handout: /Your low-dose naltrexone/,
};

/** What is wrong with the screens of one launch, at each width; a picture of each is kept. */
async function faultsOf(chart: OpenChartPage, screens: readonly string[], story: string) {
  const found: string[] = [];
  const base = chart.address().replace(/\/[a-z]+$/, '');
  const page = await chart.page.context().newPage();
  for (const screen of screens) {
    await page.goto(`${appUrl}${base}/${screen}`);
    expect(await page.locator('h1').first().innerText()).toMatch(HEADINGS[screen] ?? /never/);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 700 });
      const name = `${story}-${screen.replace('?check=1', '-unanswered')}-${width}`;
      await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: true });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (overflow > 0) found.push(`${name}: ${overflow} px too wide`);
      const violations = (await page.evaluate(
        `${AXE}; axe.run().then((run) => run.violations)`,
      )) as Violation[];
      for (const { id, nodes } of violations) {
        found.push(`${name}: ${id} ${nodes.map(({ html }) => html).join(' ')}`);
      }
    }
  }
  await page.close();
  return found;
}

beforeAll(() => {
  mkdirSync(FOLDER, { recursive: true });
});

/** The axe library is put into the page by the test, past the page's own Content-Security-Policy. */
const options = { bypassCSP: true };

describe('every screen, 320 to 1200 px wide, reflows and has no axe violation', () => {
  it.each(['v02', 'v04', 'v05', 'v06', 'v09'])('Safety of %s', async (story) => {
    const chart = await openAppAlone(browser(), story === 'v06' ? story : await addStory(story), options);
    expect(await faultsOf(chart, ['safety'], story)).toEqual([]);
    await chart.close();
  });

  it('Safety, Plan and Review before, Done and the handout after the write', async () => {
    const chart = await openAppAlone(browser(), await addStory('v01'), options);
    const before = await faultsOf(chart, ['safety', 'plan', 'review'], 'v01');
    await continueToReview(chart);
    await chart.app.getByRole('button', { name: 'Write draft to chart' }).click();
    await chart.app.getByRole('heading', { name: 'Nothing was written yet' }).waitFor();
    const asked = await faultsOf(chart, ['review?check=1'], 'v01');
    await answerAll(chart);
    await writeDraft(chart);
    const after = await faultsOf(chart, ['done', 'handout'], 'v01');
    expect([...before, ...asked, ...after]).toEqual([]);
    await chart.close();
  });
});
