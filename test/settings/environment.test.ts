import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SettingsError, settings } from '#lib/settings/environment.ts';
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
    sessionStore: '/srv/ldn/.data/sessions.sqlite',
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
