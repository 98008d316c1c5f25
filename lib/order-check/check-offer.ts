/** A reviewed order waits to be made: may it be shown beside what is being ordered? */
import type { JudgedMedication } from '#lib/safety/exposure/judged-medication.ts';
import { findingsOf } from '#lib/safety/judge-safety.ts';
import type { Case } from '#lib/safety/rule.ts';
import { isNaltrexone } from '#lib/safety/rules/naltrexone.ts';
import { OPIOID_RULES } from '#lib/safety/rules.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { TitrationPlan } from '#lib/titration/titration-plan.ts';
import type { WarningWhat } from './order-warning.ts';

/** What was reviewed, and on which day. */
export interface Waiting {
  readonly plan: TitrationPlan;
  readonly on: CalendarDate;
}

type OfferWhat = Extract<WarningWhat, { readonly code: 'plan-offered' }>;

/** Null where what is known of the chart now would have stopped the review, or naltrexone stands in it already: never two orders. */
export function checkOffer(
  { plan, on }: Waiting,
  ordered: ReadonlySet<string>,
  patient: Case,
): OfferWhat | null {
  if (findingsOf(patient, OPIOID_RULES).some(({ severity }) => severity === 'blocks')) return null;
  if (patient.medications.some((medication) => mayStand(medication) && !ordered.has(medication.row.source)))
    return null;
  const doses = plan.phases.map(({ dose }) => dose);
  return {
    code: 'plan-offered',
    facts: { firstDose: doses[0] ?? 0, highestDose: Math.max(...doses), on },
  };
}

const OVER: ReadonlySet<JudgedMedication['use']> = new Set(['past', 'not-taken', 'perhaps-taken']);

function mayStand(medication: JudgedMedication): boolean {
  return isNaltrexone(medication) && !OVER.has(medication.use);
}
