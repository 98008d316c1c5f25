/** Which EHR a request belongs to, so that its answer may be framed by that EHR and no other. */
import { settings } from '#lib/settings/environment.ts';
import type { Site } from '#lib/settings/site.ts';
import { sessionStore } from './session-store.ts';

/**
 * The site of a launch in progress or made; null where the address belongs to none.
 *
 * @throws SettingsError
 */
export async function siteOfAddress({ pathname, searchParams }: URL): Promise<Site | null> {
  const issuer = await issuerOf(pathname, searchParams);
  return settings().sites.find((site) => site.issuer === issuer) ?? null;
}

async function issuerOf(pathname: string, query: URLSearchParams): Promise<string | null> {
  if (pathname === '/launch') return query.get('iss');
  if (/^\/callback(\/[^/]+)?$/.test(pathname)) {
    return (await sessionStore().peekPending(query.get('state') ?? ''))?.issuer ?? null;
  }
  const launchId = /^\/chart\/([A-Za-z0-9_-]{43})\//.exec(pathname)?.[1];
  return launchId === undefined ? null : sessionStore().issuerOf(launchId);
}
