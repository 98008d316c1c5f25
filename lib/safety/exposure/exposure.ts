/** When, as far as the chart tells, a medicine was last taken: the shape, and what all four kinds of row share. */
import type { AdministrationRow, DispenseRow, MedicationRow, Source } from '#lib/chart/chart.ts';
import { addDays, type CalendarDate, daysBetween } from '#lib/time/calendar-date.ts';
import type { DayOf } from '#lib/time/chart-day.ts';

/** What a row says of the patient's exposure. Only `ended` has a last day; none of the others may be taken for "long ago". */
export type Exposure =
  | { readonly kind: 'current'; readonly from: CalendarDate | null }
  | {
      readonly kind: 'ended';
      readonly from: CalendarDate | null;
      readonly lastDay: CalendarDate;
      /** A stopped order of which nothing but its end date is known: the prescriber may state the last dose (R03 as confirm). */
      readonly onEndDateAlone: boolean;
    }
  /** Handed over so long ago, without days of supply, that the day no longer matters. */
  | { readonly kind: 'long-ended'; readonly from: CalendarDate | null }
  | { readonly kind: 'undatable'; readonly from: CalendarDate | null; readonly why: string }
  /** Not yet taken: a draft, a proposal, an intention (R08). */
  | { readonly kind: 'pending' }
  /** Entered in error so recently that it may have been taken. @see FHIR R4 MedicationRequest.status */
  | { readonly kind: 'recent-error' }
  | { readonly kind: 'not-taken'; readonly why: string };

/** What the dating of a row may look at. */
export interface DatingContext {
  readonly asOf: CalendarDate;
  readonly dayOf: DayOf;
  /** Dispenses and administrations that carry out an order, by the order's source. */
  readonly carriedOut: ReadonlyMap<Source, readonly (DispenseRow | AdministrationRow)[]>;
  /** Last day of encounters that are finished (null: finished, day unknown); absent: not finished or not known. */
  readonly finishedEncounters: ReadonlyMap<Source, CalendarDate | null>;
  /** Days that a patch stays on after it was put on; 0 for what is no patch. */
  readonly wearDays: (row: MedicationRow) => number;
  /** A depot or implant handed over: the day counts though no days of supply are given. */
  readonly isDepot: (row: DispenseRow) => boolean;
}

/** An entry in error older than this no longer asks (POLICY, with the FHIR R4 definition of the status). */
const RECENT_ERROR_DAYS = 30;

export function exposureOfError(recordedOn: CalendarDate | null, { asOf }: DatingContext): Exposure {
  return recordedOn === null || daysBetween(recordedOn, asOf) <= RECENT_ERROR_DAYS
    ? { kind: 'recent-error' }
    : { kind: 'not-taken', why: 'entered in error' };
}

/** `ended` on the latest of the days; a day after today counts as today. */
export function endedOn(
  lastDay: CalendarDate,
  from: CalendarDate | null,
  asOf: CalendarDate,
  onEndDateAlone = false,
): Exposure {
  return { kind: 'ended', from, lastDay: lastDay > asOf ? asOf : lastDay, onEndDateAlone };
}

/** Last day of a supply that begins on `start` and lasts `days`. */
export function supplyEnd(start: CalendarDate | null, days: number | null): CalendarDate | null {
  return start === null || days === null ? null : addDays(start, Math.max(days, 1) - 1);
}

/** The latest of the days that are known; null when none is. */
export function latestKnown(days: readonly (CalendarDate | null)[]): CalendarDate | null {
  return days.reduce<CalendarDate | null>(
    (last, day) => (last === null || (day !== null && day > last) ? day : last),
    null,
  );
}

export function present(days: readonly (CalendarDate | null)[]): CalendarDate[] {
  return days.filter((day): day is CalendarDate => day !== null);
}
