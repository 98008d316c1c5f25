/** The plan that orders in the EHR make up together: its steps, night by night, and on the calendar. */
import { addDays, type CalendarDate, daysBetween } from '#lib/time/calendar-date.ts';
import type { Micrograms, Preparation } from '#lib/titration/regimen.ts';

export interface OrderedStep {
  readonly sequence: number;
  readonly dose: Micrograms;
  readonly nights: number;
  /** Counted from the first night of the titration, which is 1. */
  readonly firstNight: number;
  readonly lastNight: number;
}

export interface OrderedPlan {
  /** At least one, without a gap. */
  readonly steps: readonly OrderedStep[];
  readonly nights: number;
  /** The planned first night; null where the order names none, or more than one. */
  readonly begins: CalendarDate | null;
  readonly preparation: Preparation;
}

/** The step whose nights contain this night; null before the first and after the last. */
export function stepOfNight({ steps }: OrderedPlan, night: number): OrderedStep | null {
  return steps.find(({ firstNight, lastNight }) => firstNight <= night && night <= lastNight) ?? null;
}

/** Which night of the titration a day is, 1 on the planned first. */
export function nightOf(begins: CalendarDate, day: CalendarDate): number {
  return daysBetween(begins, day) + 1;
}

/** The steps on the calendar, from their first night. */
export function inDates({ steps, nights }: OrderedPlan, begins: CalendarDate) {
  return {
    regimen: { startDate: begins, days: nights },
    phases: steps.map((step) => ({
      ...step,
      from: addDays(begins, step.firstNight - 1),
      to: addDays(begins, step.lastNight - 1),
    })),
  };
}
