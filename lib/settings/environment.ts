/** The app's settings, read from the environment when first needed: a build or a test needs none of them. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { type Site, secureOrigin, sharesCallback, sitesSchema } from './site.ts';

/** Base64url characters of a 2048-bit modulus. */
const RSA_2048_LENGTH = 342;

/** A private key of the app as a JSON Web Key: EC P-384 signs ES384, RSA signs RS384. */
const signingKeySchema = z
  .looseObject({ kid: z.string().min(1), kty: z.enum(['EC', 'RSA']), d: z.string().min(1) })
  .refine((key) => key.kty !== 'EC' || key.crv === 'P-384', 'an EC key must be on curve P-384')
  .refine(
    (key) => key.kty !== 'RSA' || (typeof key.n === 'string' && key.n.length >= RSA_2048_LENGTH),
    'an RSA key must have 2048 bits or more',
  );

const keySetSchema = z
  .looseObject({ keys: z.array(signingKeySchema).min(1) })
  .refine(({ keys }) => new Set(keys.map((key) => key.kid)).size === keys.length, 'each kid must be unique');

export type SigningKey = z.infer<typeof signingKeySchema>;

export interface Settings {
  /** Public origin of the app, without a trailing slash. */
  readonly appUrl: string;
  readonly sites: readonly Site[];
  /** The first key of a site's algorithm signs; all are published. */
  readonly signingKeys: readonly SigningKey[];
  /** 32 bytes each. The first encrypts, all decrypt. */
  readonly sessionKeys: readonly Uint8Array[];
  /** Absolute path of the session database, or the address of a Redis server. */
  readonly sessionStore: string;
}

