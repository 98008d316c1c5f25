/** Who the user is, by an id_token whose signature and claims hold. */
import {
  createRemoteJWKSet,
  customFetch,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
  jwtVerify,
} from 'jose';
import type { Site } from '#lib/settings/site.ts';
import { processWide } from '#lib/store/process-wide.ts';
import { clockDetail } from './clock.ts';
import { type Discovery, whyUnanswered } from './discover.ts';
import { launchFailure } from './failure.ts';
import { guardedFetch, REQUEST_TIMEOUT_MS } from './guarded-fetch.ts';
import type { LaunchFailure } from './session.ts';

/** Signatures made with a private key. "none" and HMAC are not among them. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512'];
/** POLICY: hospital clocks differ. */
const CLOCK_TOLERANCE_SECONDS = 60;
const KEYS_KEPT_MS = 10 * 60_000;

type KeySet = ReturnType<typeof createRemoteJWKSet>;

function keysOf(jwksUri: string): KeySet {
  const sets = processWide('key-sets', () => new Map<string, KeySet>());
  const known = sets.get(jwksUri);
  if (known) return known;
  const made = createRemoteJWKSet(new URL(jwksUri), {
    [customFetch]: guardedFetch,
    cacheMaxAge: KEYS_KEPT_MS,
    timeoutDuration: REQUEST_TIMEOUT_MS,
  });
  sets.set(jwksUri, made);
  return made;
}

/** Fetches the keys while the user is at the EHR, so that the callback does not wait for them. */
export function fetchKeysAhead(discovery: Discovery): void {
  if (discovery.jwksUri === null) return;
  const keys = keysOf(discovery.jwksUri);
  // What fails here is asked for again, and told, by the callback.
  if (!keys.fresh) keys.reload().catch(() => {});
}

/**
 * The claims of the id_token.
 *
 * @see OpenID Connect Core 1.0, section 3.1.3.7; SMART App Launch 2.2.0, "Scopes for requesting identity data"
 */
export async function verifyIdentity(
  idToken: string,
  site: Site,
  discovery: Discovery,
  nonce: string,
): Promise<JWTPayload | LaunchFailure> {
  const refuse = (why: string) =>
    launchFailure('IDENTITY_NOT_VERIFIED', `id_token: ${why}${clockDetail(discovery.tokenEndpoint)}`);
  if (discovery.identityIssuer === null) return refuse('the EHR names no issuer to check it against');
  if (discovery.jwksUri === null) return refuse('the EHR publishes no keys to check it with');
  let claims: JWTPayload;
  try {
    claims = await verifyWithAnyKey(idToken, keysOf(discovery.jwksUri), {
      issuer: discovery.identityIssuer,
      audience: site.clientId,
      algorithms: ALGORITHMS,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      requiredClaims: ['exp', 'iat', 'sub'],
    });
  } catch (error) {
    return refuse(error instanceof errors.JOSEError ? whyNotValid(error) : `keys: ${whyUnanswered(error)}`);
  }
  if (claims.nonce !== nonce) return refuse('"nonce" is not the one this launch sent');
  if (claims.azp !== undefined && claims.azp !== site.clientId) return refuse('"azp" names another client');
  return claims;
}

/** An id_token without kid may fit several keys: each is tried. */
async function verifyWithAnyKey(token: string, keys: KeySet, options: JWTVerifyOptions): Promise<JWTPayload> {
  const verify = async (key: JWTVerifyGetKey | CryptoKey) =>
    (await (typeof key === 'function' ? jwtVerify(token, key, options) : jwtVerify(token, key, options)))
      .payload;
  try {
    return await verify(keys);
  } catch (error) {
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
    for await (const key of error) {
      try {
        return await verify(key);
      } catch (wrong) {
        if (!(wrong instanceof errors.JWSSignatureVerificationFailed)) throw wrong;
      }
    }
    throw new errors.JWSSignatureVerificationFailed();
  }
}

/** jose's messages name claims and reasons, never values. */
function whyNotValid(error: errors.JOSEError): string {
  return error instanceof errors.JWTClaimValidationFailed || error instanceof errors.JWTExpired
    ? `"${error.claim}" ${error.reason === 'missing' ? 'is missing' : 'does not hold'}`
    : error.code;
}
