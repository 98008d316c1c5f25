/** An export fetched from the pretend EHR and judged: whatever goes wrong on the way, the same answer or an honest one. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { Writable } from 'node:stream';
import { exportJWK, generateKeyPair } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { kickOff } from '#lib/population/fetch/kick-off.ts';
import { localManifest } from '#lib/population/fetch/local-manifest.ts';
import { retryAfterMs } from '#lib/population/fetch/retry-after.ts';
import { runBulkExport } from '#lib/population/fetch/run-bulk-export.ts';
import { type ExportServer, openServer } from '#lib/population/fetch/server.ts';
import { stories } from '../patients/stories.ts';
import { closed, listenOnLoopback, portOf } from '../sandbox/listen.ts';
import { type Sandbox, startSandbox } from '../sandbox/start-sandbox.ts';
import { emptyFolder, judged, type Outcome, removeFolders, TASK } from './clinic.ts';

let ehr: Sandbox;
let keyFile: string;
let closeKeys: () => Promise<unknown>;

beforeAll(async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES384', { extractable: true });
  const name = { kid: 'backend-1', alg: 'ES384', use: 'sig' };
  const published = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), ...name }] });
  const servers = await listenOnLoopback(0);
  for (const server of servers) {
    server.on('request', (_request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(published);
    });
  }
  closeKeys = () => Promise.all(servers.map(closed));
  ehr = await startSandbox({ port: 0, appUrl: `http://localhost:${portOf(servers)}`, today: TASK.asOf });
  keyFile = path.join(emptyFolder(), 'keys.json');
  writeFileSync(keyFile, JSON.stringify({ keys: [{ ...(await exportJWK(privateKey)), ...name }] }));
}, 60_000);

afterEach(() => {
  ehr.faults.replace({});
});

afterAll(async () => {
  await ehr.close();
  await closeKeys();
  removeFolders();
});

async function fetchInto(out: string, more: readonly string[] = [], stop = new AbortController().signal) {
  let errors = '';
  const exit = await runBulkExport(
    [ehr.fhirBase, '--out', out, '--client-id', 'ldn-titration-backend', '--keys', keyFile, ...more],
    {
      errors: new Writable({
        write(chunk, _, done) {
          errors += String(chunk);
          done();
        },
      }),
      stop,
      wait: async () => {},
    },
  );
  return { exit, errors };
}

async function judgedWith(bulk: object): Promise<Outcome & { readonly out: string }> {
  ehr.faults.replace({ bulk });
  const out = path.join(emptyFolder(), 'export');
  expect(await fetchInto(out)).toMatchObject({ exit: 0 });
  return { ...(await judged(out)), out };
}

let plain: Outcome;

test('in blocks of one patient: whole, kept for its owner alone, deleted at the server', async () => {
  const outcome = await judgedWith({});
  plain = outcome;
  expect(outcome.report.patients.in).toBe(stories.length);
  expect(outcome.report.export).toMatchObject({ gaps: [], outcomes: 0 });
  expect(outcome.report.transactionTime).toBe('2026-03-02T09:00:00Z');
  expect(outcome.report.rows.blockHeaders).toBeGreaterThan(stories.length);
  const names = readdirSync(outcome.out);
  expect(names.filter((name) => name.startsWith('.'))).toEqual([]);
  for (const name of names) expect(statSync(path.join(outcome.out, name)).mode & 0o777).toBe(0o600);
  expect(ehr.exportsKept()).toBe(0);
  expect(readFileSync(path.join(outcome.out, 'manifest.json'), 'utf8')).not.toContain('/bulk/');
});

describe('the same answer whatever happens on the way', () => {
  test.each([
    ['a server that does not organize by patient', { noBlocks: true }],
    ['a kick-off by POST alone', { postOnly: true }],
    ['a manifest in two parts', { inParts: true }],
    ['a server that asks to be left in peace', { busy: 3 }],
    ['a token that ends midway', { tokenEndsAt: 6 }],
    ['a server that takes its time', { looks: 3 }],
  ])('%s', async (_, bulk) => {
    expect((await judgedWith(bulk)).results).toEqual(plain.results);
  });

  test('tokens that live for seconds are renewed', async () => {
    ehr.faults.replace({ tokenLifetimeSeconds: 1, bulk: { looks: 2 } });
    const out = path.join(emptyFolder(), 'export');
    expect(await fetchInto(out)).toMatchObject({ exit: 0 });
    expect((await judged(out)).results).toEqual(plain.results);
  });
});

describe('an honest answer to what did not come', () => {
  test.each([
    ['a file of errors', { errorFile: ['MedicationRequest timed out'] }],
    [
      'a file of errors in the new spelling',
      { errorFile: ['MedicationRequest timed out'], newSpelling: true },
    ],
    ['no file of the orders', { missingType: 'MedicationRequest', noBlocks: true }],
    ['no file of the medicines given', { missingType: 'MedicationAdministration' }],
    ['orders whose last line breaks off', { cutLastLine: true, noBlocks: true }],
  ])('%s: nobody is lost, and nobody is "none found"', async (_, bulk) => {
    const { report } = await judgedWith(bulk);
    expect(report.patients.in).toBe(stories.length);
    expect(report.verdicts['none-found']).toBe(0);
    expect(report.export.gaps.length + report.export.outcomes).toBeGreaterThan(0);
  });
});

test('stopped in the middle, the same command goes on and fetches no file twice', async () => {
  const out = path.join(emptyFolder(), 'export');
  const stop = new AbortController();
  ehr.faults.replace({ bulk: { noBlocks: true, fileDelayMs: 100 } });
  const first = fetchInto(out, [], stop.signal);
  while (!existsSync(out) || readdirSync(out).filter((name) => /^\d/.test(name)).length < 3) {
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  stop.abort();
  expect(await first).toMatchObject({ exit: 130 });
  const came = readdirSync(out).filter((name) => /^\d{5}.*ndjson$/.test(name));
  expect(readdirSync(out).filter((name) => name.endsWith('.part'))).toEqual([]);
  const times = came.map((name) => statSync(path.join(out, name)).mtimeMs);
  expect(await fetchInto(out)).toMatchObject({ exit: 0, errors: expect.stringContaining('going on') });
  expect(came.map((name) => statSync(path.join(out, name)).mtimeMs)).toEqual(times);
  expect((await judged(out)).results).toEqual(plain.results);
});

describe('what is refused', () => {
  test('a folder that holds something else', async () => {
    const out = emptyFolder();
    writeFileSync(path.join(out, 'letter.txt'), '');
    expect(await fetchInto(out)).toMatchObject({ exit: 1, errors: expect.stringContaining('empty') });
  });

  test('a client that is not registered', async () => {
    const out = emptyFolder();
    const run = await fetchInto(out, ['--client-id', 'somebody']);
    expect(run).toMatchObject({ exit: 1, errors: expect.stringContaining('registered') });
  });

  test.each([
    [['--group', '7'], 'https://ehr.example/fhir'],
    [[], 'http://ehr.example/fhir'],
    [['--out'], 'ftp://ehr.example'],
  ])('%j of %s', async (args, issuer) => {
    const exit = await runBulkExport([issuer, ...args], {
      errors: new Writable({ write: (_chunk, _encoding, done) => done() }),
      stop: new AbortController().signal,
    });
    expect(exit).toBe(2);
  });
});

test("the token goes to the server's own host and to no other, be it named by the server", async () => {
  const heard: (string | undefined)[] = [];
  const other = createServer((request, response) => {
    heard.push(request.headers.authorization);
    response.end('{}');
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/file`;
  const [key] = JSON.parse(readFileSync(keyFile, 'utf8')).keys;
  const client = { id: 'ldn-titration-backend', key, hosts: [], stop: new AbortController().signal };
  const server = await openServer(ehr.fhirBase, client);
  await expect(server.ask(url)).rejects.toThrow('foreign-host');
  expect(heard).toEqual([]);
  await server.ask(url, { withToken: false });
  expect(heard).toEqual([undefined]);
  const named = await openServer(ehr.fhirBase, { ...client, hosts: [new URL(url).host] });
  await named.ask(url);
  expect(heard[1]).toMatch(/^Bearer /);
  other.close();
});

describe('in detail', () => {
  test('"Retry-After" in seconds and as a date', () => {
    const now = Date.parse('2026-03-02T09:00:00Z');
    expect(
      ['7', 'Mon, 02 Mar 2026 09:01:00 GMT', 'soon', '', null].map((text) => retryAfterMs(text, now)),
    ).toEqual([7_000, 60_000, null, null, null]);
  });

  test('a kick-off of a group names types and asks for blocks', async () => {
    const asked: string[] = [];
    const server: ExportServer = {
      issuer: 'https://ehr.example/fhir',
      ask: async (address) => {
        asked.push(address);
        return new Response(null, {
          status: 202,
          headers: { 'content-location': 'https://ehr.example/fhir/status/1' },
        });
      },
    };
    const { status } = await kickOff(server, { group: 'a b', types: ['Patient', 'MedicationRequest'] });
    const { pathname, searchParams } = new URL(asked[0] ?? '');
    expect(pathname).toBe('/fhir/Group/a%20b/$export');
    expect(searchParams.get('_type')).toBe('Patient,MedicationRequest');
    expect(searchParams.get('organizeOutputBy')).toBe('Patient');
    expect(status).toBe('https://ehr.example/fhir/status/1');
  });

  test('a manifest that lists something else than files is kept as one that does', () => {
    const { manifest } = localManifest(
      [{ output: [{ url: 'https://x.example/1', type: 'Patient' }, 'file'] }],
      '',
    );
    expect(manifest.outcome).toBe('odd');
  });
});
