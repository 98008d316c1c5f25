import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { discover } from '#lib/launch/discover.ts';
import { siteSchema } from '#lib/settings/site.ts';
import { appBesideEhr, later } from './app-beside-ehr.ts';
import { codeOf } from './browser.ts';
import { ISSUER, LOGIN, secondSite } from './second-ehr.ts';

const site = siteSchema.parse(secondSite);
const WELL_KNOWN = `${ISSUER}/.well-known/smart-configuration`;
const { ehr } = appBesideEhr();

// verifies: hl7.fhir.uv.smart-app-launch_2.2.0@1 hl7.fhir.uv.smart-app-launch_2.2.0@2
test('relative addresses are resolved against the FHIR base', async () => {
  expect(await discover(site)).toMatchObject({
    authorizationEndpoint: 'https://ehr.example/login/authorize',
    tokenEndpoint: `${ISSUER}/oauth/token`,
    identityIssuer: LOGIN,
    jwksUri: `${LOGIN}/keys`,
  });
});

// verifies: hl7.fhir.uv.smart-app-launch_2.2.0@3
test('capabilities nobody knows, and members of the wrong kind that are not needed, do no harm', async () => {
  Object.assign(ehr.manners.configuration, { capabilities: 'all', scopes_supported: null, issuer: 7 });
  expect(codeOf(await discover(site))).toBe('none');
});

test('an answer is kept for ten minutes and then asked for again', async () => {
  await Promise.all([discover(site), discover(site)]);
  await discover(site);
  expect(ehr.requests).toHaveLength(1);
  later(11 * 60_000);
  await discover(site);
  expect(ehr.requests).toHaveLength(2);
});

test('a failure is never kept', async () => {
  ehr.server.use(http.get(WELL_KNOWN, () => new HttpResponse(null, { status: 503 }), { once: true }));
  expect(codeOf(await discover(site))).toBe('DISCOVERY_FAILED');
  expect(codeOf(await discover(site))).toBe('none');
});

function endlessBody(): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      sent += 65_536;
      if (sent > 50_000_000) controller.close();
      else controller.enqueue(new Uint8Array(65_536).fill(32));
    },
  });
}

test.each([
  ['404', () => new HttpResponse(null, { status: 404 })],
  ['HTML', () => HttpResponse.html('<html>Sign in</html>')],
  ['an empty answer', () => new HttpResponse('')],
  ['a list', () => HttpResponse.json([])],
  ['no token endpoint', () => HttpResponse.json({ authorization_endpoint: 'a' })],
  ['a broken connection', () => HttpResponse.error()],
  ['50 MB', () => new HttpResponse(endlessBody())],
  ['JSON nested a hundred thousand deep', () => new HttpResponse('['.repeat(100_000))],
  ['a redirect to a stranger', () => HttpResponse.redirect('https://evil.example/smart', 302)],
])('%s: discovery failed, and nobody else is asked', async (_name, answer) => {
  ehr.server.use(http.get(WELL_KNOWN, answer));
  expect(await discover(site)).toMatchObject({ code: 'DISCOVERY_FAILED' });
  // A launch of an earlier test may still be asking what the server can do: that answer is waited for by nobody.
  expect(ehr.requests.filter((request) => !request.endsWith('/metadata'))).toEqual([`GET ${WELL_KNOWN}`]);
});

// verifies: hl7.fhir.uv.smart-app-launch_2.2.0@4
test.each([
  'http://ehr.example/token',
  'http://127.0.0.1:8080/token',
  'https://localhost/token',
  'https://user:secret@ehr.example/token',
  'file:///etc/passwd',
])('an endpoint that may not be called: %s', async (token_endpoint) => {
  ehr.manners.configuration.token_endpoint = token_endpoint;
  expect(codeOf(await discover(site))).toBe('DISCOVERY_FAILED');
});

test('keys of another issuer than the one named are not taken', async () => {
  delete ehr.manners.configuration.jwks_uri;
  ehr.manners.openidConfiguration = { issuer: 'https://evil.example', jwks_uri: 'https://evil.example/keys' };
  expect(await discover(site)).toMatchObject({ identityIssuer: LOGIN, jwksUri: null });
});
