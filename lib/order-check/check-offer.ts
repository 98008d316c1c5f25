/** A reviewed order waits to be made: may it be shown beside what is being ordered? */
import { findingsOf } from '#lib/safety/judge-safety.ts';
import type { Case } from '#lib/safety/rule.ts';
import { OPIOID_RULES } from '#lib/safety/rules.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { TitrationPlan } from '#lib/titration/titration-plan.ts';
import type { WarningWhat } from './order-warning.ts';

export type OfferWhat = Extract<WarningWhat, { readonly code: 'plan-offered' }>;

/** Null where what is known of the chart now would have stopped the review. */
export function checkOffer(plan: TitrationPlan, on: CalendarDate, patient: Case): OfferWhat | null {
  if (findingsOf(patient, OPIOID_RULES).some(({ severity }) => severity === 'blocks')) return null;
  const doses = plan.phases.map(({ dose }) => dose);
  return {
    code: 'plan-offered',
    facts: { firstDose: doses[0] ?? 0, highestDose: Math.max(...doses), on },
  };
}
