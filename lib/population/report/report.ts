/** What a run says of all its patients: sums that close, and the few lists that somebody has to look at. */

import type { AssessOutcome } from '#lib/assess/asked.ts';
import { gapWords } from '#lib/population/export/gap-words.ts';
import type { Digest, JudgedDigest } from '#lib/population/judge/digest.ts';
import type { BucketSums } from '#lib/population/judge/result-file.ts';
import type { Plan, RowCounts } from '#lib/population/partition/plan.ts';
import type { OpioidVerdict } from '#lib/safety/opioid-evidence.ts';
import type { RuleId, Severity } from '#lib/safety/rule-id.ts';
import type { Words } from '#lib/words/words-for.ts';

type Listed<Fact> = { readonly patient: string; readonly name?: string } & Fact;

export interface Report {
  readonly asOf: string;
  readonly timeZone: string | null;
  /** Of the export; null where no manifest gives it. */
  readonly transactionTime: string | null;
  readonly version: string;
  readonly tables: string;
  /** `in` = `out` + `deleted`; `out` = `judged` + `notJudged`. */
  readonly patients: {
    readonly in: number;
    readonly out: number;
    readonly judged: number;
    readonly notJudged: number;
    readonly deleted: number;
  };
  readonly verdicts: Readonly<Record<OpioidVerdict, number>>;
  readonly outcomes: Readonly<Record<AssessOutcome, number>>;
  /** Verdict by outcome. */
  readonly table: Readonly<Record<OpioidVerdict, Readonly<Record<AssessOutcome, number>>>>;
  /** Patients of whom it cannot be told, by reason; one patient may have several. */
  readonly cannotTell: readonly { readonly reason: string; readonly patients: number }[];
  /** Patients by the check that raised something. */
  readonly checks: readonly ({ readonly rule: RuleId } & Readonly<Record<Severity, number>>)[];
  readonly export: {
    readonly gaps: readonly string[];
    /** OperationOutcomes for everybody. */
    readonly outcomes: number;
    /** Parts of a chart of which no file came and that nobody asked for by name. */
    readonly notExported: readonly string[];
    readonly otherFiles: readonly string[];
  };
  readonly rows: RowCounts & {
    readonly judged: number;
    readonly older: number;
    readonly repeated: number;
    readonly deleted: number;
    readonly setAside: number;
    readonly ofNobodyByType: Readonly<Record<string, number>>;
  };
  readonly unplaced: Plan['partition']['unplaced'];
  readonly lists: {
    readonly naltrexoneAndOpioid: readonly Listed<NonNullable<JudgedDigest['both']>>[];
    readonly unsignedDrafts: readonly Listed<JudgedDigest['unsigned'][number]>[];
    readonly overdueReviews: readonly Listed<JudgedDigest['overdue'][number]>[];
    readonly notJudged: readonly Listed<{ readonly why: string }>[];
  };
}

interface About {
  readonly plan: Plan;
  readonly transactionTime: string | null;
  readonly otherFiles: readonly string[];
  readonly version: string;
  readonly tables: string;
}

const VERDICTS: readonly OpioidVerdict[] = ['present', 'cannot-tell', 'none-found'];
const OUTCOMES: readonly AssessOutcome[] = [
  'blocked',
  'cannot-tell',
  'needs-confirmation',
  'draft',
  'no-draft',
];

