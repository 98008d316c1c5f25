/** Files that their owner alone may read, whole or not there: written under another name and moved. */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';

const HELD_AT_MOST = 256 * 1024;

export class OwnFile {
  readonly #path: string;
  readonly #part: string;
  readonly #fd: number;
  #held: string[] = [];
  #length = 0;

  constructor(path: string) {
    this.#path = path;
    this.#part = `${path}.${process.pid}.part`;
    rmSync(this.#part, { force: true });
    this.#fd = openSync(this.#part, 'wx', 0o600);
  }

  write(text: string): void {
    this.#held.push(text);
    this.#length += text.length;
    if (this.#length >= HELD_AT_MOST) this.#flush();
  }

  /** From now on it is there. */
  finish(): void {
    this.#flush();
    fsyncSync(this.#fd);
    closeSync(this.#fd);
    renameSync(this.#part, this.#path);
  }

  /** As if it had never been begun. */
  drop(): void {
    closeSync(this.#fd);
    rmSync(this.#part, { force: true });
  }

  #flush(): void {
    const bytes = Buffer.from(this.#held.join(''));
    for (let done = 0; done < bytes.length; ) done += writeSync(this.#fd, bytes, done);
    this.#held = [];
    this.#length = 0;
  }
}

export function writeOwn(path: string, text: string): void {
  const file = new OwnFile(path);
  file.write(text);
  file.finish();
}

/** Null where it is not there or no JSON. */
export function readOwn<Content>(path: string): Content | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Content;
  } catch {
    return null;
  }
}
