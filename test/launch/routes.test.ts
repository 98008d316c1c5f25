import { expect, test, vi } from 'vitest';
import { launchFailure } from '#lib/launch/failure.ts';
import { VERSION } from '#lib/settings/version.ts';
import { failureWords } from '#lib/words/en/failures.ts';
import { wordsFor } from '#lib/words/words-for.ts';
import { GET as jwks } from '../../app/.well-known/jwks.json/route.ts';
import { GET as callback, POST as callbackForm } from '../../app/callback/route.ts';
import { GET as health } from '../../app/health/route.ts';
import { GET as launch } from '../../app/launch/route.ts';
import { failurePage } from '../../app/problem/failure-page.ts';
import { appBesideEhr } from './app-beside-ehr.ts';
import { APP_URL } from './app-settings.ts';
import { ISSUER, secondSite } from './second-ehr.ts';

const { ehr, log, useSites } = appBesideEhr();

async function begun() {
  const query = new URLSearchParams({ iss: ISSUER, launch: 'opaque' });
  const response = await launch(new Request(`${APP_URL}/launch?${query}`));
  const [cookie = ''] = response.headers.getSetCookie();
  return { response, cookie, answer: ehr.approve(response.headers.get('location') ?? '') };
}

const pair = (cookie: string) => cookie.split(';')[0] ?? '';

test('launch and callback: 303 each, cookies for this host alone, usable inside a frame', async () => {
  const { response, cookie, answer } = await begun();
  expect(response.status).toBe(303);
  const attributes = (age: number) =>
    `Path=\\/; Max-Age=${age}; Secure; HttpOnly; SameSite=None; Partitioned`;
  expect(cookie).toMatch(new RegExp(`^__Host-ldn-state-[\\w-]{16}=[\\w-]{43}\\.\\w+; ${attributes(600)}$`));
  const done = await callback(
    new Request(`${APP_URL}/callback?${answer}`, { headers: { cookie: pair(cookie) } }),
  );
  expect(done.status).toBe(303);
  expect(done.headers.get('location')).toMatch(/^http:\/\/127\.0\.0\.1:3000\/chart\/[\w-]{43}\/safety$/);
  const [made = '', cleared = ''] = done.headers.getSetCookie();
  expect(made).toMatch(new RegExp(`^__Host-ldn-[\\w-]{16}=[\\w-]{43}\\.\\w+; ${attributes(43_200)}$`));
  expect(cleared).toMatch(new RegExp(`^${pair(cookie).split('=')[0]}=; Path=/; Max-Age=0;`));
});

test('nothing in the address or the headers sends the browser elsewhere: launch leads to the EHR, callback to this app', async () => {
  const elsewhere = {
    redirect_uri: 'https://evil.example/',
    next: '//evil.example',
    return_to: 'https://evil.example',
  };
  const headers = { forwarded: 'host=evil.example' };
  const query = new URLSearchParams({ iss: ISSUER, launch: 'opaque', ...elsewhere });
  const started = await launch(new Request(`https://evil.example/launch?${query}`, { headers }));
  const location = started.headers.get('location') ?? '';
  expect(location).toMatch(/^https:\/\/ehr\.example\/login\/authorize\?/);
  expect(location).not.toContain('evil');
  const [cookie = ''] = started.headers.getSetCookie();
  const answer = new URLSearchParams([...ehr.approve(location), ...Object.entries(elsewhere)]);
  const done = await callback(
    new Request(`https://evil.example/callback?${answer}`, {
      headers: { ...headers, host: 'evil.example', 'x-forwarded-host': 'evil.example', cookie: pair(cookie) },
    }),
  );
  expect(done.headers.get('location')).toMatch(new RegExp(`^${APP_URL}/chart/[\\w-]{43}/safety$`));
});

