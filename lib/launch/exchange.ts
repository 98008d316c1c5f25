/** Trades the callback's code, and later the refresh token, for an access token. */
import {
  AuthorizationResponseError,
  authorizationCodeGrant,
  ClientError,
  ResponseBodyError,
  refreshTokenGrant,
} from 'openid-client';
import { z } from 'zod';
import type { Site } from '#lib/settings/site.ts';
import { authorizationClient } from './authorization-client.ts';
import type { Authorization } from './authorize.ts';
import { clockDetail } from './clock.ts';
import { type Discovery, whyUnanswered } from './discover.ts';
import { launchFailure } from './failure.ts';
import { guardedFetch } from './guarded-fetch.ts';
import type { LaunchFailure, LaunchFailureCode } from './session.ts';

/** Epoch milliseconds. */
export interface TokenLife {
  /** From here on it is renewed before it is used. */
  readonly renewAt: number;
  readonly endsAt: number;
}

export interface TokenAnswer {
  readonly accessToken: string;
  /** Null where the EHR gave none, or at a refresh keeps the one it has. */
  readonly refreshToken: string | null;
  /** Null when the EHR does not say. */
  readonly life: TokenLife | null;
  /** Null when the EHR repeats no scope: what was asked, or granted before, stands (RFC 6749, section 5.1). */
  readonly scopes: readonly string[] | null;
  /** Still to be verified; null when there is none. */
  readonly idToken: string | null;
  /** Everything else the EHR said: patient, encounter, need_patient_banner... */
  readonly context: Readonly<Record<string, unknown>>;
}

const tokenBody = z.looseObject({ id_token: z.string().nullish() });

/**
 * The id_token is taken out of the answer before openid-client sees it: SMART makes it optional, which openid-client allows
 * only where no nonce was sent, and a bad one is another failure than a refused code. See verify-identity.ts.
 */
function tokenListener() {
  const heard = { asked: false, idToken: null as string | null };
  const tokenFetch = async (address: string, init: RequestInit): Promise<Response> => {
    heard.asked = true;
    const response = await guardedFetch(address, init);
    const body = tokenBody.safeParse(
      await response
        .clone()
        .json()
        .catch(() => null),
    );
    if (!body.success) return response;
    const { id_token, ...rest } = body.data;
    heard.idToken = id_token ?? null;
    // Some EHRs write null for what they do not give.
    const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null));
    return new Response(JSON.stringify(given), { status: response.status, headers: response.headers });
  };
  return { heard, tokenFetch };
}

/**
 * @param callback the redirect URI with the parameters it was called with.
 * @see SMART App Launch 2.2.0, "Obtain access token"; RFC 6749, section 4.1.3; RFC 9207
 */
export async function exchangeCode(
  site: Site,
  discovery: Discovery,
  authorization: Authorization,
  callback: URL,
): Promise<TokenAnswer | LaunchFailure> {
  const { heard, tokenFetch } = tokenListener();
  try {
    const answer = await authorizationCodeGrant(
      await authorizationClient(site, discovery, tokenFetch),
      callback,
      {
        expectedState: authorization.state,
        pkceCodeVerifier: authorization.codeVerifier,
      },
    );
    return tokenAnswer(answer, heard.idToken);
  } catch (error) {
    if (error instanceof AuthorizationResponseError) {
      return launchFailure(
        codeOfError(error.error) ?? 'TOKEN_REFUSED',
        `the EHR answered "${errorCode(error.error)}"`,
      );
    }
    if (!heard.asked && error instanceof ClientError) {
      return launchFailure('STATE_MISMATCH', 'the answer is not one to the question this launch asked');
    }
    return tokenFailure(error, discovery);
  }
}

/** @see RFC 6749, section 6 */
export async function exchangeRefreshToken(
  site: Site,
  discovery: Discovery,
  refreshToken: string,
): Promise<TokenAnswer | LaunchFailure> {
  const { heard, tokenFetch } = tokenListener();
  try {
    const client = await authorizationClient(site, discovery, tokenFetch);
    return tokenAnswer(await refreshTokenGrant(client, refreshToken), heard.idToken);
  } catch (error) {
    // The EHR's own word that this refresh token is spent, against a disturbance that may pass.
    if (error instanceof ResponseBodyError && error.error === 'invalid_grant') {
      return launchFailure('SESSION_EXPIRED', 'the EHR no longer renews this launch (invalid_grant)');
    }
    return tokenFailure(error, discovery);
  }
}

type GrantAnswer = Awaited<ReturnType<typeof authorizationCodeGrant>>;

function tokenAnswer(answer: GrantAnswer, idToken: string | null): TokenAnswer {
  const { access_token, refresh_token, expires_in, scope, token_type: _, ...context } = answer;
  return {
    accessToken: access_token,
    refreshToken: refresh_token ?? null,
    life: expires_in === undefined ? null : tokenLife(expires_in * 1000),
    scopes: scope === undefined ? null : scope.split(' ').filter((one) => one !== ''),
    idToken,
    context,
  };
}

/** POLICY: a request may take this long after its token was looked at. Of a very short life, half. */
const RENEW_BEFORE_MS = 30_000;

function tokenLife(ms: number): TokenLife {
  const now = Date.now();
  return { renewAt: now + ms - Math.min(RENEW_BEFORE_MS, ms / 2), endsAt: now + ms };
}

/** The EHR does not say that it refused a sign-in for its time: where the clocks are apart, that is the first thing to look at. */
function tokenFailure(error: unknown, { tokenEndpoint }: Discovery): LaunchFailure {
  const code = error instanceof ResponseBodyError ? codeOfError(error.error) : null;
  return launchFailure(
    code ?? 'TOKEN_REFUSED',
    `token endpoint: ${whyRefused(error)}${clockDetail(tokenEndpoint)}`,
  );
}

/**
 * Whose the next step is: the user's, who may say yes, or IT's, for whom asking again changes nothing.
 *
 * @see RFC 6749, sections 4.1.2.1 and 5.2; OpenID Connect Core 1.0, section 3.1.2.6
 */
const MEANT: ReadonlyMap<string, LaunchFailureCode> = new Map([
  ['access_denied', 'ACCESS_DENIED'],
  ['consent_required', 'ACCESS_DENIED'],
  ['interaction_required', 'ACCESS_DENIED'],
  ['login_required', 'ACCESS_DENIED'],
  ['account_selection_required', 'ACCESS_DENIED'],
  ['invalid_scope', 'SCOPES_REFUSED'],
  ['invalid_client', 'CLIENT_NOT_KNOWN'],
  ['unauthorized_client', 'CLIENT_NOT_PERMITTED'],
]);

function codeOfError(error: string): LaunchFailureCode | null {
  return MEANT.get(error) ?? null;
}

function whyRefused(error: unknown): string {
  if (error instanceof ResponseBodyError) return `the EHR answered "${errorCode(error.error)}"`;
  if (!(error instanceof ClientError)) return whyUnanswered(error);
  if (error.code === 'OAUTH_TIMEOUT') return 'no answer in time';
  return error.code === undefined
    ? whyUnanswered(error.cause)
    : `the answer is not a token answer (${error.code})`;
}

/** Error codes are short words (RFC 6749); whatever else stands there is not repeated. */
function errorCode(code: string): string {
  return /^[a-z_]{1,40}$/.test(code) ? code : 'an unreadable error';
}
