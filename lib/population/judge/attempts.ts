/**
 * Which chart of a bucket is being judged, on disk: a program that ends in the middle tells the next one where. A chart at which it ends
 * again and again is set aside, so that the others are judged. Holds places in the bucket, nothing of a patient.
 */
import { closeSync, ftruncateSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';

/** POLICY: once may be the machine's fault and twice that of whoever stopped it. */
const MOST_ENDS = 3;

interface Attempts {
  readonly chart: number | null;
  /** How often the program ended at a chart, by its place. */
  readonly ends: Readonly<Record<number, number>>;
}

export class AttemptLog {
  readonly #path: string;
  readonly #fd: number;
  #now: Attempts;

  constructor(path: string) {
    this.#path = path;
    const { chart, ends } = readAttempts(path);
    this.#now = { chart: null, ends: chart === null ? ends : { ...ends, [chart]: (ends[chart] ?? 0) + 1 } };
    this.#fd = openSync(path, 'a+', 0o600);
    this.#write();
  }

  /** False: this chart is set aside. */
  begin(chart: number): boolean {
    if ((this.#now.ends[chart] ?? 0) >= MOST_ENDS) return false;
    this.#now = { ...this.#now, chart };
    this.#write();
    return true;
  }

  /** Nothing is to be remembered of a bucket that is done. */
  finish(): void {
    closeSync(this.#fd);
    rmSync(this.#path, { force: true });
  }

  close(): void {
    closeSync(this.#fd);
  }

  #write(): void {
    ftruncateSync(this.#fd, 0);
    writeSync(this.#fd, JSON.stringify(this.#now));
  }
}

function readAttempts(path: string): Attempts {
  try {
    const { chart, ends } = JSON.parse(readFileSync(path, 'utf8'));
    return { chart, ends };
  } catch {
    return { chart: null, ends: {} };
  }
}
