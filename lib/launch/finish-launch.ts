/** Second half of a launch: from the EHR's answer to a session that holds one patient. */
import { grantedTo } from '#lib/chart/read/granted.ts';
import { audit, msSince } from '#lib/operations/audit.ts';
import { count } from '#lib/operations/metrics.ts';
import { settings } from '#lib/settings/environment.ts';
import type { Site } from '#lib/settings/site.ts';
import { digest, randomSecret, sameSecret } from '#lib/store/secrets.ts';
import { callbackUrl, type Onward } from './begin-launch.ts';
import { clockRefusal } from './clock.ts';
import {
  type CookieReader,
  clearCookie,
  clearOldest,
  launchCookieName,
  newCookieValue,
  setCookie,
  stateCookieName,
} from './cookies.ts';
import { exchangeCode, type TokenAnswer } from './exchange.ts';
import { failureOf, isLaunchFailure, launchFailure } from './failure.ts';
import { launchContext } from './launch-context.ts';
import { launchUser, type NamedUser } from './launch-user.ts';
import { keptLaunch } from './open-session.ts';
import { otherVersion } from './server-capabilities.ts';
import type { LaunchFailure, LaunchSession } from './session.ts';
import { ABSOLUTE_MS, type PendingLaunch, sessionStore } from './session-store.ts';
import { verifyIdentity } from './verify-identity.ts';

type BeginWork = (session: LaunchSession) => Promise<object>;

/**
 * Takes the authorization answer, once, in the browser in which the launch began, and makes the session.
 *
 * @param answer the parameters of the callback, from its query or its form.
 * @param path the callback was called at; each EHR may have its own.
 * @param begin what is kept beside the new launch from its first moment on.
 * @see SMART App Launch 2.2.0, "Obtain authorization code", "Obtain access token"
 */
export async function finishLaunch(
  answer: URLSearchParams,
  cookies: CookieReader,
  path: string,
  begin: BeginWork,
): Promise<Onward | LaunchFailure> {
  try {
    const [state, ...more] = answer.getAll('state');
    if (!state || more.length > 0)
      return launchFailure('STATE_MISMATCH', 'the answer carries no single state');
    const pending = await ownPending(state, cookies, path);
    if (isLaunchFailure(pending)) return (await launchMadeBefore(state, cookies)) ?? pending;
    return await makeLaunch(state, pending, answer, { cookies, begin });
  } catch (error) {
    return failureOf(error);
  }
}

interface OwnPending {
  readonly pending: PendingLaunch;
  readonly site: Site;
  /** The redirect address of the site. */
  readonly callback: URL;
}

/** The launch in progress, used up; only for the browser that began it. Whoever else asks leaves it untouched. */
async function ownPending(
  state: string,
  cookies: CookieReader,
  path: string,
): Promise<OwnPending | LaunchFailure> {
  const store = sessionStore();
  const begun = await store.peekPending(state);
  if (begun === null) return launchFailure('STATE_MISMATCH', 'the state is unknown, used or too old');
  const { appUrl, sites } = settings();
  const site = sites.find(({ issuer }) => issuer === begun.issuer);
  if (!site) return launchFailure('ISSUER_NOT_ALLOWED', `issuer ${begun.issuer} is no longer in SITES_FILE`);
  const callback = callbackUrl(appUrl, site);
  if (path !== callback.pathname) {
    return launchFailure('STATE_MISMATCH', 'the answer came to the redirect address of another EHR');
  }
  const secret = cookies.get(stateCookieName(state))?.value;
  if (secret === undefined) {
    return launchFailure(
      'COOKIE_BLOCKED',
      'the state cookie did not come back: blocked, or another browser began this launch',
    );
  }
  if (!sameSecret(digest(secret), begun.browser)) {
    return launchFailure('STATE_MISMATCH', 'the state belongs to another browser');
  }
  const pending = await store.takePending(state);
  return pending === null
    ? launchFailure('STATE_MISMATCH', 'the state was used a moment ago')
    : { pending, site, callback };
}

/** Reload and back button: the same browser is sent on to the launch this answer made. */
async function launchMadeBefore(state: string, cookies: CookieReader): Promise<Onward | null> {
  const launchId = await sessionStore().launchAnswered(state);
  const kept = launchId === null ? null : await keptLaunch(launchId, cookies);
  return kept === null ? null : { location: firstScreen(kept.session), cookies: [] };
}

async function makeLaunch(
  state: string,
  { pending, site, callback }: OwnPending,
  answer: URLSearchParams,
  { cookies, begin }: { readonly cookies: CookieReader; readonly begin: BeginWork },
): Promise<Onward | LaunchFailure> {
  const begun = performance.now();
  callback.search = answer.toString();
  const foreign = otherVersion(site.issuer);
  const tokens = await exchangeCode(site, pending.discovery, pending.authorization, callback);
  if (isLaunchFailure(tokens)) return tokens;
  const wrong = (await foreign) ?? clockRefusal(site.issuer);
  if (wrong !== null) return wrong;
  const named = await userOf(tokens, site, pending);
  if (isLaunchFailure(named)) return named;
  const { user } = named;
  const context = launchContext(tokens.context);
  if (isLaunchFailure(context)) return context;
  const scopes = tokens.scopes ?? pending.scopesAsked;
  if (['Patient', 'MedicationRequest'].every((type) => grantedTo(scopes, type, 'r').kind === 'none')) {
    return launchFailure('SCOPE_SHORT', `granted: ${scopes.join(' ') || 'nothing'}`);
  }

  const session: LaunchSession = {
    id: randomSecret(),
    issuer: site.issuer,
    ...context,
    ...named,
    scopes,
    createdAt: Date.now(),
    formToken: randomSecret(),
  };
  const secret = newCookieValue();
  const store = sessionStore();
  const life = {
    accessToken: tokens.accessToken,
    refreshToken: tokens.refreshToken,
    life: tokens.life,
    scopes,
    renewingUntil: null,
    ended: null,
  };
  await store.createLaunch(session, digest(secret), life, { ...(await begin(session)) });
  await store.saveAnswered(state, session.id);
  audit({
    event: 'launch',
    outcome: 'made',
    launch: session.id,
    issuer: session.issuer,
    patient: `Patient/${session.patientId}`,
    user: user?.reference ?? null,
    ms: msSince(begun),
    ...(session.link === undefined ? {} : { ids: { card: session.link.card } }),
  });
  if (session.link !== undefined) count('ldn_hook_launches_total', {});
  return {
    location: firstScreen(session),
    cookies: [
      setCookie(launchCookieName(session.id), secret, ABSOLUTE_MS / 1000),
      clearCookie(stateCookieName(state)),
      ...clearOldest(cookies, 'launch'),
    ],
  };
}

async function userOf(
  { idToken, context }: TokenAnswer,
  site: Site,
  { discovery, authorization }: PendingLaunch,
): Promise<NamedUser | LaunchFailure> {
  const claims = idToken === null ? {} : await verifyIdentity(idToken, site, discovery, authorization.nonce);
  return isLaunchFailure(claims) ? claims : launchUser(claims, context, site.issuer);
}

/** Safety leads on to where this patient's titration stands; whoever comes from a card that is about Safety stays there. */
function firstScreen({ id, link }: LaunchSession): string {
  const screen = link === undefined ? 'safety' : `${link.opensAt}?from=card`;
  return `${settings().appUrl}/chart/${id}/${screen}`;
}
