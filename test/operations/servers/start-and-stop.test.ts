/** The server as an operator starts and stops it: by npm, by node, reached from here alone unless he says otherwise. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { demoEnvironment } from '../../sandbox/demo-folder.ts';
import { freePort } from '../../sandbox/free-port.ts';
import { startSandbox } from '../../sandbox/start-sandbox.ts';
import { draftsOf, Journey, newPatient } from '../journey.ts';

const PROJECT = join(import.meta.dirname, '..', '..', '..');
const SERVER = join(process.env.NEXT_DIST_DIR || '.next', 'standalone', 'server.js');
const TEST_LIMIT_MS = 60_000;

let folder: string;
let settings: Record<string, string>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ldn-start-'));
  settings = await demoEnvironment(folder, 'http://127.0.0.1:9/fhir', 'http://127.0.0.1:9');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function started(command: readonly string[], environment: Record<string, string> = {}, port?: number) {
  port ??= await freePort();
  const [name = '', ...words] = command;
  const { HOSTNAME: _, ...outside } = process.env;
  const child: ChildProcess = spawn(name, words, {
    cwd: PROJECT,
    env: { ...outside, NODE_ENV: 'production', ...settings, PORT: String(port), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (log += text));
  const health = `http://127.0.0.1:${port}/health`;
  await vi.waitFor(async () => expect((await fetch(health)).status).toBeLessThan(600), {
    timeout: 30_000,
    interval: 200,
  });
  return { child, port, health, log: () => log };
}

async function stopped(child: ChildProcess, signal: 'SIGTERM' | 'SIGINT'): Promise<void> {
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
const isUp = (health: string) =>
  fetch(health).then(
    () => true,
    () => false,
  );

test.each([
  ['npm start', 'SIGTERM', ['npm', 'start']],
  ['node server.js', 'SIGINT', [process.execPath, SERVER]],
] as const)(
  '%s: says at start which store it uses, and ends on %s',
  async (_, signal, command) => {
    const { child, health, log } = await started(command);
    await vi.waitFor(() =>
      expect(log()).toMatch(/SQLite file .*sessions\.sqlite; it knows of drafts sent since 20/),
    );
    expect(log()).not.toContain('0.0.0.0');
    await stopped(child, signal);
    await vi.waitFor(async () => expect(await isUp(health)).toBe(false), { timeout: 5_000 });
  },
  TEST_LIMIT_MS,
);

// As a person and as a container stop it; that each of both ends on the other signal too is tried above.
test.each([
  ['npm start', 'SIGINT', ['npm', 'start']],
  ['node server.js', 'SIGTERM', [process.execPath, SERVER]],
] as const)(
  '%s, told to stop by %s in the middle of a write: the write is ended first, and is one draft',
  async (_, signal, command) => {
    const port = await freePort();
    const sandbox = await startSandbox({ port: 0, appUrl: `http://127.0.0.1:${port}` });
    const own = await mkdtemp(join(tmpdir(), 'ldn-stop-'));
    try {
      const environment = await demoEnvironment(own, sandbox.fhirBase, `http://127.0.0.1:${port}`);
      const { child, log } = await started(command, environment, port);
      const patient = await newPatient(sandbox, 'v01');
      const journey = await Journey.launch(sandbox.launchUrl(patient));
      const review = await journey.screen('review');
      sandbox.faults.replace({ writeDelayMs: 1_500 });
      const answered = journey.browser.press(review, 'write').catch(() => null);
      await vi.waitFor(() => expect(draftsOf(sandbox, patient)).toHaveLength(1), { timeout: 20_000 });
      await stopped(child, signal);
      await answered;
      await vi.waitFor(() => expect(log()).toContain('"event":"write","outcome":"written"'));
      expect(draftsOf(sandbox, patient)).toHaveLength(1);
    } finally {
      await sandbox.close();
      await rm(own, { recursive: true });
    }
  },
  TEST_LIMIT_MS,
);

test(
  'without an address, or with the name of the machine for one, it listens on loopback; all faults of its settings are told at once',
  async () => {
    const { child, health, log } = await started([process.execPath, SERVER], {
      HOSTNAME: hostname(),
      APP_URL: '',
      SESSION_KEYS: 'short',
    });
    const { problem } = (await (await fetch(health)).json()) as { problem: string };
    expect(problem).toMatch(/APP_URL is not set.*SESSION_KEYS key 1 is wrong/);
    await vi.waitFor(() => expect(log().match(/not ready: /g)).toHaveLength(2));
    expect(log()).toMatch(/http:\/\/(127\.0\.0\.1|localhost):/);
    await stopped(child, 'SIGTERM');
  },
  TEST_LIMIT_MS,
);

test(
  'a store that is taken away under the running server turns its health red within a second',
  async () => {
    const own = join(folder, 'taken', 'sessions.sqlite');
    const { child, health, log } = await started([process.execPath, SERVER], { SESSION_STORE: own });
    expect((await fetch(health)).status).toBe(200);
    await rm(join(folder, 'taken'), { recursive: true });
    const began = performance.now();
    const red = await fetch(health);
    expect([red.status, performance.now() - began < 1_000]).toEqual([503, true]);
    expect(await red.text()).toContain('removed or replaced');
    expect(log()).toContain(own);
    await stopped(child, 'SIGTERM');
  },
  TEST_LIMIT_MS,
);
