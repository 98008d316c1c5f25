/** What the tests of the pretend EHR as a CDS client stand on: that EHR, and the app's hooks it calls, which know it as a site. */
import { afterAll, beforeAll, vi } from 'vitest';
import { type HookSettings, siteText } from '../../cds-hooks/calling-ehr.ts';
import { type ServedHooks, serveHooks } from '../../cds-hooks/served-hooks.ts';
import { type AppSettings, useAppSettings } from '../../launch/app-settings.ts';
import { type Sandbox, startSandbox } from '../start-sandbox.ts';

/** @returns the EHR, once the first test of the file runs. */
export function appCalledBySandbox(hooks: Partial<HookSettings> = {}): () => Sandbox {
  let app: ServedHooks;
  let ehr: Sandbox;
  let settings: AppSettings;
  beforeAll(async () => {
    vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    app = await serveHooks();
    ehr = await startSandbox({ port: 0, appUrl: app.url });
    const ownKeys = { iss: ehr.url, jku: `${ehr.url}/sandbox/jwks.json` };
    settings = await useAppSettings([
      siteText({ ...ownKeys, ...hooks }, { issuer: ehr.fhirBase, timeZone: 'UTC' }),
    ]);
    vi.stubEnv('APP_URL', app.url);
  }, 60_000);
  afterAll(async () => {
    await ehr.close();
    app.close();
    settings.remove();
    vi.restoreAllMocks();
  });
  return () => ehr;
}
