/** Buckets judged by whoever takes them from the queue. What is done is told by the file with the results, which is there whole or not at all. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Job, Queue } from 'bullmq';
import type { Bucket } from '#lib/population/partition/plan.ts';
import type { Judged } from '#lib/population/run/on-this-machine.ts';
import { PLAN_FILE } from '#lib/population/run/open-run.ts';
import type { Progress } from '#lib/population/run/progress.ts';
import { type BucketJob, connect, MOST_ATTEMPTS, QUEUE } from './connect.ts';

const LOOK_EVERY_MS = 500;
/** POLICY: so long Redis may be away before the run gives up; it goes on from there when it is begun again. */
const AWAY_AT_MOST_MS = 10 * 60_000;

interface Told {
  readonly progress: Progress;
  readonly stop: AbortSignal;
  /** There is nobody to do the work. */
  readonly nobody: () => void;
}

/** @throws where a bucket cannot be judged, Redis stays away, or `stop` says so. */
export async function judgeByQueue(
  folder: string,
  buckets: readonly Bucket[],
  address: string,
  told: Told,
): Promise<Judged> {
  const connection = await connect(address);
  const queue = new Queue<BucketJob, string>(QUEUE, { connection: connection.client });
  queue.on('error', () => {});
  try {
    const jobs = new Jobs(queue, folder);
    return await jobs.done(buckets, told);
  } finally {
    await queue.close().catch(() => {});
    connection.close();
  }
}

class Jobs {
  readonly #queue: Queue<BucketJob, string>;
  readonly #folder: string;
  /** The same run, begun again, finds its jobs. */
  readonly #run: string;

  constructor(queue: Queue<BucketJob, string>, folder: string) {
    this.#queue = queue;
    this.#folder = folder;
    const plan = readFileSync(path.join(folder, PLAN_FILE));
    this.#run = createHash('sha256').update(folder).update(plan).digest('hex').slice(0, 24);
  }

  async done(buckets: readonly Bucket[], told: Told): Promise<Judged> {
    const judged = new Map<string, string>();
    let lastSeen = Date.now();
    let looks = 0;
    try {
      for (;;) {
        told.stop.throwIfAborted();
        const open = buckets.filter(({ name }) => !judged.has(name));
        if (open.length === 0) return judged;
        try {
          for (const bucket of open) await this.#look(bucket, judged, told);
          lastSeen = Date.now();
          if (looks % 20 === 4 && (await this.#queue.getWorkersCount()) === 0) told.nobody();
          looks += 1;
        } catch (error) {
          if (error instanceof BucketFailed || Date.now() - lastSeen > AWAY_AT_MOST_MS) throw error;
        }
        await sleep(LOOK_EVERY_MS, undefined, { signal: told.stop });
      }
    } finally {
      await this.#remove(buckets);
    }
  }

  async #look(bucket: Bucket, judged: Map<string, string>, { progress }: Told): Promise<void> {
    const id = this.#idOf(bucket);
    const job = await this.#queue.getJob(id);
    if (job === undefined) {
      await this.#add(bucket);
      return;
    }
    const state = await job.getState();
    if (state === 'failed') throw new BucketFailed(`${bucket.name}: ${job.failedReason}`);
    if (state !== 'completed') {
      if (typeof job.progress === 'number') progress.charts(bucket.name, job.progress);
      return;
    }
    if (existsSync(path.join(this.#folder, 'results', job.returnvalue))) {
      judged.set(bucket.name, job.returnvalue);
      progress.done(bucket.name, bucket.bytes, true);
    } else await job.remove();
  }

  /** Given twice it stands there once. */
  async #add(bucket: Bucket): Promise<Job> {
    return await this.#queue.add(
      'bucket',
      { folder: this.#folder, bucket },
      { jobId: this.#idOf(bucket), attempts: MOST_ATTEMPTS },
    );
  }

  #idOf({ name }: Bucket): string {
    return `${this.#run}-${name}`;
  }

  /** Nothing of a run stays; what is being judged ends by itself. */
  async #remove(buckets: readonly Bucket[]): Promise<void> {
    for (const bucket of buckets) {
      await Promise.race([this.#queue.remove(this.#idOf(bucket)), sleep(2_000)]).catch(() => {});
    }
  }
}

class BucketFailed extends Error {}
