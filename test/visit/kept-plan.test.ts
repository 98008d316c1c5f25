import { describe, expect, test } from 'vitest';
import { PLAN_KEPT_MS } from '#lib/visit/kept-plan.ts';
import type { SentDraft } from '#lib/visit/launch-work.ts';
import { openLaunch } from '#lib/visit/open-launch.ts';
import { appBesideEhr, later, opened } from '../launch/app-beside-ehr.ts';
import { Browser, codeOf } from '../launch/browser.ts';

const EDITED = { startMg: '0.5', days: '70' };
const { ehr } = appBesideEhr();

async function launched() {
  const browser = new Browser();
  const launchId = await browser.launched(ehr);
  return { browser, launchId, launch: await opened(browser, launchId) };
}

describe('an edited plan', () => {
  test('is there again when the same user opens the same patient after the launch has expired', async () => {
    const { browser, launchId, launch } = await launched();
    await launch.saveWork({ regimenForm: EDITED });
    later(2 * 60 * 60_000);
    expect(codeOf(await openLaunch(launchId, browser))).toBe('SESSION_EXPIRED');
    expect((await launched()).launch.work.regimenForm).toEqual(EDITED);
  });

  test('says when it was left, until it is saved in the new launch', async () => {
    const { launch } = await launched();
    const before = Date.now();
    expect((await launch.saveWork({ regimenForm: EDITED })).planKeptAt).toBeNull();
    const again = (await launched()).launch;
    expect(again.work.planKeptAt).toBeGreaterThanOrEqual(before);
    expect((await again.saveWork({ regimenForm: EDITED, planKeptAt: null })).planKeptAt).toBeNull();
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
