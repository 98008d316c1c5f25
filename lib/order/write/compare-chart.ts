/** Before the write: whether the chart, read and judged again, still says what the prescriber reviewed. */
import type { Finding } from '#lib/safety/finding.ts';
import type { Indication } from '#lib/safety/indication.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import type { OpioidEvidence, OpioidVerdict } from '#lib/safety/opioid-evidence.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';

/** The parts of a judgement that stand once. Its findings and opioid rows are compared one by one. */
export interface ComparedParts {
  readonly patient: string;
  readonly asOf: CalendarDate;
  readonly verdict: OpioidVerdict;
  readonly earliestStart: CalendarDate | null;
  readonly indication: Pick<Indication, 'source' | 'text'> | null;
  readonly unseen: readonly string[];
}

type PartDifference = {
  [Part in keyof ComparedParts]: {
    readonly kind: 'part';
    readonly key: Part;
    readonly was: ComparedParts[Part];
    readonly now: ComparedParts[Part];
  };
}[keyof ComparedParts];

/** Null: not there. `key`: of the finding ("R03"), the row ("MedicationRequest/m1") or the part of the judgement. */
export type ChartDifference =
  | PartDifference
  | {
      readonly kind: 'finding';
      readonly key: string;
      readonly was: Finding | null;
      readonly now: Finding | null;
    }
  | {
      readonly kind: 'opioid';
      readonly key: string;
      readonly was: OpioidEvidence | null;
      readonly now: OpioidEvidence | null;
    };

declare const reread: unique symbol;

/** Proof that the chart was read again and nothing that matters had changed. Only `recheckBeforeWrite` makes one. */
export interface FreshChart {
  readonly [reread]: true;
  readonly patient: string;
  /** Epoch milliseconds at which the second reading ended. */
  readonly readAt: number;
}

type Recheck =
  | { readonly fresh: FreshChart }
  | { readonly kind: 'changed-before-write'; readonly differences: readonly ChartDifference[] };

/** The judgement that was reviewed against the one of the chart as it is now. */
export function recheckBeforeWrite(before: Judgement, after: Judgement, readAt: number): Recheck {
  const differences = differencesThatMatter(before, after);
  if (differences.length > 0) return { kind: 'changed-before-write', differences };
  return { fresh: { patient: after.patient, readAt } as unknown as FreshChart };
}

function partsOf({ patient, asOf, opioid, indication, unseen }: Judgement): ComparedParts {
  return {
    patient,
    asOf,
    verdict: opioid.verdict,
    earliestStart: opioid.earliestStart,
    indication: indication && { source: indication.source, text: indication.text },
    unseen: [...unseen].sort(),
  };
}

/** Everything that alters a finding, the verdict, its evidence, the indication or what could be seen; empty when nothing does. */
export function differencesThatMatter(before: Judgement, after: Judgement): readonly ChartDifference[] {
  const [were, are] = [partsOf(before), partsOf(after)];
  const parts = (Object.keys(were) as (keyof ComparedParts)[])
    .filter((key) => !isSame(were[key], are[key]))
    .map((key) => ({ kind: 'part', key, was: were[key], now: are[key] }) as PartDifference);
  return [
    ...parts,
    ...pairs(before.findings, after.findings, ({ key }) => key, shownOfFinding).map(
      (pair) => ({ kind: 'finding', ...pair }) as const,
    ),
    ...pairs(before.opioid.evidence, after.opioid.evidence, ({ source }) => source, shownOfOpioid).map(
      (pair) => ({ kind: 'opioid', ...pair }) as const,
    ),
  ];
}

/** What a person is shown of a finding: its answers may be worded anew without it being another one. */
function shownOfFinding({ severity, ...finding }: Finding): unknown {
  return [severity, 'message' in finding ? finding.message : [finding.code, finding.facts]];
}

function shownOfOpioid({ text, state, lastExposure, clearFrom }: OpioidEvidence): unknown {
  return [text, state, lastExposure, clearFrom];
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

interface Pair<Row> {
  readonly key: string;
  readonly was: Row | null;
  readonly now: Row | null;
}

/** Rows of one key that are shown otherwise, or are there only before or only now. */
function pairs<Row>(
  before: readonly Row[],
  after: readonly Row[],
  keyOf: (row: Row) => string,
  shown: (row: Row) => unknown,
): Pair<Row>[] {
  const old = new Map(before.map((row) => [keyOf(row), row]));
  const now = new Map(after.map((row) => [keyOf(row), row]));
  const differs = (was: Row | undefined, is: Row) => was === undefined || !isSame(shown(was), shown(is));
  return [
    ...[...now]
      .filter(([key, row]) => differs(old.get(key), row))
      .map(([key, row]) => ({ key, was: old.get(key) ?? null, now: row })),
    ...[...old].filter(([key]) => !now.has(key)).map(([key, row]) => ({ key, was: row, now: null })),
  ];
}
