import { expect, test } from 'vitest';
import { beginLaunch } from '#lib/launch/begin-launch.ts';
import { isLaunchFailure } from '#lib/launch/failure.ts';
import { addressOf, REQUEST_LIMITS } from '#lib/launch/rate-limit.ts';
import { openLaunch } from '#lib/visit/open-launch.ts';
import { appBesideEhr, later } from './app-beside-ehr.ts';
import { Browser, codeOf } from './browser.ts';
import { ISSUER } from './second-ehr.ts';

const { ehr } = appBesideEhr();

test('one launch asked for without end is refused for the rest of the minute; the other launch goes on', async () => {
  const browser = new Browser();
  const [busy, quiet] = [await browser.launched(ehr), await browser.launched(ehr)];
  for (let request = 0; request < REQUEST_LIMITS.launch; request += 1) {
    expect(codeOf(await openLaunch(busy, browser))).toBe('none');
  }
  expect(await openLaunch(busy, browser)).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  expect(codeOf(await openLaunch(quiet, browser))).toBe('none');
  later(61_000);
  expect(codeOf(await openLaunch(busy, browser))).toBe('none');
});

test('whoever has the address of a launch without its cookie cannot use up its limit', async () => {
  const browser = new Browser();
  const launchId = await browser.launched(ehr);
  for (let request = 0; request <= REQUEST_LIMITS.launch; request += 1)
    await openLaunch(launchId, new Browser());
  expect(codeOf(await openLaunch(launchId, browser))).toBe('none');
});

test('one address that launches without end is refused before anything is sent; another address is not', async () => {
  const query = new URLSearchParams({ iss: ISSUER, launch: 'x' });
  const outcomes = [];
  for (let launch = 0; launch <= REQUEST_LIMITS.address; launch += 1) {
    outcomes.push(await beginLaunch(query, new Browser(), '192.0.2.1'));
  }
  expect(outcomes.filter((outcome) => isLaunchFailure(outcome))).toHaveLength(1);
  expect(codeOf(outcomes.at(-1) ?? {})).toBe('TOO_MANY_REQUESTS');
  expect(codeOf(await beginLaunch(query, new Browser(), '192.0.2.2'))).toBe('none');
});

test('the address is the one the nearest proxy saw, whatever the caller wrote before it', () => {
  expect(addressOf(new Headers({ 'x-forwarded-for': '203.0.113.9, 192.0.2.7' }))).toBe('192.0.2.7');
  expect(addressOf(new Headers())).toBe('unknown');
});

test.each([
  ['192.0.2.7:50123', '192.0.2.7'],
  ['[2001:db8::7]:50123', '2001:db8::7'],
  ['2001:db8::7', '2001:db8::7'],
])('%s is the address %s, whatever its port', (named, address) => {
  expect(addressOf(new Headers({ 'x-forwarded-for': named }))).toBe(address);
});
