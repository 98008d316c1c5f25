/** What start-demo.ts has started, once it stands; the app is built by then. */
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { inject } from 'vitest';
import type { DemoAddress, Started } from './start-demo.ts';

const LOOK_EVERY_MS = 100;

async function whenStarted(): Promise<Started> {
  const text = await readFile(inject('startedFile'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) {
    await pause(LOOK_EVERY_MS);
    return whenStarted();
  }
  const outcome = JSON.parse(text) as Started | { readonly failed: string };
  if ('failed' in outcome) throw new Error(outcome.failed);
  return outcome;
}

const { demos, browser } = await whenStarted();

/** For `chromium.connect`. */
export const browserAddress = browser;

/** The app and the pretend EHR of the worker that this test runs in. */
export const ownDemo = demoOfWorker(process.env.VITEST_POOL_ID);

function demoOfWorker(worker: string | undefined): DemoAddress {
  const own = demos[Number(worker) - 1];
  if (own === undefined) throw new Error(`no demo was started for worker ${worker}`);
  return own;
}
