import { beforeEach, expect, test } from 'vitest';
import { SessionEnded } from '#lib/launch/session-ended.ts';
import { openLaunch } from '#lib/visit/open-launch.ts';
import { appBesideEhr, later, opened } from './app-beside-ehr.ts';
import { Browser, codeOf } from './browser.ts';

const { ehr } = appBesideEhr();
let browser: Browser;
beforeEach(() => {
  Object.assign(ehr.manners.token, { expires_in: 570, refresh_token: true });
  browser = new Browser();
});

async function launched() {
  const launchId = await browser.launched(ehr);
  return { launchId, launch: await opened(browser, launchId) };
}

function after(seconds: number): void {
  later(seconds * 1000);
}

function refreshes(): number {
  return ehr.forms.filter((form) => form.get('grant_type') === 'refresh_token').length;
}

async function endedBy(asking: Promise<string>): Promise<string> {
  const error = await asking.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof SessionEnded ? error.failure.code : `not ended: ${String(error)}`;
}

test('a token that lives is used as it is', async () => {
  const { launch } = await launched();
  expect(await launch.accessToken()).toBe(await launch.accessToken());
  expect(refreshes()).toBe(0);
});

// verifies: hl7.fhir.uv.smart-app-launch_2.2.0@34 hl7.fhir.uv.smart-app-launch_2.2.0@35
test('a token about to expire is renewed first, and each renewal uses the newest refresh token', async () => {
  const { launch } = await launched();
  const first = await launch.accessToken();
  after(560);
  const second = await launch.accessToken();
  after(560);
  const third = await launch.accessToken();
  expect(new Set([first, second, third]).size).toBe(3);
  const used = ehr.forms.map((form) => form.get('refresh_token')).filter(Boolean);
  expect(new Set(used).size).toBe(2);
});

test('a token of ten seconds serves five of them, and is not renewed for every request', async () => {
  ehr.manners.token.expires_in = 10;
  const { launch } = await launched();
  const first = await launch.accessToken();
  after(4);
  expect(await launch.accessToken()).toBe(first);
  after(2);
  expect(await launch.accessToken()).not.toBe(first);
  expect(refreshes()).toBe(1);
});

test('many who ask at once cause one renewal, whichever request opened the launch', async () => {
  const { launchId } = await launched();
  after(560);
  const requests = await Promise.all(Array.from({ length: 10 }, () => opened(browser, launchId)));
  const tokens = await Promise.all(requests.map((request) => request.accessToken()));
  expect(new Set(tokens).size).toBe(1);
  expect(refreshes()).toBe(1);
});

test('a second server that asks meanwhile waits for the first instead of spending the refresh token', async () => {
  const { launch } = await launched();
  after(560);
  const first = launch.accessToken();
  Reflect.deleteProperty(globalThis, Symbol.for('ldn-titration.token-flights'));
  const second = launch.accessToken();
  expect(await second).toBe(await first);
  expect(refreshes()).toBe(1);
});

test('a token the FHIR server rejected is renewed once, though it claims to live', async () => {
  const { launch } = await launched();
  const rejected = await launch.accessToken();
  const [one, two] = await Promise.all([launch.accessToken(rejected), launch.accessToken(rejected)]);
  expect(one).not.toBe(rejected);
  expect(two).toBe(one);
  expect(await launch.accessToken(rejected)).toBe(one);
  expect(refreshes()).toBe(1);
});

// verifies: hl7.fhir.uv.smart-app-launch_2.2.0@36
test('another patient at a renewal ends the launch for good', async () => {
  const { launchId, launch } = await launched();
  after(560);
  ehr.manners.token.patient = 'p2';
  expect(await endedBy(launch.accessToken())).toBe('WRONG_PATIENT');
  ehr.manners.token.patient = 'p1';
  expect(await endedBy(launch.accessToken())).toBe('WRONG_PATIENT');
  expect(codeOf(await openLaunch(launchId, browser))).toBe('WRONG_PATIENT');
});

test('a renewal that names no patient keeps the one launched', async () => {
  const { launchId, launch } = await launched();
  after(560);
  delete ehr.manners.token.patient;
  await launch.accessToken();
  expect((await opened(browser, launchId)).session.patientId).toBe('p1');
});

// verifies: hl7.fhir.uv.smart-app-launch_2.2.0@36
test('scopes that shrink at a renewal are the scopes from then on', async () => {
  const { launchId, launch } = await launched();
  after(560);
  ehr.manners.token.scope = 'patient/Patient.r';
  await launch.accessToken();
  expect((await opened(browser, launchId)).session.scopes).toEqual(['patient/Patient.r']);
});

test('a refresh token the EHR no longer takes ends the launch', async () => {
  const { launchId, launch } = await launched();
  after(560);
  ehr.refreshTokens.clear();
  expect(await endedBy(launch.accessToken())).toBe('SESSION_EXPIRED');
  expect(codeOf(await openLaunch(launchId, browser))).toBe('SESSION_EXPIRED');
});

test('a disturbance of the token endpoint uses the token while it lives, and does not end the launch', async () => {
  const { launch } = await launched();
  const token = await launch.accessToken();
  after(560);
  ehr.manners.tokenReply = () => new Response('<html>', { status: 503 });
  expect(await launch.accessToken()).toBe(token);
  after(60);
  expect(await endedBy(launch.accessToken())).toBe('TOKEN_REFUSED');
  ehr.manners.tokenReply = null;
  expect(await launch.accessToken()).not.toBe(token);
});

test('without a refresh token the launch ends with its token', async () => {
  delete ehr.manners.token.refresh_token;
  const { launch } = await launched();
  after(560);
  expect(await launch.accessToken()).toMatch(/^opaque-/);
  after(60);
  expect(await endedBy(launch.accessToken())).toBe('SESSION_EXPIRED');
});
