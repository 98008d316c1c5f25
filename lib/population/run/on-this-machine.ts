/** Buckets judged by processes of this machine. */
import type { Bucket } from '#lib/population/partition/plan.ts';
import { Judge, JudgeEnded } from './judge.ts';
import type { Progress } from './progress.ts';

/** POLICY: more ends at one bucket than charts can be set aside for: something else is wrong. */
const MOST_ENDS = 30;

/** Where the results of each bucket are, by its name. */
export type Judged = ReadonlyMap<string, string>;

/** @throws where a bucket cannot be judged, or `stop` says so. */
export async function judgeHere(
  folder: string,
  buckets: readonly Bucket[],
  workers: number,
  { progress, stop }: { readonly progress: Progress; readonly stop: AbortSignal },
): Promise<Judged> {
  // The largest first: none is left for one process to end with.
  const waiting = [...buckets].sort((a, b) => b.bytes - a.bytes);
  const judged = new Map<string, string>();
  const judges = Array.from({ length: Math.min(workers, waiting.length) }, () => new Judge());
  const end = () => judges.forEach((judge) => void judge.end());
  stop.addEventListener('abort', end);
  try {
    await Promise.all(
      judges.map(async (judge) => {
        for (let bucket = waiting.shift(); bucket !== undefined; bucket = waiting.shift()) {
          stop.throwIfAborted();
          judged.set(bucket.name, await judgedBy(judge, folder, bucket, { progress, stop }));
        }
      }),
    );
  } finally {
    stop.removeEventListener('abort', end);
    end();
  }
  return judged;
}

async function judgedBy(
  judge: Judge,
  folder: string,
  bucket: Bucket,
  { progress, stop }: { readonly progress: Progress; readonly stop: AbortSignal },
): Promise<string> {
  for (let ends = 0; ; ends += 1) {
    try {
      let charts = 0;
      const told = (count: number) => {
        charts = count;
        progress.charts(bucket.name, count);
      };
      const file = await judge.judge(folder, bucket, told);
      progress.done(bucket.name, bucket.bytes, charts > 0);
      return file;
    } catch (error) {
      stop.throwIfAborted();
      if (!(error instanceof JudgeEnded) || ends >= MOST_ENDS) throw error;
    }
  }
}
