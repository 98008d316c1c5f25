/** The day on which the patient is looked at again. */
import { addDays, type CalendarDate } from '#lib/time/calendar-date.ts';
import { DECIDE_AFTER_DAYS, type TableRow } from './decision-table.ts';
import { NIGHTS_BEFORE_SUPPLY_ENDS } from './follow-up-dates.ts';
import type { OfferedDraft } from './response.ts';
import { NIGHTS_TO_SPEAK } from './response-scores.ts';
import type { Situation } from './situation.ts';

/** POLICY: nights at a lower dose before the next look. */
export const STAY_NIGHTS = 28;

/** The interval at this dose, and not before a score can speak of it; once that is over, week 12. */
export function waitUntil({ now, treatment, interval, nightsAtDose }: Situation): CalendarDate | null {
  if (now === null || treatment === null) return null;
  const nights = Math.max(interval, NIGHTS_TO_SPEAK);
  return nightsAtDose < nights ? addDays(now.since, nights) : addDays(treatment.begins, DECIDE_AFTER_DAYS);
}

/** Null where the outcome sets no such day, or the order that stands is over. */
export function reviewOn(
  { outcome }: TableRow,
  now: Situation,
  draft: OfferedDraft | null,
): CalendarDate | null {
  switch (outcome) {
    case 'wait':
      return now.dose === null ? (now.treatment?.begins ?? null) : waitUntil(now);
    case 'lower':
      return addDays(draft?.firstNight ?? now.asOf, STAY_NIGHTS);
    case 'step':
      return addDays(draft?.firstNight ?? now.asOf, now.interval);
    case 'stay': {
      const last =
        draft === null ? (now.treatment?.lastNight ?? null) : addDays(draft.firstNight, draft.days - 1);
      return last === null || last < now.asOf ? null : addDays(last, -NIGHTS_BEFORE_SUPPLY_ENDS);
    }
    default:
      return null;
  }
}
