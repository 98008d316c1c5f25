/** The rows of an export, sorted by patient into buckets: one pass over the files, in flat memory. Every row is counted and ends in one place. */

import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { ExportFolder } from '#lib/population/export/open-export.ts';
import type { Words } from '#lib/words/words-for.ts';
import type { Partition } from './plan.ts';
import { type AskedOfExport, Sorter } from './sorter.ts';

/** @param folder of its own, made anew: buckets, shared rows, rows without a place. */
export async function partition(
  words: Words,
  source: ExportFolder,
  folder: string,
  asked: AskedOfExport,
): Promise<Partition> {
  for (const name of ['buckets', 'shared.sqlite', 'unplaced.ndjson']) {
    rmSync(path.join(folder, name), { recursive: true, force: true });
  }
  mkdirSync(path.join(folder, 'buckets'), { recursive: true, mode: 0o700 });
  const sizes = source.files.reduce(
    (sum, { size, name }) => sum + (/\.gz$/i.test(name) ? size * 8 : size),
    0,
  );
  const sorter = new Sorter(words, source, folder, sizes, asked);
  for (const file of source.files) await sorter.read(file);
  return await sorter.finish();
}
