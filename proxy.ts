/** Runs before every page and route: security headers and the nonce. */
import { type NextRequest, NextResponse } from 'next/server';
import { randomSecret } from './lib/launch/secrets.ts';
import { SettingsError, settings } from './lib/settings/environment.ts';
import { contentSecurityPolicy, FIXED_HEADERS } from './lib/settings/security-headers.ts';
import type { Site } from './lib/settings/site.ts';

export function proxy(request: NextRequest): NextResponse {
  const nonce = randomSecret();
  const policy = contentSecurityPolicy(nonce, readableSites(), process.env.NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  for (const [name, value] of Object.entries(FIXED_HEADERS)) response.headers.set(name, value);
  if (request.nextUrl.pathname.startsWith('/chart/')) response.headers.set('Cache-Control', 'no-store');
  return response;
}

/** Wrong settings have their own page, which must still be sent: framed by nobody. */
function readableSites(): readonly Site[] {
  try {
    return settings().sites;
  } catch (error) {
    if (error instanceof SettingsError) return [];
    throw error;
  }
}

export const config = { matcher: '/((?!_next/static|_next/image|favicon.ico).*)' };
