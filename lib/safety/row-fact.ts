/** What a finding tells of a row of the chart: values, whose sentence lib/words makes. */
import type { MedicationRow, Source } from '#lib/chart/chart.ts';
import type { IngredientId } from '#lib/terminology/recognition.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';

/** A year or a month alone, as the chart has it: "2025", "2025-11". Of these no day is made up. */
export type PartialDate = string;

export interface RowFact {
  readonly source: Source;
  /** The chart's own words, long ones shortened; null where the row has none. */
  readonly words: string | null;
  /** The day the chart connects with the row; null where it gives none that can be read. */
  readonly day: CalendarDate | PartialDate | null;
}

export interface MedicationFact extends RowFact {
  readonly kind: MedicationRow['kind'];
  /** The chart's own; null where it is not recorded. */
  readonly status: string | null;
  /** Recorded by whom; null where the chart does not say. */
  readonly author: string | null;
  /** What is in it; none where the words name it all themselves. */
  readonly ingredients: readonly IngredientId[];
}

export type AnyRowFact = RowFact | MedicationFact;
