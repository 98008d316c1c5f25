/**
 * The SMART authorization server of the pretend EHR: oidc-provider with launch handles, PKCE, both versions of SMART's scopes,
 * and the launch context in the token answer. The pretend prescriber is signed in and consents to everything.
 * @see SMART App Launch 2.2.0
 */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import Provider, { type Context, errors } from 'oidc-provider';
import type { Messaging } from '../chart-page/web-messaging.ts';
import type { Faults } from '../faults.ts';
import type { TokenGrant } from '../fhir/call.ts';
import { grantableScopes, narrowed } from '../fhir/scopes.ts';
import { servedTypes } from '../fhir/served-types.ts';
import { registeredApps } from './apps.ts';
import type { Launch, Launches } from './launches.ts';
import { adapterOver, type Storage } from './memory-adapter.ts';

const LAUNCH_SCOPES = [
  'launch',
  'launch/patient',
  'launch/encounter',
  'online_access',
  'offline_access',
  'fhirUser',
  'profile',
  'messaging/scratchpad',
  'messaging/ui',
];
const TOKEN_LIFETIME_SECONDS = 570;

interface AuthorizationParts {
  /** Base URL of this server, which is also the issuer of its id_tokens. */
  readonly issuer: string;
  readonly fhirBase: string;
  /** Where the style of `smart_style_url` is served. */
  readonly styleUrl: string;
  readonly appUrl: string;
  readonly launches: Launches;
  readonly faults: Faults;
}

interface AuthorizationServer {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  grantOf(accessToken: string): Promise<TokenGrant | null>;
  /** Scopes of a client that acts for itself. */
  scopesOfClient(accessToken: string): Promise<readonly string[] | null>;
  /** What a web-messaging handle of a token answer stands for. */
  messagingOf(handle: string): Messaging | undefined;
}

