import { NextRequest } from 'next/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { proxy } from '../../proxy.ts';
import { APP_URL, type AppSettings, useAppSettings } from './app-settings.ts';
import { secondSite } from './second-ehr.ts';

let app: AppSettings;
beforeEach(async () => {
  app = await useAppSettings([secondSite]);
});
afterEach(() => app.remove());

const answerTo = (path: string, headers: Record<string, string> = {}) =>
  proxy(new NextRequest(`${APP_URL}${path}`, { headers })).headers;

test('every answer carries the policy, with a nonce of its own', () => {
  const [one, two] = [answerTo('/chart/x/safety'), answerTo('/chart/x/safety')];
  const policy = one.get('content-security-policy');
  expect(policy).toContain('frame-ancestors https://ehr.example');
  expect(policy).not.toBe(two.get('content-security-policy'));
  expect(one.get('x-frame-options')).toBeNull();
  expect(one.get('x-content-type-options')).toBe('nosniff');
});

test('the page learns the nonce from the server, whatever the browser sent', () => {
  const headers = answerTo('/launch', { 'x-nonce': 'chosen-by-a-stranger' });
  const nonce = headers.get('x-middleware-request-x-nonce');
  expect(nonce).toMatch(/^[\w-]{43}$/);
  expect(headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
});

test('nothing of a chart is kept in a cache', () => {
  expect(answerTo('/chart/x/review').get('cache-control')).toBe('no-store');
});

test('with wrong settings nobody may frame the app, and the page that says so is still sent', () => {
  vi.stubEnv('SITES_FILE', '/nowhere.json');
  expect(answerTo('/launch').get('content-security-policy')).toContain("frame-ancestors 'none'");
});
