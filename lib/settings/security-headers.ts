/** The headers every answer carries. */
import type { Site } from './site.ts';

/**
 * @param nonce of this answer; Next puts it on its own scripts.
 * @param sites whose frame ancestors may hold the app; none when the settings cannot be read.
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
    `style-src 'self' 'nonce-${nonce}'`,
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
export const FIXED_HEADERS: Readonly<Record<string, string>> = {
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
};
