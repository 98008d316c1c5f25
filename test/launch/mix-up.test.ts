/** Two EHRs at one app: an answer of one is never taken for the other's. @see RFC 9700, section 4.4; RFC 9207 */
import { expect, test } from 'vitest';
import { GET } from '../../app/callback/[site]/route.ts';
import { appBesideEhr } from './app-beside-ehr.ts';
import { APP_URL } from './app-settings.ts';
import { Browser, codeOf, launchIdOf } from './browser.ts';
import { LOGIN, secondSite } from './second-ehr.ts';

const hostile = { ...secondSite, issuer: 'https://hostile.example/fhir', callback: 'hostile' };
const { ehr, useSites } = appBesideEhr([{ ...secondSite, callback: 'second' }, hostile]);

test('each EHR is given a redirect address of its own, and its answer is taken there', async () => {
  const browser = new Browser();
  const location = await browser.begin();
  expect(new URL(location).searchParams.get('redirect_uri')).toBe(`${APP_URL}/callback/second`);
  expect(launchIdOf(await browser.finish(ehr.approve(location), '/callback/second'))).toMatch(/./);
  expect(ehr.forms.at(-1)?.get('redirect_uri')).toBe(`${APP_URL}/callback/second`);
});

test.each(['/callback/hostile', '/callback'])(
  'an answer that comes to %s is refused unexchanged, and still works where it belongs',
  async (path) => {
    const browser = new Browser();
    const answer = ehr.approve(await browser.begin());
    expect(await browser.finish(answer, path)).toMatchObject({
      code: 'STATE_MISMATCH',
      detail: 'the answer came to the redirect address of another EHR',
    });
    expect(ehr.forms).toEqual([]);
    expect(codeOf(await browser.finish(answer, '/callback/second'))).toBe('none');
  },
);

test('"iss" in the answer is compared even where the EHR names no issuer and promised none', async () => {
  delete ehr.manners.configuration.issuer;
  ehr.manners.idToken = null;
  await useSites([secondSite]);
  const browser = new Browser();
  for (const iss of [hostile.issuer, LOGIN]) {
    const wrong = ehr.approve(await browser.begin());
    wrong.set('iss', iss);
    expect(codeOf(await browser.finish(wrong))).toBe('STATE_MISMATCH');
  }
  expect(ehr.forms).toEqual([]);
  const right = ehr.approve(await browser.begin());
  right.set('iss', secondSite.issuer);
  expect(codeOf(await browser.finish(right))).toBe('none');
});

test('the route hands the address it was called at to the check', async () => {
  const answer = ehr.approve(await new Browser().begin());
  const response = await GET(new Request(`${APP_URL}/callback/hostile?${answer}`));
  expect(response.status).toBe(400);
  expect(await response.text()).toContain('redirect address of another EHR');
});
