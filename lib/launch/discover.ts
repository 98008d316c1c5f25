/** Asks a listed EHR where its authorization server is and what it can do. */
import { z } from 'zod';
import type { Site } from '#lib/settings/site.ts';
import { processWide } from '#lib/store/process-wide.ts';
import { isLaunchFailure, launchFailure } from './failure.ts';
import { endpointOf, fetchJson, RequestRefused } from './guarded-fetch.ts';
import type { LaunchFailure } from './session.ts';

export interface Discovery {
  /** Who signs id_tokens; null when the EHR does not say. */
  readonly identityIssuer: string | null;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly jwksUri: string | null;
  readonly capabilities: readonly string[];
  readonly scopesSupported: readonly string[];
  /** The EHR promises `iss` in its authorization answers (RFC 9207). */
  readonly promisesIssuer: boolean;
}

/** POLICY: an EHR that moves its endpoints is followed within this time. */
const KEPT_MS = 10 * 60_000;

const text = z.string().max(2048);
const texts = z.array(z.string()).catch([]);
const smartConfiguration = z.looseObject({
  issuer: text.optional().catch(undefined),
  authorization_endpoint: text,
  token_endpoint: text,
  jwks_uri: text.optional().catch(undefined),
  capabilities: texts.default([]),
  scopes_supported: texts.default([]),
  authorization_response_iss_parameter_supported: z.boolean().optional().catch(undefined),
});
const openidConfiguration = z.looseObject({ issuer: text, jwks_uri: text });

type Kept = { readonly answer: Promise<Discovery | LaunchFailure>; readonly until: number };

/**
 * The EHR's SMART configuration, kept for ten minutes; failures are never kept.
 *
 * @see SMART App Launch 2.2.0, "Conformance", /.well-known/smart-configuration
 */
export async function discover(site: Site): Promise<Discovery | LaunchFailure> {
  const kept = processWide('discoveries', () => new Map<string, Kept>());
  const known = kept.get(site.issuer);
  if (known && known.until > Date.now()) return known.answer;
  const answer = ask(site.issuer);
  kept.set(site.issuer, { answer, until: Date.now() + KEPT_MS });
  const discovery = await answer;
  if (isLaunchFailure(discovery) && kept.get(site.issuer)?.answer === answer) kept.delete(site.issuer);
  return discovery;
}

async function ask(issuer: string): Promise<Discovery | LaunchFailure> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/smart-configuration`;
  const failed = (why: string) => launchFailure('DISCOVERY_FAILED', `${address}: ${why}`);
  let document: unknown;
  try {
    document = await fetchJson(address);
  } catch (error) {
    return failed(whyUnanswered(error));
  }
  const read = smartConfiguration.safeParse(document);
  if (!read.success)
    return failed(`${read.error.issues[0]?.path.join('.') || 'the document'} is missing or wrong`);
  const smart = read.data;
  const authorizationEndpoint = endpointOf(smart.authorization_endpoint, issuer);
  const tokenEndpoint = endpointOf(smart.token_endpoint, issuer);
  if (!authorizationEndpoint) return failed('authorization_endpoint may not be called');
  if (!tokenEndpoint) return failed('token_endpoint may not be called');
  return {
    ...(await identitySource(issuer, smart.issuer, smart.jwks_uri)),
    authorizationEndpoint,
    tokenEndpoint,
    capabilities: smart.capabilities,
    scopesSupported: smart.scopes_supported,
    promisesIssuer: smart.authorization_response_iss_parameter_supported ?? false,
  };
}

/** Where smart-configuration leaves out the issuer or its keys, OpenID Connect Discovery has them. */
async function identitySource(
  fhirBase: string,
  issuer: string | undefined,
  jwksUri: string | undefined,
): Promise<Pick<Discovery, 'identityIssuer' | 'jwksUri'>> {
  const named = jwksUri === undefined ? null : endpointOf(jwksUri, fhirBase);
  if (issuer !== undefined && named !== null) return { identityIssuer: issuer, jwksUri: named };
  const home = endpointOf(issuer ?? fhirBase, fhirBase)?.replace(/\/$/, '');
  try {
    const openid = openidConfiguration.parse(await fetchJson(`${home}/.well-known/openid-configuration`));
    if (issuer === undefined || issuer === openid.issuer) {
      return { identityIssuer: openid.issuer, jwksUri: named ?? endpointOf(openid.jwks_uri, fhirBase) };
    }
  } catch {
    // An EHR without identity can still launch; an id_token it sends is then refused.
  }
  return { identityIssuer: issuer ?? null, jwksUri: named };
}

/** Why there was no answer, in words that hold nothing of the answer. */
export function whyUnanswered(error: unknown): string {
  if (error instanceof RequestRefused) return error.message;
  if (error instanceof DOMException && error.name === 'TimeoutError') return 'no answer in time';
  const code = causeOf(error);
  if (code === null) return 'cannot be reached';
  return CERTIFICATE_FAULT.test(code)
    ? `its certificate is not trusted here (${code}): one of an authority of your own is named in NODE_EXTRA_CA_CERTS`
    : `cannot be reached (${code})`;
}

/** What Node calls a certificate that does not hold: by date, by name, by whoever signed it. */
const CERTIFICATE_FAULT = /CERT|_SIGNATURE$|^ERR_TLS_|^HOSTNAME_MISMATCH$/;

/** The system's own code of what went wrong; it names no part of the address. */
function causeOf(error: unknown): string | null {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return /^[A-Z][A-Z0-9_]{2,60}$/.test(code) ? code : null;
}
