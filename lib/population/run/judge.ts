/** A judging process as its starter knows it: given a bucket, it gives the results' file; it is started again when it ends, and ended when it stands still. */
import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { Bucket } from '#lib/population/partition/plan.ts';
import type { FromJudge } from './judge-process.ts';

/** POLICY: the largest chart takes seconds; one that takes longer than this never ends. */
const STANDS_STILL_MS = 120_000;
/** A machine that slept wakes with every timer due: the process gets this long to say that it goes on. */
const SECOND_LOOK_MS = 5_000;

const PROGRAM = path.join(import.meta.dirname, 'judge-process.ts');

export class Judge {
  #process: ChildProcess | null = null;
  #isEnded = false;

  /**
   * @param judged charts of this bucket so far, now and then.
   * @throws Error `ended` where the process ended or stood still: the bucket may be given again. Any other: it could not be judged.
   */
  async judge(folder: string, bucket: Bucket, judged: (charts: number) => void): Promise<string> {
    if (this.#isEnded) throw new Error('ended');
    this.#process ??= fork(PROGRAM, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    const child = this.#process;
    let watch: NodeJS.Timeout | undefined;
    try {
      return await new Promise<string>((resolve, reject) => {
        const lookAgain = (wait: number, then: () => void) => {
          clearTimeout(watch);
          watch = setTimeout(then, wait);
        };
        const alive = () =>
          lookAgain(STANDS_STILL_MS, () => lookAgain(SECOND_LOOK_MS, () => child.kill('SIGKILL')));
        alive();
        child.removeAllListeners();
        child.on('error', () => reject(new JudgeEnded()));
        child.on('exit', () => reject(new JudgeEnded()));
        child.on('message', (message: FromJudge) => {
          alive();
          if ('charts' in message) judged(message.charts);
          else if ('done' in message) resolve(message.done);
          else reject(new Error(message.failed));
        });
        child.send({ folder, bucket }, (error) => error !== null && reject(new JudgeEnded()));
      });
    } catch (error) {
      if (error instanceof JudgeEnded) this.#process = null;
      throw error;
    } finally {
      clearTimeout(watch);
    }
  }

  /** For good. What it was judging is not written. */
  end(): void {
    this.#isEnded = true;
    this.#process?.kill('SIGKILL');
  }
}

export class JudgeEnded extends Error {
  override name = 'JudgeEnded';
}
