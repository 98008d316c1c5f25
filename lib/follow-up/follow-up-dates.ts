/** When to see the patient again. Benefit shows at 2-8 weeks, at most at 4-6 (clinical reviews of low-dose naltrexone). */
import { addDays, type CalendarDate } from '#lib/time/calendar-date.ts';
import type { Regimen } from '#lib/titration/regimen.ts';

/** POLICY: a review by night 42, and never later than 14 nights before the supply ends. */
const REVIEW_NIGHT = 42;
const NIGHTS_BEFORE_SUPPLY_ENDS = 14;

/** POLICY: look at 4 and 8 weeks; at 12 with less than 30% relief propose to stop. */
const WEEKS = [4, 8, 12] as const;

interface Dated {
  readonly regimen: Pick<Regimen, 'startDate' | 'days'>;
}

export type FollowUpDate =
  | { readonly on: CalendarDate; readonly kind: 'weeks'; readonly weeks: (typeof WEEKS)[number] }
  | { readonly on: CalendarDate; readonly kind: 'before-supply-ends'; readonly lastNight: CalendarDate };

/** The day by which a review has to have happened so that nobody runs out unseen. */
export function reviewBy({ regimen }: Dated): CalendarDate {
  const night = Math.min(REVIEW_NIGHT, Math.max(regimen.days - NIGHTS_BEFORE_SUPPLY_ENDS, 1));
  return addDays(regimen.startDate, night - 1);
}

/** Dates in order, the review before the supply ends among them. */
export function followUpDates(plan: Dated): readonly FollowUpDate[] {
  const { startDate, days } = plan.regimen;
  const visits = WEEKS.map(
    (weeks): FollowUpDate => ({
      on: addDays(startDate, weeks * 7),
      kind: 'weeks',
      weeks,
    }),
  );
  const review: FollowUpDate = {
    on: reviewBy(plan),
    kind: 'before-supply-ends',
    lastNight: addDays(startDate, days - 1),
  };
  return [...visits, review].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
