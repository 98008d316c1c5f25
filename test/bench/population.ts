/** A whole clinic: charts and megabytes a second and core, against JSON.parse of the same bytes in the same run. Runs alone, too. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { openExport } from '#lib/population/export/open-export.ts';
import { judgeBucket } from '#lib/population/judge/judge-bucket.ts';
import { writeOwn } from '#lib/population/own-files.ts';
import { partition } from '#lib/population/partition/partition.ts';
import { judgeHere } from '#lib/population/run/on-this-machine.ts';
import { openRun, PLAN_FILE } from '#lib/population/run/open-run.ts';
import { Progress } from '#lib/population/run/progress.ts';
import { TASK, WORDS } from '../population/clinic.ts';
import { writeExport } from '../population/write-export.ts';

const PATIENTS = 600;

export async function benchPopulation(): Promise<readonly string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-population-'));
  try {
    return await measured(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measured(folder: string): Promise<readonly string[]> {
  const source = path.join(folder, 'export');
  const bytes = writeExport(PATIENTS, source, null);
  const run = path.join(folder, 'run');
  const parsing = await seconds(() => parseAll(source));
  let sorted: Awaited<ReturnType<typeof partition>> | undefined;
  const sorting = await seconds(async () => {
    sorted = await partition(WORDS, openExport(source), run, { standingWarnings: [], without: [] });
  });
  if (sorted === undefined) throw new Error('nothing was sorted');
  const { buckets } = sorted;
  writeOwn(path.join(run, PLAN_FILE), JSON.stringify({ partition: sorted, task: TASK, names: false }));
  const judging = await seconds(async () => {
    const judge = openRun(WORDS, run);
    for (const bucket of buckets) await judgeBucket(bucket, judge, () => {});
    judge.shared.close();
  });
  const times: number[] = [];
  for (const workers of [1, 2]) {
    rmSync(path.join(run, 'results'), { recursive: true });
    times.push(
      await seconds(async () => {
        const quiet = new Writable({ write: (_chunk, _encoding, done) => done() });
        const progress = new Progress(WORDS, quiet, bytes, () => 0);
        await judgeHere(run, buckets, workers, { progress, stop: new AbortController().signal });
      }),
    );
  }
  const [one = 0, two = 0] = times;
  const rate = (time: number) => (bytes / 1e6 / time).toFixed(0);
  return [
    `population, ${PATIENTS} patients, ${(bytes / 1e6).toFixed(0)} MB: JSON.parse ${rate(parsing)} MB/s, sorting by patient ${rate(sorting)} MB/s`,
    `  judging on one core: ${(PATIENTS / judging).toFixed(0)} charts and ${rate(judging)} MB a second, ${(judging / parsing).toFixed(1)} times as long as JSON.parse`,
    `  one worker ${one.toFixed(1)} s, two workers ${two.toFixed(1)} s: x${(one / two).toFixed(2)}, their start included`,
  ];
}

function parseAll(folder: string): void {
  for (const name of readdirSync(folder)) {
    for (const line of readFileSync(path.join(folder, name), 'utf8').split('\n'))
      if (line !== '') JSON.parse(line);
  }
}

async function seconds(work: () => void | Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

if (import.meta.main) for (const line of await benchPopulation()) console.log(line);
