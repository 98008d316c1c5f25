/** Rows whose patient cannot be told: kept as they came, counted, never judged. */
import { closeSync, openSync, writeSync } from 'node:fs';
import type { Unplaced } from '#lib/population/export/row.ts';
import type { UnplacedSummary } from './plan.ts';

interface Place {
  readonly why: Unplaced;
  readonly type: string | null;
  readonly file: string;
  readonly line: number;
}

const NEWLINE = Buffer.from('\n');
const FIRST_NAMED = 20;
/** POLICY: of a line that is no JSON, enough to find it by. */
const TEXT_KEPT = 4_000;

export class UnplacedRows {
  readonly #fd: number;
  #rows = 0;
  readonly #why: Partial<Record<Unplaced, number>> = {};
  readonly #types: Record<string, number> = {};
  readonly #first: UnplacedSummary['first'][number][] = [];

  constructor(path: string) {
    this.#fd = openSync(path, 'wx', 0o600);
  }

  /** @param bytes null where they are too many to be held: a line that says where they are stands for them. */
  add({ why, type, file, line }: Place, bytes: Buffer | null): void {
    this.#rows += 1;
    this.#why[why] = (this.#why[why] ?? 0) + 1;
    this.#types[type ?? ''] = (this.#types[type ?? ''] ?? 0) + 1;
    if (this.#first.length < FIRST_NAMED) this.#first.push({ file, line, why });
    const text = bytes === null ? null : bytes.toString('utf8', 0, TEXT_KEPT);
    const kept =
      bytes !== null && why !== 'no-json'
        ? bytes
        : Buffer.from(JSON.stringify({ unplaced: why, file, line, type, text }));
    writeSync(this.#fd, Buffer.concat([kept, NEWLINE]));
  }

  close(): UnplacedSummary {
    closeSync(this.#fd);
    return { rows: this.#rows, why: this.#why, types: this.#types, first: this.#first };
  }
}
