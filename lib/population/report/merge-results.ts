/** The results of all buckets in one order, patient by patient, in flat memory. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type BucketSums, type ResultLine, readResultLine } from '#lib/population/judge/result-file.ts';

interface Source {
  readonly lines: AsyncIterator<string>;
  readonly close: () => void;
  line: ResultLine;
}

/** @param sums is told those of each file as it ends. */
export async function* mergedResults(
  files: readonly string[],
  sums: (of: BucketSums) => void,
): AsyncGenerator<ResultLine> {
  const open: Source[] = [];
  for (const file of files) {
    const input = createReadStream(file);
    const reader = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
    const source = { lines: reader[Symbol.asyncIterator](), close: () => input.destroy() };
    const line = await next(source, sums, file);
    if (line !== null) open.push({ ...source, line });
  }
  open.sort((a, b) => (a.line.patient < b.line.patient ? -1 : 1));
  for (let first = open[0]; first !== undefined; first = open[0]) {
    yield first.line;
    const line = await next(first, sums, '');
    open.shift();
    if (line === null) continue;
    first.line = line;
    open.splice(placeOf(line.patient, open), 0, first);
  }
}

async function next(
  { lines, close }: Pick<Source, 'lines' | 'close'>,
  sums: (of: BucketSums) => void,
  file: string,
): Promise<ResultLine | null> {
  const { value, done } = await lines.next();
  if (done === true) throw new Error(`the results of a bucket break off ${file}`);
  const line = readResultLine(value);
  if ('text' in line) return line;
  sums(line);
  close();
  return null;
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
