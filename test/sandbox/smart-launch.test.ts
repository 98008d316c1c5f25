import { describe, expect, test } from 'vitest';
import { app, ehr, startedForAll } from './app-and-ehr.ts';
import { startSmartClient } from './smart-client.ts';
import { startSandbox } from './start-sandbox.ts';

const SCOPE =
  'launch openid fhirUser online_access user/Practitioner.r patient/Patient.rs patient/MedicationRequest.crs';

startedForAll();

const get = (path: string, token: string) =>
  fetch(`${ehr.fhirBase}/${path}`, { headers: { authorization: `Bearer ${token}` } });

describe('an EHR launch', () => {
  test('gives the app the patient, the encounter, the user and what it asked for', async () => {
    const answer = await app.launch(ehr.launchUrl('v01'), SCOPE);
    expect(answer).toMatchObject({
      patient: 'v01',
      encounter: 'v01-visit-4',
      need_patient_banner: false,
      token_type: 'bearer',
    });
    expect(answer.scope.split(' ').sort()).toEqual(SCOPE.split(' ').sort());
    expect(answer.claims).toMatchObject({
      fhirUser: `${ehr.fhirBase}/Practitioner/dr-exemplar`,
      iss: `${ehr.url}/authorization`,
    });
    expect(await (await fetch(answer.smart_style_url ?? '')).json()).toHaveProperty('color_background');
  });

  test('ends with a draft in the chart that a search finds', async () => {
    const { access_token } = await app.launch(ehr.launchUrl('v03'), SCOPE);
    const patient = (await (await get('Patient/v03', access_token)).json()) as { id: string };
    expect(patient.id).toBe('v03');
    const created = await fetch(`${ehr.fhirBase}/MedicationRequest`, {
      method: 'POST',
      headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/fhir+json' },
      body: JSON.stringify({
        resourceType: 'MedicationRequest',
        identifier: [{ system: 'https://app.example/draft', value: 'one' }],
        status: 'draft',
        intent: 'order',
        subject: { reference: 'Patient/v03' },
        requester: { reference: 'Practitioner/dr-exemplar' },
        medicationCodeableConcept: { text: 'naltrexone 1.5 mg capsule' },
      }),
    });
    expect(created.status).toBe(201);
    expect(created.headers.get('location')).toMatch(
      new RegExp(`^${ehr.fhirBase}/MedicationRequest/[^/]+/_history/`),
    );
    const found = await get('MedicationRequest?identifier=https://app.example/draft|one', access_token);
    expect(await found.json()).toMatchObject({ total: 1, entry: [{ resource: { status: 'draft' } }] });
    const open = await fetch(`${ehr.url}/sandbox/fhir/MedicationRequest?patient=v03&status=draft`);
    expect(await open.json()).toMatchObject({ total: 1 });
  });

  test('of two patients at once stay apart', async () => {
    const [first, second] = await Promise.all([
      app.launch(ehr.launchUrl('v01'), SCOPE),
      app.launch(ehr.launchUrl('v02'), SCOPE),
    ]);
    expect([first.patient, second.patient]).toEqual(['v01', 'v02']);
    expect((await get('Patient/v02', first.access_token)).status).toBe(403);
    expect((await get('Patient/v02', second.access_token)).status).toBe(200);
  });

  test('rotates refresh tokens and ends the grant when an old one comes back', async () => {
    const answer = await app.launch(ehr.launchUrl('v01'), SCOPE);
    const fresh = await app.refresh(ehr.fhirBase, answer.refresh_token ?? '');
    expect(fresh.patient).toBe('v01');
    expect(fresh.refresh_token).not.toBe(answer.refresh_token);
    await expect(app.refresh(ehr.fhirBase, answer.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    });
    expect((await get('Patient/v01', fresh.access_token)).status).toBe(401);
  });

  test('works for an app that asks for SMART version 1 scopes', async () => {
    const scope = 'launch openid fhirUser patient/Patient.read patient/MedicationRequest.read';
    const { access_token, scope: granted } = await app.launch(ehr.launchUrl('v01'), scope);
    expect(granted.split(' ')).toContain('patient/MedicationRequest.read');
    expect((await get('MedicationRequest?patient=v01', access_token)).status).toBe(200);
    expect((await get('Condition?patient=v01', access_token)).status).toBe(403);
  });
});

describe('the other ways an app may be registered', () => {
  test.each<[string, ...Parameters<typeof startSmartClient>]>([
    ['a public app', 'ldn-titration-public'],
    ['an app with a secret', 'ldn-titration-secret'],
    ['an app with an RS384 key in place of an ES384 one', 'ldn-titration', 'RS384'],
  ])('%s gets its token', async (_which, ...registered) => {
    const other = await startSmartClient(...registered);
    const another = await startSandbox({ port: 0, appUrl: other.url });
    try {
      expect(await other.launch(another.launchUrl('v01'), SCOPE)).toMatchObject({ patient: 'v01' });
    } finally {
      await another.close();
      await other.close();
    }
  });
});

