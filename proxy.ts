/** Runs before every page and route: security headers, the nonce, and the size a request may have. */
import { type NextRequest, NextResponse } from 'next/server';
import { siteOfAddress } from '#lib/launch/site-of-address.ts';
import { SettingsError, settings } from '#lib/settings/environment.ts';
import { contentSecurityPolicy, FIXED_HEADERS } from '#lib/settings/security-headers.ts';
import type { Site } from '#lib/settings/site.ts';
import { randomSecret } from '#lib/store/secrets.ts';

/** POLICY: the largest form of this app is a tenth of it. */
const REQUEST_LIMIT_BYTES = 256 * 1024;

export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (Number(request.headers.get('content-length') ?? 0) > REQUEST_LIMIT_BYTES) {
    return new NextResponse('The request is too large.\n', { status: 413, headers: FIXED_HEADERS });
  }
  const { pathname } = request.nextUrl;
  const nonce = randomSecret();
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
  for (const [name, value] of Object.entries(FIXED_HEADERS)) response.headers.set(name, value);
  if (pathname.startsWith('/chart/')) response.headers.set('Cache-Control', 'no-store');
  return response;
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

export const config = { matcher: '/((?!_next/static|_next/image|favicon.ico).*)' };
