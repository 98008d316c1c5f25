import { describe, expect, test } from 'vitest';
import { appBesideEhr, opened } from './app-beside-ehr.ts';
import { Browser, codeOf } from './browser.ts';
import { ISSUER, LOGIN } from './second-ehr.ts';

const { ehr } = appBesideEhr();

describe('an EHR of other manners', () => {
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
  test('no id_token: the launch goes on, nobody is taken for the requester, and the user is to be asked', async () => {
    ehr.manners.idToken = null;
    const browser = new Browser();
    const launch = await opened(browser, await browser.launched(ehr));
    expect(launch.session).toMatchObject({ user: null, role: 'unknown' });
    expect(launch.work.saidPrescriber).toBeNull();
    expect((await launch.saveWork({ saidPrescriber: true })).saidPrescriber).toBe(true);
  });

  test('no id_token, and the token answer names a patient as its user: refused', async () => {
    ehr.manners.idToken = null;
    ehr.manners.token.profile = 'Patient/p1';
    expect(codeOf(await new Browser().launch(ehr))).toBe('USER_NOT_ALLOWED');
  });

  test('null written for what is not given', async () => {
    ehr.manners.idToken = null;
    Object.assign(ehr.manners.token, {
      id_token: null,
      expires_in: null,
      scope: null,
      encounter: null,
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

  test('what the EHR says beside the token is kept, as far as the app has a use for it', async () => {
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
      styleUrl: 'https://ehr.example/style.json',
      webMessaging: { origin: 'https://ehr.example', handle: 'h1' },
    });
  });

  test('discovered once for two launches; keys fetched while the user signs in', async () => {
    await new Browser().launched(ehr);
    await new Browser().launched(ehr);
    const asked = (path: string) => ehr.requests.filter((request) => request.endsWith(path)).length;
    expect([asked('/smart-configuration'), asked('/keys'), asked('/oauth/token')]).toEqual([1, 1, 2]);
  });
});

describe('a launch that must not be', () => {
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
});

// verifies: hl7.fhir.uv.smart-app-launch_2.2.0@23
test.each(['Patient', 'MedicationRequest'])(
  'of both only %s may be read: it opens, and says what it cannot see',
  async (type) => {
    ehr.manners.token.scope = `openid fhirUser patient/${type}.rs`;
    expect(codeOf(await new Browser().launch(ehr))).toBe('none');
  },
);