describe('a standalone launch', () => {
  test('lets the user choose the patient', async () => {
    const launchUrl = `${app.url}/launch?iss=${ehr.fhirBase}`;
    const scope = SCOPE.replace('launch ', 'launch/patient ');
    const page = await (await app.authorize(launchUrl, scope)).text();
    const handle = /&#38;launch=([^"]+)">EXAMPLE|launch=([^"&]+)">Example/.exec(page);
    expect(page).toContain('choose a patient');
    const answer = await app.launch(launchUrl, scope, { launch: handle?.[1] ?? handle?.[2] ?? '' });
    expect(answer.patient).toBe('v01');
  });
});

describe('the authorization server refuses', () => {
  const refusedWith = async (other: Record<string, string>, scope = SCOPE) => {
    const answer = await app.authorize(ehr.launchUrl('v01'), scope, other);
    const location = answer.headers.get('location');
    return location ? new URL(location).searchParams.get('error_description') : await answer.text();
  };

  test('an aud that is another FHIR server', async () => {
    expect(await refusedWith({ aud: 'https://elsewhere.example/fhir' })).toContain(
      'aud is not the FHIR base URL',
    );
  });
  test('a launch handle it never gave', async () => {
    expect(await refusedWith({ launch: 'made-up' })).toContain('launch is not a launch of this EHR');
  });
  test('an authorization without PKCE, or with the plain method', async () => {
    expect(await refusedWith({ code_challenge_method: 'plain' })).toContain('code_challenge_method');
    expect(await refusedWith({ code_challenge: '', code_challenge_method: '' })).toContain('PKCE');
  });
  test('a redirect address that is not registered, on a page and not by redirect', async () => {
    const answer = await app.authorize(ehr.launchUrl('v01'), SCOPE, {
      redirect_uri: 'https://elsewhere.example/callback',
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('Pretend EHR: the launch was refused');
  });
});

describe('fault switches of the launch', () => {
  test('fewer scopes are granted than were asked for', async () => {
    ehr.faults.replace({ grantScopes: ['launch', 'openid', 'patient/Patient.rs'] });
    const answer = await app.launch(ehr.launchUrl('v01'), SCOPE);
    expect(answer.scope.split(' ').sort()).toEqual(['launch', 'openid', 'patient/Patient.rs']);
    expect(answer.claims?.fhirUser).toBeUndefined();
  });
  test('part of a scope is granted: orders may be read and not written', async () => {
    const allowed = ['launch', 'openid', 'fhirUser', 'online_access', 'patient/*.rs'];
    ehr.faults.replace({ grantScopes: allowed });
    const answer = await app.launch(ehr.launchUrl('v01'), SCOPE);
    expect(answer.scope.split(' ')).toContain('patient/MedicationRequest.rs');
    expect(answer.scope).not.toContain('.crs');
    const fresh = await app.refresh(ehr.fhirBase, answer.refresh_token ?? '');
    expect(fresh.scope).toBe(answer.scope);
    expect((await get('MedicationRequest?patient=v01', fresh.access_token)).status).toBe(200);
    const written = await fetch(`${ehr.fhirBase}/MedicationRequest`, {
      method: 'POST',
      headers: { authorization: `Bearer ${fresh.access_token}`, 'content-type': 'application/fhir+json' },
      body: JSON.stringify({ resourceType: 'MedicationRequest', subject: { reference: 'Patient/v01' } }),
    });
    expect(written.status).toBe(403);
  });
  test('tokens live as long as they are told to, and end when told to', async () => {
    ehr.faults.replace({ tokenLifetimeSeconds: 20 });
    const answer = await app.launch(ehr.launchUrl('v01'), SCOPE);
    expect(answer.expires_in).toBe(20);
    ehr.faults.replace({ tokenExpiresNow: true });
    expect((await get('Patient/v01', answer.access_token)).status).toBe(401);
    const fresh = await app.refresh(ehr.fhirBase, answer.refresh_token ?? '');
    expect((await get('Patient/v01', fresh.access_token)).status).toBe(200);
  });
  test.each([
    ['Patient', '/Patient/v01'],
    ['RelatedPerson', '/RelatedPerson/relative'],
    ['PractitionerRole', '/PractitionerRole/dr-exemplar-role'],
  ] as const)('the user is a %s', async (fhirUser, path) => {
    ehr.faults.replace({ fhirUser });
    expect((await app.launch(ehr.launchUrl('v01'), SCOPE)).claims?.fhirUser).toBe(`${ehr.fhirBase}${path}`);
  });
  test('nobody says who the user is, and no patient comes with the token', async () => {
    ehr.faults.replace({ fhirUser: 'none', noPatientInLaunch: true });
    const answer = await app.launch(ehr.launchUrl('v01'), SCOPE);
    expect(answer.claims?.fhirUser).toBeUndefined();
    expect(answer.patient).toBeUndefined();
  });
});
