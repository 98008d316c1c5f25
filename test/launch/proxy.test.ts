import { NextRequest } from 'next/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { REQUEST_LIMITS } from '#lib/launch/rate-limit.ts';
import { digest } from '#lib/store/secrets.ts';
import { storedRecords } from '#lib/store/stored-records.ts';
import { proxy } from '../../proxy.ts';
import { APP_URL, type AppSettings, type SiteText, useAppSettings } from './app-settings.ts';
import { Browser } from './browser.ts';
import { ISSUER, secondEhr, secondSite } from './second-ehr.ts';

/** Another hospital on the same server. */
const otherSite = {
  ...secondSite,
  issuer: 'https://other.example/fhir',
  callback: 'other',
  frameAncestors: ['https://other.example'],
  authorizeBy: 'post' as const,
} satisfies SiteText;

let app: AppSettings;
beforeEach(async () => {
  app = await useAppSettings([secondSite, otherSite]);
});
afterEach(() => {
  vi.restoreAllMocks();
  app.remove();
});

const answerTo = async (path: string, headers: Record<string, string> = {}) =>
  (await proxy(new NextRequest(`${APP_URL}${path}`, { headers }))).headers;

test('every answer carries the policy, with a nonce of its own', async () => {
  const [one, two] = [await answerTo('/chart/x/safety'), await answerTo('/chart/x/safety')];
  const policy = one.get('content-security-policy');
  expect(policy).toContain('frame-ancestors https://ehr.example');
  expect(policy).not.toBe(two.get('content-security-policy'));
  expect(one.get('x-frame-options')).toBeNull();
  expect(one.get('x-content-type-options')).toBe('nosniff');
});

test('the page learns the nonce from the server, whatever the browser sent', async () => {
  const headers = await answerTo('/launch', { 'x-nonce': 'chosen-by-a-stranger' });
  const nonce = headers.get('x-middleware-request-x-nonce');
  expect(nonce).toMatch(/^[\w-]{43}$/);
  expect(headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
});

test('nothing of a chart is kept in a cache', async () => {
  expect((await answerTo('/chart/x/review')).get('cache-control')).toBe('no-store');
});

test('with wrong settings nobody may frame the app, and the page that says so is still sent', async () => {
  vi.stubEnv('SITES_FILE', '/nowhere.json');
  expect((await answerTo('/launch')).get('content-security-policy')).toContain("frame-ancestors 'none'");
});

test('each EHR may frame its own launches and no other EHR may; a page of no launch any listed EHR', async () => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const ancestors = async (path: string) =>
    /frame-ancestors ([^;]*)/.exec((await answerTo(path)).get('content-security-policy') ?? '')?.[1];
  const ehr = secondEhr();
  ehr.server.listen({ onUnhandledFrame: 'error' });
  const browser = new Browser();
  const answer = ehr.approve(await browser.begin());
  expect(await ancestors(`/callback?${answer}`)).toBe('https://ehr.example');
  const launchId = await browser.launched(ehr);
  ehr.server.close();
  expect(await ancestors(`/chart/${launchId}/safety`)).toBe('https://ehr.example');
  expect(await ancestors(`/launch?iss=${encodeURIComponent(ISSUER)}`)).toBe('https://ehr.example');
  expect(await ancestors(`/launch?iss=${otherSite.issuer}`)).toBe('https://other.example');
  expect(await ancestors(`/chart/${'x'.repeat(43)}/safety`)).toBe(
    'https://ehr.example https://other.example',
  );
});

test('forms go to this app alone, but for the sign-in that is sent to an EHR by form', async () => {
  const targets = async (path: string) =>
    /form-action ([^;]*)/.exec((await answerTo(path)).get('content-security-policy') ?? '')?.[1];
  expect(await targets('/chart/x/review')).toBe("'self'");
  expect(await targets(`/launch?iss=${encodeURIComponent(ISSUER)}`)).toBe("'self'");
  expect(await targets(`/launch?iss=${otherSite.issuer}`)).toBe("'self' https:");
});

test('a request larger than any form of this app is refused unread', async () => {
  const body = 'x'.repeat(300_000);
  const request = new NextRequest(`${APP_URL}/chart/x/review`, {
    method: 'POST',
    body,
    headers: { 'content-length': String(body.length) },
  });
  expect((await proxy(request)).status).toBe(413);
});

test('with an https address every answer says so, the refusal too', async () => {
  expect((await answerTo('/health')).has('strict-transport-security')).toBe(false);
  vi.stubEnv('APP_URL', 'https://ldn.example');
  expect((await answerTo('/health')).get('strict-transport-security')).toBe('max-age=31536000');
  expect((await answerTo('/health', { 'content-length': '300000' })).get('strict-transport-security')).toBe(
    'max-age=31536000',
  );
});

test.each([
  ['callback', '/callback?state=x&code=y'],
  ['callback', '/callback/other?state=x&code=y'],
  ['chart', `/chart/${'x'.repeat(43)}/safety`],
  ['health', '/health'],
] as const)(
  'limit "%s": one address that asks for %s without end is refused, another is not',
  async (kind, path) => {
    vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const statusFor = async (address: string) =>
      (await proxy(new NextRequest(`${APP_URL}${path}`, { headers: { 'x-forwarded-for': address } }))).status;
    const key = `rate/${kind}/${digest('192.0.2.1')}`;
    for (let request = 0; request < REQUEST_LIMITS[kind]; request += 1) {
      await storedRecords().count(key, Date.now() + 60_000);
    }
    expect(await statusFor('192.0.2.1')).toBe(429);
    expect(await statusFor('192.0.2.2')).toBe(200);
  },
);

test('where the store cannot be asked, the page that says so is sent', async () => {
  vi.stubEnv('SESSION_KEYS', '');
  expect((await proxy(new NextRequest(`${APP_URL}/health`))).status).toBe(200);
});
