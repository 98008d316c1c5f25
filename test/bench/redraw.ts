/** How long after a key the plan stands redrawn on the screen, in a real browser. Runs alone, too. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { startChromium } from '../journeys/chromium.ts';
import { percentile } from '../load/percentile.ts';
import { startDemo } from '../sandbox/start-demo.ts';

const ROUNDS = 60;
/** A thin client: Chromium made this many times as slow. */
const SLOWED = 4;

interface RedrawBench {
  readonly rows: readonly {
    readonly slowed: number;
    /** Milliseconds from the key to the frame that shows the new plan. */
    readonly median: number;
    readonly slowest: number;
  }[];
}

export async function benchRedraw(): Promise<RedrawBench> {
  const folder = await mkdtemp(join(tmpdir(), 'ldn-titration-redraw-'));
  const chrome = await startChromium();
  const browser = await chromium.connect(chrome.wsEndpoint);
  const demo = await startDemo({ quiet: true, folder });
  try {
    const page = await browser.newPage();
    await page.goto(demo.sandbox.launchUrl('v01'));
    await page.getByRole('button', { name: 'Continue to plan' }).click();
    // The fields stand folded under the plan that is proposed.
    await page.locator('.plan-fields > summary').click();
    await page.getByRole('textbox', { name: 'Length' }).waitFor();
    await page.waitForLoadState('networkidle');
    const rows: RedrawBench['rows'][number][] = [];
    const devtools = await page.context().newCDPSession(page);
    for (const slowed of [1, SLOWED]) {
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowed });
      const times = await redraws(page);
      rows.push({ slowed, median: percentile(times, 50), slowest: Math.max(...times) });
    }
    return { rows };
  } finally {
    await Promise.all([browser.close(), demo.close()]);
    await chrome.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Types two lengths in turn and waits each time for the frame after the picture has changed. */
function redraws(page: Page): Promise<number[]> {
  return page.evaluate(async (rounds) => {
    const length = document.querySelector<HTMLInputElement>('input[name="days"]');
    const reading = () => document.querySelector('#dose-reading')?.textContent;
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const before = reading();
      const start = performance.now();
      length?.select();
      document.execCommand('insertText', false, round % 2 === 0 ? '42' : '56');
      for (let frames = 0; frames < 60 && reading() === before; frames += 1)
        await new Promise(requestAnimationFrame);
      if (reading() === before) throw new Error('the plan was not redrawn');
      await new Promise(requestAnimationFrame);
      times.push(performance.now() - start);
    }
    return times;
  }, ROUNDS);
}

export function redrawLine({ rows }: RedrawBench): string {
  const times = rows.map(
    ({ slowed, median, slowest }) =>
      `${median.toFixed(0)} (${slowest.toFixed(0)}) ms${slowed === 1 ? '' : ` with the browser ${slowed} times as slow`}`,
  );
  return `plan redrawn after a key, two frames of 17 ms counted, median (slowest): ${times.join('; ')}`;
}

if (import.meta.main) console.log(redrawLine(await benchRedraw()));
