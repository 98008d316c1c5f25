/** A SMART client and the pretend EHR that knows it: what most tests over HTTP stand on. */
import { afterAll, afterEach, beforeAll } from 'vitest';
import { type SmartClient, startSmartClient } from './smart-client.ts';
import { type Sandbox, startSandbox } from './start-sandbox.ts';

export let app: SmartClient;
export let ehr: Sandbox;

/** For a file of tests: both started before the first of them, every fault switched off after each. */
export function startedForAll(): void {
  beforeAll(async () => {
    app = await startSmartClient();
    ehr = await startSandbox({ port: 0, appUrl: app.url });
  }, 60_000);
  afterEach(() => {
    ehr.faults.replace({});
  });
  afterAll(async () => {
    await ehr.close();
    await app.close();
  });
}
