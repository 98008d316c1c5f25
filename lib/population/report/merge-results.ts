/** The results of all buckets in one order, patient by patient, in flat memory. */
import { createReadStream } from 'node:fs';
import { linesIn } from '#lib/assess/lines.ts';
import {
  type BucketSums,
  type ResultLine,
  readResultLine,
  resultLine,
} from '#lib/population/judge/result-file.ts';
import { OwnFile } from '#lib/population/own-files.ts';

/** Files that are open at the same time. */
const MOST_OPEN = 200;

type Sums = (of: BucketSums) => void;

/**
 * @param folder for what is put together on the way, where the files are many.
 * @param sums is told those of each file as it ends.
 */
export async function* mergedResults(
  files: readonly string[],
  folder: string,
  sums: Sums,
  mostOpen = MOST_OPEN,
): AsyncGenerator<ResultLine> {
  let waiting = files;
  for (let round = 0; waiting.length > mostOpen; round += 1) {
    const together = new OwnFile(`${folder}/merged-${round}`);
    for await (const line of merged(waiting.slice(0, mostOpen), sums)) together.write(resultLine(line));
    together.finish();
    waiting = [...waiting.slice(mostOpen), `${folder}/merged-${round}`];
  }
  yield* merged(waiting, sums);
}

interface Source {
  readonly lines: AsyncIterator<string>;
  line: ResultLine;
}

async function* merged(files: readonly string[], sums: Sums): AsyncGenerator<ResultLine> {
  const open: Source[] = [];
  for (const file of files) {
    const lines = linesIn(createReadStream(file));
    const line = await next(lines, sums);
    if (line !== null) open.push({ lines, line });
  }
  open.sort((a, b) => (a.line.patient < b.line.patient ? -1 : 1));
  for (let first = open.shift(); first !== undefined; first = open.shift()) {
    yield first.line;
    const line = await next(first.lines, sums);
    if (line !== null) open.splice(placeOf(line.patient, open), 0, { ...first, line });
  }
}

/** Null at the end of the file; sums on the way are told. */
async function next(lines: AsyncIterator<string>, sums: Sums): Promise<ResultLine | null> {
  for (;;) {
    const { value, done } = await lines.next();
    if (done === true) return null;
    const line = readResultLine(value);
    if ('text' in line) return line;
    sums(line);
  }
}

function placeOf(patient: string, open: readonly Source[]): number {
  let [low, high] = [0, open.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((open[middle]?.line.patient ?? '') < patient) low = middle + 1;
    else high = middle;
  }
  return low;
}
