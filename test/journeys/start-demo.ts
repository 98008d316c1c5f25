/**
 * For all journeys: one Chromium, and for each worker an app and a pretend EHR of its own, on free ports, in a private folder. They
 * start while the tests of the core run; `started.ts` waits for them.
 */
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type Demo, startDemo } from '../sandbox/start-demo.ts';
import { type StartedChromium, startChromium } from './chromium.ts';

export interface DemoAddress {
  /** The app, http://127.0.0.1:<port>: another site than the EHR's, so that frames and cookies behave as in one. */
  readonly appUrl: string;
  /** The pretend EHR, http://localhost:<port>. Its fault switches reach the tests of one worker alone. */
  readonly ehrUrl: string;
}

export interface Started {
  /** One a worker, in the order of their VITEST_POOL_ID. */
  readonly demos: readonly DemoAddress[];
  /** For `chromium.connect`. */
  readonly browser: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Holds a `Started` as JSON, or `{ failed }`, as soon as either is known. */
    startedFile: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'ldn-titration-journeys-'));
  const startedFile = join(folder, 'started.json');
  project.provide('startedFile', startedFile);

  const demos: Demo[] = [];
  let chromium: StartedChromium | undefined;
  const start = async (): Promise<Started> => {
    for (let worker = 1; worker <= (project.config.maxWorkers ?? 1); worker += 1) {
      demos.push(
        await startDemo({
          quiet: true,
          folder: join(folder, String(worker)),
          writeBack: { rung: 'fhir-draft', draftsInSearch: 'shown', scores: ['QuestionnaireResponse'] },
          isBuilt: demos.length > 0,
          // It would read each chart once more, past the faults that a journey counts on.
          patientView: false,
        }),
      );
    }
    chromium = await startChromium();
    return {
      demos: demos.map(({ appUrl, ehrUrl }) => ({ appUrl, ehrUrl })),
      browser: chromium.wsEndpoint,
    };
  };
  const told = start()
    .catch((error: Error) => ({ failed: error.message }))
    .then(async (outcome) => {
      await writeFile(`${startedFile}.part`, JSON.stringify(outcome));
      await rename(`${startedFile}.part`, startedFile);
    });
  return async () => {
    await told;
    await chromium?.close();
    await Promise.all(demos.map((demo) => demo.close()));
    await rm(folder, { recursive: true, force: true });
  };
}
