/** A row being reshaped, with what its shaper needs. */

import type { Source } from '#lib/chart/chart.ts';
import type { References } from '#lib/chart/read/references.ts';
import type { RowFault } from '#lib/chart/unread.ts';
import type { Fields } from '#lib/fhir/fields.ts';
import type { MedicationDescriber } from './describe-medication.ts';

export interface OpenRow {
  readonly source: Source;
  readonly version: string | null;
  /** What could not be read through these is odd, and stops only where another reading of it could matter. */
  readonly fields: Fields;
  /** The same row, for what it is about and whose it is: what could not be read through these always stops. */
  readonly vital: Fields;
  /** Filled through `vital`. */
  readonly faults: RowFault[];
  /** Filled through `fields`. */
  readonly oddities: RowFault[];
  readonly references: References;
  readonly describer: MedicationDescriber;
}
