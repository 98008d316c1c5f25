/** One course of an opioid: an order, with what was handed out and given of it. It is one row to a reader, with its parts. */
import type { OpioidEvidence, OpioidState } from '#lib/safety/opioid-evidence.ts';

export interface OpioidCourse {
  /** The order; where the chart shows none, the row that stands alone. */
  readonly head: OpioidEvidence;
  readonly parts: readonly OpioidEvidence[];
  /** The worst of its rows. */
  readonly state: OpioidState;
}

const WORST_FIRST: readonly OpioidState[] = [
  'current',
  'recent',
  'unidentified',
  'pending',
  'historical',
  'not-taken',
];

/** In the order of the evidence, each row in one course. */
export function opioidCourses(evidence: readonly OpioidEvidence[]): readonly OpioidCourse[] {
  const here = new Set(evidence.map(({ source }) => source));
  const orderOf = (row: OpioidEvidence) =>
    row.carriesOut.find((order) => here.has(order) && order !== row.source);
  const parts = Map.groupBy(
    evidence.filter((row) => orderOf(row) !== undefined),
    (row) => orderOf(row) ?? '',
  );
  // What carries out a part of another course would be in none: it stands alone.
  const heads = evidence.filter((row) => {
    const order = orderOf(row);
    return (
      order === undefined || evidence.some((other) => other.source === order && orderOf(other) !== undefined)
    );
  });
  return heads.map((head) => {
    const own = (parts.get(head.source) ?? []).filter((part) => !heads.includes(part));
    return { head, parts: own, state: worstOf([head, ...own]) };
  });
}

function worstOf(rows: readonly OpioidEvidence[]): OpioidState {
  return WORST_FIRST.find((state) => rows.some((row) => row.state === state)) ?? 'historical';
}
