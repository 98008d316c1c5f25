/** The rows of one bucket, patient by patient, each as the Bundle that is judged: the same text whatever order the rows came in. */

import { addressKey } from '#lib/chart/read/address-key.ts';
import { CHART_PARTS } from '#lib/chart/read/raw-chart.ts';
import { newestOf } from '#lib/population/export/newest.ts';
import type { RowHead } from '#lib/population/partition/buckets.ts';
import type { SharedRows } from '#lib/population/partition/shared-rows.ts';

export interface BucketRow {
  readonly head: RowHead;
  readonly row: Buffer;
}

/** `rows` = `judged` + `older` + `repeated` + `deleted`. */
export interface PatientRows {
  readonly patient: string;
  /** Null: this patient was deleted. */
  readonly bundle: string | null;
  /** Texts of the medication orders. */
  readonly orders: readonly string[];
  readonly rows: number;
  readonly judged: number;
  /** Another version of the row is newer. */
  readonly older: number;
  /** The same row again. */
  readonly repeated: number;
  readonly deleted: number;
}

/** What every Bundle of a run begins with, as text of resources. */
export type Preface = readonly string[];

/** By patient, in order of their ids. */
export function byPatient(rows: readonly BucketRow[]): readonly (readonly [string, readonly BucketRow[]])[] {
  return [...Map.groupBy(rows, ({ head }) => head.patient)].sort(([a], [b]) => (a < b ? -1 : 1));
}

export function patientRows(
  patient: string,
  rows: readonly BucketRow[],
  shared: SharedRows,
  preface: Preface,
): PatientRows {
  const kept = rows.filter(({ head }) => head.id === null || !shared.isDeleted(`${head.type}/${head.id}`));
  const counts = { patient, rows: rows.length, deleted: rows.length - kept.length };
  if (shared.isDeleted(`Patient/${patient}`)) {
    return { ...counts, bundle: null, orders: [], judged: 0, older: 0, repeated: 0, deleted: rows.length };
  }
  const each = onceEach(kept);
  const standing = [...Map.groupBy(each, nameOf).values()].flatMap((same) => newestOf(same));
  const ordered = standing.sort(inPlace);
  const first = preface.map((text) => ({ id: null, text }));
  const all = [...first, ...ordered, ...referredTo(ordered, shared)];
  return {
    ...counts,
    bundle: bundleText(all, ordered),
    orders: ordered.flatMap(({ type, text }) => (type === 'MedicationRequest' ? [text] : [])),
    judged: standing.length,
    older: each.length - standing.length,
    repeated: kept.length - each.length,
  };
}

interface TextRow extends RowHead {
  readonly text: string;
}

function onceEach(rows: readonly BucketRow[]): TextRow[] {
  const texts = rows.map(({ head, row }) => ({ ...head, text: row.toString('utf8') }));
  return [...new Map(texts.map((row) => [row.text, row])).values()];
}

/** A row without an id is like no other. */
function nameOf({ type, id, text }: TextRow): string {
  return id === null ? text : `${type}/${id}`;
}

const PLACE: ReadonlyMap<string, number> = new Map(
  ['OperationOutcome', ...CHART_PARTS].map((type, place) => [type, place]),
);

/** What went wrong, the patient, the parts of the chart, and then the rest. */
function inPlace(a: TextRow, b: TextRow): number {
  const place = (PLACE.get(a.type) ?? PLACE.size) - (PLACE.get(b.type) ?? PLACE.size);
  return place || compare(a.type, b.type) || compare(a.id ?? '', b.id ?? '') || compare(a.text, b.text);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const REFERENCE = /"reference"\s*:\s*"((?:[^"\\]|\\.)*)"/g;
const TO_SHARED =
  /(?:^|\/)(Medication|Organization|Practitioner|PractitionerRole|Substance|Location)\/([^/?#]+)$/;
const BY_UUID = 'urn:uuid:';

interface Entry {
  readonly id: string | null;
  readonly text: string;
}

/** Shared rows that these refer to, and those that they refer to in their turn. In order of their names. */
function referredTo(rows: readonly Entry[], shared: SharedRows): readonly Entry[] {
  const found = new Map<string, Entry>();
  const asked = new Set<string>();
  for (let open = rows; open.length > 0; ) {
    const next: Entry[] = [];
    for (const { text } of open) {
      for (const [, reference = ''] of text.matchAll(REFERENCE)) {
        if (asked.has(reference)) continue;
        asked.add(reference);
        for (const row of rowsOf(reference, shared)) {
          const name = `${row.type}/${row.id}\n${row.text}`;
          if (found.has(name)) continue;
          found.set(name, row);
          next.push(row);
        }
      }
    }
    open = next;
  }
  return [...found].sort(([a], [b]) => compare(a, b)).map(([, row]) => row);
}

function rowsOf(reference: string, shared: SharedRows) {
  const key = addressKey(reference.replace(/\\\//g, '/'));
  if (key.startsWith(BY_UUID)) return shared.findById(key.slice(BY_UUID.length));
  const [, type, id] = TO_SHARED.exec(key) ?? [];
  return type === undefined || id === undefined ? [] : shared.find(type, id);
}

/** Rows that name each other by UUID find each other by that: an entry then goes by the UUID that its id is. */
function bundleText(all: readonly Entry[], own: readonly Entry[]): string {
  const isByUuid = own.some(({ text }) => text.includes(`"${BY_UUID}`));
  const entries = all.map(({ id, text }) =>
    isByUuid && id !== null
      ? `{"fullUrl":${JSON.stringify(BY_UUID + id)},"resource":${text}}`
      : `{"resource":${text}}`,
  );
  return `{"resourceType":"Bundle","type":"collection","entry":[${entries.join(',')}]}`;
}
