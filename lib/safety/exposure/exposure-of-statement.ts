/** What somebody says the patient takes. @see FHIR R4 MedicationStatement.status, .effective[x] */
import type { StatementRow } from '#lib/chart/chart.ts';
import { addDays } from '#lib/time/calendar-date.ts';
import { type DatingContext, type Exposure, endedOn, exposureOfError } from './exposure.ts';

export function exposureOfStatement(row: StatementRow, dating: DatingContext): Exposure {
  const from = dating.dayOf(row.effectiveStart, 'earliest');
  switch (row.status) {
    case 'active':
    case 'on-hold':
      return { kind: 'current', from };
    case 'intended':
      return { kind: 'pending' };
    case 'not-taken':
      return { kind: 'not-taken', why: 'stated as not taken' };
    case 'entered-in-error':
      return exposureOfError(dating.dayOf(row.dateAsserted), dating);
    case 'completed':
    case 'stopped': {
      const end = dating.dayOf(row.effectiveEnd);
      if (end === null)
        return { kind: 'undatable', from, why: `the statement is ${row.status} without an end date` };
      // A single moment is when a patch was put on; a period ends when the last one came off.
      const worn = row.effectiveStart === row.effectiveEnd ? dating.wearDays(row) : 0;
      return endedOn(addDays(end, worn), from, dating.asOf);
    }
    default:
      return { kind: 'undatable', from, why: `its status is ${row.status ?? 'not recorded'}` };
  }
}
