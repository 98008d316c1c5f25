import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HttpResponse, http, passthrough } from 'msw';
import { expect, test } from 'vitest';
import { settings } from '#lib/settings/environment.ts';
import { checkSite } from '#lib/site-check/check-site.ts';
import { appBesideEhr } from '../launch/app-beside-ehr.ts';
import { ISSUER, secondSite } from '../launch/second-ehr.ts';
import { selfSignedCertificate } from '../operations/self-signed-certificate.ts';

const { ehr, useSites } = appBesideEhr();

async function lines() {
  const all = settings();
  const [site] = all.sites;
  if (site === undefined) throw new Error('no site');
  return checkSite(site, all);
}
const about = async (what: string) => (await lines()).filter((line) => line.about === what);

test.each([
  ['every type to be read by one wildcard of version 2', ['patient/*.rs'], /: (\S+\.cr?s? ?)+$/],
  [
    'and the orders to be created by name',
    ['patient/*.rs', 'patient/MedicationRequest.c'],
    /: patient\/DocumentReference/,
  ],
  ['version 1 asked, everything granted', ['patient/*.*'], null],
  ['the wildcard of a user says nothing of a patient', ['user/*.cruds'], /patient\/Patient\./],
])('scopes_supported, %s', async (_, listed, missing) => {
  ehr.manners.configuration.scopes_supported = ['launch', 'openid', 'fhirUser', 'online_access', ...listed];
  const [{ text = '' } = {}] = await about('register');
  const unlisted = text.split('Not in scopes_supported')[1] ?? null;
  if (missing === null) expect(unlisted).toBeNull();
  else expect(unlisted).toMatch(missing);
});

test('a wildcard that leaves out reading is no wildcard for reading', async () => {
  ehr.manners.configuration.scopes_supported = ['patient/*.c'];
  expect((await about('register'))[0]?.text).toMatch(/Not in scopes_supported.* patient\/Patient\.rs/);
});

test.each([
  [0, 'ok'],
  [20, 'misses'],
  [60 * 30, 'stops'],
])('the clock of this machine %i minutes off: %s', async (minutes, result) => {
  const headers = { date: new Date(Date.now() - minutes * 60_000).toUTCString() };
  ehr.server.use(
    http.get(`${ISSUER}/.well-known/smart-configuration`, () =>
      HttpResponse.json(ehr.manners.configuration, { headers }),
    ),
  );
  expect(await about('clock')).toMatchObject([{ result }]);
});

const noOpenssl = spawnSync('openssl', ['version']).status === 0 ? null : 'no openssl on this machine';

test.skipIf(noOpenssl !== null)(
  `a certificate of nobody's is told from a host that is not there${noOpenssl === null ? '' : ` (skipped: ${noOpenssl})`}`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ldn-certificate-'));
    const { key, cert } = selfSignedCertificate(folder, 'localhost');
    const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const issuer = `https://localhost:${(server.address() as AddressInfo).port}/fhir`;
    ehr.server.use(http.all(`${new URL(issuer).origin}/*`, () => passthrough()));
    const told = async () => {
      await useSites([{ ...secondSite, issuer }]);
      return (await lines()).filter(({ about }) => about === 'discovery' || about === 'capabilities');
    };
    const untrusted = await told();
    await new Promise((resolve) => server.close(resolve));
    const absent = await told();
    rmSync(folder, { recursive: true });
    for (const { text } of untrusted)
      expect(text).toMatch(
        /certificate is not trusted here \(DEPTH_ZERO_SELF_SIGNED_CERT\).*NODE_EXTRA_CA_CERTS/,
      );
    for (const { text } of absent) expect(text).toMatch(/cannot be reached \(ECONNREFUSED\)/);
    expect([untrusted.length, absent.length]).toEqual([2, 2]);
  },
);
