/** Buckets on a real Redis: whatever befalls a worker or Redis, the results are the same bytes, and Redis holds nothing of a patient. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { Queue } from 'bullmq';
import { createClient } from 'redis';
import { afterAll, describe, expect, test } from 'vitest';
import { connect, QUEUE } from '#lib/population/queue/connect.ts';
import { runPopulationWorker } from '#lib/population/queue/population-worker.ts';
import { STORY_DAY } from '../patients/story.ts';
import { noRedis, startRedis } from '../store/redis-server.ts';
import { bulk, emptyFolder, exportFolder, filesByType, judged, removeFolders } from './clinic.ts';
import { exportRows, patientNumber } from './many-patients.ts';

const workers: ChildProcess[] = [];

afterAll(() => {
  for (const worker of workers) worker.kill('SIGKILL');
  removeFolders();
});

const LOCK_MS = 1_000;
const PROGRAM = path.join(import.meta.dirname, 'queue-worker.ts');

function startWorker(url: string): ChildProcess {
  const worker = spawn(process.execPath, [PROGRAM, url, String(LOCK_MS)], { stdio: 'ignore' });
  workers.push(worker);
  return worker;
}

async function kill(worker: ChildProcess): Promise<void> {
  const gone = once(worker, 'exit');
  worker.kill('SIGKILL');
  await gone;
}

/** Everything that Redis holds, as text. */
async function dumped(url: string): Promise<string> {
  const client = await createClient({ url }).connect();
  const parts: string[] = [];
  for (const key of await client.keys('*')) {
    const type = await client.type(key);
    const value =
      type === 'hash'
        ? await client.hGetAll(key)
        : type === 'stream'
          ? await client.xRange(key, '-', '+')
          : type === 'list'
            ? await client.lRange(key, 0, -1)
            : type === 'zset'
              ? await client.zRange(key, 0, -1)
              : type === 'set'
                ? await client.sMembers(key)
                : await client.get(key);
    parts.push(`${key} ${JSON.stringify(value)}`);
  }
  client.destroy();
  return parts.join('\n');
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 30_000; !(await isSo()); await sleep(20)) {
    if (Date.now() > deadline) throw new Error('it did not come about in time');
  }
}

describe.skipIf(noRedis !== null)(`on a real Redis${noRedis === null ? '' : ` (${noRedis})`}`, () => {
  const bundles = Array.from({ length: 24 }, (_, index) => patientNumber(index));
  const folder = exportFolder(filesByType(exportRows(bundles)));
  const resultsIn = (out: string) => {
    try {
      return readdirSync(path.join(out, '.population', 'results')).filter((name) =>
        /\.[0-9a-f]{32}$/.test(name),
      );
    } catch {
      return [];
    }
  };

  test('one worker killed, one stopped past its lock, Redis started again: the same bytes', async () => {
    const keeps = emptyFolder();
    let redis = await startRedis(undefined, keeps);
    const port = Number(new URL(redis.url).port);
    const out = path.join(emptyFolder(), 'out');
    const run = bulk(['--bulk', folder, '--out', out, '--queue', redis.url, '--as-of', STORY_DAY]);

    const first = startWorker(redis.url);
    await until(() => resultsIn(out).length >= 1);
    await kill(first);

    const second = startWorker(redis.url);
    const done = resultsIn(out).length;
    await until(() => resultsIn(out).length > done);
    second.kill('SIGSTOP');
    const held = await dumped(redis.url);

    await redis.stop();
    redis = await startRedis(port, keeps);
    startWorker(redis.url);
    await sleep(LOCK_MS + 500);
    second.kill('SIGCONT');

    expect(await run).toMatchObject({ exit: 0 });
    const results = readFileSync(path.join(out, 'results.ndjson'), 'utf8');
    expect(results.trimEnd().split('\n')).toEqual((await judged(folder)).results);

    expect(held).toContain('b-0');
    for (const secret of ['v01', 'Patient', 'oxycodone', 'Longlist', 'n12'])
      expect(held).not.toContain(secret);
    await until(async () => !(await dumped(redis.url)).includes(out));
    await redis.stop();
  }, 90_000);

  test('without a worker the run says so', async () => {
    const redis = await startRedis();
    const stop = new AbortController();
    const out = path.join(emptyFolder(), 'out');
    const { exit } = await bulk(
      ['--bulk', folder, '--out', out, '--queue', redis.url, '--as-of', STORY_DAY],
      stop.signal,
      (line) => {
        if (line.includes('no population worker')) stop.abort();
      },
    );
    expect(exit).toBe(130);
    await redis.stop();
  });

  test.each([
    ['/etc/.population', 'b-000'],
    ['/srv/elsewhere', 'b-000'],
    ['/srv/runs/../etc/.population', 'b-000'],
    ['/srv/runs/one/.population', '../plan'],
  ])('a job that is no bucket of a run is refused: %s %s', async (place, name) => {
    const redis = await startRedis();
    const connection = await connect(redis.url);
    const queue = new Queue(QUEUE, { connection: connection.client });
    const job = await queue.add('bucket', { folder: place, bucket: { name, bytes: 1 } }, { attempts: 1 });
    const stop = new AbortController();
    const worker = runPopulationWorker([redis.url, '--workers', '1', '--under', '/srv/runs'], {
      errors: new Writable({ write: (_chunk, _encoding, done) => done() }),
      stop: stop.signal,
    });
    await until(() => job.isFailed());
    expect((await queue.getJob(job.id ?? ''))?.failedReason).toContain('no bucket of a run');
    stop.abort();
    expect(await worker).toBe(0);
    await queue.close();
    connection.close();
    await redis.stop();
  });
});
