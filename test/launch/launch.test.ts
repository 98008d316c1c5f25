import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { isLaunchFailure } from '../../lib/launch/failure.ts';
import { openLaunch } from '../../lib/launch/open-launch.ts';
import { APP_URL, type AppSettings, useAppSettings } from './app-settings.ts';
import { Browser, codeOf, launchIdOf } from './browser.ts';
import { ISSUER, LOGIN, type SecondEhr, secondEhr, secondSite } from './second-ehr.ts';

let ehr: SecondEhr;
let app: AppSettings;

beforeAll(() => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
});
beforeEach(async () => {
  ehr = secondEhr();
  ehr.server.listen({ onUnhandledFrame: 'error' });
  app = await useAppSettings([secondSite]);
});
afterEach(() => {
  ehr.server.close();
  app.remove();
});
afterAll(() => {
  vi.restoreAllMocks();
});

async function opened(browser: Browser, launchId: string) {
  const launch = await openLaunch(launchId, browser);
  if (isLaunchFailure(launch)) throw new Error(`${launch.code}: ${launch.detail}`);
  return launch;
}

describe('the authorization request', () => {
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
});

describe('a launch from an EHR of other manners', () => {
  // verifies: hl7.fhir.uv.smart-app-launch_2.2.0@17 hl7.fhir.uv.smart-app-launch_2.2.0@22 hl7.fhir.uv.smart-app-launch_2.2.0@24
  test('opaque token, no expires_in, "bearer" in lower case, relative endpoints, RS256', async () => {
    const browser = new Browser();
    const { session, accessToken } = await opened(browser, await browser.launched(ehr));
    expect(session).toMatchObject({
      issuer: ISSUER,
      patientId: 'p1',
      encounterId: null,
      user: { reference: 'Practitioner/d1', display: null },
      scopes: ['openid', 'fhirUser', 'patient/*.rs'],
      needPatientBanner: true,
      webMessaging: null,
    });
    expect(await accessToken()).toMatch(/^opaque-/);
  });

  test('an id_token signed with ES384 and without kid', async () => {
    ehr.manners.idTokenSigner = 'ES384';
    ehr.manners.idTokenHeader = { kid: undefined };
    const browser = new Browser();
    expect((await opened(browser, await browser.launched(ehr))).session.user?.reference).toBe(
      'Practitioner/d1',
    );
  });

  test('issuer and keys told by OpenID Connect Discovery alone', async () => {
    delete ehr.manners.configuration.issuer;
    delete ehr.manners.configuration.jwks_uri;
    ehr.manners.openidConfiguration = { issuer: LOGIN, jwks_uri: `${LOGIN}/keys` };
    const browser = new Browser();
    expect((await opened(browser, await browser.launched(ehr))).session.user?.reference).toBe(
      'Practitioner/d1',
    );
  });

  // verifies: hl7.fhir.uv.smart-app-launch_2.2.0@24
  test('no id_token: the launch goes on, and nobody is taken for the requester', async () => {
    ehr.manners.idToken = null;
    const browser = new Browser();
    expect((await opened(browser, await browser.launched(ehr))).session.user).toBeNull();
  });

  test('null written for what is not given', async () => {
    ehr.manners.idToken = null;
    Object.assign(ehr.manners.token, {
      id_token: null,
      expires_in: null,
      scope: null,
      encounter: null,
      intent: null,
    });
    const browser = new Browser();
    expect((await opened(browser, await browser.launched(ehr))).session).toMatchObject({
      patientId: 'p1',
      user: null,
    });
  });

  test('no scope in the answer: what was asked was granted', async () => {
    delete ehr.manners.token.scope;
    const browser = new Browser();
    const { session } = await opened(browser, await browser.launched(ehr));
    expect(session.scopes).toContain('patient/MedicationRequest.crs');
  });

  test('everything the EHR says beside the token is kept', async () => {
    Object.assign(ehr.manners.token, {
      encounter: 'e1',
      need_patient_banner: false,
      smart_style_url: 'https://ehr.example/style.json',
      intent: 'reconcile',
      tenant: 't1',
      smart_web_messaging_origin: 'https://ehr.example',
      smart_web_messaging_handle: 'h1',
    });
    const browser = new Browser();
    const { session } = await opened(browser, await browser.launched(ehr));
    expect(session).toMatchObject({
      encounterId: 'e1',
      needPatientBanner: false,
      styleUrl: 'https://ehr.example/style.json',
      intent: 'reconcile',
      tenant: 't1',
      webMessaging: { origin: 'https://ehr.example', handle: 'h1' },
    });
  });

  // verifies: hl7.fhir.uv.smart-app-launch_2.2.0@16 hl7.fhir.uv.smart-app-launch_2.2.0@17 hl7.fhir.uv.smart-app-launch_2.2.0@18 hl7.fhir.uv.smart-app-launch_2.2.0@19 hl7.fhir.uv.smart-app-launch_2.2.0@20
  test.each([
    ['client secret', { method: 'client-secret', secretVariable: 'SECOND_SECRET' }],
    ['private_key_jwt ES384', { method: 'private-key-jwt', algorithm: 'ES384' }],
    ['private_key_jwt RS384', { method: 'private-key-jwt', algorithm: 'RS384' }],
  ] as const)('a confidential client: %s', async (_name, authentication) => {
    app.remove();
    vi.stubEnv('SECOND_SECRET', 's3cret/+: x');
    app = await useAppSettings([{ ...secondSite, authentication }]);
    const browser = new Browser();
    expect(await browser.launched(ehr)).toMatch(/^[\w-]{43}$/);
  });

  test('discovered once for two launches; keys fetched while the user signs in', async () => {
    await new Browser().launched(ehr);
    await new Browser().launched(ehr);
    const asked = (path: string) => ehr.requests.filter((request) => request.endsWith(path)).length;
    expect([asked('/smart-configuration'), asked('/keys'), asked('/oauth/token')]).toEqual([1, 1, 2]);
  });
});

