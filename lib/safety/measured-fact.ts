/** A number that a laboratory reported, as a finding tells it. */
import type { ObservationRow } from '#lib/chart/chart.ts';
import type { DayOf } from '#lib/time/chart-day.ts';
import { observationFact } from './chart-facts.ts';
import type { RowFact } from './row-fact.ts';

export interface MeasuredFact extends RowFact {
  readonly value: number;
  /** "<", ">" and the like where the laboratory gave a bound alone. */
  readonly comparator: string | null;
  /** The laboratory's own; null where it gives none. */
  readonly unit: string | null;
}

/** Null where the row holds no number. */
export function measuredFact(row: ObservationRow, dayOf: DayOf): MeasuredFact | null {
  if (row.value.kind !== 'quantity') return null;
  const { value, comparator, unit } = row.value;
  return { ...observationFact(row, dayOf), value, comparator, unit };
}
