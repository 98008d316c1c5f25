/** The app as one EHR's OAuth client: its registered id and how it proves to be itself. */
import { type CryptoKey, importJWK } from 'jose';
import {
  allowInsecureRequests,
  type ClientAuth,
  Configuration,
  customFetch,
  modifyAssertion,
  None,
  PrivateKeyJwt,
} from 'openid-client';
import { settings } from '#lib/settings/environment.ts';
import { algorithmOf, type SigningKey } from '#lib/settings/signing-keys.ts';
import type { Site } from '#lib/settings/site.ts';
import type { Discovery } from './discover.ts';
import { guardedFetch } from './guarded-fetch.ts';

/** POLICY within the specification's five minutes: a stolen assertion is worth nothing soon after. */
const ASSERTION_LIFE_SECONDS = 120;

type TokenFetch = (address: string, init: RequestInit) => Promise<Response>;

/**
 * What openid-client needs to speak to this EHR's token endpoint.
 *
 * @param tokenFetch replaces the guarded fetch, to look at an answer on its way.
 */
export async function authorizationClient(
  site: Site,
  discovery: Discovery,
  tokenFetch: TokenFetch = guardedFetch,
): Promise<Configuration> {
  const server = {
    issuer: discovery.identityIssuer ?? site.issuer,
    authorization_endpoint: discovery.authorizationEndpoint,
    token_endpoint: discovery.tokenEndpoint,
    authorization_response_iss_parameter_supported: discovery.promisesIssuer,
  };
  const client = new Configuration(server, site.clientId, {}, await authentication(site, discovery));
  client[customFetch] = (address, init) => tokenFetch(address, init as RequestInit);
  // The endpoint was checked at discovery: plain http got here from loopback alone.
  if (discovery.tokenEndpoint.startsWith('http:')) allowInsecureRequests(client);
  return client;
}

async function authentication(site: Site, discovery: Discovery): Promise<ClientAuth> {
  switch (site.authentication.method) {
    case 'public':
      return None();
    case 'client-secret':
      return basic(
        site.clientId,
        process.env[site.authentication.secretVariable] ?? '',
        site.authentication.encoding,
      );
    case 'private-key-jwt':
      return assertion(site.authentication.algorithm, discovery.tokenEndpoint);
  }
}

/**
 * Not openid-client's own: that percent-encodes even `-` and `_`, and servers that compare the header as it stands refuse it.
 *
 * @see SMART App Launch 2.2.0, "Client Authentication: Symmetric", whose example encodes nothing; RFC 6749, section 2.3.1, which does
 */
function basic(clientId: string, secret: string, encoding: 'plain' | 'form'): ClientAuth {
  const written = encoding === 'plain' ? (text: string) => text : formEncoded;
  const credentials = Buffer.from(`${written(clientId)}:${written(secret)}`).toString('base64');
  return (_server, _client, _body, headers) => headers.set('authorization', `Basic ${credentials}`);
}

/** application/x-www-form-urlencoded, as the platform writes it. */
function formEncoded(text: string): string {
  return new URLSearchParams({ '': text }).toString().slice('='.length);
}

function assertion(algorithm: 'ES384' | 'RS384', tokenEndpoint: string): Promise<ClientAuth> {
  const jwk = settings().signingKeys.find((key) => algorithmOf(key) === algorithm);
  if (jwk === undefined) throw new Error(`no ${algorithm} key among the settings`);
  return keyAssertion(jwk, tokenEndpoint);
}

/** @see SMART App Launch 2.2.0, "Client Authentication: Asymmetric" */
export async function keyAssertion(jwk: SigningKey, tokenEndpoint: string): Promise<ClientAuth> {
  const key = (await importJWK(jwk, algorithmOf(jwk))) as CryptoKey;
  const signed = PrivateKeyJwt(
    { key, kid: jwk.kid },
    {
      [modifyAssertion]: (header, payload) => {
        header.typ = 'JWT';
        payload.aud = tokenEndpoint;
        payload.exp = Number(payload.iat) + ASSERTION_LIFE_SECONDS;
      },
    },
  );
  // SMART: client_id is for public clients; a confidential one omits it.
  return async (server, client, body, headers) => {
    await signed(server, client, body, headers);
    body.delete('client_id');
  };
}

const PUBLIC_MEMBERS = ['kty', 'kid', 'crv', 'x', 'y', 'n', 'e'];

/** The public halves of the app's keys, as EHRs fetch them. */
export function publicKeys(keys: readonly SigningKey[]): { keys: Record<string, unknown>[] } {
  return {
    keys: keys.map((key) => ({
      ...Object.fromEntries(Object.entries(key).filter(([name]) => PUBLIC_MEMBERS.includes(name))),
      alg: algorithmOf(key),
      use: 'sig',
      key_ops: ['verify'],
    })),
  };
}
