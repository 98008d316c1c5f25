/** Exports in folders of their own, and what comes of them: in this process, or as a person runs it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import type { AssessTask } from '#lib/assess/task.ts';
import { openExport } from '#lib/population/export/open-export.ts';
import { judgeBucket } from '#lib/population/judge/judge-bucket.ts';
import { writeOwn } from '#lib/population/own-files.ts';
import { partition } from '#lib/population/partition/partition.ts';
import { mergedResults } from '#lib/population/report/merge-results.ts';
import { type Report, ReportSums, sumsThatDoNotClose } from '#lib/population/report/report.ts';
import { openRun, PLAN_FILE } from '#lib/population/run/open-run.ts';
import { runPopulation } from '#lib/population/run/run-population.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { readRegimen } from '#lib/titration/read-regimen.ts';
import { wordsFor } from '#lib/words/words-for.ts';
import { STORY_DAY } from '../patients/story.ts';
import type { Resource } from './many-patients.ts';

export const WORDS = wordsFor('en');

const made: string[] = [];

/** For `afterAll` of every test file that makes any. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export function emptyFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'population-'));
  made.push(folder);
  return folder;
}

/** Lines, or whole texts, by file name; a name that ends with .gz is packed. */
export function exportFolder(files: Readonly<Record<string, readonly object[] | string>>): string {
  const folder = emptyFolder();
  for (const [name, content] of Object.entries(files)) {
    const text = typeof content === 'string' ? content : linesOf(content);
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), name.endsWith('.gz') ? gzipSync(text) : text);
  }
  return folder;
}

export function linesOf(rows: readonly object[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** One file a type, as most servers write them. */
export function filesByType(rows: readonly Resource[]): Record<string, readonly Resource[]> {
  return Object.fromEntries(
    [...Map.groupBy(rows, ({ resourceType }) => resourceType)].map(([type, same]) => [
      `${type}.ndjson`,
      same,
    ]),
  );
}

const wished = readRegimen({}, STORY_DAY as CalendarDate);
if ('refused' in wished) throw new Error('the regimen of an empty file was refused');

export const TASK: AssessTask = {
  asOf: STORY_DAY as CalendarDate,
  timeZone: null,
  requester: null,
  standingWarnings: [],
  jurisdiction: null,
  regimen: wished.regimen,
  leftOpen: { startDate: true, filler: true, schedule: true },
  answers: {},
  followUp: null,
};

export interface Outcome {
  readonly results: readonly string[];
  readonly report: Report;
  readonly unplaced: string;
}

/** The same functions that a run calls, without its processes. */
export async function judged(
  folder: string,
  { without = [], task = TASK }: { readonly without?: readonly string[]; readonly task?: AssessTask } = {},
): Promise<Outcome> {
  const run = emptyFolder();
  const source = openExport(folder);
  const plan = {
    partition: await partition(WORDS, source, run, { standingWarnings: [], without }),
    task,
    names: false,
  };
  writeOwn(path.join(run, PLAN_FILE), JSON.stringify(plan));
  const judging = openRun(WORDS, run);
  const files: string[] = [];
  for (const bucket of plan.partition.buckets) {
    files.push(path.join(run, 'results', await judgeBucket(bucket, judging, () => {})));
  }
  const sums = new ReportSums();
  const results: string[] = [];
  for await (const { patient, digest, text } of mergedResults(files, run, (of) => sums.addBucket(of), 3)) {
    sums.add(patient, digest);
    results.push(text);
  }
  judging.shared.close();
  const { transactionTime, otherFiles } = source;
  const report = sums.report(WORDS, { plan, transactionTime, otherFiles, version: '', tables: '' });
  const open = sumsThatDoNotClose(report);
  if (open.length > 0) throw new Error(`sums do not close: ${open.join(', ')}`);
  return { results, report, unplaced: readFileSync(path.join(run, 'unplaced.ndjson'), 'utf8') };
}

/** The command itself, with its processes. */
export async function bulk(
  words: readonly string[],
  stop = new AbortController().signal,
  heard: (line: string) => void = () => {},
) {
  let errors = '';
  const exit = await runPopulation(words, {
    errors: new Writable({
      write(chunk, _, done) {
        errors += String(chunk);
        heard(String(chunk));
        done();
      },
    }),
    stop,
    now: () => Date.parse('2026-03-02T12:00:00Z'),
  });
  return { exit, errors };
}
