/** The order that an outcome asks for: from which night, and for how many. */
import { addDays, type CalendarDate, daysBetween } from '#lib/time/calendar-date.ts';
import type { Micrograms } from '#lib/titration/regimen.ts';
import type { TableRow } from './decision-table.ts';
import { NIGHTS_BEFORE_SUPPLY_ENDS } from './follow-up-dates.ts';
import type { DraftKind, OfferedDraft, OrderRuns, Outcome } from './response.ts';
import { STAY_NIGHTS, waitUntil } from './review-day.ts';
import type { Situation } from './situation.ts';

/** POLICY: nights of a maintenance order; loss of benefit is common, so it is looked at again after them. */
const MAINTENANCE_NIGHTS = 90;

/** POLICY: nights at the highest dose of a next part, as at the end of the standard schedule. */
const LAST_STEP_NIGHTS = 28;

/** Nights of a titration that is begun anew, as in the standard schedule. */
const RESTART_NIGHTS = 56;

export type Timing = { readonly firstNight: CalendarDate } | { readonly orderRuns: OrderRuns };

/** Never two orders in force: from the night after the last one of the order before, and only from the review before its supply ends on. */
export function timingOf({ outcome }: TableRow, { treatment, asOf }: Situation): Timing {
  if ((treatment?.withoutEnd.length ?? 0) > 0) return { orderRuns: { lastNight: null, draftFrom: null } };
  const last = treatment?.lastNight ?? null;
  if (last === null || last < asOf) return { firstNight: asOf };
  // What runs on gives until its last night the dose that was just found wrong.
  if (outcome === 'lower' || outcome === 'restart')
    return { orderRuns: { lastNight: last, draftFrom: null } };
  if (daysBetween(asOf, last) <= NIGHTS_BEFORE_SUPPLY_ENDS) return { firstNight: addDays(last, 1) };
  return { orderRuns: { lastNight: last, draftFrom: addDays(last, -NIGHTS_BEFORE_SUPPLY_ENDS) } };
}

/** Null where the outcome has no draft, the order itself goes on to that dose, or no night is left for it. */
export function offered(
  { outcome, draft }: TableRow,
  now: Situation,
  dose: Micrograms,
  { firstNight }: { readonly firstNight: CalendarDate },
): OfferedDraft | null {
  if (draft === null || (outcome === 'step' && now.nextIsOrdered)) return null;
  const days = nightsOf(draft, outcome, now, firstNight);
  if (days < 1) return null;
  return { kind: draft, dose, days, firstNight, follows: now.followed };
}

function nightsOf(kind: DraftKind, outcome: Outcome, now: Situation, firstNight: CalendarDate): number {
  switch (kind) {
    case 'maintenance':
      return MAINTENANCE_NIGHTS;
    case 'restart':
      return RESTART_NIGHTS;
    case 'step':
      return LAST_STEP_NIGHTS;
    default:
      return outcome === 'wait' ? nightsToReview(now, firstNight) : STAY_NIGHTS;
  }
}

/** A bridge: the nights between the end of the order and the look; none where the order lasts until then, or has no end. */
function nightsToReview(now: Situation, firstNight: CalendarDate): number {
  if (now.treatment?.lastNight === null) return 0;
  const on = waitUntil(now);
  return on === null ? 0 : daysBetween(firstNight, on);
}
