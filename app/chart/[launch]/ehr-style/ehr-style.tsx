import { cookies, headers } from 'next/headers';
import { guardedFetch } from '#lib/launch/guarded-fetch.ts';
import { keptLaunch } from '#lib/launch/open-session.ts';
import type { LaunchSession } from '#lib/launch/session.ts';
import { settings } from '#lib/settings/environment.ts';
import type { Site } from '#lib/settings/site.ts';
import { processWide } from '#lib/store/process-wide.ts';
import { smartStyleCss } from './smart-style.ts';

/** POLICY: a style is worth no longer wait; it is asked for beside the chart. */
const STYLE_LIMIT_MS = 1_000;
/** POLICY: eleven short values. */
const LARGEST_STYLE = 16 * 1024;
/** Launches whose style is remembered; the oldest goes first. */
const MOST_REMEMBERED = 500;

/** The rule of CSS for this launch, asked for once; null where there is none that can be taken over. */
async function styleOf(launchId: string): Promise<string | null> {
  const kept = await keptLaunch(launchId, await cookies());
  const site = settings().sites.find(({ issuer }) => issuer === kept?.session.issuer);
  if (kept === null || site === undefined) return null;
  const remembered = processWide('ehr-styles', () => new Map<string, Promise<string | null>>());
  const css = remembered.get(launchId) ?? fetchStyle(kept.session, site);
  remembered.set(launchId, css);
  const [oldest] = remembered.keys();
  if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  return css;
}

/** From the EHR's own origin or one that the site's settings list; anywhere else is not asked. */
async function fetchStyle(session: LaunchSession, site: Site): Promise<string | null> {
  if (session.styleUrl === null) return null;
  const origins = [site.issuer, ...site.frameAncestors].map((address) => new URL(address).origin);
  if (!origins.includes(new URL(session.styleUrl).origin)) return null;
  try {
    const answer = await guardedFetch(session.styleUrl, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(STYLE_LIMIT_MS),
    });
    const body = await answer.text();
    return answer.status === 200 && body.length <= LARGEST_STYLE ? smartStyleCss(JSON.parse(body)) : null;
  } catch {
    return null;
  }
}

/**
 * Sets the variables of app/styles/base.css; every value in it was read and written anew. Stands in the layout, once a document: its
 * nonce is that of the document's own Content-Security-Policy.
 */
export async function EhrStyle({ launchId }: { readonly launchId: string }) {
  const nonce = (await headers()).get('x-nonce');
  const css = await styleOf(launchId).catch(() => null);
  if (nonce === null || css === null) return null;
  return (
    <style nonce={nonce} suppressHydrationWarning>
      {css}
    </style>
  );
}
