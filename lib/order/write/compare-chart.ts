/** Before the write: whether the chart, read and judged again, still says what the prescriber reviewed. */

import type { Judgement } from '#lib/safety/judgement.ts';
import {
  appeared,
  type ComparedPart,
  changedRow,
  disappeared,
  evidenceWords,
  findingWords,
  PART_WORDS,
  partChanged,
} from '#lib/words/en/chart-difference.ts';

export interface ChartDifference {
  /** Finding key ("R03"), row ("MedicationRequest/m1") or part of the judgement ("patient", "verdict"). */
  readonly key: string;
  /** "New on the chart: ..." for the screen. */
  readonly message: string;
}

declare const reread: unique symbol;

/** Proof that the chart was read again and nothing that matters had changed. Only `recheckBeforeWrite` makes one. */
export interface FreshChart {
  readonly [reread]: true;
  readonly patient: string;
  /** Epoch milliseconds at which the second reading ended. */
  readonly readAt: number;
}

export type Recheck =
  | { readonly fresh: FreshChart }
  | { readonly kind: 'changed-before-write'; readonly differences: readonly ChartDifference[] };

/** The judgement that was reviewed against the one of the chart as it is now. */
export function recheckBeforeWrite(before: Judgement, after: Judgement, readAt: number): Recheck {
  const differences = differencesThatMatter(before, after);
  if (differences.length > 0) return { kind: 'changed-before-write', differences };
  return { fresh: { patient: after.patient, readAt } as unknown as FreshChart };
}

const PARTS = Object.keys(PART_WORDS) as ComparedPart[];

/** Everything that alters a finding, the verdict, its evidence, the indication or what could be seen; empty when nothing does. */
export function differencesThatMatter(before: Judgement, after: Judgement): readonly ChartDifference[] {
  return [
    ...PARTS.flatMap((part) => changed(part, before, after)),
    ...compareBy(before.findings, after.findings, (finding) => finding.key, findingWords),
    ...compareBy(before.opioid.evidence, after.opioid.evidence, (row) => row.source, evidenceWords),
  ];
}

function changed(part: ComparedPart, before: Judgement, after: Judgement): ChartDifference[] {
  const { read } = PART_WORDS[part];
  const [was, now] = [read(before), read(after)];
  return was === now ? [] : [{ key: part, message: partChanged(part, was, now) }];
}

function compareBy<Row>(
  before: readonly Row[],
  after: readonly Row[],
  keyOf: (row: Row) => string,
  wordsOf: (row: Row) => string,
): ChartDifference[] {
  const old = new Map(before.map((row) => [keyOf(row), wordsOf(row)]));
  const now = new Map(after.map((row) => [keyOf(row), wordsOf(row)]));
  const differences: ChartDifference[] = [];
  for (const [key, words] of now) {
    const was = old.get(key);
    if (was === undefined) differences.push({ key, message: appeared(words) });
    else if (was !== words) differences.push({ key, message: changedRow(words, was) });
  }
  for (const [key, words] of old) {
    if (!now.has(key)) differences.push({ key, message: disappeared(words) });
  }
  return differences;
}
