/** One bucket judged, chart by chart, as `assess` judges each. Done twice it gives the same file; what was done before is not done again. */

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { getHeapStatistics } from 'node:v8';
import { type AssessedText, assessText, printedLine } from '#lib/assess/assess-text.ts';
import type { ChartTask } from '#lib/assess/task.ts';
import { OWN_DRAFT_SYSTEM } from '#lib/chart/own-draft.ts';
import { Fields, isObject } from '#lib/fhir/fields.ts';
import { firstNightsOf } from '#lib/order/verify/stored-request.ts';
import { readLines } from '#lib/population/export/read-lines.ts';
import { OwnFile } from '#lib/population/own-files.ts';
import { headOf, type RowHead } from '#lib/population/partition/buckets.ts';
import type { Bucket, Plan } from '#lib/population/partition/plan.ts';
import type { SharedRows } from '#lib/population/partition/shared-rows.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { clinicDays } from '#lib/time/chart-day.ts';
import type { Words } from '#lib/words/words-for.ts';
import { AttemptLog } from './attempts.ts';
import { type BucketRow, byPatient, type PatientRows, type Preface, patientRows } from './bundles.ts';
import { digestOf } from './digest.ts';
import { type BucketSums, resultLine } from './result-file.ts';

/** Of the heap, a chart's text may take this part: read, it takes several times its own length. */
const PART_OF_HEAP = 5;

export interface Judging {
  readonly words: Words;
  /** The run's own, with buckets and results. */
  readonly folder: string;
  readonly plan: Plan;
  readonly task: ChartTask;
  readonly shared: SharedRows;
  readonly preface: Preface;
  /** What the results follow from besides the bucket. */
  readonly basis: string;
}

/**
 * @param judged is told after every chart, when others may have their turn: the program listens to what it is told, and renews what it holds.
 * @returns the name of the file with the results.
 */
export async function judgeBucket(
  bucket: Bucket,
  { words, folder, plan, task, shared, preface, basis }: Judging,
  judged: (charts: number) => void,
): Promise<string> {
  const most = Math.floor(getHeapStatistics().heap_size_limit / PART_OF_HEAP);
  const { rows, hash, tooLarge } = await readBucket(path.join(folder, 'buckets', bucket.name), most);
  const key = createHash('sha256').update(basis).update(hash).digest('hex').slice(0, 32);
  const name = `${bucket.name}.${key}`;
  const results = path.join(folder, 'results');
  mkdirSync(results, { recursive: true, mode: 0o700 });
  if (existsSync(path.join(results, name))) return name;

  const attempts = new AttemptLog(path.join(results, `${bucket.name}.attempts`));
  const writer = new OwnFile(path.join(results, name));
  try {
    const sums = {
      patients: 0,
      deletedPatients: 0,
      rows: { judged: 0, older: 0, repeated: 0, deleted: 0, setAside: 0 },
    };
    const options = { asOf: task.asOf, dayOf: clinicDays(task.timeZone), names: plan.names };
    for (const [index, [patient, own]] of byPatient(rows).entries()) {
      sums.patients += 1;
      const large = tooLarge.get(patient);
      const isBegun = attempts.begin(index);
      const one = large === undefined && isBegun ? patientRows(patient, own, shared, preface) : null;
      if (one?.bundle === null) {
        sums.deletedPatients += 1;
        sums.rows.deleted += one.deleted;
        continue;
      }
      const assessed: AssessedText =
        one !== null
          ? assessText(words, one.bundle, task)
          : {
              refused:
                large === undefined
                  ? words.population.charts.setAside
                  : words.population.charts.tooLarge(large.bytes),
            };
      count(sums, one, large?.rows ?? own.length);
      const digest = digestOf(assessed, { ...options, firstNights: firstNightsIn(one?.orders ?? []) });
      writer.write(resultLine({ patient, digest, text: printedLine(assessed) }));
      judged(index + 1);
      await setImmediate();
    }
    writer.write(`${JSON.stringify(sums)}\n`);
    writer.finish();
  } catch (error) {
    writer.drop();
    attempts.close();
    throw error;
  }
  attempts.finish();
  removeOthers(results, bucket.name, name);
  return name;
}

interface Large {
  readonly bytes: number;
  readonly rows: number;
}

/** Charts that are too large for this program's memory stand there with one row each. */
async function readBucket(place: string, most: number) {
  const tooLarge = new Map<string, Large>();
  if (statSync(place).size > most) {
    const sizes = new Map<string, Large>();
    await eachRow(place, ({ patient }, row) => {
      const { bytes, rows } = sizes.get(patient) ?? { bytes: 0, rows: 0 };
      sizes.set(patient, { bytes: bytes + row.length, rows: rows + 1 });
    });
    for (const [patient, size] of sizes) if (size.bytes > most) tooLarge.set(patient, size);
  }
  const hash = createHash('sha256').update(JSON.stringify([...tooLarge]));
  const rows: BucketRow[] = [];
  const standIns = new Set<string>();
  await eachRow(place, (head, row, line) => {
    hash.update(line);
    if (tooLarge.has(head.patient)) {
      if (standIns.has(head.patient)) return;
      standIns.add(head.patient);
    }
    rows.push({ head, row: Buffer.from(row) });
  });
  return { rows, hash: hash.digest(), tooLarge };
}

async function eachRow(
  place: string,
  take: (head: RowHead, row: Buffer, line: Buffer) => void,
): Promise<void> {
  await readLines(
    place,
    (line) => {
      if (!('bytes' in line)) return;
      const { head, row } = headOf(line.bytes);
      take(head, row, line.bytes);
    },
    Number.POSITIVE_INFINITY,
  );
}

function count(
  sums: { rows: { -readonly [Row in keyof BucketSums['rows']]: number } },
  one: PatientRows | null,
  rows: number,
): void {
  if (one === null) {
    sums.rows.setAside += rows;
    return;
  }
  sums.rows.judged += one.judged;
  sums.rows.older += one.older;
  sums.rows.repeated += one.repeated;
  sums.rows.deleted += one.deleted;
}

/** Of orders of this app, as the orders tell them themselves. */
function firstNightsIn(orders: readonly string[]): ReadonlyMap<string, CalendarDate> {
  const own = orders.filter((text) => text.includes(OWN_DRAFT_SYSTEM));
  return new Map(
    own.flatMap((text): [string, CalendarDate][] => {
      const order: unknown = JSON.parse(text);
      const [day = null] = isObject(order) ? firstNightsOf(new Fields(order, [])) : [];
      return isObject(order) && day !== null ? [[`MedicationRequest/${order.id}`, day]] : [];
    }),
  );
}

/** Results of the same bucket to another question, and what a program that ended left behind. */
function removeOthers(folder: string, bucket: string, kept: string): void {
  for (const name of readdirSync(folder)) {
    if (name !== kept && name.startsWith(`${bucket}.`)) rmSync(path.join(folder, name), { force: true });
  }
}
