import type { JudgedMedication } from '#lib/safety/exposure/judged-medication.ts';
import { addDays, type CalendarDate } from '#lib/time/calendar-date.ts';

/** What would be the earliest start if the last dose of a current opioid were today's. A condition: it clears nothing. */
export interface IfLastToday {
  /** Whole days without an opioid. */
  readonly washoutDays: number;
  readonly earliestStart: CalendarDate;
}

export function ifLastToday({ washoutDays }: JudgedMedication, asOf: CalendarDate): IfLastToday {
  return { washoutDays, earliestStart: addDays(asOf, washoutDays + 1) };
}
