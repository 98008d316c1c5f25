/** An access token that is good now. Renewed quietly, by one at a time, whatever tabs, requests or servers ask at once. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Site } from '#lib/settings/site.ts';
import { processWide } from '#lib/store/process-wide.ts';
import { discover } from './discover.ts';
import { exchangeRefreshToken, type TokenAnswer } from './exchange.ts';
import { isLaunchFailure, launchFailure } from './failure.ts';
import type { LaunchFailure, LaunchSession } from './session.ts';
import { SessionEnded } from './session-ended.ts';
import type { LaunchTokens, SessionStore } from './session-store.ts';

/** POLICY: a renewal that has not ended by then has died; longer than the token request may take. */
const RENEWAL_MS = 20_000;
const LOOK_AGAIN_MS = 100;

/**
 * @param rejected the token the FHIR server answered 401 to.
 * @throws SessionEnded when no token can be had.
 */
export function accessToken(
  store: SessionStore,
  launch: LaunchSession,
  site: Site,
  rejected?: string,
): Promise<string> {
  const flights = processWide('token-flights', () => new Map<string, Promise<string>>());
  const flight = `${launch.id} ${rejected ?? ''}`;
  const running = flights.get(flight) ?? goodToken(store, launch, site, rejected);
  flights.set(flight, running);
  const land = () => {
    if (flights.get(flight) === running) flights.delete(flight);
  };
  running.then(land, land);
  return running;
}

async function goodToken(
  store: SessionStore,
  launch: LaunchSession,
  site: Site,
  rejected: string | undefined,
): Promise<string> {
  const giveUpAt = Date.now() + 2 * RENEWAL_MS;
  while (Date.now() < giveUpAt) {
    const kept = await store.readTokens(launch.id);
    if (kept === null) throw ended('SESSION_EXPIRED', 'the launch is over');
    const { version, value: tokens } = kept;
    if (tokens.ended !== null) throw ended(tokens.ended, 'the launch was ended');
    if (tokens.accessToken !== rejected && isFresh(tokens)) return tokens.accessToken;
    if (tokens.refreshToken === null) {
      if (tokens.accessToken !== rejected && lives(tokens)) return tokens.accessToken;
      throw ended('SESSION_EXPIRED', 'the token is over and the EHR gave none to renew it with');
    }
    if (tokens.renewingUntil !== null && tokens.renewingUntil > Date.now()) {
      await sleep(LOOK_AGAIN_MS);
      continue;
    }
    const claim = { ...tokens, renewingUntil: Date.now() + RENEWAL_MS };
    if (!(await store.replaceTokens(launch, version, claim))) continue;
    const renewed = await renew(launch, site, tokens, tokens.refreshToken);
    const next = isLaunchFailure(renewed) ? afterFailure(tokens, renewed) : renewed;
    await store.replaceTokens(launch, version + 1, next);
    if (!isLaunchFailure(renewed)) return renewed.accessToken;
    if (next.ended === null && tokens.accessToken !== rejected && lives(tokens)) return tokens.accessToken;
    throw new SessionEnded(renewed);
  }
  throw ended('TOKEN_REFUSED', 'the token could not be renewed in time');
}

async function renew(
  launch: LaunchSession,
  site: Site,
  tokens: LaunchTokens,
  refreshToken: string,
): Promise<LaunchTokens | LaunchFailure> {
  const discovery = await discover(site);
  if (isLaunchFailure(discovery)) return discovery;
  const answer = await exchangeRefreshToken(site, discovery, refreshToken);
  if (isLaunchFailure(answer)) return answer;
  if (namesAnotherPatient(answer, launch)) {
    return launchFailure('WRONG_PATIENT', 'the renewed token names another patient than the launch');
  }
  return {
    accessToken: answer.accessToken,
    refreshToken: answer.refreshToken ?? refreshToken,
    life: answer.life,
    scopes: answer.scopes ?? tokens.scopes,
    renewingUntil: null,
    ended: null,
  };
}

function namesAnotherPatient({ context }: TokenAnswer, launch: LaunchSession): boolean {
  return context.patient !== undefined && context.patient !== launch.patientId;
}

/** A disturbance leaves the launch as it was; the EHR's no, or another patient, ends it. */
function afterFailure(tokens: LaunchTokens, { code }: LaunchFailure): LaunchTokens {
  const over = code === 'WRONG_PATIENT' || code === 'SESSION_EXPIRED' ? code : null;
  return {
    ...tokens,
    renewingUntil: null,
    ended: over,
    ...(over && { accessToken: '', refreshToken: null }),
  };
}

function isFresh({ life }: LaunchTokens): boolean {
  return life === null || life.renewAt > Date.now();
}

function lives({ life }: LaunchTokens): boolean {
  return life === null || life.endsAt > Date.now();
}

function ended(code: 'SESSION_EXPIRED' | 'WRONG_PATIENT' | 'TOKEN_REFUSED', detail: string): SessionEnded {
  return new SessionEnded(launchFailure(code, detail));
}
