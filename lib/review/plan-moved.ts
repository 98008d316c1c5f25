/** What the answers of the prescriber did to the plan between two looks at it. */
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { latest } from '#lib/time/calendar-date.ts';
import type { Answers } from './reviewed-plan.ts';

export interface PlanMoved {
  /** The last opioid that was stated; null where the answers moved the plan for another reason. */
  readonly lastOpioid: CalendarDate | null;
  readonly firstNight: CalendarDate;
}

export function planMoved(answers: Answers, firstNight: CalendarDate): PlanMoved {
  const stated = Object.values(answers).flatMap(({ lastDose }) => (lastDose === undefined ? [] : [lastDose]));
  return { lastOpioid: latest(stated), firstNight };
}
