/** Before all journeys: one Chromium, and for each worker an app and a pretend EHR of its own, on free ports, in a private folder. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type Demo, startDemo } from '../sandbox/start-demo.ts';
import { startChromium } from './chromium.ts';

export interface DemoAddress {
  /** The app, http://127.0.0.1:<port>: another site than the EHR's, so that frames and cookies behave as in one. */
  readonly appUrl: string;
  /** The pretend EHR, http://localhost:<port>. Its fault switches reach the tests of one worker alone. */
  readonly ehrUrl: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** One a worker, in the order of their VITEST_POOL_ID. */
    demos: readonly DemoAddress[];
    browser: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'ldn-titration-journeys-'));
  const demos: Demo[] = [];
  const stop = async () => {
    await Promise.all(demos.map((demo) => demo.close()));
    await rm(folder, { recursive: true, force: true });
  };
  try {
    for (let worker = 1; worker <= (project.config.maxWorkers ?? 1); worker += 1) {
      demos.push(
        await startDemo({ quiet: true, folder: join(folder, String(worker)), isBuilt: demos.length > 0 }),
      );
    }
    const chromium = await startChromium();
    project.provide(
      'demos',
      demos.map(({ appUrl, ehrUrl }) => ({ appUrl, ehrUrl })),
    );
    project.provide('browser', chromium.wsEndpoint);
    return async () => {
      await chromium.close();
      await stop();
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
