/** How this EHR takes its time: each answer after a while, or a whole wave of them once nobody asks any more. */
import { setTimeout as sleep } from 'node:timers/promises';

interface Slowness {
  readonly delayMs?: number | undefined;
  readonly quietMs?: number | undefined;
}

/** One for each EHR: a wave is what all its askers ask together. */
export class SlowAnswers {
  #wave: PromiseWithResolvers<void> | null = null;
  #quiet: NodeJS.Timeout | undefined;

  /** Resolves when an answer may go. */
  async wait({ delayMs = 0, quietMs = 0 }: Slowness): Promise<void> {
    await sleep(delayMs);
    if (quietMs === 0) return;
    this.#wave ??= Promise.withResolvers<void>();
    const { promise, resolve } = this.#wave;
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => {
      this.#wave = null;
      resolve();
    }, quietMs);
    await promise;
  }
}
