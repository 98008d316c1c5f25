/** The headers every answer carries. */
import type { Site } from './site.ts';

/**
 * @param nonce of this answer; Next puts it on its own scripts.
 * @param sites whose frame ancestors may hold the app; none when the settings cannot be read.
 * @param isDevelopment lets in what Next's development server needs; a built server never passes it.
 * @param formTargets where forms of this page may go, redirects included.
 * @see Content Security Policy Level 3
 */
export function contentSecurityPolicy(
  nonce: string,
  sites: readonly Site[],
  isDevelopment: boolean,
  formTargets = "'self'",
): string {
  const ancestors = [...new Set(sites.flatMap((site) => site.frameAncestors))];
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    // Next's panel of errors styles itself.
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action ${formTargets}`,
    `frame-ancestors ${ancestors.length > 0 ? ancestors.join(' ') : "'none'"}`,
  ].join('; ');
}

/**
 * No X-Frame-Options: it cannot name the EHRs that may frame the app. The referrer stays inside the app; with "no-referrer" a
 * form sent without JavaScript would say `Origin: null`, which Next rightly refuses.
 */
const FIXED_HEADERS: Readonly<Record<string, string>> = {
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
};

/** POLICY: a year, for this host alone; what else stands under its name is not this app's to decide. */
const TRANSPORT_SECURITY = 'max-age=31536000';

/**
 * @param appUrl public origin of the app; null when it cannot be read.
 * @see RFC 6797, section 7.2: the header is sent over TLS alone
 */
export function fixedHeaders(appUrl: string | null): Readonly<Record<string, string>> {
  return appUrl?.startsWith('https:')
    ? { ...FIXED_HEADERS, 'Strict-Transport-Security': TRANSPORT_SECURITY }
    : FIXED_HEADERS;
}
