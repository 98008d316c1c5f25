/** What was given to the patient. @see FHIR R4 MedicationAdministration.status, .effective[x] */

import type { AdministrationRow } from '#lib/chart/chart.ts';
import { addDays } from '#lib/time/calendar-date.ts';
import { type Exposure, endedOn, endedUndated, exposureOfError, periodEnd, type Today } from './exposure.ts';
import type { RecognisedRow } from './recognised-row.ts';

const COUNTS = new Set(['completed', 'in-progress', 'stopped', 'on-hold']);
const OVER = new Set(['completed', 'stopped']);

export function dateAdministration(
  { row, wearDays }: RecognisedRow<AdministrationRow>,
  today: Today,
): Exposure {
  const { effectiveStart, effectiveEnd, status } = row;
  const from = today.dayOf(effectiveStart, 'earliest');
  // A moment ends when it begins.
  const end =
    effectiveStart === effectiveEnd
      ? today.dayOf(effectiveEnd)
      : periodEnd(effectiveStart, effectiveEnd, today);
  if (status === 'not-done') return { kind: 'not-taken' };
  if (status === 'entered-in-error') return exposureOfError(end ?? today.dayOf(effectiveStart), today);
  if (status === null || !COUNTS.has(status)) return { kind: 'undatable', from, why: 'status' };
  if (status === 'in-progress' && effectiveEnd === null) return { kind: 'current', from };
  if (end !== null) return endedOn(addDays(end, wearDays), from, today);
  const why = from === null ? 'no-date' : 'no-end';
  return OVER.has(status)
    ? endedUndated(
        { from, begun: today.dayOf(effectiveStart) },
        [today.dayOf(effectiveStart), today.dayOf(effectiveEnd)],
        why,
        today,
      )
    : { kind: 'undatable', from, why };
}
