import type { MonitoringRecord, SoldOpioid } from '#lib/safety/country-facts.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';

/**
 * What a `confirm` asks of the prescriber. `last-dose`: a stated day moves the earliest start to that day + washoutDays + 1,
 * never before what an administration (`notBefore`) or, unless the reason lifts it, a hand-over (`handedOver`) allows.
 */
export type Question =
  | { readonly kind: 'reason' }
  | {
      readonly kind: 'last-dose';
      readonly washoutDays: number;
      readonly notBefore: CalendarDate | null;
      readonly handedOver: CalendarDate | null;
      /** Earliest start when the question is answered without a day; null when the chart gives none. */
      readonly withoutDay: CalendarDate | null;
      /** Of what the chart dates itself: only a reason that asks for the day brings this forward; null where it dates nothing. */
      readonly clearFrom: CalendarDate | null;
    }
  | {
      readonly kind: 'operation';
      /** The day of it, the latest it may be; null when not recorded. */
      readonly day: CalendarDate | null;
      /** First night without LDN where it is held 72 hours; null where no night is left before that. */
      readonly holdFrom: CalendarDate | null;
    }
  | {
      readonly kind: 'monitoring-and-interview';
      readonly washoutDays: number;
      /** Null in a country that keeps none: nothing is asked of it. */
      readonly monitoringRecord: MonitoringRecord | null;
      /** Opioids sold without a prescription there, asked about by name. */
      readonly overTheCounter: readonly SoldOpioid[];
      readonly asksPregnancy: boolean;
    };
