import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { beginLaunch } from '#lib/launch/begin-launch.ts';
import { appBesideEhr } from './app-beside-ehr.ts';
import { APP_URL } from './app-settings.ts';
import { Browser } from './browser.ts';
import { ISSUER, LOGIN } from './second-ehr.ts';

const { ehr } = appBesideEhr();

// verifies: hl7.fhir.uv.smart-app-launch_2.2.0@5 hl7.fhir.uv.smart-app-launch_2.2.0@8 hl7.fhir.uv.smart-app-launch_2.2.0@9 hl7.fhir.uv.smart-app-launch_2.2.0@10 hl7.fhir.uv.smart-app-launch_2.2.0@11 hl7.fhir.uv.smart-app-launch_2.2.0@34
test('asks by PKCE, with state and nonce of 256 bits, for this FHIR server', async () => {
  const url = new URL(await new Browser().begin());
  expect(`${url.origin}${url.pathname}`).toBe('https://ehr.example/login/authorize');
  const asked = Object.fromEntries(url.searchParams);
  expect(asked).toMatchObject({
    response_type: 'code',
    client_id: 'ldn-at-second',
    redirect_uri: `${APP_URL}/callback`,
    aud: ISSUER,
    launch: 'opaque',
    code_challenge_method: 'S256',
  });
  for (const name of ['state', 'nonce', 'code_challenge']) expect(asked[name]).toMatch(/^[\w-]{43}$/);
  expect(asked.scope?.split(' ')).toEqual(
    expect.arrayContaining([
      'launch',
      'openid',
      'fhirUser',
      'online_access',
      'patient/MedicationRequest.crs',
    ]),
  );
});

// verifies: hl7.fhir.uv.smart-app-launch_2.2.0@11
test('state, nonce and challenge differ from launch to launch', async () => {
  const [one, two] = [new URL(await new Browser().begin()), new URL(await new Browser().begin())];
  for (const name of ['state', 'nonce', 'code_challenge']) {
    expect(one.searchParams.get(name)).not.toBe(two.searchParams.get(name));
  }
});

// verifies: hl7.fhir.uv.smart-app-launch_2.2.0@30
test('an EHR that knows only v1 scopes is asked in v1', async () => {
  ehr.manners.configuration.capabilities = ['launch-ehr', 'permission-v1'];
  const scope = new URL(await new Browser().begin()).searchParams.get('scope')?.split(' ') ?? [];
  expect(scope).toEqual(
    expect.arrayContaining(['patient/MedicationRequest.read', 'patient/MedicationRequest.write']),
  );
  expect(scope.filter((one) => /\.[cruds]+$/.test(one))).toEqual([]);
});

// verifies: hl7.fhir.uv.smart-app-launch_2.2.0@7
test('a launch without an EHR launch value asks the EHR to choose the patient', async () => {
  const asked = new URL(await new Browser().begin({ iss: ISSUER })).searchParams;
  expect(asked.get('scope')?.split(' ')).toContain('launch/patient');
  expect(asked.get('scope')?.split(' ')).not.toContain('launch');
  expect(asked.has('launch')).toBe(false);
});

test('parameters of the launch address cannot change the client, the redirect or the scopes', async () => {
  const tricks = { client_id: 'other', redirect_uri: 'https://evil.example', scope: 'system/*.*' };
  const asked = new URL(await new Browser().begin({ iss: ISSUER, launch: 'x', ...tricks })).searchParams;
  expect(asked.get('client_id')).toBe('ldn-at-second');
  expect(asked.get('redirect_uri')).toBe(`${APP_URL}/callback`);
  expect(asked.get('scope')).not.toContain('system/');
});

// verifies: hl7.fhir.uv.smart-app-launch_2.2.0@6
test.each([
  ['an EHR not listed', 'https://other.example/fhir'],
  ['a trailing slash', `${ISSUER}/`],
  ['a trailing dot in the host', 'https://ehr.example./fhir/r4'],
  ['another case', 'https://EHR.example/fhir/r4'],
  ['another path case', 'https://ehr.example/FHIR/r4'],
  ['a user name before the host', 'https://ehr.example@evil.example/fhir/r4'],
  ['a listed name as user name', 'https://evil.example/fhir/r4#@ehr.example'],
  ['an IPv6 loopback', 'http://[::1]:8080/fhir'],
  ['an encoded slash', 'https://ehr.example%2ffhir/r4'],
  ['an encoded path', 'https://ehr.example/fhir%2Fr4'],
  ['a default port', 'https://ehr.example:443/fhir/r4'],
  ['plain http', 'http://ehr.example/fhir/r4'],
  ['a space before', ` ${ISSUER}`],
  ['no address', 'javascript:alert(1)'],
])('issuer with %s: refused, and no request is sent', async (_name, iss) => {
  await expect(new Browser().begin({ iss, launch: 'x' })).rejects.toThrow('ISSUER_NOT_ALLOWED');
  expect(ehr.requests).toEqual([]);
});

/** What the launches of the tests before began, and nobody waited for, has ended. */
async function backgroundIsQuiet(): Promise<void> {
  for (let seen = -1; seen !== ehr.requests.length; ) {
    seen = ehr.requests.length;
    await sleep(50);
  }
  ehr.reset();
}

test('keys and capabilities are asked for while the user signs in, once for two launches, without a token', async () => {
  await backgroundIsQuiet();
  await new Browser().begin();
  await new Browser().begin();
  await vi.waitFor(() =>
    expect(ehr.requests.toSorted()).toEqual([
      `GET ${ISSUER}/.well-known/smart-configuration`,
      `GET ${ISSUER}/metadata`,
      `GET ${LOGIN}/keys`,
    ]),
  );
});

test('a launch that names two EHRs is a launch of neither', async () => {
  for (const second of [ISSUER, 'https://other.example/fhir']) {
    const query = new URLSearchParams([
      ['iss', ISSUER],
      ['iss', second],
      ['launch', 'opaque'],
    ]);
    expect(await beginLaunch(query, new Browser())).toMatchObject({ code: 'ISSUER_NOT_ALLOWED' });
  }
});
