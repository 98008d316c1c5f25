/** Rows of a patient into one file, whatever file they came in: as many files as there are buckets, in flat memory. */
import { closeSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Versioned } from '#lib/population/export/newest.ts';

export interface RowHead extends Versioned {
  readonly patient: string;
  readonly type: string;
  readonly id: string | null;
}

/** Written at once; a line that is longer is written by itself. */
const HELD_AT_MOST = 64 * 1024;
const [TAB, NEWLINE] = [...Buffer.from('\t\n')] as [number, number];

interface BucketFile {
  readonly name: string;
  readonly fd: number;
  readonly held: Buffer;
  used: number;
  bytes: number;
}

export class Buckets {
  readonly #files: readonly BucketFile[];
  readonly #level: number;

  /** @param level of the hash: buckets of another level part the rows of one bucket. */
  constructor(folder: string, names: readonly string[], level: number) {
    this.#files = names.map((name) => ({
      name,
      fd: openSync(path.join(folder, name), 'wx', 0o600),
      held: Buffer.allocUnsafe(HELD_AT_MOST),
      used: 0,
      bytes: 0,
    }));
    this.#level = level;
  }

  /** The row's bytes are copied. */
  add({ patient, type, id, version, updated }: RowHead, row: Buffer): void {
    const file = this.#files[hashOf(patient, this.#level) % this.#files.length];
    if (file === undefined) return;
    const head = JSON.stringify([patient, type, id, version, updated]);
    const most = head.length * 3 + row.length + 2;
    if (file.used + most > HELD_AT_MOST) flush(file);
    const into = most > HELD_AT_MOST ? Buffer.allocUnsafe(most) : file.held;
    let end = into === file.held ? file.used : 0;
    end += into.write(head, end);
    into[end++] = TAB;
    end += row.copy(into, end);
    into[end++] = NEWLINE;
    if (into === file.held) file.used = end;
    else write(file, into.subarray(0, end));
  }

  close(): readonly { readonly name: string; readonly bytes: number }[] {
    for (const file of this.#files) {
      flush(file);
      closeSync(file.fd);
    }
    return this.#files.map(({ name, bytes }) => ({ name, bytes }));
  }
}

function flush(file: BucketFile): void {
  write(file, file.held.subarray(0, file.used));
  file.used = 0;
}

function write(file: BucketFile, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file.fd, bytes, done);
  file.bytes += bytes.length;
}

/** What stands before the tab of a bucket's line. */
export function headOf(line: Buffer): { readonly head: RowHead; readonly row: Buffer } {
  const tab = line.indexOf(TAB);
  const [patient, type, id, version, updated] = JSON.parse(line.toString('utf8', 0, tab));
  return { head: { patient, type, id, version, updated }, row: line.subarray(tab + 1) };
}

/** FNV-1a of 32 bits, mixed once more: spread evenly, the same on every machine. */
function hashOf(text: string, level: number): number {
  let hash = 0x811c9dc5 ^ level;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
