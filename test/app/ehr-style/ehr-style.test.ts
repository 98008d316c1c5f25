/** The style that an EHR names is fetched by our server: only ever from that EHR's own hosts. */
import { HttpResponse, http } from 'msw';
import { expect, test, vi } from 'vitest';
import { EhrStyle } from '../../../app/chart/[launch]/ehr-style/ehr-style.tsx';
import { appBesideEhr } from '../../launch/app-beside-ehr.ts';
import { Browser } from '../../launch/browser.ts';
import { ISSUER } from '../../launch/second-ehr.ts';

const request = vi.hoisted(() => ({
  cookies: { get: (_name: string): { value: string } | undefined => undefined },
}));
vi.mock('next/headers', () => ({
  cookies: async () => request.cookies,
  headers: async () => new Headers({ 'x-nonce': 'nonce-1' }),
}));

const { ehr } = appBesideEhr();
const STYLE = { color_background: '#fffaf0' };

/** What the page gets of the style at this address. */
async function styleFrom(address: string) {
  ehr.manners.token = { ...ehr.manners.token, smart_style_url: address };
  const browser = new Browser();
  request.cookies = browser;
  const launchId = await browser.launched(ehr);
  const element = await EhrStyle({ launchId });
  return { element, asked: ehr.requests.includes(`GET ${address}`) };
}

test('a style on the host of the EHR is asked for and taken over', async () => {
  const address = new URL('/style.json', ISSUER).href;
  ehr.server.use(http.get(address, () => HttpResponse.json(STYLE)));
  const { element, asked } = await styleFrom(address);
  expect(asked).toBe(true);
  expect(JSON.stringify(element?.props)).toContain('#fffaf0');
});

test.each([
  'https://stranger.example/style.json',
  'https://169.254.169.254/latest/meta-data',
  'https://ehr.example.stranger.example/style.json',
  'https://ehr.example@stranger.example/style.json',
  'https://ehr.example:8443/style.json',
])('%s is not asked', async (address) => {
  const { origin, pathname } = new URL(address);
  ehr.server.use(http.get(`${origin}${pathname}`, () => HttpResponse.json(STYLE)));
  const { element } = await styleFrom(address);
  expect(ehr.requests.filter((line) => line.includes(pathname))).toEqual([]);
  expect(element).toBeNull();
});

test('a style that leads on to another host is not followed', async () => {
  const address = new URL('/style.json', ISSUER).href;
  const stranger = 'https://stranger.example/style.json';
  ehr.server.use(
    http.get(address, () => HttpResponse.redirect(stranger, 302)),
    http.get(stranger, () => HttpResponse.json(STYLE)),
  );
  const { element } = await styleFrom(address);
  expect(ehr.requests).not.toContain(`GET ${stranger}`);
  expect(element).toBeNull();
});
