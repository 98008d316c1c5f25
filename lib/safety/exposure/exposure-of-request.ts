/**
 * An order. Active is current whatever its supply says; ended is dated from what was handed over, supplied, bounded or given.
 * @see FHIR R4 MedicationRequest.status, .intent, .dispenseRequest; HL7 valueset-medicationrequest-status
 */
import type { RequestRow } from '#lib/chart/chart.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import {
  type DatingContext,
  type Exposure,
  endedOn,
  exposureOfError,
  latestKnown,
  supplyEnd,
} from './exposure.ts';
import { exposureOfAdministration } from './exposure-of-administration.ts';
import { exposureOfDispense } from './exposure-of-dispense.ts';

const ORDERS = new Set(['order', 'original-order', 'reflex-order', 'filler-order', 'instance-order']);
const PROPOSALS = new Set(['proposal', 'option']);

export function exposureOfRequest(row: RequestRow, dating: DatingContext): Exposure {
  if (row.doNotPerform) return { kind: 'not-taken', why: 'an order not to give it' };
  const from = dating.dayOf(row.authoredOn, 'earliest');
  if (row.intent === null || !(ORDERS.has(row.intent) || PROPOSALS.has(row.intent) || row.intent === 'plan'))
    return { kind: 'undatable', from, why: `its intent is ${row.intent ?? 'not recorded'}` };
  if (row.status === 'entered-in-error') return exposureOfError(dating.dayOf(row.authoredOn), dating);
  if (row.status === 'cancelled') return { kind: 'not-taken', why: 'cancelled' };
  if (row.status === 'draft') return { kind: 'pending' };
  if (row.status === null || !['active', 'on-hold', 'completed', 'stopped'].includes(row.status))
    return { kind: 'undatable', from, why: `its status is ${row.status ?? 'not recorded'}` };
  if (PROPOSALS.has(row.intent) || (row.intent === 'plan' && !row.reported)) return { kind: 'pending' };

  const stay = finishedStay(row, dating);
  if (stay !== undefined) {
    const given = lastGiven(row, dating) ?? stay;
    return given === null
      ? { kind: 'undatable', from, why: 'the hospital stay it belongs to has no end date' }
      : endedOn(given, from, dating.asOf);
  }
  if (row.status === 'active' || row.status === 'on-hold') return { kind: 'current', from };
  return exposureOfEndedOrder(row, from, dating);
}

/** The end of the finished encounter an inpatient order belongs to; undefined when it is no such order. */
export function finishedStay(row: RequestRow, dating: DatingContext): CalendarDate | null | undefined {
  if (!row.categories.includes('inpatient') || row.encounter === null) return undefined;
  return dating.finishedEncounters.get(row.encounter);
}

function exposureOfEndedOrder(row: RequestRow, from: CalendarDate | null, dating: DatingContext): Exposure {
  const { dayOf } = dating;
  const carriedOut = latestKnown([lastGiven(row, dating), lastHandedOver(row, dating)]);
  const end = latestKnown([dayOf(row.validityEnd), ...row.dosage.map((line) => dayOf(line.boundsEnd))]);
  const start = latestKnown([
    dayOf(row.authoredOn),
    dayOf(row.validityStart),
    ...row.dosage.map((line) => dayOf(line.boundsStart)),
  ]);
  const supply = latestKnown([
    supplyEnd(start, daysOfAllFills(row)),
    ...row.dosage.map((line) => supplyEnd(start, line.boundsDays)),
    ...row.dosage.flatMap((line) => line.events.map((event) => dayOf(event))),
  ]);
  // A stopped order may have run for years past its authored supply: that supply counts only beside an end that was recorded.
  const anchored = row.status === 'completed' || carriedOut !== null || end !== null;
  const lastDay = anchored ? latestKnown([carriedOut, end, supply]) : null;
  if (lastDay === null)
    return {
      kind: 'undatable',
      from,
      why: `it is ${row.status} and the chart does not say when it was last taken`,
    };
  const without = latestKnown([carriedOut, supply]);
  return endedOn(
    lastDay,
    from,
    dating.asOf,
    row.status === 'stopped' && (without === null || without < lastDay),
  );
}

/**
 * Days from the first fill to the end of the last, each refill as late as it may come; null when the order does not say how long
 * its fills last.
 */
function daysOfAllFills({ supplyDays, firstFillDays, fillIntervalDays, repeats }: RequestRow): number | null {
  const refills = repeats ?? 0;
  if (supplyDays === null) return refills === 0 ? firstFillDays : null;
  return Math.max(firstFillDays ?? 0, supplyDays) + refills * Math.max(supplyDays, fillIntervalDays ?? 0);
}

function lastGiven(row: RequestRow, dating: DatingContext): CalendarDate | null {
  return lastOf(row, dating, 'administration');
}

function lastHandedOver(row: RequestRow, dating: DatingContext): CalendarDate | null {
  return lastOf(row, dating, 'dispense');
}

function lastOf(
  row: RequestRow,
  dating: DatingContext,
  kind: 'administration' | 'dispense',
): CalendarDate | null {
  const linkedRows = dating.carriedOut.get(row.source);
  if (linkedRows === undefined) return null;
  const days = linkedRows
    .filter((linked) => linked.kind === kind)
    .map((linked) => {
      const exposure =
        linked.kind === 'dispense'
          ? exposureOfDispense(linked, dating)
          : exposureOfAdministration(linked, dating);
      if (exposure.kind === 'ended') return exposure.lastDay;
      return exposure.kind === 'current'
        ? dating.asOf
        : exposure.kind === 'long-ended'
          ? exposure.from
          : null;
    });
  return latestKnown(days);
}
