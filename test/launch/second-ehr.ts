/** An EHR that differs from the pretend one in all that the specifications leave open. Built on msw: it cannot be run. */
import { createHash, randomUUID } from 'node:crypto';
import {
  decodeProtectedHeader,
  exportJWK,
  generateKeyPair,
  type JWTHeaderParameters,
  jwtVerify,
  SignJWT,
} from 'jose';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { appPublicKeys, type SiteText } from './app-settings.ts';

export const ISSUER = 'https://ehr.example/fhir/r4';
export const LOGIN = 'https://login.ehr.example';
const TOKEN_URL = 'https://ehr.example/fhir/r4/oauth/token';

/** Every sign that percent-encoding touches, as a server of each manner may have given it out. */
export const CLIENT_SECRETS = { form: 's3cret/+: x', plain: 'my-app_secret+1/2=~.(ü)%41' };

const signers = {
  RS256: await generateKeyPair('RS256'),
  ES384: await generateKeyPair('ES384'),
  stranger: await generateKeyPair('RS256'),
};

export const secondSite: SiteText = {
  issuer: ISSUER,
  name: 'Second EHR',
  clientId: 'ldn-at-second',
  authentication: { method: 'public' },
  frameAncestors: ['https://ehr.example'],
  writeBack: { rung: 'fhir-draft' },
};

/** What a test may change; everything else stays as a peculiar but lawful EHR has it. */
interface Manners {
  /** Members of /.well-known/smart-configuration; undefined leaves one out. */
  configuration: Record<string, unknown>;
  /** Null: HTTP 404. */
  openidConfiguration: Record<string, unknown> | null;
  idTokenSigner: keyof typeof signers;
  idTokenHeader: Partial<JWTHeaderParameters>;
  idTokenClaims: Record<string, unknown>;
  /** Replaces the whole id_token; null sends none. */
  idToken: string | null | undefined;
  /** Members of the token answer beside access_token. */
  token: Record<string, unknown>;
  /** How it reads the Basic header: after RFC 6749 form-decoded, or as it stands, like the public SMART App Launcher. */
  basic: 'form' | 'plain';
  /** Answers the token request in place of the EHR. */
  tokenReply: ((form: URLSearchParams) => Response | Promise<Response>) | null;
}

interface ClientKey {
  readonly algorithm: 'ES384' | 'RS384';
  readonly key: CryptoKey;
}

interface Grant {
  readonly nonce: string;
  readonly challenge: string;
  readonly redirectUri: string;
}

/** A peculiar but lawful EHR. */
function ownManners(): Manners {
  return {
    configuration: {
      issuer: LOGIN,
      authorization_endpoint: '/login/authorize',
      token_endpoint: 'oauth/token',
      jwks_uri: `${LOGIN}/keys`,
      grant_types_supported: ['authorization_code'],
      capabilities: ['launch-ehr', 'context-passthrough-banner', 'permission-v2'],
      code_challenge_methods_supported: ['S256'],
    },
    openidConfiguration: null,
    idTokenSigner: 'RS256',
    idTokenHeader: {},
    idTokenClaims: {},
    idToken: undefined,
    token: { token_type: 'bearer', patient: 'p1', scope: 'openid fhirUser patient/*.rs' },
    basic: 'form',
    tokenReply: null,
  };
}

const registeredKeys: readonly (readonly [string, ClientKey])[] = [
  ['app-ec', { algorithm: 'ES384', key: appPublicKeys['app-ec'] }],
  ['app-rsa', { algorithm: 'RS384', key: appPublicKeys['app-rsa'] }],
];

