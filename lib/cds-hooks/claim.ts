/**
 * Whom a call says it comes from, before its signature is looked at: enough to refuse what no listed EHR can have sent, and to begin with the
 * rest.
 * @see CDS Hooks 2.0.1, "Trusting CDS Clients"
 */
import { decodeJwt, decodeProtectedHeader, type JWTPayload } from 'jose';
import { type HookedSite, isHooked, type Site } from '#lib/settings/site.ts';

/** Signatures made with a private key, of these two kinds alone: neither "none" nor HMAC. */
export const ALGORITHMS = ['ES384', 'RS384'];

export interface Claim {
  readonly jwt: string;
  readonly site: HookedSite;
}

export type ClaimRefusal = 'no-jwt' | 'unreadable' | 'algorithm' | 'unknown-issuer' | 'foreign-keys';

export function claimOf(
  authorization: string | null,
  sites: readonly Site[],
): Claim | { readonly refused: ClaimRefusal } {
  const jwt = /^Bearer +([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(authorization ?? '')?.[1];
  if (jwt === undefined) return { refused: 'no-jwt' };
  const claimed = decoded(jwt);
  if (claimed === null) return { refused: 'unreadable' };
  if (!ALGORITHMS.includes(claimed.algorithm)) return { refused: 'algorithm' };
  const site = siteOf(claimed.payload, sites);
  if (site === null) return { refused: 'unknown-issuer' };
  const { jku } = site.cdsHooks;
  // A key address in the JWT that is not the listed one belongs to somebody else.
  if (claimed.jku !== undefined && jku !== undefined && claimed.jku !== jku)
    return { refused: 'foreign-keys' };
  return { jwt, site };
}

interface Claimed {
  readonly algorithm: string;
  readonly jku: unknown;
  readonly payload: JWTPayload;
}

function decoded(jwt: string): Claimed | null {
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
