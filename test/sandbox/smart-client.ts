/**
 * A SMART app of a few lines, to try the pretend EHR with: openid-client and jose, keys served from a port of its own. It
 * follows the specifications and knows nothing of how the EHR is built.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import * as oauth from 'openid-client';

interface TokenAnswer {
  readonly access_token: string;
  readonly refresh_token?: string;
  readonly scope: string;
  readonly expires_in: number;
  readonly patient?: string;
  readonly encounter?: string;
  readonly need_patient_banner?: boolean;
  readonly smart_style_url?: string;
  readonly claims: oauth.IDToken | undefined;
  readonly raw: oauth.TokenEndpointResponse & oauth.TokenEndpointResponseHelpers;
}

export interface SmartClient {
  /** Origin of the app; give it to the sandbox as appUrl. */
  readonly url: string;
  /** Walks a launch from the launch address to the token. Other parameters replace those of the authorization request. */
  launch(launchUrl: string, scope: string, other?: Record<string, string>): Promise<TokenAnswer>;
  /** The authorization endpoint's answer, not followed. */
  authorize(launchUrl: string, scope: string, other?: Record<string, string>): Promise<Response>;
  refresh(issuer: string, refreshToken: string): Promise<TokenAnswer>;
  close(): Promise<void>;
}

export async function startSmartClient(
  clientId = 'ldn-titration',
  algorithm = 'ES384',
): Promise<SmartClient> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'app-1', alg: algorithm, use: 'sig' };
  const keys = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(keys.address() as AddressInfo).port}`;
  const redirectUri = `${url}/callback`;

  async function discover(fhirBase: string): Promise<oauth.Configuration> {
    const answer = await fetch(`${fhirBase}/.well-known/smart-configuration`);
    const authentication =
      clientId === 'ldn-titration'
        ? oauth.PrivateKeyJwt({ key: privateKey, kid: 'app-1' })
        : clientId === 'ldn-titration-secret'
          ? oauth.ClientSecretBasic('pretend-secret-of-the-pretend-ehr')
          : oauth.None();
    const configuration = new oauth.Configuration(
      (await answer.json()) as oauth.ServerMetadata,
      clientId,
      undefined,
      authentication,
    );
    oauth.allowInsecureRequests(configuration);
    return configuration;
  }

  async function request(launchUrl: string, scope: string, other: Record<string, string>) {
    const { searchParams } = new URL(launchUrl);
    const iss = searchParams.get('iss') ?? '';
    const configuration = await discover(iss);
    const verifier = oauth.randomPKCECodeVerifier();
    const [state, nonce] = [oauth.randomState(), oauth.randomNonce()];
    const address = oauth.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope,
      state,
      nonce,
      aud: iss,
      ...(searchParams.has('launch') ? { launch: searchParams.get('launch') ?? '' } : {}),
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...other,
    });
    const answer = await fetch(address, { redirect: 'manual' });
    return { configuration, verifier, state, nonce, answer };
  }

  return {
    url,
    async authorize(launchUrl, scope, other = {}) {
      return (await request(launchUrl, scope, other)).answer;
    },
    async launch(launchUrl, scope, other = {}) {
      const { configuration, verifier, state, nonce, answer } = await request(launchUrl, scope, other);
      const location = answer.headers.get('location');
      if (location === null) throw new Error(`authorize answered ${answer.status}: ${await answer.text()}`);
      const raw = await oauth.authorizationCodeGrant(configuration, new URL(location), {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
      });
      return asAnswer(raw);
    },
    async refresh(fhirBase, refreshToken) {
      return asAnswer(await oauth.refreshTokenGrant(await discover(fhirBase), refreshToken));
    },
    close: () =>
      new Promise((resolve) => {
        keys.close(() => resolve());
        keys.closeAllConnections();
      }),
  };
}

function asAnswer(raw: oauth.TokenEndpointResponse & oauth.TokenEndpointResponseHelpers): TokenAnswer {
  return { ...(raw as unknown as TokenAnswer), claims: raw.claims(), raw };
}
