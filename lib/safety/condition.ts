/** Whether a condition counts, and since when. */

import type { ConditionRow } from '#lib/chart/chart.ts';
import type { ClinicalState } from '#lib/chart/states.ts';
import { type CalendarDate, daysBetween, latest } from '#lib/time/calendar-date.ts';
import type { DayOf } from '#lib/time/chart-day.ts';
import type { ChartDate } from '#lib/time/fhir-date.ts';

const OVER: ReadonlySet<ClinicalState> = new Set(['inactive', 'in-remission', 'over']);

/** Refuted and erroneous conditions say nothing. */
export function counts(condition: ConditionRow): boolean {
  return !condition.isRefuted;
}

/** Active unless the chart says it is over; an absent status counts as active. */
export function isActive(condition: ConditionRow): boolean {
  return counts(condition) && !OVER.has(condition.state) && condition.abatement === null;
}

/** Last day the chart connects with the condition; null when it names none. */
export function lastMentioned(condition: ConditionRow, dayOf: DayOf): CalendarDate | null {
  const days = [condition.abatement, condition.recorded, condition.onset].map((date) => dayOf(date));
  return latest(days);
}

/** True within the days, and when the day is not known. */
export function isWithin(date: ChartDate | null, days: number, asOf: CalendarDate, dayOf: DayOf): boolean {
  const day = dayOf(date);
  return day === null || daysBetween(day, asOf) <= days;
}
