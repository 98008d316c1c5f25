import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { demoEnvironment } from '../sandbox/demo-folder.ts';
import { type Sandbox, startSandbox } from '../sandbox/start-sandbox.ts';

let sandbox: Sandbox;
let folder: string;
let environment: Record<string, string>;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, appUrl: 'http://127.0.0.1:9' });
  folder = await mkdtemp(join(tmpdir(), 'ldn-site-'));
  environment = await demoEnvironment(folder, sandbox.fhirBase, 'http://127.0.0.1:9');
});
afterEach(() => {
  sandbox.faults.replace({});
});
afterAll(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true });
});

async function site(...words: string[]) {
  const command = spawn(process.execPath, ['lib/site-check/site-command.ts', ...words], {
    env: { ...process.env, ...environment },
  });
  let text = '';
  for (const stream of [command.stdout, command.stderr]) stream.on('data', (part) => (text += part));
  const [code] = await once(command, 'close');
  return { code, text };
}

test('an EHR that is ready: endpoints, keys, what to register, the rung, and that its app is not running yet', async () => {
  const { code, text } = await site('check', sandbox.fhirBase);
  expect(text).toContain(`authorize at ${sandbox.url}/authorization/auth`);
  expect(text).toMatch(/ok +keys +\d+ at /);
  expect(text).toMatch(
    /register +launch http:\/\/127\.0\.0\.1:9\/launch, redirect http:\/\/127\.0\.0\.1:9\/callback/,
  );
  expect(text).toMatch(/ok +writing +rung "fhir-draft"/);
  expect(text).toMatch(
    /misses +app keys +http:\/\/127\.0\.0\.1:9\/.well-known\/jwks.json: cannot be reached/,
  );
  expect(text).toContain('Pretend EHR can be launched from.');
  expect(code).toBe(0);
});

test('a server without dispenses and without create: both are named, and the launch can work', async () => {
  sandbox.faults.replace({ readOnly: true, unsupported: ['MedicationDispense'] });
  const { code, text } = await site('check', sandbox.fhirBase);
  expect(text).toMatch(/misses +reading +MedicationDispense is not there/);
  expect(text).toMatch(/misses +writing +rung "[^"f]+", .*takes no orders over FHIR/);
  expect(code).toBe(0);
});

test('the hooks: keys, what has to be typed in, and a part that would make a warning of every order', async () => {
  sandbox.faults.replace({ unsupported: ['MedicationDispense'] });
  const { text } = await site('check', sandbox.fhirBase);
  expect(text).toMatch(/ok +hooks +1 keys for ES384 or RS384 at /);
  expect(text).toContain('http://127.0.0.1:9/cds-services/ldn-order-select');
  expect(text).toMatch(/misses +hooks +MedicationDispense is not there and not in "absent"/);
});

test('a server without medication orders stops everything', async () => {
  sandbox.faults.replace({ unsupported: ['MedicationRequest'] });
  const { code, text } = await site('check', sandbox.fhirBase);
  expect(text).toMatch(/stops +reading +MedicationRequest cannot be read/);
  expect(code).toBe(1);
});

test('an issuer that is not listed is not asked; the listed ones are shown', async () => {
  const { code, text } = await site('check', 'https://stranger.example/fhir');
  expect(text).toContain(`  ${sandbox.fhirBase}`);
  expect(code).toBe(2);
});

test('no verb, and settings that are missing: what to do', async () => {
  expect(await site()).toMatchObject({ code: 2, text: expect.stringContaining('Usage') });
  const kept = environment;
  environment = { ...environment, SESSION_KEYS: '' };
  expect(await site('check', sandbox.fhirBase)).toMatchObject({
    code: 2,
    text: expect.stringContaining('SESSION_KEYS is not set'),
  });
  environment = kept;
});
