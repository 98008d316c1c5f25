/**
 * Third pass over the medications: an order. Active is current whatever its supply says; ended is dated from what was handed over, given,
 * bounded or ordered.
 * @see FHIR R4 MedicationRequest.status, .intent, .dispenseRequest
 */

import type { RequestRow } from '#lib/chart/chart.ts';
import { isEnded } from '#lib/chart/states.ts';
import type { Recognition } from '#lib/terminology/recognition.ts';
import { type CalendarDate, daysBetween, latest } from '#lib/time/calendar-date.ts';
import type { DatedSupply, Supplies } from './date-supplies.ts';
import { type Exposure, endedOn, endedUndated, exposureOfError, type Today } from './exposure.ts';
import { type OrderedTime, orderedTime } from './ordered-time.ts';

/** Some EHRs cancel an order that was in use; one written longer ago no longer asks (POLICY). */
const RECENT_CANCEL_DAYS = 180;

/** @param stayEnd last day of the hospital stay it ended with; null when it did not */
export function dateOrder(
  row: RequestRow,
  recognition: Recognition,
  supplies: Supplies,
  stayEnd: CalendarDate | null,
  today: Today,
): Exposure {
  const { state, force } = row;
  if (row.doNotPerform) return { kind: 'not-taken' };
  const from = today.dayOf(row.authoredOn, 'earliest');
  if (force === 'not-read') return { kind: 'undatable', from, why: 'intent' };
  const carriedOut = supplies.of(row.source);
  if (state === 'in-error') return dateError(row, from, carriedOut, today);
  if (state === 'drafted') return { kind: 'pending' };
  if (!(state === 'in-force' || state === 'held' || isEnded(state)))
    return { kind: 'undatable', from, why: 'status' };
  if (force === 'proposal') return state === 'withdrawn' ? { kind: 'not-taken' } : { kind: 'pending' };

  if (stayEnd !== null && state !== 'withdrawn')
    return endedOn(
      lastDayOf(
        carriedOut.filter(({ row }) => row.kind === 'administration'),
        today,
      ) ?? stayEnd,
      from,
      today,
    );
  if (!isEnded(state)) return { kind: 'current', from };
  const time = orderedTime(row, today);
  return (
    lastTaken(row, time, from, carriedOut, today) ??
    (state === 'withdrawn'
      ? dateCancelled(time, from, recognition, today)
      : endedUndated(
          { from, begun: time.authored },
          [
            ...time.signs(),
            ...carriedOut.map(({ lastSign }) => lastSign),
            supplies.lastSignOf(recognition.agonists),
          ],
          'no-end',
          today,
        ))
  );
}

/** The last day that the chart knows of an order that is over; null when it knows none. */
function lastTaken(
  { state }: RequestRow,
  { end, supplyEnd }: OrderedTime,
  from: CalendarDate | null,
  carriedOut: readonly DatedSupply[],
  today: Today,
): Exposure | null {
  const supplied = lastDayOf(carriedOut, today);
  // An order that was broken off may have run for years past its authored supply: that counts only beside an end that was recorded.
  const isAnchored = state === 'done' || supplied !== null || end !== null;
  const lastDay = isAnchored ? latest([supplied, end, supplyEnd]) : null;
  if (lastDay === null) return null;
  const basis = supplied === lastDay ? 'supply' : end === lastDay ? 'end-date' : 'ordered-supply';
  return endedOn(lastDay, from, today, basis);
}

/** Without any sign of use: what may be an opioid is asked about for a while, whatever else it is was not taken. */
function dateCancelled(
  { authored }: OrderedTime,
  from: CalendarDate | null,
  { kind }: Recognition,
  { asOf }: Today,
): Exposure {
  const notTaken = { kind: 'not-taken' } as const;
  if (kind !== 'opioid' && kind !== 'cannot-tell') return notTaken;
  if (authored === null || daysBetween(authored, asOf) <= RECENT_CANCEL_DAYS)
    return { kind: 'perhaps-taken', why: 'cancelled' };
  return kind === 'opioid' ? { kind: 'long-ended', from } : notTaken;
}

/** What was handed over or given on it counts; for the rest it asks for a while. */
function dateError(
  row: RequestRow,
  from: CalendarDate | null,
  carriedOut: readonly DatedSupply[],
  today: Today,
): Exposure {
  const supplied = lastDayOf(carriedOut, today);
  return supplied === null
    ? exposureOfError(today.dayOf(row.authoredOn), today)
    : endedOn(supplied, from, today);
}

/** Last day of what carried an order out; null when nothing did, or on no known day. */
function lastDayOf(carriedOut: readonly DatedSupply[], { asOf }: Today): CalendarDate | null {
  if (carriedOut.length === 0) return null;
  return latest(
    carriedOut.map(({ exposure }) => {
      if (exposure.kind === 'ended') return exposure.lastDay;
      if (exposure.kind === 'current') return asOf;
      return exposure.kind === 'long-ended' ? exposure.from : null;
    }),
  );
}
