import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { settings } from '#lib/settings/environment.ts';
import { SettingsError } from '#lib/settings/settings-error.ts';
import { signingKeys } from '../launch/app-settings.ts';

const site = {
  issuer: 'https://ehr.example/fhir',
  name: 'EHR',
  clientId: 'c',
  authentication: { method: 'private-key-jwt' },
};
const key = Buffer.alloc(32, 1).toString('base64url');
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ldn-settings-'));
  write('sites.json', { sites: [site] });
  write('keys.json', await signingKeys());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, value: unknown): string {
  writeFileSync(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value));
  return join(folder, name);
}

function good(): Record<string, string | undefined> {
  return {
    APP_URL: 'http://127.0.0.1:3000',
    SITES_FILE: join(folder, 'sites.json'),
    KEYS_FILE: join(folder, 'keys.json'),
    SESSION_KEYS: key,
  };
}

function refusal(change: Record<string, string | undefined>): string {
  try {
    settings({ ...good(), ...change });
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  return 'accepted';
}

test('complete settings', () => {
  expect(settings({ ...good(), APP_URL: 'https://ldn.example/', INIT_CWD: '/srv/ldn' })).toMatchObject({
    appUrl: 'https://ldn.example',
    sites: [{ issuer: 'https://ehr.example/fhir', writeBack: { rung: 'copy' } }],
    sessionStore: join(process.cwd(), '.data/sessions.sqlite'),
  });
});

test.each(['APP_URL', 'SITES_FILE', 'KEYS_FILE', 'SESSION_KEYS'])(
  '%s missing: named, with what to do',
  (variable) => {
    expect(refusal({ [variable]: undefined })).toMatch(new RegExp(`^${variable} is not set: set it to `));
    expect(refusal({ [variable]: ' ' })).toMatch(new RegExp(`^${variable} is not set: set it to `));
  },
);

test.each([
  ['APP_URL', 'ldn.example'],
  ['APP_URL', 'http://ldn.example'],
  ['APP_URL', 'https://ldn.example/app'],
  ['APP_URL', 'https://user:secret@ldn.example'],
  ['SESSION_KEYS', 'too-short'],
  ['SESSION_KEYS', `${key},`],
  ['SESSION_KEYS', Buffer.alloc(16).toString('base64url')],
  ['SESSION_STORE', 'redis:'],
  ['SESSION_STORE', 'ftp://store.example/sessions'],
  ['SITES_FILE', '/nowhere/sites.json'],
])('%s = %s is refused by name', (variable, value) => {
  expect(refusal({ [variable]: value })).toMatch(new RegExp(`^${variable} `));
});

test('a Redis address is taken as it is, and never repeated in a message', () => {
  const address = 'rediss://app:s3cret@redis.example:6380/1';
  expect(settings({ ...good(), SESSION_STORE: address }).sessionStore).toBe(address);
  expect(refusal({ SESSION_STORE: 'redis://app:s3cret@' })).not.toContain('s3cret');
});

test('a wrong session key is not repeated in the message', () => {
  expect(refusal({ SESSION_KEYS: 'my-secret-passphrase' })).not.toContain('passphrase');
});

test.each([
  ['no JSON', 'sites: []', 'is not JSON'],
  ['no site', { sites: [] }, 'sites'],
  [
    'plain http away from loopback',
    { sites: [{ ...site, issuer: 'http://ehr.example/fhir' }] },
    'sites.0.issuer: must be https',
  ],
  ['an unknown member', { sites: [{ ...site, secret: 'x' }] }, 'Unrecognized key'],
  [
    'a country that is no jurisdiction',
    { sites: [{ ...site, jurisdiction: 'XX' }] },
    'sites.0.jurisdiction: Invalid option',
  ],
  [
    'an unknown time zone',
    { sites: [{ ...site, timeZone: 'Mars/Base' }] },
    'sites.0.timeZone: is no IANA time zone',
  ],
  [
    'a frame ancestor with a path',
    { sites: [{ ...site, frameAncestors: ['https://ehr.example/x'] }] },
    'must be an https origin',
  ],
  [
    'MedicationRequest called absent',
    { sites: [{ ...site, absent: ['MedicationRequest'] }] },
    'sites.0.absent.0',
  ],
  ['the same issuer twice', { sites: [site, site] }, 'twice'],
])('a sites file with %s is refused', (_name, value, why) => {
  const message = refusal({ SITES_FILE: write('wrong.json', value) });
  expect(message).toMatch(/^SITES_FILE /);
  expect(message).toContain(why);
});

test('keys: a public key, another curve, a key of no use for the site', async () => {
  const { keys } = await signingKeys();
  const [ec, rsa] = keys;
  const { d: _, ...publicKey } = ec ?? {};
  expect(refusal({ KEYS_FILE: write('k1.json', { keys: [publicKey] }) })).toContain('keys.0.d');
  expect(refusal({ KEYS_FILE: write('k2.json', { keys: [{ ...ec, crv: 'P-256' }] }) })).toContain('P-384');
  expect(refusal({ KEYS_FILE: write('k3.json', { keys: [rsa] }) })).toContain('has no ES384 key');
  expect(refusal({ KEYS_FILE: write('k4.json', { keys: [ec, { ...rsa, kid: ec?.kid }] }) })).toContain(
    'unique',
  );
});

test('a public client beside other EHRs has a redirect address of its own, or nothing opens (RFC 9700, section 4.4)', () => {
  const open = { ...site, authentication: { method: 'public' } };
  const other = { ...site, issuer: 'https://other.example/fhir' };
  let count = 0;
  const sites = (...listed: object[]) => {
    count += 1;
    return refusal({ SITES_FILE: write(`several-${count}.json`, { sites: listed }) });
  };
  expect(sites(open)).toBe('accepted');
  expect(sites(open, other)).toMatch(/^SITES_FILE .*"callback" of its own/);
  expect(sites({ ...open, callback: 'a' }, { ...other, callback: 'a' })).toMatch(/^SITES_FILE /);
  expect(sites({ ...open, callback: 'a' }, other)).toBe('accepted');
  expect(sites(open, { ...other, callback: 'b' })).toBe('accepted');
  expect(sites(site, other)).toBe('accepted');
  expect(sites({ ...open, callback: '../x' })).toContain('sites.0.callback');
});

test('a client id with a colon cannot stand in a header that is not encoded', () => {
  const authentication = { method: 'client-secret', secretVariable: 'EHR_SECRET' };
  const secret = (encoding: string) =>
    refusal({
      SITES_FILE: write(`colon-${encoding}.json`, {
        sites: [{ ...site, clientId: 'urn:app', authentication: { ...authentication, encoding } }],
      }),
      EHR_SECRET: 'x',
    });
  expect(secret('plain')).toContain('sites.0.clientId');
  expect(secret('form')).toBe('accepted');
});

test('keys are needed only where a site signs with them; a client secret must be there', () => {
  const open = write('open.json', { sites: [{ ...site, authentication: { method: 'public' } }] });
  expect(settings({ ...good(), SITES_FILE: open, KEYS_FILE: undefined }).signingKeys).toEqual([]);
  const authentication = { method: 'client-secret', secretVariable: 'EHR_SECRET' };
  const secret = write('secret.json', { sites: [{ ...site, authentication }] });
  expect(refusal({ SITES_FILE: secret })).toMatch(/^EHR_SECRET is not set/);
  expect(refusal({ SITES_FILE: secret, EHR_SECRET: 'x' })).toBe('accepted');
});

test('several are wrong: all are told at once', () => {
  const message = refusal({
    APP_URL: 'ldn.example',
    SESSION_KEYS: undefined,
    SESSION_STORE: 'redis:',
    SITES_FILE: write('two-secrets.json', {
      sites: ['a', 'b'].map((name) => ({
        ...site,
        issuer: `https://${name}.example/fhir`,
        authentication: { method: 'client-secret', secretVariable: `SECRET_OF_${name}` },
      })),
    }),
    KEYS_FILE: '/nowhere/keys.json',
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: 'short',
  });
  const named = ['APP_URL', 'SECRET_OF_a', 'SECRET_OF_b', 'KEYS_FILE', 'SESSION_KEYS', 'SESSION_STORE'];
  for (const variable of [...named, 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY'])
    expect(message).toMatch(new RegExp(`(^|; )${variable} `));
});

test('a key of the actions is base64 of 16, 24 or 32 bytes, and never repeated', () => {
  const withKey = (text: string) => refusal({ NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: text });
  expect(withKey(Buffer.alloc(32, 7).toString('base64'))).toBe('accepted');
  for (const wrong of [Buffer.alloc(20, 7).toString('base64'), 'not base64 at all, and 32 bytes..'])
    expect(withKey(wrong)).toMatch(/^NEXT_SERVER_ACTIONS_ENCRYPTION_KEY is wrong: (?!.*(not base64|BwcH))/);
});

describe('a sites file that changes under the running app', () => {
  const environment = () => ({ ...good(), SITES_FILE: join(folder, 'changing.json') });
  const names = () => settings(environment()).sites.map(({ name }) => name);
  const later = () => vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 2_000);
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test('is read again; a wrong one is said in the log, and what was read before stands', () => {
    const said = { info: vi.spyOn(console, 'info'), error: vi.spyOn(console, 'error') };
    for (const spy of Object.values(said)) spy.mockImplementation(() => {});
    write('changing.json', { sites: [site] });
    expect(names()).toEqual(['EHR']);
    write('changing.json', { sites: [{ ...site, name: 'The other EHR' }] });
    later();
    expect(names()).toEqual(['The other EHR']);
    write('changing.json', '{"sites": [');
    later();
    expect(names()).toEqual(['The other EHR']);
    expect(said.error.mock.calls.flat().join()).toMatch(
      /^SITES_FILE names a file that is not JSON.*stays in use/,
    );
    write('changing.json', { sites: [{ ...site, name: 'A third EHR' }] });
    later();
    expect(names()).toEqual(['A third EHR']);
    expect(said.info).toHaveBeenCalledTimes(2);
  });
});

describe('the session store is never in the folder of the build', () => {
  const build = () => join(folder, 'project', '.next', 'standalone');
  const from = (workingFolder: string) => {
    vi.spyOn(process, 'cwd').mockReturnValue(workingFolder);
  };
  beforeAll(() => {
    mkdirSync(build(), { recursive: true });
    writeFileSync(join(build(), 'server.js'), '');
    mkdirSync(join(folder, 'copied'));
    writeFileSync(join(folder, 'copied', 'server.js'), '');
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test.each([
    ['npm start', 'project', {}],
    ['node .next/standalone/server.js', 'project/.next/standalone', {}],
    ['npm start from elsewhere', 'project/.next/standalone', { INIT_CWD: '/root' }],
  ])('%s: beside the project', (_, workingFolder, environment) => {
    from(join(folder, workingFolder));
    expect(settings({ ...good(), ...environment }).sessionStore).toBe(
      join(folder, 'project', '.data', 'sessions.sqlite'),
    );
  });

  test('a build that was copied elsewhere keeps none until it is told where', () => {
    from(join(folder, 'copied'));
    expect(refusal({})).toMatch(
      /^SESSION_STORE is not set and would lie in the folder of the build.*\/var\/lib/,
    );
    expect(refusal({ SESSION_STORE: './here.sqlite' })).toMatch(
      /^SESSION_STORE lies in the folder of the build/,
    );
    expect(refusal({ SESSION_STORE: join(folder, 'elsewhere.sqlite') })).toBe('accepted');
    expect(refusal({ SESSION_STORE: 'redis://redis.example' })).toBe('accepted');
  });
});
