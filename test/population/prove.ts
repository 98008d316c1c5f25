/**
 * `npm run prove-population -- [PATIENTS] [--heap MB]`: the same bytes from one process, from two and four, from BullMQ with two workers
 * of which one is killed, and from `assess --ndjson`. With --heap one run of that heap alone, for exports of any size.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { noRedis, startRedis } from '../store/redis-server.ts';
import { writeExport } from './write-export.ts';

const ASSESS = 'lib/command-line/assess.ts';
const AS_OF = ['--as-of', '2026-03-02'];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { heap: { type: 'string' } } });
const patients = Number(positionals[0] ?? 10_000);
const folder = mkdtempSync(path.join(tmpdir(), 'prove-population-'));
const source = path.join(folder, 'export');

try {
  const bundles = values.heap === undefined ? path.join(folder, 'bundles.ndjson') : null;
  const bytes = writeExport(patients, source, bundles);
  console.log(`${patients} patients, ${megabytes(bytes)} MB`);
  if (values.heap === undefined) await proveSame(bundles ?? '');
  else await report(`heap of ${values.heap} MB`, () => bulk('heap', ['--workers', '2'], Number(values.heap)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function proveSame(bundles: string): Promise<void> {
  const hashes = [
    await report('assess --ndjson', () => ndjson(bundles)),
    await report('one worker', () => bulk('one', ['--workers', '1'])),
    await report('two workers', () => bulk('two', ['--workers', '2'])),
    await report('four workers', () => bulk('four', ['--workers', '4'])),
  ];
  if (noRedis === null) hashes.push(await report('BullMQ, one of two workers killed', byQueue));
  else console.log(`BullMQ: left out, ${noRedis}`);
  const same = new Set(hashes).size === 1;
  console.log(same ? 'the same bytes each time' : 'DIFFERENT BYTES');
  process.exitCode = same ? 0 : 1;
}

async function report(what: string, run: () => Promise<string>): Promise<string> {
  const began = performance.now();
  const file = await run();
  const seconds = (performance.now() - began) / 1000;
  const hash = await hashOf(file);
  console.log(
    `${what}: ${seconds.toFixed(1)} s, ${Math.round(patients / seconds)} charts a second, ${hash.slice(0, 16)}`,
  );
  return hash;
}

async function ndjson(bundles: string): Promise<string> {
  const results = path.join(folder, 'ndjson.results');
  const child = spawn(process.execPath, [ASSESS, '--ndjson', bundles, ...AS_OF], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.pipe(createWriteStream(results));
  await ended(child);
  return results;
}

async function bulk(name: string, engine: readonly string[], heap?: number): Promise<string> {
  const out = path.join(folder, name);
  const node = heap === undefined ? [] : [`--max-old-space-size=${heap}`];
  const child = spawn(
    process.execPath,
    [...node, ASSESS, '--bulk', source, '--out', out, ...engine, ...AS_OF],
    {
      stdio: ['ignore', 'inherit', 'pipe'],
    },
  );
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += String(chunk);
  });
  await ended(child);
  const { patients: counted } = JSON.parse(readFileSync(path.join(out, 'report.json'), 'utf8'));
  if (counted.in !== patients || counted.judged !== patients)
    throw new Error(`patients: ${JSON.stringify(counted)} ${said}`);
  return path.join(out, 'results.ndjson');
}

async function byQueue(): Promise<string> {
  const redis = await startRedis();
  const worker = () =>
    spawn(process.execPath, ['lib/command-line/population-worker.ts', redis.url, '--workers', '1'], {
      stdio: 'ignore',
    });
  const workers = [worker(), worker()];
  const results = path.join(folder, 'queue', '.population', 'results');
  const running = bulk('queue', ['--queue', redis.url]);
  while (done(results) < 3) await sleep(100);
  workers[0]?.kill('SIGKILL');
  try {
    return await running;
  } finally {
    for (const one of workers) one.kill('SIGKILL');
    await redis.stop();
  }
}

function done(results: string): number {
  try {
    return readdirSync(results).filter((name) => /\.[0-9a-f]{32}$/.test(name)).length;
  } catch {
    return 0;
  }
}

async function ended(child: ChildProcess): Promise<void> {
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`ended with ${code}`);
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('hex');
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(0);
}
