/** What was given to the patient. @see FHIR R4 MedicationAdministration.status, .effective[x] */
import type { AdministrationRow } from '#lib/chart/chart.ts';
import { addDays } from '#lib/time/calendar-date.ts';
import { type DatingContext, type Exposure, endedOn, exposureOfError } from './exposure.ts';

const COUNTS = new Set(['completed', 'in-progress', 'stopped', 'on-hold']);

export function exposureOfAdministration(row: AdministrationRow, dating: DatingContext): Exposure {
  const from = dating.dayOf(row.effectiveStart, 'earliest');
  const end = dating.dayOf(row.effectiveEnd);
  if (row.status === 'not-done') return { kind: 'not-taken', why: 'not given' };
  if (row.status === 'entered-in-error')
    return exposureOfError(end ?? dating.dayOf(row.effectiveStart), dating);
  if (row.status === null || !COUNTS.has(row.status))
    return { kind: 'undatable', from, why: `the administration's status is ${row.status ?? 'not recorded'}` };
  if (row.status === 'in-progress' && row.effectiveEnd === null) return { kind: 'current', from };
  if (end === null)
    return {
      kind: 'undatable',
      from,
      why: from === null ? 'the administration has no date' : 'the administration has no end',
    };
  return endedOn(addDays(end, dating.wearDays(row)), from, dating.asOf);
}
