/** The address at which the EHR asks its user to let the app in. */
import { buildAuthorizationUrl, calculatePKCECodeChallenge } from 'openid-client';
import type { Site } from '#lib/settings/site.ts';
import { randomSecret } from '#lib/store/secrets.ts';
import { authorizationClient } from './authorization-client.ts';
import type { Discovery } from './discover.ts';

/** What the callback must bring back and what the exchange must prove. 256 random bits each. */
export interface Authorization {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

export function newAuthorization(): Authorization {
  return { state: randomSecret(), nonce: randomSecret(), codeVerifier: randomSecret() };
}

/**
 * @param launch the EHR's opaque launch value; null for a standalone launch.
 * @see SMART App Launch 2.2.0, "Obtain authorization code"; RFC 7636 (PKCE, S256)
 */
export async function authorizationUrl(
  site: Site,
  discovery: Discovery,
  authorization: Authorization,
  request: {
    readonly redirectUri: string;
    readonly scopes: readonly string[];
    readonly launch: string | null;
  },
): Promise<string> {
  const url = buildAuthorizationUrl(await authorizationClient(site, discovery), {
    redirect_uri: request.redirectUri,
    scope: request.scopes.join(' '),
    state: authorization.state,
    nonce: authorization.nonce,
    aud: site.issuer,
    code_challenge: await calculatePKCECodeChallenge(authorization.codeVerifier),
    code_challenge_method: 'S256',
    ...(request.launch === null ? {} : { launch: request.launch }),
  });
  return url.href;
}
