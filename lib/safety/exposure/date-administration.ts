/** What was given to the patient. @see FHIR R4 MedicationAdministration.status, .effective[x] */

import type { AdministrationRow } from '#lib/chart/chart.ts';
import { isOver, type MedicationState } from '#lib/chart/states.ts';
import { addDays } from '#lib/time/calendar-date.ts';
import { type Exposure, endedOn, endedUndated, exposureOfError, periodEnd, type Today } from './exposure.ts';
import { patchWearDays } from './patch.ts';
import type { RecognisedRow } from './recognised-row.ts';

const COUNTS: ReadonlySet<MedicationState> = new Set(['done', 'under-way', 'broken-off', 'held']);

/** A patch counts for as long as it is worn; a state that does not tell is undatable, never over. */
export function dateAdministration(
  { row, recognition }: RecognisedRow<AdministrationRow>,
  today: Today,
): Exposure {
  const { effectiveStart, effectiveEnd, state } = row;
  const from = today.dayOf(effectiveStart, 'earliest');
  // A moment ends when it begins.
  const end =
    effectiveStart === effectiveEnd
      ? today.dayOf(effectiveEnd)
      : periodEnd(effectiveStart, effectiveEnd, today);
  if (state === 'omitted') return { kind: 'not-taken' };
  if (state === 'in-error') return exposureOfError(end ?? today.dayOf(effectiveStart), today);
  if (!COUNTS.has(state)) return { kind: 'undatable', from, why: 'status' };
  if (state === 'under-way' && effectiveEnd === null) return { kind: 'current', from };
  if (end !== null) return endedOn(addDays(end, patchWearDays(row, recognition)), from, today);
  const why = from === null ? 'no-date' : 'no-end';
  return isOver(state)
    ? endedUndated(
        { from, begun: today.dayOf(effectiveStart) },
        [today.dayOf(effectiveStart), today.dayOf(effectiveEnd)],
        why,
        today,
      )
    : { kind: 'undatable', from, why };
}
