/** The lines of one file of an export, plain or gzip, in flat memory whatever its size and that of its lines. */
import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { RowScanner } from './row-scanner.ts';

/** POLICY: longer than any row of a chart that a person wrote; one that is longer is not judged, and said to be. */
const LONGEST_LINE = 16 * 1024 * 1024;
const CHUNK = 1024 * 1024;
const NEWLINE = 10;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

export type Line =
  | { readonly number: number; readonly bytes: Buffer; readonly isEnded: boolean }
  /** Too long to be held. */
  | {
      readonly number: number;
      readonly scanned: RowScanner;
      readonly length: number;
      readonly isEnded: boolean;
    };

/** How reading ended: `cut`: the file breaks off, or cannot be unpacked to its end. */
type Ended = 'whole' | 'cut';

/** @param take gets each line as it comes; its bytes are valid during the call alone. @throws where the file cannot be read. */
export async function readLines(
  path: string,
  take: (line: Line) => void,
  longest = LONGEST_LINE,
): Promise<Ended> {
  const lines = new Lines(take, longest);
  const file = createReadStream(path, { highWaterMark: CHUNK });
  try {
    const stream = isGzip(path) ? file.pipe(createGunzip({ chunkSize: CHUNK })) : file;
    if (stream !== file) file.on('error', (error) => stream.destroy(error));
    for await (const chunk of stream) lines.push(chunk as Buffer);
  } catch (error) {
    if (!isUnpacking(error)) throw error;
    lines.end();
    return 'cut';
  } finally {
    file.destroy();
  }
  lines.end();
  return 'whole';
}

function isGzip(path: string): boolean {
  const magic = Buffer.alloc(2);
  const file = openSync(path, 'r');
  try {
    return readSync(file, magic, 0, 2, 0) === 2 && magic[0] === 0x1f && magic[1] === 0x8b;
  } finally {
    closeSync(file);
  }
}

function isUnpacking(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^Z_/.test(String(error.code));
}

class Lines {
  #number = 0;
  #held: Buffer[] = [];
  #length = 0;
  #scanner: RowScanner | null = null;
  readonly #take: (line: Line) => void;
  readonly #longest: number;

  constructor(take: (line: Line) => void, longest: number) {
    this.#take = take;
    this.#longest = longest;
  }

  push(chunk: Buffer): void {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, from)) {
      this.#add(chunk.subarray(from, at));
      this.#finish(true);
      from = at + 1;
    }
    if (from < chunk.length) this.#add(chunk.subarray(from));
  }

  end(): void {
    if (this.#length > 0) this.#finish(false);
  }

  #add(bytes: Buffer): void {
    this.#length += bytes.length;
    if (this.#scanner === null && this.#length > this.#longest) {
      this.#scanner = new RowScanner();
      for (const held of this.#held) this.#scanner.scan(held);
      this.#held = [];
    }
    if (this.#scanner === null) this.#held.push(bytes);
    else this.#scanner.scan(bytes);
  }

  #finish(isEnded: boolean): void {
    this.#number += 1;
    const number = this.#number;
    const [only] = this.#held;
    const whole = this.#held.length === 1 && only !== undefined ? only : Buffer.concat(this.#held);
    const [scanned, length] = [this.#scanner, this.#length];
    this.#held = [];
    this.#length = 0;
    this.#scanner = null;
    if (scanned !== null) this.#take({ number, scanned, length, isEnded });
    else this.#take({ number, bytes: number === 1 ? withoutMark(whole) : whole, isEnded });
  }
}

function withoutMark(bytes: Buffer): Buffer {
  return bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? bytes.subarray(3) : bytes;
}
