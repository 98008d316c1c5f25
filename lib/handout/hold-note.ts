/** For the surgeon, dentist or anaesthetist: when the last dose before an operation is, and when the drug may be begun again. */
import { LONGEST_MISSED_NIGHTS } from '#lib/follow-up/decision-table.ts';
import { WASHOUT_DAYS_IMMEDIATE, WASHOUT_DAYS_LONG } from '#lib/safety/exposure/washout.ts';
import { HOLD_HOURS, HOLD_NIGHTS } from '#lib/safety/rules/check-surgery.ts';
import { addDays, type CalendarDate } from '#lib/time/calendar-date.ts';
import type { Micrograms } from '#lib/titration/regimen.ts';
import { doseOf, type TreatmentOnPaper } from './treatment.ts';

export interface HoldNote {
  readonly dose: Micrograms | null;
  readonly operation: CalendarDate;
  /** The evening of the last dose: before any hour of the operation's day all hours of the hold have passed. */
  readonly lastDose: CalendarDate;
  /** From its first minute on nothing is taken. */
  readonly noneFrom: CalendarDate;
  readonly hours: number;
  /** That evening is over: a dose may have been taken after it. */
  readonly isLate: boolean;
  readonly opioidFree: { readonly days: number; readonly daysOfLongActing: number };
  /** After more missed nights than these it is begun at the first dose. */
  readonly longestMissed: number;
}

export function holdNote(treatment: TreatmentOnPaper, operation: CalendarDate, asOf: CalendarDate): HoldNote {
  const noneFrom = addDays(operation, -HOLD_NIGHTS);
  return {
    dose: doseOf(treatment),
    operation,
    lastDose: addDays(noneFrom, -1),
    noneFrom,
    hours: HOLD_HOURS,
    isLate: noneFrom < asOf,
    opioidFree: { days: WASHOUT_DAYS_IMMEDIATE, daysOfLongActing: WASHOUT_DAYS_LONG },
    longestMissed: LONGEST_MISSED_NIGHTS,
  };
}
