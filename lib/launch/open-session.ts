/** Opens one launch for one request: the id in the path and the cookie of that launch, both or nothing. */
import { settings } from '#lib/settings/environment.ts';
import type { Site } from '#lib/settings/site.ts';
import { digest, sameSecret } from '#lib/store/secrets.ts';
import { storedRecords } from '#lib/store/stored-records.ts';
import { accessToken } from './access-token.ts';
import { type CookieReader, launchCookieName } from './cookies.ts';
import { failureOf, launchFailure } from './failure.ts';
import { isOverLimit, REQUEST_LIMITS } from './rate-limit.ts';
import type { LaunchFailure, LaunchSession } from './session.ts';
import { SessionEnded } from './session-ended.ts';
import { type KeptFields, type KeptLaunch, sessionStore } from './session-store.ts';

export interface OpenSession {
  readonly session: LaunchSession;
  readonly site: Site;
  /** The fields asked for, as they stood when the launch was opened. */
  readonly kept: KeptFields;
  /**
   * A token that is good now. Give it the token that the FHIR server answered 401 to, to have that one renewed.
   *
   * @throws SessionEnded when no token can be had.
   */
  accessToken(this: void, rejected?: string): Promise<string>;
  /** Keeps the fields given, last write wins field by field, and answers all asked for as they now stand. @throws SessionEnded */
  keep(this: void, change: KeptFields): Promise<KeptFields>;
}

const LAUNCH_ID = /^[A-Za-z0-9_-]{43}$/;

/** The launch with the kept fields of these names, or why it cannot be opened. Opening starts its idle time again. */
export async function openSession(
  launchId: string,
  cookies: CookieReader,
  fields: readonly string[],
): Promise<OpenSession | LaunchFailure> {
  try {
    const kept = await keptLaunch(launchId, cookies, fields);
    if (kept === null)
      return launchFailure('SESSION_EXPIRED', 'no such launch in this browser, or it is over');
    const { session, tokens } = kept;
    if (await isOverLimit(storedRecords(), 'launch', launchId)) {
      return launchFailure(
        'TOO_MANY_REQUESTS',
        `over ${REQUEST_LIMITS.launch} requests a minute for one launch`,
      );
    }
    if (tokens.ended !== null) return launchFailure(tokens.ended, 'the launch was ended');
    const site = settings().sites.find(({ issuer }) => issuer === session.issuer);
    if (!site)
      return launchFailure('ISSUER_NOT_ALLOWED', `issuer ${session.issuer} is no longer in SITES_FILE`);
    const store = sessionStore();
    return {
      session: { ...session, scopes: tokens.scopes },
      site,
      kept: kept.kept,
      accessToken: (rejected) => accessToken(store, session, site, rejected),
      async keep(change) {
        await store.keep(session, change);
        const saved = await store.openLaunch(launchId, fields);
        if (saved === null) throw new SessionEnded(launchFailure('SESSION_EXPIRED', 'the launch is over'));
        return saved.kept;
      },
    };
  } catch (error) {
    return failureOf(error);
  }
}

/** The launch that this browser may open, or null. */
export async function keptLaunch(
  launchId: string,
  cookies: CookieReader,
  fields: readonly string[] = [],
): Promise<KeptLaunch | null> {
  const secret = LAUNCH_ID.test(launchId) ? cookies.get(launchCookieName(launchId))?.value : undefined;
  if (secret === undefined) return null;
  const kept = await sessionStore().openLaunch(launchId, fields);
  return kept !== null && sameSecret(digest(secret), kept.browser) ? kept : null;
}
