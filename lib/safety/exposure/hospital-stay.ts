/** Whether an order ended with a hospital stay, though nobody ended the order. */

import type { Chart, EncounterRow, RequestRow, Source } from '#lib/chart/chart.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { DatedSupply } from './date-supplies.ts';
import { periodEnd, type Today } from './exposure.ts';
import { orderedTime } from './ordered-time.ts';

/** Classes of contact in which the patient is in a bed. @see HL7 v3 ActCode, ActEncounterCode */
const INPATIENT_CLASSES = new Set(['IMP', 'ACUTE', 'NONAC', 'EMER', 'OBSENC', 'SS']);

export type Stays = ReadonlyMap<Source, EncounterRow>;

/** Stays in a bed that are over, by their address in the chart. */
export function finishedStays({ encounters }: Pick<Chart, 'encounters'>): Stays {
  return new Map(
    encounters
      .filter((one) => one.state === 'over' && one.class !== null && INPATIENT_CLASSES.has(one.class))
      .map((one) => [one.source, one]),
  );
}

/**
 * Last day of the stay an order ended with; null where it may go on: inpatient is not its only category, it was not written in a finished
 * stay in a bed, or something on the chart reaches past the end of that stay. A discharge medicine goes home.
 */
export function endOfStay(
  row: RequestRow,
  stays: Stays,
  carriedOut: readonly DatedSupply[],
  today: Today,
): CalendarDate | null {
  const stay = row.encounter === null ? undefined : stays.get(row.encounter);
  if (stay === undefined || row.categories.length === 0) return null;
  if (row.categories.some((category) => category.toLowerCase() !== 'inpatient')) return null;
  const end = periodEnd(stay.start, stay.end, today);
  if (end === null || !isAuthoredWithin(row, stay, today)) return null;
  return reachesPast(end, row, carriedOut, today) ? null : end;
}

function isAuthoredWithin(row: RequestRow, stay: EncounterRow, { dayOf }: Today): boolean {
  const authored = { first: dayOf(row.authoredOn, 'earliest'), last: dayOf(row.authoredOn) };
  const begins = dayOf(stay.start, 'earliest');
  const ends = dayOf(stay.end);
  if (authored.first === null || authored.last === null || begins === null || ends === null) return false;
  return authored.first >= begins && authored.last <= ends;
}

function reachesPast(
  end: CalendarDate,
  row: RequestRow,
  carriedOut: readonly DatedSupply[],
  today: Today,
): boolean {
  if ((row.repeats ?? 0) > 0) return true;
  if (
    orderedTime(row, today)
      .signs()
      .some((day) => day > end)
  )
    return true;
  return carriedOut.some(
    ({ exposure }) =>
      exposure.kind === 'current' ||
      exposure.kind === 'undatable' ||
      exposure.kind === 'long-ended' ||
      exposure.kind === 'pending' ||
      (exposure.kind === 'ended' && exposure.lastDay > end),
  );
}
