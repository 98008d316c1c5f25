/** When, as far as the chart tells, a medicine was last taken: the shape, and what all kinds of row share. */

import { addDays, type CalendarDate, daysBetween, latest } from '#lib/time/calendar-date.ts';
import type { DayOf } from '#lib/time/chart-day.ts';
import type { ChartDate } from '#lib/time/fhir-date.ts';

/**
 * What the last day rests on. `supply`: what was handed over, given or stated as taken. `end-date`: the end written on an order.
 * `ordered-supply`: what the order would have supplied, had it all been fetched.
 */
export type LastDayBasis = 'supply' | 'end-date' | 'ordered-supply';

/** What is missing, or cannot be read: then nobody can say when it was last taken. `no-days`: for how many days it is. */
export type UndatedWhy = 'status' | 'intent' | 'no-date' | 'no-end' | 'no-days';

/** What a row says of the patient's exposure. Only `ended` has a last day; of the others only `long-ended` means "long ago". */
export type Exposure =
  | { readonly kind: 'current'; readonly from: CalendarDate | null }
  | {
      readonly kind: 'ended';
      readonly from: CalendarDate | null;
      readonly lastDay: CalendarDate;
      readonly basis: LastDayBasis;
    }
  /** Over so long ago that the day no longer matters. */
  | { readonly kind: 'long-ended'; readonly from: CalendarDate | null }
  | { readonly kind: 'undatable'; readonly from: CalendarDate | null; readonly why: UndatedWhy }
  /** Not yet taken: a draft, a proposal, an intention, a supply not handed over (R08). */
  | { readonly kind: 'pending' }
  /** Taken back so recently that it may have been taken all the same (R06). @see FHIR R4 MedicationRequest.status */
  | { readonly kind: 'perhaps-taken'; readonly why: 'entered-in-error' | 'cancelled' }
  | { readonly kind: 'not-taken' };

/** What every dating needs: today, and the clinic's days. */
export interface Today {
  readonly asOf: CalendarDate;
  readonly dayOf: DayOf;
}

/** An entry in error older than this no longer asks (POLICY, with the FHIR R4 definition of the status). */
const RECENT_ERROR_DAYS = 30;

/** The longest that one supply, fetched or not, is taken to last where nobody says how long (POLICY). */
export const LONGEST_SUPPLY_DAYS = 180;

/** A row older than three years, with its longest supply over, is history though nobody wrote down its end (POLICY). */
const LONG_AGO_DAYS = 1_096;

/** An entry in error may stand for something that was taken: lately, or on no known day, it is asked about. */
export function exposureOfError(recordedOn: CalendarDate | null, { asOf }: Today): Exposure {
  return recordedOn === null || daysBetween(recordedOn, asOf) <= RECENT_ERROR_DAYS
    ? { kind: 'perhaps-taken', why: 'entered-in-error' }
    : { kind: 'not-taken' };
}

/** `ended` on the last day; a day after today counts as today. */
export function endedOn(
  lastDay: CalendarDate,
  from: CalendarDate | null,
  { asOf }: Today,
  basis: LastDayBasis = 'supply',
): Exposure {
  return { kind: 'ended', from, lastDay: lastDay > asOf ? asOf : lastDay, basis };
}

/**
 * Over, on no day that anybody knows: history where it began long ago and the longest supply since the last sign of it is over.
 *
 * @param from first day it may have begun
 * @param begun last day it may have begun: of a year alone its last day
 * @param signs every day on which the chart still speaks of it
 */
export function endedUndated(
  { from, begun }: { readonly from: CalendarDate | null; readonly begun: CalendarDate | null },
  signs: readonly (CalendarDate | null)[],
  why: UndatedWhy,
  { asOf }: Today,
): Exposure {
  const lastSign = latest([begun, ...signs]);
  const isLongAgo =
    begun !== null &&
    lastSign !== null &&
    daysBetween(begun, asOf) > LONG_AGO_DAYS &&
    daysBetween(lastSign, asOf) > LONGEST_SUPPLY_DAYS;
  return isLongAgo ? { kind: 'long-ended', from } : { kind: 'undatable', from, why };
}

/** Last day of a supply that begins on `start` and lasts `days`. */
export function supplyEnd(start: CalendarDate | null, days: number | null): CalendarDate | null {
  return start === null || days === null ? null : addDays(start, Math.max(days, 1) - 1);
}

/** Last day of a period; null where it has none, ends before it begins, or begins and ends at the same moment: that is no duration. */
export function periodEnd(
  start: ChartDate | null,
  end: ChartDate | null,
  { dayOf }: Today,
): CalendarDate | null {
  const last = dayOf(end);
  const first = dayOf(start, 'earliest');
  if (last === null || (first !== null && last < first)) return null;
  return start === end && end !== null && end.includes('T') ? null : last;
}

export function present(days: readonly (CalendarDate | null)[]): CalendarDate[] {
  return days.filter((day): day is CalendarDate => day !== null);
}