describe('a launch that must not be', () => {
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

  // verifies: hl7.fhir.uv.smart-app-launch_2.2.0@14
  test('the EHR refuses', async () => {
    const browser = new Browser();
    const state = new URL(await browser.begin()).searchParams.get('state') ?? '';
    const answer = await browser.finish(
      new URLSearchParams({ state, error: 'access_denied', error_description: '<b>Jane</b>' }),
    );
    expect(answer).toMatchObject({ code: 'ACCESS_DENIED', detail: 'the EHR answered "access_denied"' });
  });

  // verifies: hl7.fhir.uv.smart-app-launch_2.2.0@25
  test.each([
    ['none', undefined, 'NO_PATIENT'],
    ['null', null, 'NO_PATIENT'],
    ['an address', 'https://other.example/Patient/p1', 'NO_PATIENT'],
    ['a path', '../Practitioner/d1', 'NO_PATIENT'],
  ])('patient: %s', async (_name, patient, code) => {
    ehr.manners.token.patient = patient;
    expect(codeOf(await new Browser().launch(ehr))).toBe(code);
  });

  // verifies: hl7.fhir.uv.smart-app-launch_2.2.0@33
  test.each(['Patient/p1', 'RelatedPerson/r1', `${ISSUER}/Patient/p1`, 'https://x.example/fhir/Patient/p1'])(
    'the user is %s',
    async (fhirUser) => {
      ehr.manners.idTokenClaims.fhirUser = fhirUser;
      expect(codeOf(await new Browser().launch(ehr))).toBe('USER_NOT_ALLOWED');
    },
  );

  // verifies: hl7.fhir.uv.smart-app-launch_2.2.0@23
  test('neither the patient nor the orders may be read', async () => {
    ehr.manners.token.scope = 'openid fhirUser patient/Observation.rs';
    expect(codeOf(await new Browser().launch(ehr))).toBe('SCOPE_SHORT');
  });

  test.each([
    ['HTML', () => new Response('<html>Error</html>', { headers: { 'content-type': 'text/html' } })],
    ['200 with an error', () => Response.json({ error: 'invalid_grant' })],
    ['an error', () => Response.json({ error: 'invalid_grant' }, { status: 400 })],
    ['nothing', () => new Response(null, { status: 200 })],
    [
      'a token that is no text',
      () => Response.json({ access_token: 1, token_type: 'Bearer', patient: 'p1' }),
    ],
    ['a token of another kind', () => Response.json({ access_token: 'a', token_type: 'mac', patient: 'p1' })],
    [
      'a redirect',
      () => new Response(null, { status: 307, headers: { location: 'https://evil.example/token' } }),
    ],
    ['a broken connection', () => Response.error()],
    [
      'a megabyte',
      () => Response.json({ access_token: 'a'.repeat(1_000_000), token_type: 'Bearer', patient: 'p1' }),
    ],
  ])('the token endpoint answers %s', async (_name, reply) => {
    ehr.manners.tokenReply = reply;
    expect(codeOf(await new Browser().launch(ehr))).toBe('TOKEN_REFUSED');
    expect(ehr.requests.filter((request) => request.includes('evil'))).toEqual([]);
  });

  test('the token endpoint does not answer in time', async () => {
    ehr.manners.tokenReply = () => new Promise(() => {});
    const browser = new Browser();
    const answer = ehr.approve(await browser.begin());
    const limit = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
      const controller = new AbortController();
      setImmediate(() => controller.abort(new DOMException('late', 'TimeoutError')));
      return controller.signal;
    });
    const outcome = await browser.finish(answer);
    limit.mockRestore();
    expect(outcome).toMatchObject({ code: 'TOKEN_REFUSED', detail: 'token endpoint: no answer in time' });
  });
});

