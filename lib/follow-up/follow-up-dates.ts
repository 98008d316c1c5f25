/** When to see the patient again. Benefit shows at 2-8 weeks, at most at 4-6 (clinical reviews of low-dose naltrexone). */
import { addDays, type CalendarDate } from '#lib/time/calendar-date.ts';
import type { Regimen } from '#lib/titration/regimen.ts';
import { screenDate } from '#lib/words/en/dates.ts';

/** POLICY: a review by night 42, and never later than 14 nights before the supply ends. */
const REVIEW_NIGHT = 42;
const NIGHTS_BEFORE_SUPPLY_ENDS = 14;

/** POLICY: look at 4 and 8 weeks; at 12 with less than 30% relief propose to stop. */
const WEEKS = [
  { weeks: 4, why: 'tolerability and first effect' },
  { weeks: 8, why: 'effect: pain and function against the start' },
  { weeks: 12, why: 'go on or stop: with less than 30% relief, propose to stop' },
] as const;

interface Dated {
  readonly regimen: Pick<Regimen, 'startDate' | 'days'>;
}

export interface FollowUp {
  readonly on: CalendarDate;
  /** "4 weeks" */
  readonly when: string;
  readonly why: string;
}

/** The day by which a review has to have happened so that nobody runs out unseen. */
export function reviewBy({ regimen }: Dated): CalendarDate {
  const night = Math.min(REVIEW_NIGHT, Math.max(regimen.days - NIGHTS_BEFORE_SUPPLY_ENDS, 1));
  return addDays(regimen.startDate, night - 1);
}

/** Dates in order, the review before the supply ends among them. */
export function followUpDates(plan: Dated): readonly FollowUp[] {
  const { startDate, days } = plan.regimen;
  const lastNight = screenDate(addDays(startDate, days - 1));
  const visits: FollowUp[] = WEEKS.map(({ weeks, why }) => ({
    on: addDays(startDate, weeks * 7),
    when: `${weeks} weeks`,
    why,
  }));
  const review = {
    on: reviewBy(plan),
    when: 'Before the supply ends',
    why: `the last night of this supply is ${lastNight}`,
  };
  return [...visits, review].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