export function secondEhr() {
  const manners = ownManners();
  const grants = new Map<string, Grant>();
  const refreshTokens = new Set<string>();
  const seenAssertions = new Set<string>();
  /** The app's public keys, as registered with this EHR. */
  const clientKeys = new Map(registeredKeys);
  /** Every request the app made, as "METHOD url". */
  const requests: string[] = [];
  const forms: URLSearchParams[] = [];

  async function idToken(nonce: string): Promise<string | null> {
    if (manners.idToken !== undefined) return manners.idToken;
    const alg = manners.idTokenSigner === 'ES384' ? 'ES384' : 'RS256';
    const claims = {
      iss: LOGIN,
      aud: 'ldn-at-second',
      sub: 'user-1',
      nonce,
      iat: Math.floor(Date.now() / 1000),
      exp: Math.floor(Date.now() / 1000) + 300,
      fhirUser: 'Practitioner/d1',
      ...manners.idTokenClaims,
    };
    return new SignJWT(claims)
      .setProtectedHeader({ alg, kid: `ehr-${alg}`, ...manners.idTokenHeader })
      .sign(signers[manners.idTokenSigner].privateKey);
  }

  async function answerToken(request: Request): Promise<Response> {
    const form = new URLSearchParams(await request.text());
    forms.push(form);
    if (manners.tokenReply) return manners.tokenReply(form);
    const refused = await clientRefused(request, form, clientKeys, seenAssertions, manners.basic);
    if (refused)
      return HttpResponse.json({ error: 'invalid_client', error_description: refused }, { status: 401 });
    if (form.get('grant_type') === 'refresh_token') {
      if (!refreshTokens.delete(form.get('refresh_token') ?? '')) return invalidGrant();
      return HttpResponse.json(await tokens(null));
    }
    const grant = grants.get(form.get('code') ?? '');
    grants.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!grant || challenge !== grant.challenge || form.get('redirect_uri') !== grant.redirectUri)
      return invalidGrant();
    return HttpResponse.json(await tokens(grant.nonce));
  }

  async function tokens(nonce: string | null) {
    const refreshToken = 'refresh_token' in manners.token ? randomUUID() : undefined;
    if (refreshToken) refreshTokens.add(refreshToken);
    const signed = nonce === null ? null : await idToken(nonce);
    return {
      access_token: `opaque-${randomUUID()}`,
      ...(signed === null ? {} : { id_token: signed }),
      ...manners.token,
      ...(refreshToken && { refresh_token: refreshToken }),
    };
  }

  const server = setupServer(
    http.get(`${ISSUER}/.well-known/smart-configuration`, () => HttpResponse.json(manners.configuration)),
    http.get(`${LOGIN}/.well-known/openid-configuration`, () => openid()),
    http.get(`${ISSUER}/.well-known/openid-configuration`, () => openid()),
    http.get(`${LOGIN}/keys`, async () =>
      HttpResponse.json({
        keys: [
          { ...(await exportJWK(signers.RS256.publicKey)), kid: 'ehr-RS256', use: 'sig' },
          { ...(await exportJWK(signers.ES384.publicKey)), kid: 'ehr-ES384' },
        ],
      }),
    ),
    http.get(`${ISSUER}/metadata`, ({ request }) =>
      request.headers.has('authorization')
        ? new HttpResponse(null, { status: 401 })
        : HttpResponse.json({
            resourceType: 'CapabilityStatement',
            fhirVersion: '4.0.1',
            rest: [{ mode: 'server', resource: [{ type: 'Patient' }] }],
          }),
    ),
    http.post(TOKEN_URL, ({ request }) => answerToken(request)),
  );
  const openid = () =>
    manners.openidConfiguration
      ? HttpResponse.json(manners.openidConfiguration)
      : new HttpResponse(null, { status: 404 });
  server.events.on('request:start', ({ request }) => {
    requests.push(`${request.method} ${request.url}`);
  });

  return {
    manners,
    server,
    requests,
    forms,
    refreshTokens,
    clientKeys,
    /** As if nobody had asked yet. */
    reset(): void {
      Object.assign(manners, ownManners());
      clientKeys.clear();
      for (const [id, key] of registeredKeys) clientKeys.set(id, key);
      for (const memory of [grants, refreshTokens, seenAssertions]) memory.clear();
      for (const list of [requests, forms]) list.length = 0;
      server.resetHandlers();
    },
    /** The user says yes: what the EHR then calls the app back with. */
    approve(authorizationUrl: string): URLSearchParams {
      const asked = new URL(authorizationUrl).searchParams;
      const code = randomUUID();
      grants.set(code, {
        nonce: asked.get('nonce') ?? '',
        challenge: asked.get('code_challenge') ?? '',
        redirectUri: asked.get('redirect_uri') ?? '',
      });
      return new URLSearchParams({ code, state: asked.get('state') ?? '' });
    },
  };
}

export type SecondEhr = ReturnType<typeof secondEhr>;

function invalidGrant(): Response {
  return HttpResponse.json({ error: 'invalid_grant' }, { status: 400 });
}

/** Why the client is not who it says, by whichever way it authenticates. */
async function clientRefused(
  request: Request,
  form: URLSearchParams,
  clientKeys: ReadonlyMap<string, ClientKey>,
  seenAssertions: Set<string>,
  manner: Manners['basic'],
): Promise<string | null> {
  const basic = /^Basic (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
  if (basic !== undefined) {
    const parts = Buffer.from(basic, 'base64').toString().split(':');
    // RFC 6749, section 2.3.1: both parts are form-encoded first. The public launcher knows nothing of it, and wants two parts.
    const [id, secret] =
      manner === 'plain' ? parts : parts.map((part) => new URLSearchParams(`v=${part}`).get('v'));
    const isOwn = id === 'ldn-at-second' && secret === CLIENT_SECRETS[manner] && parts.length === 2;
    return isOwn && !form.has('client_id') ? null : 'wrong secret';
  }
  const assertion = form.get('client_assertion');
  if (assertion === null) return form.get('client_id') === 'ldn-at-second' ? null : 'unknown client';
  const known = clientKeys.get(decodeProtectedHeader(assertion).kid ?? '');
  if (known === undefined) return 'unknown key';
  const { payload } = await jwtVerify(assertion, known.key, {
    audience: TOKEN_URL,
    issuer: 'ldn-at-second',
    subject: 'ldn-at-second',
    typ: 'JWT',
    algorithms: [known.algorithm],
    requiredClaims: ['exp', 'jti'],
  });
  if (Number(payload.exp) - Date.now() / 1000 > 300) return 'assertion lives too long';
  if (form.has('client_id') || seenAssertions.has(String(payload.jti)))
    return 'client_id sent, or jti used twice';
  seenAssertions.add(String(payload.jti));
  return null;
}
