import { expect, test } from 'vitest';
import { failureWords } from '#lib/words/en/failures.ts';
import { appBesideEhr, later } from './app-beside-ehr.ts';
import { Browser, codeOf, launchIdOf } from './browser.ts';
import { LOGIN } from './second-ehr.ts';

const { ehr } = appBesideEhr();

// verifies: hl7.fhir.uv.smart-app-launch_2.2.0@14
test('the EHR refuses', async () => {
  const browser = new Browser();
  const state = new URL(await browser.begin()).searchParams.get('state') ?? '';
  const answer = await browser.finish(
    new URLSearchParams({ state, error: 'access_denied', error_description: '<b>Jane</b>' }),
  );
  expect(answer).toMatchObject({ code: 'ACCESS_DENIED', detail: 'the EHR answered "access_denied"' });
});

// verifies: hl7.fhir.uv.smart-app-launch_2.2.0@14
test.each([
  ['invalid_scope', 'SCOPES_REFUSED', /scopes/],
  ['invalid_client', 'CLIENT_NOT_KNOWN', /clientId/],
  ['unauthorized_client', 'CLIENT_NOT_PERMITTED', /activate the app/],
  ['login_required', 'ACCESS_DENIED', /Allow access/],
  ['server_error', 'TOKEN_REFUSED', /again/],
] as const)('the EHR answers "%s": %s, with what helps', async (error, code, step) => {
  const browser = new Browser();
  const state = new URL(await browser.begin()).searchParams.get('state') ?? '';
  expect(codeOf(await browser.finish(new URLSearchParams({ state, error })))).toBe(code);
  const steps = failureWords(code).steps.join(' ');
  expect(steps).toMatch(step);
  if (code !== 'ACCESS_DENIED') expect(steps).not.toContain('Allow access');
});

// verifies: hl7.fhir.uv.smart-app-launch_2.2.0@13
test('a forged state', async () => {
  const browser = new Browser();
  const answer = ehr.approve(await browser.begin());
  answer.set('state', 'x'.repeat(43));
  expect(codeOf(await browser.finish(answer))).toBe('STATE_MISMATCH');
});

// verifies: hl7.fhir.uv.smart-app-launch_2.2.0@13
test('no state, and two', async () => {
  const browser = new Browser();
  const answer = ehr.approve(await browser.begin());
  answer.append('state', answer.get('state') ?? '');
  expect(codeOf(await browser.finish(answer))).toBe('STATE_MISMATCH');
  answer.delete('state');
  expect(codeOf(await browser.finish(answer))).toBe('STATE_MISMATCH');
});

// verifies: hl7.fhir.uv.smart-app-launch_2.2.0@13
test('an answer carried to another browser does nothing there, and still works where it belongs', async () => {
  const browser = new Browser();
  const answer = ehr.approve(await browser.begin());
  expect(codeOf(await new Browser().finish(answer))).toBe('COOKIE_BLOCKED');
  const thief = new Browser();
  for (const name of browser.jar.keys()) thief.jar.set(name, 'guessed');
  expect(codeOf(await thief.finish(answer))).toBe('STATE_MISMATCH');
  expect(ehr.forms).toEqual([]);
  expect(launchIdOf(await browser.finish(answer))).toMatch(/./);
});

// verifies: hl7.fhir.uv.smart-app-launch_2.2.0@15
test('a state serves once: a second code for it is not exchanged', async () => {
  const browser = new Browser();
  const location = await browser.begin();
  const first = launchIdOf(await browser.finish(ehr.approve(location)));
  expect(launchIdOf(await browser.finish(ehr.approve(location)))).toBe(first);
  browser.jar.clear();
  expect(codeOf(await browser.finish(ehr.approve(location)))).toBe('STATE_MISMATCH');
  expect(ehr.forms).toHaveLength(1);
});

test('an answer delivered twice at once makes one launch', async () => {
  const browser = new Browser();
  const answer = ehr.approve(await browser.begin());
  const outcomes = await Promise.all([browser.finish(answer), browser.finish(answer)]);
  expect(outcomes.map(codeOf).toSorted()).toEqual(['STATE_MISMATCH', 'none']);
  expect(ehr.forms).toHaveLength(1);
});

test('reload of the callback leads back to the launch it made', async () => {
  const browser = new Browser();
  const answer = ehr.approve(await browser.begin());
  const first = launchIdOf(await browser.finish(answer));
  expect(launchIdOf(await browser.finish(answer))).toBe(first);
});

test('a launch not finished within ten minutes is over', async () => {
  const browser = new Browser();
  const answer = ehr.approve(await browser.begin());
  later(11 * 60_000);
  expect(codeOf(await browser.finish(answer))).toBe('STATE_MISMATCH');
});

test('an answer of another authorization server (RFC 9207)', async () => {
  ehr.manners.configuration.authorization_response_iss_parameter_supported = true;
  const browser = new Browser();
  const wrong = ehr.approve(await browser.begin());
  wrong.set('iss', 'https://evil.example');
  expect(codeOf(await browser.finish(wrong))).toBe('STATE_MISMATCH');
  const missing = ehr.approve(await browser.begin());
  expect(codeOf(await browser.finish(missing))).toBe('STATE_MISMATCH');
  expect(ehr.forms).toEqual([]);
  const right = ehr.approve(await browser.begin());
  right.set('iss', LOGIN);
  expect(codeOf(await browser.finish(right))).toBe('none');
});
