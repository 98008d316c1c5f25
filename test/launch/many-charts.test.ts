/** A day's charts in one browser, behind a proxy that takes headers of 8 kB, as nginx, Apache and many others do. */
import { createServer } from 'node:http';
import { duplexPair } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { MOST_COOKIES } from '#lib/launch/cookies.ts';
import { openLaunch } from '#lib/visit/open-launch.ts';
import { GET as callback } from '../../app/callback/route.ts';
import { GET as launch } from '../../app/launch/route.ts';
import { appBesideEhr } from './app-beside-ehr.ts';
import { APP_URL } from './app-settings.ts';
import { Browser, codeOf } from './browser.ts';
import { ISSUER } from './second-ehr.ts';

const { ehr } = appBesideEhr();
const ROUTES: Readonly<Record<string, (request: Request) => Promise<Response>>> = {
  '/launch': launch,
  '/callback': callback,
};

/** What a browser of today sends beside its cookies. */
const BESIDE_COOKIES = [
  'User-Agent',
  'Accept',
  'Accept-Language',
  'Referer',
  'Sec-CH-UA',
  'X-Request-Id',
].map((name) => `${name}: ${'x'.repeat(100)}`);

/** One GET through Node's own HTTP parser, held to 8 kB of headers. */
async function ask(browser: Browser, path: string): Promise<Response> {
  let answer = new Response(null, { status: 431 });
  const proxy = createServer({ maxHeaderSize: 8 * 1024 }, async (request, response) => {
    const cookie = request.headers.cookie ?? '';
    const route = ROUTES[new URL(request.url ?? '', APP_URL).pathname];
    answer = (await route?.(new Request(`${APP_URL}${request.url}`, { headers: { cookie } }))) ?? answer;
    response.end();
  });
  const [client, server] = duplexPair();
  proxy.emit('connection', server);
  const cookie = browser.getAll().map(({ name, value }) => `${name}=${value}`);
  const lines = [`GET ${path} HTTP/1.1`, 'Host: ldn.example', 'Connection: close', ...BESIDE_COOKIES];
  if (cookie.length > 0) lines.push(`Cookie: ${cookie.join('; ')}`);
  client.write(`${lines.join('\r\n')}\r\n\r\n`);
  await text(client);
  browser.keep({ location: '', cookies: answer.headers.getSetCookie() });
  return answer;
}

/** A code as long as some EHRs make them: a token in itself. */
const LONG = 'c'.repeat(3_000);

async function openChart(browser: Browser): Promise<Response> {
  const begun = await ask(browser, `/launch?${new URLSearchParams({ iss: ISSUER, launch: LONG })}`);
  const answer = ehr.approve(begun.headers.get('location') ?? APP_URL);
  answer.set('session_state', LONG);
  return ask(browser, `/callback?${answer}`);
}

test('the 500th chart of a browser opens; the newest stay open, the oldest is told to be over', async () => {
  // Signing five hundred id_tokens is most of the time, and nothing of what is tested.
  ehr.manners.idToken = null;
  const browser = new Browser();
  const opened: string[] = [];
  for (let chart = 0; chart < 500; chart += 1) {
    const response = await openChart(browser);
    expect(response.status, `chart ${chart + 1}`).toBe(303);
    opened.push(/chart\/([^/]+)/.exec(response.headers.get('location') ?? '')?.[1] ?? '');
  }
  expect(browser.jar.size).toBe(MOST_COOKIES.launch);
  for (const launchId of opened.slice(-MOST_COOKIES.launch)) {
    expect(codeOf(await openLaunch(launchId, browser))).toBe('none');
  }
  expect(codeOf(await openLaunch(opened[0] ?? '', browser))).toBe('SESSION_EXPIRED');
}, 120_000);

test('launches begun and never finished do not fill the headers either', async () => {
  const browser = new Browser();
  for (let chart = 0; chart < 60; chart += 1) {
    await ask(browser, `/launch?${new URLSearchParams({ iss: ISSUER, launch: LONG })}`);
  }
  expect(browser.jar.size).toBe(MOST_COOKIES.state);
  expect((await openChart(browser)).status).toBe(303);
});

test('a browser that comes with more than are kept is brought down answer by answer', async () => {
  const browser = new Browser();
  for (let old = 0; old < 60; old += 1) browser.jar.set(`__Host-ldn-${String(old).padStart(16, '0')}`, 'x');
  browser.jar.set('of-another-app', 'stays');
  for (let chart = 0; chart < 8; chart += 1) await openChart(browser);
  expect(browser.jar.size).toBe(MOST_COOKIES.launch + 1);
  expect(browser.get('of-another-app')).toBeDefined();
});
