/** First pass over the medications: what each row is, and how long a thing of that kind stays on board. */

import type { MedicationRow } from '#lib/chart/chart.ts';
import type { Recogniser, Recognition } from '#lib/terminology/recognition.ts';
import { isDepot } from './depot.ts';
import { onceAProduct } from './once-a-product.ts';
import { saysNoMedications } from './says-no-medications.ts';

export interface RecognisedRow<R extends MedicationRow = MedicationRow> {
  readonly row: R;
  readonly recognition: Recognition;
  /** An opioid depot or implant: a day of hand-over counts without days of supply, and no day is safe for a year. */
  readonly depot: boolean;
}

/** Every row but those that say of the whole list that it is empty. */
export function recogniseRows(rows: readonly MedicationRow[], recogniser: Recogniser): RecognisedRow[] {
  const recognise = onceAProduct(recogniser);
  return rows
    .filter(({ medication }) => !saysNoMedications(medication))
    .map((row) => {
      const recognition = recognise(row.medication);
      return {
        row,
        recognition,
        depot: recognition.kind === 'opioid' && isDepot(row, recognition),
      };
    });
}
