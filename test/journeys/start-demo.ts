/** Before all journeys: the app, the pretend EHR and one Chromium, on free ports, in a private folder. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startDemo } from '../sandbox/start-demo.ts';
import { startChromium } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The app, http://127.0.0.1:<port>: another site than the EHR's, so that frames and cookies behave as in one. */
    appUrl: string;
    /** The pretend EHR, http://localhost:<port>. */
    ehrUrl: string;
    browser: string;
  }
}

export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'ldn-titration-journeys-'));
  const demo = await startDemo({ quiet: true, folder });
  const chromium = await startChromium().catch(async (error: unknown) => {
    await demo.close();
    throw error;
  });
  provide('appUrl', demo.appUrl);
  provide('ehrUrl', demo.ehrUrl);
  provide('browser', chromium.wsEndpoint);
  return async () => {
    await chromium.close();
    await demo.close();
    await rm(folder, { recursive: true, force: true });
  };
}
