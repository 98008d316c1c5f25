/** What a run knows after its rows are sorted: enough for any worker on any machine, and no row of a patient. */
import type { AssessTask } from '#lib/assess/task.ts';
import type { ChartPart } from '#lib/chart/ledger.ts';
import type { ExportGap } from '#lib/population/export/gaps.ts';
import type { Unplaced } from '#lib/population/export/row.ts';

/** Rows as they were read; `read` is the sum of the others, less `inBuckets` and `broken`. */
export interface RowCounts {
  readonly read: number;
  readonly placed: number;
  /** Of no patient and referred to: Medication, Organization, Practitioner. */
  readonly shared: number;
  /** Of no patient, and no rule looks into them. */
  readonly ofNobody: number;
  readonly blockHeaders: number;
  readonly outcomes: number;
  readonly deletions: number;
  readonly unplaced: number;
  /** Of a patient, and too long to be held. */
  readonly tooLarge: number;
  /** Among those without a place: no JSON. */
  readonly broken: number;
  /** Lines written for patients: one a patient that a row names, and one a thing not read. */
  readonly inBuckets: number;
}

export interface UnplacedSummary {
  readonly rows: number;
  readonly why: Readonly<Partial<Record<Unplaced, number>>>;
  readonly types: Readonly<Record<string, number>>;
  /** Where the first of them stand. */
  readonly first: readonly { readonly file: string; readonly line: number; readonly why: Unplaced }[];
}

export interface Bucket {
  readonly name: string;
  readonly bytes: number;
}

export interface Partition {
  /** Of the export's files. */
  readonly fingerprint: string;
  readonly sharedHash: string;
  readonly buckets: readonly Bucket[];
  readonly rows: RowCounts;
  readonly ofNobody: Readonly<Record<string, number>>;
  readonly unplaced: UnplacedSummary;
  /** OperationOutcomes for everybody, as the server wrote them. */
  readonly outcomes: readonly string[];
  readonly gaps: readonly ExportGap[];
  /** Parts of a chart of which no file came, and nobody says that they were asked for. */
  readonly notExported: readonly ChartPart[];
}

export interface Plan {
  readonly partition: Partition;
  readonly task: AssessTask;
  /** Names of patients go into the report. */
  readonly names: boolean;
}
