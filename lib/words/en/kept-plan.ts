/** What is said over a plan that an earlier launch left. */
import { clinicDay } from '#lib/time/clinic-day.ts';
import { clockTime, screenDate } from './dates.ts';

/** "Plan from 14:05 today, restored". Both times in epoch milliseconds. */
export function restoredPlanTitle(keptAt: number, now: number, timeZone: string | null): string {
  const zone = timeZone ?? 'UTC';
  const day = clinicDay(keptAt, zone);
  const when = day === clinicDay(now, zone) ? 'today' : `on ${screenDate(day)}`;
  return `Plan from ${clockTime(keptAt, timeZone)} ${when}, restored`;
}

export const RESTORED_PLAN = {
  meaning: 'You left it in an earlier launch. It is checked here against the chart as it is now.',
  afresh: 'Start afresh from the proposal',
} as const;
