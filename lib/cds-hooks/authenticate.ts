/**
 * Who calls: a JWT signed by a key of a listed EHR, for exactly this address, once. Keys come from the settings alone, never from where a JWT
 * points.
 * @see CDS Hooks 2.0.1, "Trusting CDS Clients"
 */
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  customFetch,
  decodeJwt,
  decodeProtectedHeader,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import { guardedFetch, REQUEST_TIMEOUT_MS } from '#lib/launch/guarded-fetch.ts';
import { type HookedSite, isHooked, type Site } from '#lib/settings/site.ts';
import { processWide } from '#lib/store/process-wide.ts';
import type { SealedRecords } from '#lib/store/sealed-records.ts';
import { digest } from '#lib/store/secrets.ts';
import { isStoreAway } from '#lib/store/store-away.ts';

/** Signatures made with a private key, of these two kinds alone: neither "none" nor HMAC. */
const ALGORITHMS = ['ES384', 'RS384'];
/** POLICY: hospital clocks differ. */
const CLOCK_TOLERANCE_SECONDS = 60;
/** POLICY: a JWT that lives longer is no proof that the EHR calls now. */
const LONGEST_LIFE_SECONDS = 15 * 60;
const KEYS_KEPT_MS = 10 * 60_000;
/** POLICY: an EHR that does not hand its keys out by then is told to call again: its user must not wait. What comes later is kept. */
const KEYS_MS = 300;

type CallerRefusal =
  | 'no-jwt'
  | 'unreadable'
  | 'unknown-issuer'
  | 'foreign-keys'
  | 'keys-unanswered'
  | 'store-away'
  | 'signature'
  | 'algorithm'
  | 'audience'
  | 'expired'
  | 'life'
  | 'subject'
  | 'claims'
  | 'replayed';

export type Caller = { readonly site: HookedSite } | { readonly refused: CallerRefusal };

/** @param address the exact URL that was called, which the JWT must name. */
export async function authenticate(
  authorization: string | null,
  address: string,
  {
    sites,
    records,
    now,
  }: { readonly sites: readonly Site[]; readonly records: SealedRecords; readonly now: number },
): Promise<Caller> {
  const jwt = /^Bearer +([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(authorization ?? '')?.[1];
  if (jwt === undefined) return { refused: 'no-jwt' };
  const claimed = claimsOf(jwt);
  if (claimed === null) return { refused: 'unreadable' };
  if (!ALGORITHMS.includes(claimed.algorithm)) return { refused: 'algorithm' };
  const site = siteOf(claimed.payload, sites);
  if (site === null) return { refused: 'unknown-issuer' };
  const { cdsHooks: hooks } = site;
  // A key address in the JWT that is not the listed one belongs to somebody else.
  if (claimed.jku !== undefined && hooks.jku !== undefined && claimed.jku !== hooks.jku)
    return { refused: 'foreign-keys' };
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

interface Claimed {
  readonly algorithm: string;
  readonly jku: unknown;
  readonly payload: JWTPayload;
}

function claimsOf(jwt: string): Claimed | null {
  try {
    const { alg = '', jku } = decodeProtectedHeader(jwt);
    return { algorithm: alg, jku, payload: decodeJwt(jwt) };
  } catch {
    return null;
  }
}

/** Several organisations may stand behind one issuer: the tenant tells them apart, and one that is not listed is none of them. */
function siteOf({ iss, tenant }: JWTPayload, sites: readonly Site[]): HookedSite | null {
  const candidates = sites.filter(isHooked).filter(({ cdsHooks }) => cdsHooks.iss === iss);
  const exact = candidates.filter(({ cdsHooks }) => cdsHooks.tenant === (tenant ?? undefined));
  const anyTenant = candidates.filter(({ cdsHooks }) => cdsHooks.tenant === undefined);
  const found = exact.length > 0 ? exact : anyTenant;
  return found.length === 1 ? (found[0] ?? null) : null;
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
