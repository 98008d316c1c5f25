/** Each setting read and checked; all that is wrong is told at once. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { z } from 'zod';
import { appFolder, isInBuildFolder } from './app-folder.ts';
import { fault, SettingsError } from './settings-error.ts';
import { algorithmOf, keySetSchema, type SigningKey } from './signing-keys.ts';
import { type Site, secureOrigin, sharesCallback, sitesSchema } from './site.ts';

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

export type Environment = Readonly<Record<string, string | undefined>>;

export function readSettings(environment: Environment): Settings {
  const faults: string[] = [];
  /** Null where it is wrong; what follows is still looked at. */
  const attempt = <T>(part: () => T): T | null => {
    try {
      return part();
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      faults.push(...error.faults);
      return null;
    }
  };
  const appUrl = attempt(() => readAppUrl(environment));
  const sites = attempt(() => readSites(environment));
  for (const site of sites ?? []) attempt(() => checkSecret(site, environment));
  if (sites !== null) attempt(() => checkCallbacks(sites));
  const signingKeys = attempt(() => readSigningKeys(environment, sites ?? []));
  const sessionKeys = attempt(() => readSessionKeys(environment));
  const sessionStore = attempt(() => readSessionStore(environment));
  attempt(() => checkActionsKey(environment));
  if (
    faults.length > 0 ||
    appUrl === null ||
    sites === null ||
    signingKeys === null ||
    sessionKeys === null ||
    sessionStore === null
  ) {
    throw new SettingsError(faults);
  }
  return { appUrl, sites, signingKeys, sessionKeys, sessionStore };
}

function readSites(environment: Environment): readonly Site[] {
  const { sites } = readJson(environment, 'SITES_FILE', sitesSchema, 'a JSON file {"sites": [...]}');
  const issuers = sites.map((site) => site.issuer);
  const twice = issuers.find((issuer, index) => issuers.indexOf(issuer) !== index);
  if (twice !== undefined) throw fault('SITES_FILE', `lists the issuer ${twice} twice: remove one`);
  return sites;
}

function readAppUrl(environment: Environment): string {
  const text = required(
    environment,
    'APP_URL',
    'the public address of this app, such as https://ldn.example',
  );
  const origin = secureOrigin.safeParse(text);
  if (!origin.success) throw fault('APP_URL', `"${text}" ${problems(origin.error)}`);
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
      throw fault('KEYS_FILE', `has no ${algorithm} key, which a site in SITES_FILE needs: add one`);
    }
  }
  return keys;
}

function checkSecret({ authentication, issuer }: Site, environment: Environment): void {
  if (authentication.method !== 'client-secret') return;
  required(environment, authentication.secretVariable, `the client secret of ${issuer}`);
}

/** AES takes keys of these lengths; Next fails at the first form otherwise. */
const ACTIONS_KEY_BYTES = [16, 24, 32];

function checkActionsKey({ NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: text }: Environment): void {
  if (!text) return;
  const key = Buffer.from(text, 'base64');
  if (ACTIONS_KEY_BYTES.includes(key.length) && key.toString('base64') === text) return;
  throw fault(
    'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY',
    'is wrong: it must be 32 random bytes in base64, the same that the app was built with',
  );
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
  throw fault(
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
        throw fault('SESSION_KEYS', `key ${index + 1} is wrong: it must be ${wanted}`);
      }
      return new Uint8Array(key);
    });
}

const ANY_ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i;

function readSessionStore(environment: Environment): string {
  const text = environment.SESSION_STORE;
  if (text && ANY_ADDRESS.test(text) && !isRedisAddress(text))
    throw fault(
      'SESSION_STORE',
      'is an address of something else: it takes the path of a file, or rediss://...',
    );
  if (!text || !isRedisAddress(text)) return readStorePath(text, environment);
  if (URL.canParse(text) && new URL(text).hostname !== '') return text;
  throw fault('SESSION_STORE', 'is no Redis address: it must be like rediss://user:password@host:6380');
}

/** Not set, it lies beside the project whatever command started the app: another place would be another journal, and an empty one. */
function readStorePath(text: string | undefined, environment: Environment): string {
  const here = process.cwd();
  const path = text ? absolute(text, environment) : resolve(appFolder(here), '.data/sessions.sqlite');
  if (!isInBuildFolder(path, here)) return path;
  throw fault(
    'SESSION_STORE',
    `${text ? 'lies' : 'is not set and would lie'} in the folder of the build, which the next version empties: set it to a path elsewhere, such as /var/lib/ldn-titration/sessions.sqlite`,
  );
}

export function isRedisAddress(text: string): boolean {
  return /^rediss?:/.test(text);
}

function required(environment: Environment, variable: string, wanted: string): string {
  const text = environment[variable]?.trim();
  if (!text) throw fault(variable, `is not set: set it to ${wanted}`);
  return text;
}

function readJson<T>(environment: Environment, variable: string, schema: z.ZodType<T>, wanted: string): T {
  const path = absolute(required(environment, variable, `the path of ${wanted}`), environment);
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(/*turbopackIgnore: true*/ path, 'utf8'));
  } catch (error) {
    const why = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    throw fault(variable, `names a file that ${why}: it must be ${wanted}`);
  }
  const checked = schema.safeParse(parsed);
  if (!checked.success) throw fault(variable, `names a file in which ${problems(checked.error)}`);
  return checked.data;
}

/** Relative paths start where npm was run; without npm in the folder of the app. */
export function absolute(path: string, environment: Environment): string {
  return resolve(environment.INIT_CWD ?? appFolder(process.cwd()), path);
}

function problems(error: z.ZodError): string {
  return error.issues
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; ');
}
