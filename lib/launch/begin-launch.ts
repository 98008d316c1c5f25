/** First half of a launch: from the EHR's call to the EHR's authorization page. */
import { settings } from '#lib/settings/environment.ts';
import type { Site } from '#lib/settings/site.ts';
import { digest } from '#lib/store/secrets.ts';
import { storedRecords } from '#lib/store/stored-records.ts';
import { authorizationUrl, newAuthorization } from './authorize.ts';
import { clockApart, clockRefusal } from './clock.ts';
import { type CookieReader, clearOldest, newCookieValue, setCookie, stateCookieName } from './cookies.ts';
import { discover } from './discover.ts';
import { failureOf, isLaunchFailure, launchFailure } from './failure.ts';
import { isOverLimit, REQUEST_LIMITS } from './rate-limit.ts';
import { scopesToAsk } from './scopes.ts';
import { askCapabilitiesAhead, otherVersion } from './server-capabilities.ts';
import type { LaunchFailure } from './session.ts';
import { PENDING_MS, sessionStore } from './session-store.ts';
import { fetchKeysAhead } from './verify-identity.ts';

/** Where the browser goes next, and the Set-Cookie lines it takes along. */
export interface Onward {
  readonly location: string;
  readonly cookies: readonly string[];
  /** The browser goes there with POST: the parameters of the location become form fields. */
  readonly byPost?: boolean;
}

/**
 * Begins a launch for `iss` and `launch` (EHR launch) or `iss` alone (standalone). No request is sent to an issuer that is
 * not, character for character, in the sites file.
 *
 * @param cookies of the browser: those of the oldest launches begun and not finished make room.
 * @param address the launch came from; see `addressOf`.
 * @see SMART App Launch 2.2.0, "Launch App: EHR Launch" and "Standalone Launch"
 */
export async function beginLaunch(
  query: URLSearchParams,
  cookies: CookieReader,
  address = 'unknown',
): Promise<Onward | LaunchFailure> {
  try {
    const { appUrl, sites } = settings();
    if (await isOverLimit(storedRecords(), 'address', address)) {
      return launchFailure(
        'TOO_MANY_REQUESTS',
        `over ${REQUEST_LIMITS.address} launches a minute from one address`,
      );
    }
    const [issuer, ...more] = query.getAll('iss');
    if (issuer === undefined || more.length > 0) {
      return launchFailure('ISSUER_NOT_ALLOWED', 'a launch names one EHR in "iss"');
    }
    const site = sites.find((listed) => listed.issuer === issuer);
    if (!site) return launchFailure('ISSUER_NOT_ALLOWED', `issuer ${shown(issuer)} is not in SITES_FILE`);
    const discovery = await discover(site);
    if (isLaunchFailure(discovery)) return (await otherVersion(site.issuer)) ?? discovery;
    const clock = clockRefusal(site.issuer);
    if (clock !== null) return clock;
    const apart = clockApart(site.issuer);
    if (apart !== null)
      console.warn(`the clock of this server is ${apart} that of ${site.issuer}: set it by NTP`);
    fetchKeysAhead(discovery);
    askCapabilitiesAhead(site.issuer);

    const launch = query.get('launch');
    const scopesAsked = scopesToAsk(discovery, site, launch !== null);
    const authorization = newAuthorization();
    const location = await authorizationUrl(site, discovery, authorization, {
      redirectUri: callbackUrl(appUrl, site).href,
      scopes: scopesAsked,
      launch,
    });
    const browser = newCookieValue();
    await sessionStore().savePending(authorization.state, {
      issuer,
      discovery,
      authorization,
      scopesAsked,
      browser: digest(browser),
    });
    return {
      location,
      cookies: [
        setCookie(stateCookieName(authorization.state), browser, PENDING_MS / 1000),
        ...clearOldest(cookies, 'state'),
      ],
      byPost: site.authorizeBy === 'post' && discovery.capabilities.includes('authorize-post'),
    };
  } catch (error) {
    return failureOf(error);
  }
}

/** Where this EHR's answers come back to. */
export function callbackUrl(appUrl: string, { callback }: Pick<Site, 'callback'>): URL {
  return new URL(callback === undefined ? '/callback' : `/callback/${callback}`, appUrl);
}

/** What a stranger typed, made fit for a log line and a page. */
function shown(issuer: string): string {
  const text = issuer.replace(/[^\x21-\x7e]/g, '?');
  return text.length > 200 ? `${text.slice(0, 200)}...` : text;
}
