import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isLaunchFailure } from '../../lib/launch/failure.ts';
import { PLAN_KEPT_MS } from '../../lib/launch/kept-plan.ts';
import type { SentDraft } from '../../lib/launch/launch-work.ts';
import { openLaunch } from '../../lib/launch/open-launch.ts';
import { type AppSettings, useAppSettings } from './app-settings.ts';
import { Browser, codeOf } from './browser.ts';
import { type SecondEhr, secondEhr, secondSite } from './second-ehr.ts';

const EDITED = { startMg: '0.5', days: '70' };
let ehr: SecondEhr;
let app: AppSettings;

beforeEach(async () => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  ehr = secondEhr();
  ehr.server.listen({ onUnhandledFrame: 'error' });
  app = await useAppSettings([secondSite]);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  ehr.server.close();
  app.remove();
});

async function launched() {
  const browser = new Browser();
  const launchId = await browser.launched(ehr);
  const launch = await openLaunch(launchId, browser);
  if (isLaunchFailure(launch)) throw new Error(launch.code);
  return { browser, launchId, launch };
}

function later(ms: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });
}

describe('an edited plan', () => {
  test('is there again when the same user opens the same patient after the launch has expired', async () => {
    const { browser, launchId, launch } = await launched();
    await launch.saveWork({ regimenForm: EDITED });
    later(2 * 60 * 60_000);
    expect(codeOf(await openLaunch(launchId, browser))).toBe('SESSION_EXPIRED');
    expect((await launched()).launch.work.regimenForm).toEqual(EDITED);
  });

  test('is forgotten after eight hours', async () => {
    const { launch } = await launched();
    await launch.saveWork({ regimenForm: EDITED });
    later(PLAN_KEPT_MS + 1);
    expect((await launched()).launch.work.regimenForm).toBeNull();
  });

  test.each([
    ['another patient', () => Object.assign(ehr.manners.token, { patient: 'p2' })],
    ['another user', () => Object.assign(ehr.manners.idTokenClaims, { fhirUser: 'Practitioner/d2' })],
    ['a user the EHR does not name', () => Object.assign(ehr.manners.idTokenClaims, { fhirUser: undefined })],
  ])('never reaches %s', async (_who, change) => {
    const { launch } = await launched();
    await launch.saveWork({ regimenForm: EDITED });
    change();
    expect((await launched()).launch.work.regimenForm).toBeNull();
  });

  test('is not kept for a user whom the EHR does not name', async () => {
    Object.assign(ehr.manners.idTokenClaims, { fhirUser: undefined });
    await (await launched()).launch.saveWork({ regimenForm: EDITED });
    expect((await launched()).launch.work.regimenForm).toBeNull();
  });

  test('is forgotten once the proposal is taken instead, or the draft is in the chart', async () => {
    const first = (await launched()).launch;
    await first.saveWork({ regimenForm: EDITED });
    await first.saveWork({ regimenForm: null });
    const second = (await launched()).launch;
    expect(second.work.regimenForm).toBeNull();
    await second.saveWork({ regimenForm: EDITED });
    await second.saveWork({ sent: { outcome: { kind: 'written' } } as SentDraft });
    expect((await launched()).launch.work.regimenForm).toBeNull();
  });

  test('takes nothing else along: answers, the chart and the draft belong to their launch', async () => {
    const { launch } = await launched();
    await launch.saveWork({ regimenForm: EDITED, answerForm: { R05: 'none' } });
    const { work } = (await launched()).launch;
    expect(work).toMatchObject({ answerForm: null, chart: null, sent: null });
    expect(work.draftIdentifier).not.toBe(launch.work.draftIdentifier);
  });

  test('of a launch still open elsewhere does not change with the new one', async () => {
    const { browser, launchId, launch } = await launched();
    await launch.saveWork({ regimenForm: EDITED });
    const second = (await launched()).launch;
    await second.saveWork({ regimenForm: { days: '84' } });
    const first = await openLaunch(launchId, browser);
    expect(first).toMatchObject({ work: { regimenForm: EDITED } });
  });
});
