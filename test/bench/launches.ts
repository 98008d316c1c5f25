/** From the EHR's launch address to the verdict on the page, in a real browser, beside a backend that only reads. Runs alone, too. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { startChromium } from '../journeys/chromium.ts';
import { percentile } from '../load/percentile.ts';
import { manyOrders } from '../patients/many-orders.ts';
import { type Demo, startDemo } from '../sandbox/start-demo.ts';
import { type Sandbox, startSandbox } from '../sandbox/start-sandbox.ts';
import { startBareBackend } from './bare-backend.ts';

const DELAYS_MS = [0, 50, 150] as const;
const ORDERS = [50, 500] as const;
/** 500 orders come in ten pages. */
const PAGE_SIZE = 50;
const ROUNDS = 3;
const BARE_SCOPE = 'launch openid patient/*.rs';
const MEGABYTE = 1024 * 1024;

interface LaunchBench {
  readonly rows: readonly {
    readonly delayMs: number;
    readonly orders: number;
    /** Median milliseconds. */
    readonly app: number;
    readonly bare: number;
  }[];
  /** Bytes as they travelled, of all scripts that came before the verdict or with its page. */
  readonly scriptBytes: number;
  /** Resident memory of the app's server, in megabytes. */
  readonly memory: { readonly atRest: number; readonly afterwards: number; readonly launches: number };
}

export async function benchLaunches(): Promise<LaunchBench> {
  const folder = await mkdtemp(join(tmpdir(), 'ldn-titration-bench-'));
  const chrome = await startChromium();
  const browser = await chromium.connect(chrome.wsEndpoint);
  const bare = await startBareBackend(BARE_SCOPE);
  const bareEhr = await startSandbox({ port: 0, appUrl: bare.url });
  const demo = await startDemo({ quiet: true, folder });
  try {
    return await measure(browser, demo, bareEhr);
  } finally {
    await Promise.all([browser.close(), demo.close(), bareEhr.close(), bare.close()]);
    await chrome.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(browser: Browser, demo: Demo, bareEhr: Sandbox): Promise<LaunchBench> {
  const atRest = await memoryOf(demo);
  for (const ehr of [demo.sandbox, bareEhr]) {
    for (const orders of ORDERS) await ehr.addPatient(manyOrders(orders));
    // The first launch compiles, reads the tables and discovers the EHR.
    for (const orders of ORDERS) await launch(browser, ehr, orders);
  }
  const rows: LaunchBench['rows'][number][] = [];
  let scriptBytes = 0;
  let launches = ORDERS.length;
  for (const delayMs of DELAYS_MS) {
    for (const ehr of [demo.sandbox, bareEhr]) ehr.faults.replace({ delayMs, pageSize: PAGE_SIZE });
    for (const orders of ORDERS) {
      const [app, bare]: [number[], number[]] = [[], []];
      for (let round = 0; round < ROUNDS; round += 1) {
        const seen = await launch(browser, demo.sandbox, orders);
        app.push(seen.ms);
        scriptBytes = Math.max(scriptBytes, seen.scriptBytes);
        bare.push((await launch(browser, bareEhr, orders)).ms);
        launches += 1;
      }
      rows.push({ delayMs, orders, app: percentile(app, 50), bare: percentile(bare, 50) });
    }
  }
  return { rows, scriptBytes, memory: { atRest, afterwards: await memoryOf(demo), launches } };
}

/** A browser that has never been there: nothing is cached. */
async function launch(browser: Browser, ehr: Sandbox, orders: number) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const scripts: Promise<number>[] = [];
    page.on('requestfinished', (request) => {
      if (request.resourceType() === 'script')
        scripts.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    const address = ehr.launchUrl(`p${orders}`);
    const start = performance.now();
    await page.goto(address, { waitUntil: 'commit' });
    await page.locator('#verdict').waitFor();
    const ms = performance.now() - start;
    await page.waitForLoadState('load');
    return { ms, scriptBytes: (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0) };
  } finally {
    await context.close();
  }
}

async function memoryOf({ appUrl }: Demo): Promise<number> {
  const text = await (await fetch(`${appUrl}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1]) / MEGABYTE;
}

/** What is printed: a table, and the figures beside it. */
export function launchLines({ rows, scriptBytes, memory }: LaunchBench): string {
  const cells = rows.map(({ delayMs, orders, app, bare }) => [
    `${delayMs} ms`,
    `${orders}`,
    `${app.toFixed(0)} ms`,
    `${bare.toFixed(0)} ms`,
    `x${(app / bare).toFixed(2)}`,
  ]);
  const lines = [['EHR delay', 'orders', 'app', 'bare backend', 'ratio'], ...cells].map((line) =>
    line.map((cell) => cell.padStart(13)).join(''),
  );
  return [
    `launch to verdict in the browser, median of ${ROUNDS}, ${PAGE_SIZE} rows a page`,
    ...lines,
    `JavaScript that comes with the verdict: ${(scriptBytes / 1000).toFixed(0)} kB gzipped`,
    `memory of the server: ${memory.atRest.toFixed(0)} MB at rest, ${memory.afterwards.toFixed(0)} MB after ${memory.launches} launches`,
  ].join('\n');
}

if (import.meta.main) console.log(launchLines(await benchLaunches()));