test.each([
  ['a proxy that puts its own name', { host: '127.0.0.1:3001' }],
  ['a proxy that drops the port, as $host does', { host: '127.0.0.1' }],
  ['another name in X-Forwarded-Host', { host: '127.0.0.1:3000', 'x-forwarded-host': 'ehr.example' }],
  ['a name that is none', { host: '<script>' }],
])('%s: no launch, and the page names the setting of the proxy', async (_, headers) => {
  const answer = await launch(new Request(`${APP_URL}/launch?iss=${ISSUER}&launch=x`, { headers }));
  const page = await answer.text();
  expect(answer.status).toBe(400);
  expect(page).toContain('proxy_set_header Host $http_host');
  expect(page).toContain('HOST_NOT_PASSED_ON');
  expect(page).not.toContain('<script>');
});

test.each<Record<string, string>>([
  { host: '127.0.0.1:3000' },
  { host: 'inside.example', 'x-forwarded-host': '127.0.0.1:3000' },
])('%o is the name of the app: the launch goes on', async (headers) => {
  const answer = await launch(new Request(`${APP_URL}/launch?iss=${ISSUER}&launch=x`, { headers }));
  expect(answer.status).toBe(303);
});

test('a store on a disk that is full or gone: launch, callback and health say so, with a number that the log has', async () => {
  const { cookie, answer } = await begun();
  vi.stubEnv('SESSION_STORE', '/dev/null/sessions.sqlite');
  const faults = vi.spyOn(console, 'error').mockImplementation(() => {});
  for (const failed of [
    await launch(new Request(`${APP_URL}/launch?iss=${ISSUER}&launch=x`)),
    await callback(new Request(`${APP_URL}/callback?${answer}`, { headers: { cookie: pair(cookie) } })),
  ]) {
    expect(failed.status).toBe(503);
    const page = await failed.text();
    expect(page).toContain('STORE_AWAY');
    const number = /<dt>Reference<\/dt><dd>(\w{8})</.exec(page)?.[1];
    expect(log.map((line) => JSON.parse(line).ids.reference)).toContain(number);
  }
  const unready = await health(new Request(`${APP_URL}/health`));
  expect([unready.status, (await unready.json()).problem]).toEqual([
    503,
    'SESSION_STORE: the session store cannot be used (EEXIST)',
  ]);
  expect(faults.mock.calls.flat()).toEqual([
    'the session store cannot be used (EEXIST): SQLite file /dev/null/sessions.sqlite',
  ]);
});

test('an answer posted as a form is taken too', async () => {
  const { cookie, answer } = await begun();
  const body = answer.toString();
  const headers = {
    cookie: pair(cookie),
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(body.length),
  };
  expect(
    (await callbackForm(new Request(`${APP_URL}/callback`, { method: 'POST', body, headers }))).status,
  ).toBe(303);
});

test('cookies blocked: the page names the browser setting, for IT', async () => {
  const { answer } = await begun();
  const blocked = await callback(new Request(`${APP_URL}/callback?${answer}`));
  expect(blocked.status).toBe(400);
  expect(await blocked.text()).toMatch(/COOKIE_BLOCKED|Third-party cookies/);
});

test('an unlisted issuer: a page with code, reference, and what to do; no request; one audit line with the same number', async () => {
  const response = await launch(new Request(`${APP_URL}/launch?iss=https://other.example&launch=x`));
  const page = await response.text();
  expect(response.status).toBe(403);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(page).toContain('ISSUER_NOT_ALLOWED');
  expect(page).toContain('wrote nothing to it. A draft that was sent before may be there');
  expect(ehr.requests).toEqual([]);
  const [line] = log.map((text) => JSON.parse(text));
  expect(line).toMatchObject({ event: 'refusal', outcome: 'ISSUER_NOT_ALLOWED' });
  expect(page).toContain(line.ids.reference);
});

test('what a stranger puts into the address never becomes markup', async () => {
  const response = await launch(
    new Request(`${APP_URL}/launch?iss=${encodeURIComponent('https://x/<script>alert(1)</script>"')}`),
  );
  expect(await response.text()).not.toContain('<script');
});

