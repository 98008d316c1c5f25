/** Runs before every page and route: security headers, the nonce, and the size a request may have. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type NextRequest, NextResponse } from 'next/server';
import { launchFailure } from '#lib/launch/failure.ts';
import { addressOf, isOverLimit } from '#lib/launch/rate-limit.ts';
import type { LaunchFailureCode } from '#lib/launch/session.ts';
import { siteOfAddress } from '#lib/launch/site-of-address.ts';
import { settings } from '#lib/settings/environment.ts';
import { contentSecurityPolicy, fixedHeaders } from '#lib/settings/security-headers.ts';
import { SettingsError } from '#lib/settings/settings-error.ts';
import type { Site } from '#lib/settings/site.ts';
import { randomSecret } from '#lib/store/secrets.ts';
import { storedRecords } from '#lib/store/stored-records.ts';
import { LANGUAGE_OF } from '#lib/words/language.ts';
import { type Words, wordsFor } from '#lib/words/words-for.ts';
import { OLDER_PAGE, olderPageOf } from './app/posted/older-page-of.ts';
import { postedOf } from './app/posted/posted-action.ts';
import { failurePage } from './app/problem/failure-page.ts';

/** POLICY: the largest form of this app is a tenth of it. */
const REQUEST_LIMIT_BYTES = 256 * 1024;

export async function proxy(request: NextRequest): Promise<Response> {
  const answer = await answerTo(request);
  for (const [name, value] of Object.entries(fixedHeaders(appUrl()))) answer.headers.set(name, value);
  return answer;
}

async function answerTo(request: NextRequest): Promise<Response> {
  const words = wordsFor(LANGUAGE_OF.screens);
  if (Number(request.headers.get('content-length') ?? 0) > REQUEST_LIMIT_BYTES) {
    return new NextResponse('The request is too large.\n', { status: 413 });
  }
  const { pathname } = request.nextUrl;
  const nonce = randomSecret();
  if (await isOverAddressLimit(request)) {
    return refusal(words, 'TOO_MANY_REQUESTS', 'over the limit of requests a minute from one address', nonce);
  }
  const posted = isPosted(request) ? await postedOf(request) : 'fine';
  if (posted === 'unreadable')
    return refusal(words, 'FORM_UNREADABLE', 'the body is none that an action takes', nonce);
  if (posted === 'of-another-build') return toOlderPage(pathname);
  const site = await ownSite(request.nextUrl);
  // The EHR's sign-in may lead the posted form on to any of its other hosts, and the policy is checked at each.
  const formTargets = pathname === '/launch' && site?.authorizeBy === 'post' ? signInHosts(site) : undefined;
  const policy = contentSecurityPolicy(
    nonce,
    site === null ? everySite() : [site],
    process.env.NODE_ENV === 'development',
    formTargets,
  );
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  if (pathname.startsWith('/chart/')) response.headers.set('Cache-Control', 'no-store');
  return response;
}

function refusal(words: Words, code: LaunchFailureCode, detail: string, nonce: string): Response {
  const refused = failurePage(words, launchFailure(code, detail), nonce);
  refused.headers.set('Content-Security-Policy', contentSecurityPolicy(nonce, everySite(), false));
  return refused;
}

/** Where a form of another build ends is no action: it takes whatever was typed. */
function isPosted({ method, nextUrl }: NextRequest): boolean {
  return method === 'POST' && !nextUrl.pathname.endsWith(`/${OLDER_PAGE}`);
}

/** 307: the browser brings along what was typed, from a form as from a script. */
function toOlderPage(pathname: string): Response {
  const location = new URL(olderPageOf(pathname), settings().appUrl).href;
  return new NextResponse(null, { status: 307, headers: { location, 'cache-control': 'no-store' } });
}

function appUrl(): string | null {
  try {
    return settings().appUrl;
  } catch {
    return null;
  }
}

/** POLICY: how long a look at the health waits to be counted; it is to be answered within a second. */
const HEALTH_LIMIT_MS = 200;
const LIMITED_PATHS = /^\/(callback|chart|health)(?:\/|$)/;

/** Launches are counted where they begin. False also where the store cannot be asked: the page that says so must still be sent. */
async function isOverAddressLimit({ nextUrl, headers }: NextRequest): Promise<boolean> {
  const path = LIMITED_PATHS.exec(nextUrl.pathname)?.[1] as 'callback' | 'chart' | 'health' | undefined;
  if (path === undefined) return false;
  try {
    const counted = isOverLimit(storedRecords(), path, addressOf(headers));
    return await (path === 'health' ? Promise.race([counted, sleep(HEALTH_LIMIT_MS, false)]) : counted);
  } catch {
    return false;
  }
}

/** Null also where settings or store cannot be read: the page that says so must still be sent. */
async function ownSite(address: URL): Promise<Site | null> {
  try {
    return await siteOfAddress(address);
  } catch {
    return null;
  }
}

/** A page of no launch holds nothing of a patient and may stand in any listed EHR's frame; with wrong settings in nobody's. */
function everySite(): readonly Site[] {
  try {
    return settings().sites;
  } catch (error) {
    if (error instanceof SettingsError) return [];
    throw error;
  }
}

function signInHosts({ issuer }: Site): string {
  return issuer.startsWith('http:') ? `'self' https: ${new URL(issuer).origin}` : "'self' https:";
}

/** Calls of EHRs carry charts, and read their own bodies with a limit of their own. @see lib/cds-hooks */
export const config = { matcher: '/((?!_next/static|_next/image|favicon.ico|cds-services(?:/|$)).*)' };
