/** A run over an export, from its rows to its report. What it needs on the way is in a folder of its own, removed at the end; one that is stopped goes on from there. */

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Writable } from 'node:stream';
import type { AssessTask } from '#lib/assess/task.ts';
import type { ExportFolder } from '#lib/population/export/open-export.ts';
import { OwnFile, readOwn, writeOwn } from '#lib/population/own-files.ts';
import { partition } from '#lib/population/partition/partition.ts';
import type { Partition, Plan } from '#lib/population/partition/plan.ts';
import { judgeByQueue } from '#lib/population/queue/judge-by-queue.ts';
import { mergedResults } from '#lib/population/report/merge-results.ts';
import { type Report, ReportSums, sumsThatDoNotClose } from '#lib/population/report/report.ts';
import { reportPage } from '#lib/population/report/report-page.ts';
import { VERSION } from '#lib/settings/version.ts';
import { installedRecogniser } from '#lib/terminology/load-tables.ts';
import { releasesOf } from '#lib/terminology/tables-age.ts';
import type { Words } from '#lib/words/words-for.ts';
import { type Judged, judgeHere } from './on-this-machine.ts';
import { PLAN_FILE, RUN_FOLDER } from './open-run.ts';
import type { PopulationOptions } from './options.ts';
import { Progress } from './progress.ts';
import { lockRun } from './run-lock.ts';

export interface Outside {
  readonly errors: Writable & { readonly isTTY?: boolean };
  /** Ctrl-C. */
  readonly stop: AbortSignal;
  readonly now: () => number;
}

/** Its message is for whoever started the run. */
export class RunRefused extends Error {}

export class SumsOpen extends Error {
  readonly what: readonly string[];
  constructor(what: readonly string[]) {
    super();
    this.what = what;
  }
}

/** @throws RunRefused, SumsOpen; the reason of `stop`; whatever stops a run before its end. */
export async function run(
  words: Words,
  options: PopulationOptions,
  source: ExportFolder,
  task: AssessTask,
  outside: Outside,
): Promise<Report> {
  const folder = path.join(options.out, RUN_FOLDER);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unlock = lockRun(folder);
  if (unlock === null) throw new RunRefused(words.population.progress.otherRun);
  try {
    const sorted = await sortedRows(words, options, source, task, folder, outside);
    const plan: Plan = { partition: sorted, task, names: options.names };
    writeOwn(path.join(folder, PLAN_FILE), JSON.stringify(plan));
    outside.stop.throwIfAborted();
    const judged = await judgedBuckets(words, options, folder, plan, outside);
    const report = await written(words, options, folder, plan, source, judged);
    rmSync(folder, { recursive: true, force: true });
    return report;
  } finally {
    removeHalfWritten(options.out, folder);
    unlock();
  }
}

const SORTED_FILE = 'sorted.json';

/** Sorted once: a run that goes on takes what stands there, if it is of the same files. */
async function sortedRows(
  words: Words,
  { without }: PopulationOptions,
  source: ExportFolder,
  { standingWarnings }: AssessTask,
  folder: string,
  { errors, stop }: Outside,
): Promise<Partition> {
  const basis = JSON.stringify([VERSION, source.fingerprint, without, standingWarnings]);
  const file = path.join(folder, SORTED_FILE);
  const before = readOwn<{ basis: string; sorted: Partition }>(file);
  if (before?.basis === basis) {
    errors.write(`${words.population.progress.goesOn}\n`);
    return before.sorted;
  }
  rmSync(file, { force: true });
  rmSync(path.join(folder, 'results'), { recursive: true, force: true });
  const bytes = source.files.reduce((sum, { size }) => sum + size, 0);
  errors.write(`${words.population.progress.sorting(source.files.length, Math.ceil(bytes / 1_000_000))}\n`);
  const sorted = await partition(words, source, folder, { standingWarnings, without, stop });
  errors.write(`${words.population.progress.sorted(sorted.rows.read, sorted.buckets.length)}\n`);
  writeOwn(file, JSON.stringify({ basis, sorted }));
  return sorted;
}

async function judgedBuckets(
  words: Words,
  { workers, queue }: PopulationOptions,
  folder: string,
  { partition: { buckets } }: Plan,
  { errors, stop, now }: Outside,
): Promise<Judged> {
  const bytes = buckets.reduce((sum, bucket) => sum + bucket.bytes, 0);
  const progress = new Progress(words, errors, bytes, now);
  try {
    if (queue === null) return await judgeHere(folder, buckets, workers, { progress, stop });
    const nobody = () => void errors.write(`${words.population.progress.nobody}\n`);
    return await judgeByQueue(folder, buckets, queue, { progress, stop, nobody });
  } finally {
    progress.end();
  }
}

async function written(
  words: Words,
  { out, reportOnly }: PopulationOptions,
  folder: string,
  plan: Plan,
  { transactionTime, otherFiles }: ExportFolder,
  judged: Judged,
): Promise<Report> {
  const sums = new ReportSums();
  const files = plan.partition.buckets.map(({ name }) =>
    path.join(folder, 'results', judged.get(name) ?? ''),
  );
  const results = reportOnly ? null : new OwnFile(path.join(out, 'results.ndjson'));
  for await (const { patient, digest, text } of mergedResults(files, folder, (of) => sums.addBucket(of))) {
    sums.add(patient, digest);
    results?.write(`${text}\n`);
  }
  const tables = releasesOf(installedRecogniser().tables.manifest);
  const report = sums.report(words, { plan, transactionTime, otherFiles, version: VERSION, tables });
  const open = sumsThatDoNotClose(report);
  if (open.length > 0) throw new SumsOpen(open);
  results?.finish();
  const unplaced = path.join(folder, 'unplaced.ndjson');
  if (reportOnly)
    for (const name of ['results.ndjson', 'unplaced.ndjson']) rmSync(path.join(out, name), { force: true });
  else renameSync(unplaced, path.join(out, 'unplaced.ndjson'));
  writeOwn(path.join(out, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
  writeOwn(path.join(out, 'report.html'), reportPage(words, report));
  return report;
}

function removeHalfWritten(...folders: readonly string[]): void {
  for (const folder of [...folders, ...folders.map((one) => path.join(one, 'results'))]) {
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder)) {
      if (name.endsWith('.part')) rmSync(path.join(folder, name), { force: true });
    }
  }
}