test('a missing setting is named on the page', async () => {
  vi.stubEnv('SITES_FILE', '');
  const response = await launch(new Request(`${APP_URL}/launch?iss=x`));
  expect(response.status).toBe(503);
  expect(await response.text()).toContain('SITES_FILE is not set');
});

test('the style of the page carries the nonce of its policy; without a nonce there is no style', async () => {
  const failure = launchFailure('NO_PATIENT', 'x');
  expect(await failurePage(wordsFor('en'), failure, 'abc').text()).toContain('<style nonce="abc">');
  expect(await failurePage(wordsFor('en'), failure, null).text()).not.toContain('<style');
});

// verifies: hl7.fhir.uv.smart-app-launch_2.2.0@21
test('the published keys are public, named, and may be kept a while', async () => {
  const response = jwks();
  const { keys } = (await response.json()) as { keys: Record<string, unknown>[] };
  expect(response.headers.get('cache-control')).toBe('public, max-age=300');
  expect(keys.map(({ kid, alg, use }) => [kid, alg, use])).toEqual([
    ['app-ec', 'ES384', 'sig'],
    ['app-rsa', 'RS384', 'sig'],
  ]);
  for (const key of keys) {
    for (const secret of ['d', 'p', 'q', 'dp', 'dq', 'qi']) expect(key).not.toHaveProperty(secret);
  }
});

test('health: ready with its settings, live without', async () => {
  const ask = (query: string) => health(new Request(`${APP_URL}/health${query}`));
  expect(await (await ask('')).json()).toEqual({ live: true, ready: true, version: VERSION });
  vi.stubEnv('SESSION_KEYS', '');
  const unready = await ask('');
  expect(unready.status).toBe(503);
  expect(await unready.json()).toEqual({
    live: true,
    ready: false,
    problem: 'SESSION_KEYS is not set: set it to comma-separated keys of 32 random bytes in base64url',
    version: VERSION,
  });
  expect((await ask('?live')).status).toBe(200);
});

test('every failure says what it means for the patient and what to do', () => {
  const codes = [
    'ISSUER_NOT_ALLOWED',
    'COOKIE_BLOCKED',
    'WRONG_PATIENT',
    'SESSION_EXPIRED',
    'NO_PATIENT',
  ] as const;
  for (const code of codes) {
    const { meaning, steps } = failureWords(code);
    expect(meaning).toMatch(/written|wrote nothing/);
    expect(steps.length).toBeGreaterThan(0);
  }
});

// verifies: hl7.fhir.uv.smart-app-launch_2.2.0@12
test('an EHR that is to be asked by form gets the same request by form, in a page that needs no JavaScript', async () => {
  ehr.manners.configuration.capabilities = ['launch-ehr', 'permission-v2', 'authorize-post'];
  const byGet = (await begun()).response.headers.get('location') ?? '';
  await useSites([{ ...secondSite, authorizeBy: 'post' }]);
  const query = new URLSearchParams({ iss: ISSUER, launch: '"><b>' });
  const response = await launch(new Request(`${APP_URL}/launch?${query}`, { headers: { 'x-nonce': 'abc' } }));
  const page = await response.text();
  expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect(response.headers.getSetCookie()).toHaveLength(1);
  expect(page).toContain('<form method="post" action="https://ehr.example/login/authorize">');
  expect(page).toContain('<script nonce="abc">');
  const fields = [...page.matchAll(/name="([^"]+)" value="/g)].map(([, name]) => name);
  expect(fields.sort()).toEqual([...new URL(byGet).searchParams.keys()].sort());
  expect(page).toContain('value="&quot;&gt;&lt;b&gt;"');
});

test('an EHR that does not declare authorize-post is asked by address, whatever the sites file says', async () => {
  await useSites([{ ...secondSite, authorizeBy: 'post' }]);
  expect((await begun()).response.status).toBe(303);
});