describe('the id_token', () => {
  const now = () => Math.floor(Date.now() / 1000);
  // verifies: hl7.fhir.uv.smart-app-launch_2.2.0@32
  test.each([
    ['another audience', { aud: 'other-client' }],
    ['another issuer', { iss: 'https://evil.example' }],
    ['another nonce', { nonce: 'other' }],
    ['no nonce', { nonce: undefined }],
    ['expired', { exp: now() - 3600 }],
    ['no expiry', { exp: undefined }],
    ['made for the future', { nbf: now() + 3600 }],
    ['several audiences, another authorized party', { aud: ['ldn-at-second', 'other'], azp: 'other' }],
  ])('%s: refused', async (_name, claims) => {
    ehr.manners.idTokenClaims = claims;
    expect(codeOf(await new Browser().launch(ehr))).toBe('IDENTITY_NOT_VERIFIED');
  });

  // verifies: hl7.fhir.uv.smart-app-launch_2.2.0@32
  test('signed with a key the EHR does not publish: refused', async () => {
    ehr.manners.idTokenSigner = 'stranger';
    expect(codeOf(await new Browser().launch(ehr))).toBe('IDENTITY_NOT_VERIFIED');
    ehr.manners.idTokenHeader = { kid: 'unknown' };
    expect(codeOf(await new Browser().launch(ehr))).toBe('IDENTITY_NOT_VERIFIED');
  });

  // verifies: hl7.fhir.uv.smart-app-launch_2.2.0@32
  test('alg none: refused', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const browser = new Browser();
    const location = await browser.begin();
    const nonce = new URL(location).searchParams.get('nonce');
    const claims = { iss: LOGIN, aud: 'ldn-at-second', sub: 'u', nonce, iat: now(), exp: now() + 60 };
    ehr.manners.idToken = `${part({ alg: 'none' })}.${part({ ...claims, fhirUser: 'Practitioner/evil' })}.`;
    expect(codeOf(await browser.finish(ehr.approve(location)))).toBe('IDENTITY_NOT_VERIFIED');
  });

  test('there is one and nothing to check it with: refused', async () => {
    delete ehr.manners.configuration.jwks_uri;
    expect(codeOf(await new Browser().launch(ehr))).toBe('IDENTITY_NOT_VERIFIED');
  });
});

