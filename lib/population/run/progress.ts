/** How far a run is, on standard error: one line that is written over on a screen, now and then a line elsewhere. */

import type { Writable } from 'node:stream';
import type { Words } from '#lib/words/words-for.ts';

const EVERY_MS = { screen: 500, elsewhere: 10_000 } as const;
/** Before that nobody can say how long it takes. */
const TOO_EARLY_MS = 3_000;

export class Progress {
  readonly #words: Words;
  readonly #output: Writable & { readonly isTTY?: boolean };
  readonly #bytes: number;
  readonly #now: () => number;
  readonly #began: number;
  #bytesDone = 0;
  #bytesNow = 0;
  #charts = 0;
  readonly #open = new Map<string, number>();
  #told: number;

  /** @param bytes of all buckets */
  constructor(
    words: Words,
    output: Writable & { readonly isTTY?: boolean },
    bytes: number,
    now: () => number,
  ) {
    this.#words = words;
    this.#output = output;
    this.#bytes = bytes;
    this.#now = now;
    this.#began = now();
    this.#told = this.#began;
  }

  charts(bucket: string, charts: number): void {
    this.#charts += charts - (this.#open.get(bucket) ?? 0);
    this.#open.set(bucket, charts);
    this.#tell();
  }

  /** @param isNew false: it was done before, and tells nothing of how fast this goes. */
  done(bucket: string, bytes: number, isNew: boolean): void {
    this.#bytesDone += bytes;
    if (isNew) this.#bytesNow += bytes;
    this.#open.delete(bucket);
    this.#tell();
  }

  end(): void {
    if (this.#output.isTTY) this.#output.write('\r\u001B[K');
  }

  #tell(): void {
    const now = this.#now();
    if (now - this.#told < (this.#output.isTTY ? EVERY_MS.screen : EVERY_MS.elsewhere)) return;
    this.#told = now;
    const took = now - this.#began;
    const isTold = took > TOO_EARLY_MS && this.#bytesNow > 0;
    const left = isTold ? ((this.#bytes - this.#bytesDone) / this.#bytesNow) * took : null;
    const line = this.#words.population.progress.judged({
      charts: this.#charts,
      percent: Math.floor((100 * this.#bytesDone) / Math.max(this.#bytes, 1)),
      aSecond: Math.round((1000 * this.#charts) / Math.max(took, 1)),
      minutesLeft: left === null ? null : Math.ceil(left / 60_000),
    });
    this.#output.write(this.#output.isTTY ? `\r\u001B[K${line}` : `${line}\n`);
  }
}
