/** Takes buckets from the queue and has them judged, each in a process of its own, so that what holds a bucket is renewed however long a chart takes. */

import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { Worker } from 'bullmq';
import { Judge, JudgeEnded } from '#lib/population/run/judge.ts';
import { RUN_FOLDER } from '#lib/population/run/open-run.ts';
import { isRedis } from '#lib/population/run/options.ts';
import { LANGUAGE_OF } from '#lib/words/language.ts';
import { wordsFor } from '#lib/words/words-for.ts';
import { bucketJob, connect, LOCK_MS, MOST_ATTEMPTS, QUEUE } from './connect.ts';

const BAD_INPUT = 2;
const PROGRESS_EVERY_MS = 2_000;

interface Outside {
  readonly errors: Writable;
  /** Ctrl-C. */
  readonly stop: AbortSignal;
  readonly lockMs?: number;
}

/** Works until it is stopped. @returns 0 stopped; 2 bad usage, or no Redis. */
export async function runPopulationWorker(
  args: readonly string[],
  { errors, stop, lockMs = LOCK_MS }: Outside,
): Promise<number> {
  const { worker: says } = wordsFor(LANGUAGE_OF.screens).population;
  const say = (line: string) => errors.write(`${line}\n`);
  const options = readOptions(args);
  if (options === null) {
    say(says.usage);
    return BAD_INPUT;
  }
  const { address, count, under } = options;
  const connection = await connect(address).catch(() => null);
  if (connection === null) {
    say(says.noRedis);
    return BAD_INPUT;
  }
  const free = Array.from({ length: count }, () => new Judge());
  const all = [...free];
  const worker = new Worker<unknown, string>(
    QUEUE,
    async (job) => {
      const asked = bucketJob.safeParse(job.data);
      if (!asked.success || !isRun(asked.data.folder, under)) throw new Error(says.foreignJob);
      const judge = free.pop() ?? new Judge();
      let told = 0;
      try {
        return await judge.judge(asked.data.folder, asked.data.bucket, (charts) => {
          if (performance.now() - told < PROGRESS_EVERY_MS) return;
          told = performance.now();
          job.updateProgress(charts).catch(() => {});
        });
      } finally {
        free.push(judge);
      }
    },
    {
      connection: connection.client,
      concurrency: count,
      lockDuration: lockMs,
      stalledInterval: lockMs / 4,
      maxStalledCount: MOST_ATTEMPTS,
    },
  );
  worker.on('error', () => {});
  worker.on('completed', ({ data }) => say(says.done((data as { bucket: { name: string } }).bucket.name)));
  worker.on('failed', (job, error) => {
    if (!(error instanceof JudgeEnded) || !stop.aborted)
      say(says.failed(job?.name ?? '', error.message || error.name));
  });
  say(says.waits(count));
  await new Promise<void>((resolve) =>
    stop.aborted ? resolve() : stop.addEventListener('abort', () => resolve()),
  );
  // What is being judged is given back at once, not after its lock has run out.
  for (const judge of all) judge.end();
  await worker.close().catch(() => {});
  connection.close();
  return 0;
}

/** Who can write into Redis must not have this program write where it pleases. */
function isRun(folder: string, under: string | null): boolean {
  const place = path.resolve(folder);
  return (
    path.basename(place) === RUN_FOLDER &&
    (under === null || place.startsWith(`${path.resolve(under)}${path.sep}`))
  );
}

function readOptions(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { workers: { type: 'string' }, under: { type: 'string' } },
    });
    const [address, ...more] = positionals;
    const count = values.workers === undefined ? availableParallelism() : Number(values.workers);
    if (address === undefined || more.length > 0 || !isRedis(address)) return null;
    return Number.isInteger(count) && count > 0 ? { address, count, under: values.under ?? null } : null;
  } catch {
    return null;
  }
}
