/** What somebody says the patient takes. @see FHIR R4 MedicationStatement.status, .effective[x] */

import type { StatementRow } from '#lib/chart/chart.ts';
import type { IngredientId } from '#lib/terminology/recognition.ts';
import { latest } from '#lib/time/calendar-date.ts';
import type { Supplies } from './date-supplies.ts';
import { type Exposure, endedOn, endedUndated, exposureOfError, periodEnd, type Today } from './exposure.ts';

/** Where the statement names no end, supplies of the same ingredients may tell it. */
export function dateStatement(
  row: StatementRow,
  ingredients: readonly IngredientId[],
  supplies: Supplies,
  today: Today,
): Exposure {
  const { dayOf } = today;
  const from = dayOf(row.effectiveStart, 'earliest');
  switch (row.state) {
    case 'in-force':
    case 'held':
      return { kind: 'current', from };
    case 'planned':
      return { kind: 'pending' };
    case 'denied':
      return { kind: 'not-taken' };
    case 'in-error':
      return exposureOfError(latest([dayOf(row.effectiveStart), dayOf(row.dateAsserted)]), today);
    case 'done':
    case 'broken-off': {
      const end = periodEnd(row.effectiveStart, row.effectiveEnd, today);
      if (end !== null) return endedOn(end, from, today);
      const signs = [row.effectiveStart, row.effectiveEnd, row.dateAsserted].map((date) => dayOf(date));
      return endedUndated(
        {
          from: from ?? dayOf(row.dateAsserted, 'earliest'),
          begun: dayOf(row.effectiveStart) ?? dayOf(row.dateAsserted),
        },
        [...signs, supplies.lastSignOf(ingredients)],
        'no-end',
        today,
      );
    }
    default:
      return { kind: 'undatable', from, why: 'status' };
  }
}
