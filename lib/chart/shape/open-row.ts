/** A row being reshaped, with what its shaper needs. */

import type { Source } from '#lib/chart/chart.ts';
import type { References } from '#lib/chart/read/references.ts';
import type { Fields } from '#lib/fhir/fields.ts';
import type { MedicationDescriber } from './describe-medication.ts';

export interface OpenRow {
  readonly source: Source;
  readonly version: string | null;
  readonly fields: Fields;
  /** What could not be read of this row; shapers add to it, mostly through `fields`. */
  readonly faults: string[];
  readonly references: References;
  readonly describer: MedicationDescriber;
}
