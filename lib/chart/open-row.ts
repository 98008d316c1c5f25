/** A row being reshaped, with what its shaper needs. */
import type { Fields } from '../fhir/fields.ts';
import type { Source } from './chart.ts';
import type { MedicationDescriber } from './describe-medication.ts';
import type { References } from './references.ts';

export interface OpenRow {
  readonly source: Source;
  readonly version: string | null;
  readonly fields: Fields;
  /** What could not be read of this row; shapers add to it, mostly through `fields`. */
  readonly faults: string[];
  readonly references: References;
  readonly describer: MedicationDescriber;
}