export async function startAuthorizationServer(parts: AuthorizationParts): Promise<AuthorizationServer> {
  const { issuer, fhirBase, launches, faults } = parts;
  const storage: Storage = new Map();
  const launchOfGrant = new Map<string, Launch>();
  /** What each asked scope of a grant became, where that is less. */
  const narrowedInGrant = new Map<string, ReadonlyMap<string, string>>();
  const messagingByHandle = new Map<string, Messaging>();
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });

  const provider = new Provider(issuer, {
    adapter: adapterOver(storage),
    clients: registeredApps(parts.appUrl),
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'pretend-ehr-1' }] },
    scopes: [
      'openid',
      'system/*.rs',
      ...LAUNCH_SCOPES,
      ...grantableScopes(servedTypes.map(({ type }) => type)),
    ],
    claims: { openid: ['sub'], fhirUser: ['fhirUser'], profile: ['name'] },
    conformIdTokenClaims: false,
    clientAuthMethods: ['none', 'private_key_jwt', 'client_secret_basic'],
    enabledJWA: { clientAuthSigningAlgValues: ['ES384', 'RS384'], idTokenSigningAlgValues: ['RS256'] },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      revocation: { enabled: true },
      introspection: { enabled: true },
      rpInitiatedLogout: { enabled: false },
    },
    enableHttpPostMethods: true,
    cookies: {
      keys: [randomBytes(24).toString('hex')],
      long: { sameSite: 'none' },
      short: { sameSite: 'none' },
    },
    interactions: { policy: [] },
    extraParams: {
      aud: async (_context: Context, aud: string | undefined) => {
        if (aud === undefined)
          throw new errors.InvalidRequest('aud is missing: it must be the FHIR base URL');
        if (aud.replace(/\/$/, '') !== fhirBase)
          throw new errors.InvalidRequest('aud is not the FHIR base URL of this EHR');
      },
      launch: async (context: Context, handle: string | undefined) => {
        const scopes = (context.oidc.params.scope ?? '').split(' ');
        const launch = handle === undefined ? undefined : launches.find(handle);
        if (handle !== undefined && launch === undefined)
          throw new errors.InvalidRequest('launch is not a launch of this EHR');
        if (scopes.includes('launch') && launch === undefined) {
          throw new errors.InvalidRequest('the scope launch needs the launch parameter');
        }
        context.oidc.session.loginAccount({ accountId: launch?.user ?? 'dr-exemplar', transient: true });
      },
    },
    loadExistingGrant: async (context: Context) => {
      const { session, client, params } = context.oidc;
      const grant = new provider.Grant({ accountId: session.accountId ?? '', clientId: client.clientId });
      const launch = params.launch === undefined ? undefined : launches.find(params.launch);
      const allowed = faults.for(launch?.patient ?? null).grantScopes;
      const asked = (params.scope ?? '').split(' ');
      const given = asked.flatMap((scope) => {
        const left = allowed === undefined ? scope : narrowed(scope, allowed);
        return left === null ? [] : [[scope, left] as const];
      });
      grant.addOIDCScope(given.map(([scope]) => scope).join(' '));
      await grant.save();
      narrowedInGrant.set(grant.jti, new Map(given));
      if (launch) launchOfGrant.set(grant.jti, launch);
      return grant;
    },
    findAccount: async (context: Context | undefined, accountId: string) => ({
      accountId,
      claims: async () => ({ sub: accountId, name: 'Dr. Robin Exemplar', ...fhirUser(context, accountId) }),
    }),
    issueRefreshToken: async (_context: Context, _client: unknown, code: { scopes: Set<string> }) =>
      code.scopes.has('online_access') || code.scopes.has('offline_access'),
    rotateRefreshToken: true,
    expiresWithSession: async () => false,
    pkce: { required: () => true },
    ttl: {
      AccessToken: () => faults.for(null).tokenLifetimeSeconds ?? TOKEN_LIFETIME_SECONDS,
      ClientCredentials: () => faults.for(null).tokenLifetimeSeconds ?? TOKEN_LIFETIME_SECONDS,
      AuthorizationCode: 60,
      Grant: 86_400,
      IdToken: 600,
      RefreshToken: 28_800,
      Session: 60,
      Interaction: 60,
    },
    renderError: async (context: Context, out: { error: string; error_description?: string }) => {
      context.type = 'html';
      context.body = `<!doctype html><title>Pretend EHR</title><h1>Pretend EHR: the launch was refused</h1><p>${escaped(
        out.error,
      )}: ${escaped(out.error_description ?? '')}</p>`;
    },
    /** The app runs on this machine; the guard against local addresses has no place here. */
    fetch: (url: string, { dispatcher: _guard, ...options }: RequestInit & { dispatcher?: unknown }) =>
      fetch(url, options),
  });

  /** The library grants a scope as it was asked or not at all; what the EHR left of it is said, and kept to, from here on. */
  function scopesIn(grantId: string | undefined, scope: string | undefined): string[] {
    const given = narrowedInGrant.get(grantId ?? '');
    return (scope ?? '').split(' ').map((one) => given?.get(one) ?? one);
  }

  function fhirUser(context: Context | undefined, accountId: string): Record<string, string> {
    const grantId = context?.oidc.entities.Grant?.jti;
    const launch = grantId === undefined ? undefined : launchOfGrant.get(grantId);
    const type = faults.for(launch?.patient ?? null).fhirUser ?? 'Practitioner';
    if (type === 'none') return {};
    const id = {
      Practitioner: accountId,
      PractitionerRole: `${accountId}-role`,
      Patient: launch?.patient,
      RelatedPerson: 'relative',
    }[type];
    return { fhirUser: `${fhirBase}/${type}/${id}` };
  }

  /** @see SMART App Launch 2.2.0, launch context arrives with your access_token */
  function launchContext(grantId: string | undefined, scopes: readonly string[]): Record<string, unknown> {
    const launch = grantId === undefined ? undefined : launchOfGrant.get(grantId);
    if (launch === undefined) return {};
    const switches = faults.for(launch.patient);
    return {
      ...(launch.patient === null || switches.noPatientInLaunch
        ? {}
        : { patient: switches.tokenPatient ?? launch.patient }),
      ...(launch.encounter === null ? {} : { encounter: launch.encounter }),
      ...(launch.intent === null ? {} : { intent: launch.intent }),
      ...(launch.appContext === null ? {} : { appContext: launch.appContext }),
      need_patient_banner: switches.needPatientBanner ?? false,
      smart_style_url: parts.styleUrl,
      ...(launch.patient === null || switches.noWebMessaging ? {} : messagingContext(launch.patient, scopes)),
    };
  }

  /** @see SMART Web Messaging 1.0.0, launch context */
  function messagingContext(patient: string, scopes: readonly string[]): Record<string, string> {
    const handle = randomBytes(18).toString('base64url');
    messagingByHandle.set(handle, { patient, scopes, scratchpad: new Set() });
    return { smart_web_messaging_origin: new URL(issuer).origin, smart_web_messaging_handle: handle };
  }

  provider.use(async (context, next) => {
    await next();
    if (context.oidc?.route === 'token' && context.status === 200) {
      const answer = context.body as { scope?: string };
      const grantId = context.oidc.entities.Grant?.jti;
      const scopes = scopesIn(grantId, answer.scope);
      context.body = { ...answer, scope: scopes.join(' '), ...launchContext(grantId, scopes) };
    }
  });

  faults.onExpireTokens(() => {
    for (const key of storage.keys()) if (key.startsWith('AccessToken:')) storage.delete(key);
  });

  const callback = provider.callback();
  const mountedAt = new URL(issuer).pathname;
  return {
    /** Without cookies: each launch stands alone, and many may run at once in one browser. */
    async handle(request, response) {
      const { originalUrl } = Object.assign(request, { originalUrl: request.url ?? '/' });
      request.url = originalUrl.slice(mountedAt.length) || '/';
      request.headers.cookie = undefined;
      const setHeader = response.setHeader.bind(response);
      response.setHeader = (name, value) =>
        name.toLowerCase() === 'set-cookie' ? response : setHeader(name, value);
      await callback(request, response);
    },
    messagingOf: (handle) => messagingByHandle.get(handle),
    async scopesOfClient(accessToken) {
      const token = await provider.ClientCredentials.find(accessToken);
      return token?.isValid ? (token.scope ?? '').split(' ') : null;
    },
    async grantOf(accessToken) {
      const token = await provider.AccessToken.find(accessToken);
      if (!token?.isValid) return null;
      const launch = launchOfGrant.get(token.grantId);
      return {
        scopes: scopesIn(token.grantId, token.scope),
        patient: faults.for(launch?.patient ?? null).noPatientInLaunch ? null : (launch?.patient ?? null),
      };
    },
  };
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