describe('the answer belongs to the browser and the launch that asked', () => {
  // verifies: hl7.fhir.uv.smart-app-launch_2.2.0@13
  test('a forged state', async () => {
    const browser = new Browser();
    const answer = ehr.approve(await browser.begin());
    answer.set('state', 'x'.repeat(43));
    expect(codeOf(await browser.finish(answer))).toBe('STATE_MISMATCH');
  });

  // verifies: hl7.fhir.uv.smart-app-launch_2.2.0@13
  test('no state, and two', async () => {
    const browser = new Browser();
    const answer = ehr.approve(await browser.begin());
    answer.append('state', answer.get('state') ?? '');
    expect(codeOf(await browser.finish(answer))).toBe('STATE_MISMATCH');
    answer.delete('state');
    expect(codeOf(await browser.finish(answer))).toBe('STATE_MISMATCH');
  });

  // verifies: hl7.fhir.uv.smart-app-launch_2.2.0@13
  test('an answer carried to another browser does nothing there, and still works where it belongs', async () => {
    const browser = new Browser();
    const answer = ehr.approve(await browser.begin());
    expect(codeOf(await new Browser().finish(answer))).toBe('COOKIE_BLOCKED');
    const thief = new Browser();
    for (const name of browser.jar.keys()) thief.jar.set(name, 'guessed');
    expect(codeOf(await thief.finish(answer))).toBe('STATE_MISMATCH');
    expect(ehr.forms).toEqual([]);
    expect(launchIdOf(await browser.finish(answer))).toMatch(/./);
  });

  // verifies: hl7.fhir.uv.smart-app-launch_2.2.0@15
  test('a state serves once: a second code for it is not exchanged', async () => {
    const browser = new Browser();
    const location = await browser.begin();
    const first = launchIdOf(await browser.finish(ehr.approve(location)));
    expect(launchIdOf(await browser.finish(ehr.approve(location)))).toBe(first);
    browser.jar.clear();
    expect(codeOf(await browser.finish(ehr.approve(location)))).toBe('STATE_MISMATCH');
    expect(ehr.forms).toHaveLength(1);
  });

  test('an answer delivered twice at once makes one launch', async () => {
    const browser = new Browser();
    const answer = ehr.approve(await browser.begin());
    const outcomes = await Promise.all([browser.finish(answer), browser.finish(answer)]);
    expect(outcomes.map(codeOf).toSorted()).toEqual(['STATE_MISMATCH', 'none']);
    expect(ehr.forms).toHaveLength(1);
  });

  test('reload of the callback leads back to the launch it made', async () => {
    const browser = new Browser();
    const answer = ehr.approve(await browser.begin());
    const first = launchIdOf(await browser.finish(answer));
    expect(launchIdOf(await browser.finish(answer))).toBe(first);
  });

  test('a launch not finished within ten minutes is over', async () => {
    const browser = new Browser();
    const answer = ehr.approve(await browser.begin());
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11 * 60_000 });
    try {
      expect(codeOf(await browser.finish(answer))).toBe('STATE_MISMATCH');
    } finally {
      vi.useRealTimers();
    }
  });

  test('an answer of another authorization server (RFC 9207)', async () => {
    ehr.manners.configuration.authorization_response_iss_parameter_supported = true;
    const browser = new Browser();
    const wrong = ehr.approve(await browser.begin());
    wrong.set('iss', 'https://evil.example');
    expect(codeOf(await browser.finish(wrong))).toBe('STATE_MISMATCH');
    const missing = ehr.approve(await browser.begin());
    expect(codeOf(await browser.finish(missing))).toBe('STATE_MISMATCH');
    expect(ehr.forms).toEqual([]);
    const right = ehr.approve(await browser.begin());
    right.set('iss', LOGIN);
    expect(codeOf(await browser.finish(right))).toBe('none');
  });
});
