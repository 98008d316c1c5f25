/** How many buckets there are, and those that became too large parted once more. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { readLines } from '#lib/population/export/read-lines.ts';
import { Buckets, headOf } from './buckets.ts';
import type { Bucket } from './plan.ts';

const MEGABYTE = 1024 * 1024;
/** POLICY: a few hundred charts of the usual size: little to do again, and enough to go round. */
const WISHED = 8 * MEGABYTE;
const LARGEST = 4 * WISHED;
/** Files that are open at the same time. */
const MOST = 256;
const FEWEST = 16;
/** One patient's rows stay together however many they are: then parting ends. */
const MOST_LEVELS = 4;

export function bucketNames(bytes: number): readonly string[] {
  const count = Math.min(MOST, Math.max(FEWEST, Math.ceil(bytes / WISHED)));
  return Array.from({ length: count }, (_, index) => `b-${String(index).padStart(3, '0')}`);
}

/** @returns the buckets that hold anything, in order of their names; empty ones are removed. */
export async function splitLarge(
  folder: string,
  buckets: readonly Bucket[],
  level = 1,
): Promise<readonly Bucket[]> {
  const all: Bucket[] = [];
  for (const bucket of buckets) {
    const place = path.join(folder, bucket.name);
    if (bucket.bytes === 0) rmSync(place);
    else if (bucket.bytes <= LARGEST || level > MOST_LEVELS) all.push(bucket);
    else {
      const parts = Math.min(MOST, Math.ceil(bucket.bytes / WISHED));
      const names = Array.from(
        { length: parts },
        (_, index) => `${bucket.name}-${String(index).padStart(3, '0')}`,
      );
      const into = new Buckets(folder, names, level);
      await readLines(
        place,
        (line) => {
          if (!('bytes' in line)) return;
          const { head, row } = headOf(line.bytes);
          into.add(head, row);
        },
        Number.POSITIVE_INFINITY,
      );
      rmSync(place);
      all.push(...(await splitLarge(folder, into.close(), level + 1)));
    }
  }
  return all;
}
