/** A real Redis or Valkey for one test file, on a port of its own, keeping nothing on disk. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createConnection } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../sandbox/free-port.ts';

export interface RedisServer {
  /** redis://127.0.0.1:port */
  readonly url: string;
  stop(): Promise<void>;
}

const COMMAND = ['redis-server', 'valkey-server'].find(
  (command) => spawnSync(command, ['--version']).status === 0,
);

/** Why the tests that need Redis are skipped; null where it is found. */
export const noRedis =
  COMMAND === undefined ? 'neither redis-server nor valkey-server is on the PATH of this machine' : null;

const START_LIMIT_MS = 10_000;

/** @param keeps folder in which it keeps what it is told; without one nothing. @throws Error when it does not listen in time. */
export async function startRedis(port?: number, keeps?: string): Promise<RedisServer> {
  const chosen = port ?? (await freePort());
  const kept = keeps === undefined ? ['no'] : ['yes', '--appendfsync', 'always', '--dir', keeps];
  const quiet = ['--save', '', '--appendonly', ...kept, '--bind', '127.0.0.1', '--loglevel', 'warning'];
  const server = spawn(COMMAND ?? 'redis-server', ['--port', String(chosen), ...quiet], { stdio: 'ignore' });
  const deadline = Date.now() + START_LIMIT_MS;
  while (!(await listens(chosen))) {
    if (server.exitCode !== null || Date.now() > deadline) throw new Error('redis-server did not start');
    await sleep(20);
  }
  return { url: `redis://127.0.0.1:${chosen}`, stop: () => stop(server) };
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, 'exit');
  server.kill('SIGTERM');
  await gone;
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
