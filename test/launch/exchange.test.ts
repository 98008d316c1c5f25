import { expect, test, vi } from 'vitest';
import { appBesideEhr } from './app-beside-ehr.ts';
import { Browser, codeOf } from './browser.ts';
import { CLIENT_SECRETS, secondSite } from './second-ehr.ts';

const { ehr, useSites } = appBesideEhr();

// verifies: hl7.fhir.uv.smart-app-launch_2.2.0@16 hl7.fhir.uv.smart-app-launch_2.2.0@17 hl7.fhir.uv.smart-app-launch_2.2.0@18 hl7.fhir.uv.smart-app-launch_2.2.0@19 hl7.fhir.uv.smart-app-launch_2.2.0@20
test.each([
  ['client secret', { method: 'client-secret', secretVariable: 'SECOND_SECRET', encoding: 'form' }],
  ['private_key_jwt ES384', { method: 'private-key-jwt', algorithm: 'ES384' }],
  ['private_key_jwt RS384', { method: 'private-key-jwt', algorithm: 'RS384' }],
] as const)('a confidential client: %s', async (_name, authentication) => {
  await useSites([{ ...secondSite, authentication }]);
  vi.stubEnv('SECOND_SECRET', CLIENT_SECRETS.form);
  const browser = new Browser();
  expect(await browser.launched(ehr)).toMatch(/^[\w-]{43}$/);
});

// verifies: hl7.fhir.uv.smart-app-launch_2.2.0@18
test('a client secret stands in the header as it is, as the public launcher and the example of the guide have it', async () => {
  ehr.manners.basic = 'plain';
  const authentication = { method: 'client-secret', secretVariable: 'SECOND_SECRET' } as const;
  await useSites([{ ...secondSite, authentication }]);
  vi.stubEnv('SECOND_SECRET', CLIENT_SECRETS.plain);
  expect(await new Browser().launched(ehr)).toMatch(/^[\w-]{43}$/);

  await useSites([{ ...secondSite, authentication: { ...authentication, encoding: 'form' } }]);
  vi.stubEnv('SECOND_SECRET', CLIENT_SECRETS.plain);
  expect(codeOf(await new Browser().launch(ehr))).toBe('CLIENT_NOT_KNOWN');

  // And the other way round: a server that decodes what it is sent takes no secret as it stands.
  ehr.manners.basic = 'form';
  await useSites([{ ...secondSite, authentication }]);
  vi.stubEnv('SECOND_SECRET', CLIENT_SECRETS.form);
  expect(codeOf(await new Browser().launch(ehr))).toBe('CLIENT_NOT_KNOWN');
});

test.each([
  ['invalid_client', 'CLIENT_NOT_KNOWN'],
  ['unauthorized_client', 'CLIENT_NOT_PERMITTED'],
  ['invalid_scope', 'SCOPES_REFUSED'],
  ['invalid_grant', 'TOKEN_REFUSED'],
  ['unsupported_grant_type', 'TOKEN_REFUSED'],
])('the token endpoint answers "%s": %s', async (error, code) => {
  ehr.manners.tokenReply = () => Response.json({ error }, { status: error === 'invalid_client' ? 401 : 400 });
  expect(await new Browser().launch(ehr)).toMatchObject({
    code,
    detail: `token endpoint: the EHR answered "${error}"`,
  });
});

test.each([
  ['HTML', () => new Response('<html>Error</html>', { headers: { 'content-type': 'text/html' } })],
  ['200 with an error', () => Response.json({ error: 'invalid_grant' })],
  ['an error', () => Response.json({ error: 'invalid_grant' }, { status: 400 })],
  ['nothing', () => new Response(null, { status: 200 })],
  ['a token that is no text', () => Response.json({ access_token: 1, token_type: 'Bearer', patient: 'p1' })],
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
