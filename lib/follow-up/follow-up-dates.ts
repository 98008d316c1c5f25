/** When to see the patient again. Benefit shows at 2-8 weeks, at most at 4-6 (clinical reviews of low-dose naltrexone). */
import { addDays, type CalendarDate } from '#lib/time/calendar-date.ts';
import type { Continuation } from '#lib/titration/continuation.ts';
import type { Regimen } from '#lib/titration/regimen.ts';

/** POLICY: a titration is reviewed by night 42; any order no later than 14 nights before its supply ends. */
const REVIEW_NIGHT = 42;
export const NIGHTS_BEFORE_SUPPLY_ENDS = 14;

/** POLICY: look at 4 and 8 weeks; at 12 with less than 30% relief propose to stop. */
const WEEKS = [4, 8, 12] as const;

interface Dated {
  readonly regimen: Pick<Regimen, 'startDate' | 'days'>;
  readonly continues?: Pick<Continuation, 'kind' | 'begins'>;
}

export type FollowUpDate =
  | {
      readonly on: CalendarDate;
      readonly kind: 'weeks';
      readonly weeks: (typeof WEEKS)[number];
      /** Last night of a supply that is over by then: the nights between need a draft of their own. */
      readonly suppliedUntil: CalendarDate | null;
    }
  | { readonly on: CalendarDate; readonly kind: 'before-supply-ends'; readonly lastNight: CalendarDate };

/** The day by which a review has to have happened so that nobody runs out unseen. */
export function reviewBy({ regimen, continues }: Dated): CalendarDate {
  const inTime = Math.max(regimen.days - NIGHTS_BEFORE_SUPPLY_ENDS, 1);
  const night = continues?.kind === 'maintenance' ? inTime : Math.min(REVIEW_NIGHT, inTime);
  return addDays(regimen.startDate, night - 1);
}

/** Dates in order, the review before the supply ends among them; weeks count from the first night of the treatment, and what is over is left out. */
export function followUpDates(plan: Dated): readonly FollowUpDate[] {
  const { startDate, days } = plan.regimen;
  const lastNight = addDays(startDate, days - 1);
  const visits = WEEKS.map((weeks): FollowUpDate => {
    const on = addDays(beginsOf(plan), weeks * 7);
    return { on, kind: 'weeks', weeks, suppliedUntil: on > lastNight ? lastNight : null };
  }).filter(({ on }) => on > startDate);
  const review: FollowUpDate = { on: reviewBy(plan), kind: 'before-supply-ends', lastNight };
  return [...visits, review].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** Begun anew, the weeks are counted anew. */
function beginsOf({ regimen, continues }: Dated): CalendarDate {
  const begins = continues?.kind === 'restart' ? null : continues?.begins;
  return begins ?? regimen.startDate;
}
