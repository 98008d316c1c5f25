/**
 * Who calls: a JWT signed by a key of a listed EHR, for exactly this address, once. Keys come from the settings alone, never from where a JWT
 * points.
 * @see CDS Hooks 2.0.1, "Trusting CDS Clients"
 */
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  customFetch,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import { guardedFetch, REQUEST_TIMEOUT_MS } from '#lib/launch/guarded-fetch.ts';
import type { HookedSite } from '#lib/settings/site.ts';
import { processWide } from '#lib/store/process-wide.ts';
import type { SealedRecords } from '#lib/store/sealed-records.ts';
import { digest } from '#lib/store/secrets.ts';
import { isStoreAway } from '#lib/store/store-away.ts';
import { ALGORITHMS, type Claim, type ClaimRefusal } from './claim.ts';

/** POLICY: hospital clocks differ. */
const CLOCK_TOLERANCE_SECONDS = 60;
/** POLICY: a JWT that lives longer is no proof that the EHR calls now. */
const LONGEST_LIFE_SECONDS = 15 * 60;
const KEYS_KEPT_MS = 10 * 60_000;
/** POLICY: an EHR that does not hand its keys out by then is told to call again: its user must not wait. What comes later is kept. */
const KEYS_MS = 300;

export type CallerRefusal =
  | ClaimRefusal
  | 'keys-unanswered'
  | 'store-away'
  | 'signature'
  | 'audience'
  | 'expired'
  | 'life'
  | 'subject'
  | 'claims'
  | 'replayed';

type Caller = { readonly site: HookedSite } | { readonly refused: CallerRefusal };

/** @param address the exact URL that was called, which the JWT must name. */
export async function authenticate(
  { jwt, site }: Claim,
  address: string,
  { records, now }: { readonly records: SealedRecords; readonly now: number },
): Promise<Caller> {
  const { cdsHooks: hooks } = site;
  let payload: JWTPayload;
  try {
    ({ payload } = await jwtVerify(jwt, keysOf(hooks), {
      algorithms: ALGORITHMS,
      issuer: hooks.iss,
      audience: address,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      requiredClaims: ['exp', 'iat', 'jti'],
      currentDate: new Date(now),
    }));
  } catch (error) {
    return { refused: whyRefused(error) };
  }
  const { exp = 0, iat = 0, jti, sub } = payload;
  if (hooks.subject !== undefined && sub !== hooks.subject) return { refused: 'subject' };
  if (exp - iat > LONGEST_LIFE_SECONDS || iat * 1000 > now + CLOCK_TOLERANCE_SECONDS * 1000)
    return { refused: 'life' };
  if (typeof jti !== 'string' || jti === '' || jti.length > 1_000) return { refused: 'claims' };
  const until = (exp + CLOCK_TOLERANCE_SECONDS) * 1000 + 1000;
  try {
    const isNew = await records.insert(`jti/${digest(`${hooks.iss} ${jti}`)}`, true, until);
    return isNew ? { site } : { refused: 'replayed' };
  } catch (error) {
    // Without it nobody can say whether this call was made before.
    if (isStoreAway(error)) return { refused: 'store-away' };
    throw error;
  }
}

function keysOf({ jku, jwks }: HookedSite['cdsHooks']): JWTVerifyGetKey {
  const known = processWide('hook-keys', () => new Map<string, JWTVerifyGetKey>());
  const name = jku ?? JSON.stringify(jwks);
  const found =
    known.get(name) ??
    (jku === undefined
      ? createLocalJWKSet({ keys: [...(jwks?.keys ?? [])] })
      : inTime(
          createRemoteJWKSet(new URL(jku), {
            [customFetch]: guardedFetch,
            cacheMaxAge: KEYS_KEPT_MS,
            timeoutDuration: REQUEST_TIMEOUT_MS,
          }),
        ));
  known.set(name, found);
  return found;
}

function inTime(keys: JWTVerifyGetKey): JWTVerifyGetKey {
  return async (header, token) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new errors.JWKSTimeout()), KEYS_MS);
    });
    const asked = keys(header, token);
    try {
      return await Promise.race([asked, late]);
    } finally {
      clearTimeout(timer);
      Promise.resolve(asked).catch(() => {});
    }
  };
}

function whyRefused(error: unknown): CallerRefusal {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTClaimValidationFailed) return error.claim === 'aud' ? 'audience' : 'claims';
  if (error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JWKSNoMatchingKey)
    return 'signature';
  if (error instanceof errors.JWKSMultipleMatchingKeys) return 'signature';
  if (error instanceof errors.JOSEAlgNotAllowed) return 'algorithm';
  return error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)
    ? 'unreadable'
    : 'keys-unanswered';
}