/** A setting that is missing or wrong. The message names the variable and what to do; it never holds a secret. */
export class SettingsError extends Error {
  readonly variable: string;
  constructor(variable: string, problem: string) {
    super(`${variable} ${problem}`);
    this.name = 'SettingsError';
    this.variable = variable;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Every variable an operator may set; docs/operating.md says what each is for. */
export const SETTINGS_READ = [
  'APP_URL',
  'SITES_FILE',
  'KEYS_FILE',
  'SESSION_KEYS',
  'SESSION_STORE',
  'METRICS_TOKEN',
  'PORT',
  'HOSTNAME',
] as const;

const VARIABLES = ['APP_URL', 'SITES_FILE', 'KEYS_FILE', 'SESSION_KEYS', 'SESSION_STORE', 'INIT_CWD'];
let read: { readonly from: string; readonly settings: Settings } | null = null;

/**
 * The settings of this process, read once.
 *
 * @throws SettingsError naming the variable that is missing or wrong.
 */
export function settings(environment: Environment = process.env): Settings {
  const from = JSON.stringify(VARIABLES.map((name) => environment[name] ?? null));
  if (read?.from !== from) read = { from, settings: readSettings(environment) };
  return read.settings;
}

function readSettings(environment: Environment): Settings {
  const sites = readJson(environment, 'SITES_FILE', sitesSchema, 'a JSON file {"sites": [...]}').sites;
  const issuers = sites.map((site) => site.issuer);
  const twice = issuers.find((issuer, index) => issuers.indexOf(issuer) !== index);
  if (twice !== undefined)
    throw new SettingsError('SITES_FILE', `lists the issuer ${twice} twice: remove one`);
  checkSecrets(sites, environment);
  checkCallbacks(sites);
  return {
    appUrl: readAppUrl(environment),
    sites,
    signingKeys: readSigningKeys(environment, sites),
    sessionKeys: readSessionKeys(environment),
    sessionStore: readSessionStore(environment),
  };
}

function readAppUrl(environment: Environment): string {
  const text = required(
    environment,
    'APP_URL',
    'the public address of this app, such as https://ldn.example',
  );
  const origin = secureOrigin.safeParse(text);
  if (!origin.success) throw new SettingsError('APP_URL', `"${text}" ${problems(origin.error)}`);
  return new URL(origin.data).origin;
}

function readSigningKeys(environment: Environment, sites: readonly Site[]): readonly SigningKey[] {
  const needed = sites.flatMap(({ authentication }) =>
    authentication.method === 'private-key-jwt' ? [authentication.algorithm] : [],
  );
  if (needed.length === 0 && !environment.KEYS_FILE) return [];
  const { keys } = readJson(environment, 'KEYS_FILE', keySetSchema, 'a private JWK Set {"keys": [...]}');
  for (const algorithm of needed) {
    if (!keys.some((key) => algorithmOf(key) === algorithm)) {
      throw new SettingsError(
        'KEYS_FILE',
        `has no ${algorithm} key, which a site in SITES_FILE needs: add one`,
      );
    }
  }
  return keys;
}

export function algorithmOf(key: SigningKey): 'ES384' | 'RS384' {
  return key.kty === 'EC' ? 'ES384' : 'RS384';
}

function checkSecrets(sites: readonly Site[], environment: Environment): void {
  for (const { authentication, issuer } of sites) {
    if (authentication.method !== 'client-secret') continue;
    required(environment, authentication.secretVariable, `the client secret of ${issuer}`);
  }
}

/**
 * Mix-up: a code that one EHR gave is carried to the token endpoint of another. A client with a secret or key keeps it worthless there; a
 * public one has nothing but an address of its own to tell the answers apart.
 *
 * @see RFC 9700, section 4.4
 */
function checkCallbacks(sites: readonly Site[]): void {
  const mixed = sites.find((site) => site.authentication.method === 'public' && sharesCallback(site, sites));
  if (mixed === undefined) return;
  throw new SettingsError(
    'SITES_FILE',
    `lists ${mixed.issuer} as a public client beside other EHRs with the same redirect address: give it a "callback" of its own, and register that address`,
  );
}

function readSessionKeys(environment: Environment): readonly Uint8Array[] {
  const wanted = 'comma-separated keys of 32 random bytes in base64url';
  return required(environment, 'SESSION_KEYS', wanted)
    .split(',')
    .map((text, index) => {
      const key = Buffer.from(text.trim(), 'base64url');
      if (key.length !== 32 || key.toString('base64url') !== text.trim().replace(/=+$/, '')) {
        throw new SettingsError('SESSION_KEYS', `key ${index + 1} is wrong: it must be ${wanted}`);
      }
      return new Uint8Array(key);
    });
}

function readSessionStore(environment: Environment): string {
  const text = environment.SESSION_STORE || '.data/sessions.sqlite';
  if (!isRedisAddress(text)) return absolute(text, environment);
  if (URL.canParse(text) && new URL(text).hostname !== '') return text;
  throw new SettingsError(
    'SESSION_STORE',
    'is no Redis address: it must be like rediss://user:password@host:6380',
  );
}

export function isRedisAddress(text: string): boolean {
  return /^rediss?:/.test(text);
}

function required(environment: Environment, variable: string, wanted: string): string {
  const text = environment[variable]?.trim();
  if (!text) throw new SettingsError(variable, `is not set: set it to ${wanted}`);
  return text;
}

function readJson<T>(environment: Environment, variable: string, schema: z.ZodType<T>, wanted: string): T {
  const path = absolute(required(environment, variable, `the path of ${wanted}`), environment);
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(/*turbopackIgnore: true*/ path, 'utf8'));
  } catch (error) {
    const why = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    throw new SettingsError(variable, `names a file that ${why}: it must be ${wanted}`);
  }
  const checked = schema.safeParse(parsed);
  if (!checked.success) throw new SettingsError(variable, `names a file in which ${problems(checked.error)}`);
  return checked.data;
}

/** The standalone server changes its working directory, so relative paths start where npm was run. */
function absolute(path: string, environment: Environment): string {
  return resolve(environment.INIT_CWD ?? process.cwd(), path);
}

function problems(error: z.ZodError): string {
  return error.issues
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; ');
}
