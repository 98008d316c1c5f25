/** The app's settings, read from the environment when first needed: a build or a test needs none of them. */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { appFolder, isInBuildFolder } from './app-folder.ts';
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

export const keySetSchema = z
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

/** Settings that are missing or wrong, all of them. The message names each variable and what to do; it never holds a secret. */
export class SettingsError extends Error {
  /** One sentence each. */
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join('; '));
    this.name = 'SettingsError';
    this.faults = faults;
  }
}

function fault(variable: string, problem: string): SettingsError {
  return new SettingsError([`${variable} ${problem}`]);
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
  'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY',
  'PORT',
  'HOSTNAME',
] as const;

const VARIABLES = [
  'APP_URL',
  'SITES_FILE',
  'KEYS_FILE',
  'SESSION_KEYS',
  'SESSION_STORE',
  'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY',
  'INIT_CWD',
];
/** POLICY: how soon a changed SITES_FILE or KEYS_FILE is seen. */
const LOOK_AGAIN_MS = 1_000;

interface Read {
  readonly from: string;
  readonly settings: Settings;
  /** Of the files, when they were read. */
  readonly stamp: string;
  lookAgainAt: number;
}
let read: Read | null = null;

/**
 * The settings of this process. A changed SITES_FILE or KEYS_FILE is read again within a second; one that is then wrong is said in the log, and
 * what was read before stands until it is put right.
 *
 * @throws SettingsError naming every variable that is missing or wrong.
 */
export function settings(environment: Environment = process.env): Settings {
  const from = JSON.stringify(VARIABLES.map((name) => environment[name] ?? null));
  if (read?.from !== from) {
    const stamp = stampOf(environment);
    read = {
      from,
      stamp,
      settings: readSettings(environment),
      lookAgainAt: performance.now() + LOOK_AGAIN_MS,
    };
  } else if (performance.now() > read.lookAgainAt) read = readAgain(read, environment);
  return read.settings;
}

function readAgain(before: Read, environment: Environment): Read {
  before.lookAgainAt = performance.now() + LOOK_AGAIN_MS;
  const stamp = stampOf(environment);
  if (stamp === before.stamp) return before;
  try {
    const settings = readSettings(environment);
    console.info('SITES_FILE or KEYS_FILE changed: read again, and in use');
    return { ...before, stamp, settings };
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    console.error(
      `${error.message}. What was read before stays in use until this is put right or the app restarts`,
    );
    return { ...before, stamp };
  }
}

/** Changes with every edit of the files, whether they are written over or put in their place. */
function stampOf(environment: Environment): string {
  const files = [environment.SITES_FILE, environment.KEYS_FILE].map((path) =>
    path ? statSync(/*turbopackIgnore: true*/ absolute(path, environment), { throwIfNoEntry: false }) : null,
  );
  return files.map((file) => `${file?.ino} ${file?.size} ${file?.mtimeMs}`).join();
}

function readSettings(environment: Environment): Settings {
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

export function algorithmOf(key: SigningKey): 'ES384' | 'RS384' {
  return key.kty === 'EC' ? 'ES384' : 'RS384';
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
function absolute(path: string, environment: Environment): string {
  return resolve(environment.INIT_CWD ?? appFolder(process.cwd()), path);
}

function problems(error: z.ZodError): string {
  return error.issues
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; ');
}
