import { expect, test } from 'vitest';
import { appBesideEhr } from './app-beside-ehr.ts';
import { Browser, codeOf } from './browser.ts';
import { LOGIN } from './second-ehr.ts';

const { ehr } = appBesideEhr();

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