export class ReportSums {
  #judged = 0;
  #in = 0;
  #deleted = 0;
  readonly #table = new Map<string, number>();
  readonly #reasons = new Map<string, number>();
  readonly #checks = new Map<RuleId, Record<Severity, number>>();
  readonly #rows = { judged: 0, older: 0, repeated: 0, deleted: 0, setAside: 0 };
  readonly #lists = {
    naltrexoneAndOpioid: [] as Report['lists']['naltrexoneAndOpioid'][number][],
    unsignedDrafts: [] as Report['lists']['unsignedDrafts'][number][],
    overdueReviews: [] as Report['lists']['overdueReviews'][number][],
    notJudged: [] as Report['lists']['notJudged'][number][],
  };

  /** In order of the patients' ids. */
  add(patient: string, digest: Digest): void {
    const who = { patient: `Patient/${patient}`, ...(digest.name === null ? {} : { name: digest.name }) };
    if ('refused' in digest) {
      this.#lists.notJudged.push({ ...who, why: digest.refused });
      return;
    }
    this.#judged += 1;
    up(this.#table, cell(digest.verdict, digest.outcome));
    for (const reason of digest.reasons) up(this.#reasons, reason);
    const worst = new Map<RuleId, Severity>();
    for (const { rule, severity } of digest.rules) if (!worst.has(rule)) worst.set(rule, severity);
    for (const [rule, severity] of worst) {
      const counts = this.#checks.get(rule) ?? { blocks: 0, confirm: 0, informs: 0 };
      counts[severity] += 1;
      this.#checks.set(rule, counts);
    }
    if (digest.both !== null) this.#lists.naltrexoneAndOpioid.push({ ...who, ...digest.both });
    for (const one of digest.unsigned) this.#lists.unsignedDrafts.push({ ...who, ...one });
    for (const one of digest.overdue) this.#lists.overdueReviews.push({ ...who, ...one });
  }

  addBucket({ patients, deletedPatients, rows }: BucketSums): void {
    this.#in += patients;
    this.#deleted += deletedPatients;
    for (const kind of ['judged', 'older', 'repeated', 'deleted', 'setAside'] as const)
      this.#rows[kind] += rows[kind];
  }

  report(
    words: Words,
    { plan: { task, partition }, transactionTime, otherFiles, version, tables }: About,
  ): Report {
    const at = (verdict: OpioidVerdict, outcome: AssessOutcome) =>
      this.#table.get(cell(verdict, outcome)) ?? 0;
    const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
    const notJudged = this.#lists.notJudged.length;
    return {
      asOf: task.asOf,
      timeZone: task.timeZone,
      transactionTime,
      version,
      tables,
      patients: {
        in: this.#in,
        out: this.#judged + notJudged,
        judged: this.#judged,
        notJudged,
        deleted: this.#deleted,
      },
      verdicts: record(VERDICTS, (verdict) => sum(OUTCOMES.map((outcome) => at(verdict, outcome)))),
      outcomes: record(OUTCOMES, (outcome) => sum(VERDICTS.map((verdict) => at(verdict, outcome)))),
      table: record(VERDICTS, (verdict) => record(OUTCOMES, (outcome) => at(verdict, outcome))),
      cannotTell: [...this.#reasons]
        .map(([reason, patients]) => ({ reason, patients }))
        .sort((a, b) => b.patients - a.patients || (a.reason < b.reason ? -1 : 1)),
      checks: [...this.#checks]
        .map(([rule, counts]) => ({ rule, ...counts }))
        .sort((a, b) => (a.rule < b.rule ? -1 : 1)),
      export: {
        gaps: partition.gaps.map((gap) => gapWords(words, gap)),
        outcomes: partition.outcomes.length,
        notExported: partition.notExported,
        otherFiles,
      },
      rows: { ...partition.rows, ...this.#rows, ofNobodyByType: partition.ofNobody },
      unplaced: partition.unplaced,
      lists: this.#lists,
    };
  }
}

/** What does not add up; none where every patient and every row that came in came out. */
export function sumsThatDoNotClose({
  patients,
  verdicts,
  outcomes,
  rows,
  unplaced,
}: Report): readonly string[] {
  const total = (counts: Readonly<Record<string, number>>) =>
    Object.values(counts).reduce((a, b) => a + b, 0);
  const {
    placed,
    shared,
    ofNobody,
    blockHeaders,
    outcomes: said,
    deletions,
    unplaced: left,
    tooLarge,
  } = rows;
  const checks: Record<string, boolean> = {
    'patients-in-out': patients.in === patients.out + patients.deleted,
    'patients-judged': patients.out === patients.judged + patients.notJudged,
    verdicts: total(verdicts) === patients.judged,
    outcomes: total(outcomes) === patients.judged,
    'rows-read': rows.read === placed + shared + ofNobody + blockHeaders + said + deletions + left + tooLarge,
    'rows-of-patients':
      rows.inBuckets === rows.judged + rows.older + rows.repeated + rows.deleted + rows.setAside,
    'rows-unplaced': unplaced.rows === left,
  };
  return Object.entries(checks).flatMap(([what, closes]) => (closes ? [] : [what]));
}

/** Every patient was judged, and nothing of the export was left unread. */
export function isWhole(report: Report): boolean {
  return isAllRead(report) && report.patients.notJudged === 0;
}

export function isAllRead({ unplaced, rows, export: { gaps, outcomes } }: Report): boolean {
  return unplaced.rows + rows.tooLarge + gaps.length + outcomes === 0;
}

const cell = (verdict: OpioidVerdict, outcome: AssessOutcome) => `${verdict} ${outcome}`;

function up(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function record<Key extends string, Value>(
  keys: readonly Key[],
  value: (key: Key) => Value,
): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, Value>;
}
