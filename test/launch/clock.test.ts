import { HttpResponse, http } from 'msw';
import { describe, expect, test } from 'vitest';
import { hearClock } from '#lib/fhir/ehr-clock.ts';
import { beginLaunch } from '#lib/launch/begin-launch.ts';
import { clockApart, clockDetail, clockRefusal } from '#lib/launch/clock.ts';
import { failureWords } from '#lib/words/en/failures.ts';
import { appBesideEhr, later } from './app-beside-ehr.ts';
import { Browser, codeOf } from './browser.ts';
import { ISSUER } from './second-ehr.ts';

const { ehr } = appBesideEhr();
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The time as an EHR tells it whose clock is so far from this server's. */
const dated = (aheadMs: number) => ({ date: new Date(Date.now() - aheadMs).toUTCString() });

/** From now on its SMART configuration comes with this Date. */
function ehrSays(aheadMs: number): void {
  ehr.server.use(
    http.get(`${ISSUER}/.well-known/smart-configuration`, () =>
      HttpResponse.json(ehr.manners.configuration, { headers: dated(aheadMs) }),
    ),
  );
}
const begin = () => beginLaunch(new URLSearchParams({ iss: ISSUER, launch: 'x' }), new Browser());

test.each([
  [4 * MINUTE, null],
  [-4 * MINUTE, null],
  [12 * MINUTE, '12 minutes ahead of'],
  [-7 * MINUTE, '7 minutes behind'],
  [3 * 60 * MINUTE, '3 hours ahead of'],
  [-40 * DAY, '40 days behind'],
])('a clock %i ms ahead of the EHR: %s', (ahead, said) => {
  hearClock(ISSUER, new Headers(dated(ahead)));
  expect(clockApart(ISSUER)).toBe(said);
});

test('an EHR that tells no time, or none that can be read, is not judged by it', () => {
  for (const date of ['', 'yesterday', '2026'])
    hearClock('https://a.example', new Headers({ age: 'x', date }));
  expect(clockApart('https://a.example')).toBeNull();
  expect(clockRefusal('https://a.example')).toBeNull();
});

test('an answer that a cache kept for two days tells the time of now', () => {
  hearClock(ISSUER, new Headers({ ...dated(2 * DAY), age: String((2 * DAY) / 1000) }));
  expect(clockRefusal(ISSUER)).toBeNull();
});

test('a clock that is put right is right at once, though the EHR has not been heard again', () => {
  hearClock(ISSUER, new Headers(dated(-2 * DAY)));
  expect(clockRefusal(ISSUER)?.code).toBe('CLOCKS_DISAGREE');
  later(2 * DAY);
  expect(clockRefusal(ISSUER)).toBeNull();
});

describe('a launch', () => {
  test.each([25 * 60 * MINUTE, -25 * 60 * MINUTE])(
    '%i ms apart, more than a day: it does not begin',
    async (apart) => {
      ehrSays(apart);
      const refused = await begin();
      expect(codeOf(refused)).toBe('CLOCKS_DISAGREE');
      expect(refused).toMatchObject({ detail: expect.stringContaining(apart > 0 ? 'ahead of' : 'behind') });
    },
  );

  test.each([23 * 60 * MINUTE, 12 * MINUTE, 0])('%i ms apart: it goes on', async (apart) => {
    ehrSays(apart);
    expect(codeOf(await begin())).toBe('none');
  });

  test('the token comes with a date two days away: no chart is opened', async () => {
    const browser = new Browser();
    const answer = ehr.approve(await browser.begin());
    hearClock(ISSUER, new Headers(dated(2 * DAY)));
    expect(codeOf(await browser.finish(answer))).toBe('CLOCKS_DISAGREE');
  });

  test.each(['invalid_client', 'invalid_grant'])(
    '%s with a clock 20 minutes wrong: the detail says so',
    async (error) => {
      ehr.manners.tokenReply = () =>
        HttpResponse.json({ error }, { status: 400, headers: dated(20 * MINUTE) });
      expect(await new Browser().launch(ehr)).toMatchObject({
        detail: `token endpoint: the EHR answered "${error}"; the clock of this server is 20 minutes ahead of the EHR's`,
      });
    },
  );

  test('invalid_client with a clock that is right: nothing is said of it', async () => {
    ehr.manners.tokenReply = () =>
      HttpResponse.json({ error: 'invalid_client' }, { status: 401, headers: dated(0) });
    expect(await new Browser().launch(ehr)).toMatchObject({
      code: 'CLIENT_NOT_KNOWN',
      detail: 'token endpoint: the EHR answered "invalid_client"',
    });
  });

  test('an id_token that is over by a wrong clock: the detail names the clock', async () => {
    ehr.manners.idTokenClaims = { exp: Math.floor(Date.now() / 1000) - 1200 };
    ehr.manners.tokenReply = null;
    const browser = new Browser();
    const answer = ehr.approve(await browser.begin());
    hearClock(ISSUER, new Headers(dated(20 * MINUTE)));
    expect(await browser.finish(answer)).toMatchObject({
      code: 'IDENTITY_NOT_VERIFIED',
      detail: expect.stringMatching(/"exp".*20 minutes ahead/),
    });
  });
});

test('the worst of several addresses counts', () => {
  hearClock(ISSUER, new Headers(dated(6 * MINUTE)));
  hearClock('https://login.example', new Headers(dated(-30 * MINUTE)));
  expect(clockDetail(ISSUER, 'https://login.example/token')).toContain('30 minutes behind');
});

test('the page sends the prescriber to check by hand and IT to the clock', () => {
  const { steps } = failureWords('CLOCKS_DISAGREE');
  expect(steps.join(' ')).toMatch(/by hand.*clock of the app's server/);
});
