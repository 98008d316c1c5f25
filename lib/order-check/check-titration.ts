/** A chart is opened in which an order of ours is taken: did an opioid come since, is the review overdue? */
import type { JudgedMedication } from '#lib/safety/exposure/judged-medication.ts';
import { medicationFact, recordedOn } from '#lib/safety/medication-fact.ts';
import { isOpioid } from '#lib/safety/opioid-verdict.ts';
import type { Case } from '#lib/safety/rule.ts';
import { isOwnStanding } from '#lib/safety/rules/naltrexone.ts';
import { addDays, type CalendarDate } from '#lib/time/calendar-date.ts';
import type { WarningWhat } from './order-warning.ts';

type TitrationWhat = Extract<WarningWhat, { readonly code: 'opioid-since-titration' | 'review-overdue' }>;

/** POLICY: the review is due eight weeks after the start; an order that nobody looked at two weeks later is told of. */
const REVIEW_DUE_DAYS = 56;
const GRACE_DAYS = 14;

export function checkTitration(patient: Case): TitrationWhat | null {
  const { medications, dayOf, asOf } = patient;
  const titration = medications.find(
    (medication) => isOwnStanding(medication) && medication.use === 'current',
  );
  if (titration === undefined) return null;
  const naltrexone = medicationFact(titration, dayOf);
  const opioid = medications.find(isOpioidNow);
  if (opioid !== undefined)
    return { code: 'opioid-since-titration', facts: { naltrexone, opioid: medicationFact(opioid, dayOf) } };
  const due = reviewDue(titration, patient);
  return due !== null && addDays(due, GRACE_DAYS) < asOf
    ? { code: 'review-overdue', facts: { naltrexone, due } }
    : null;
}

function isOpioidNow({ recognition, use }: JudgedMedication): boolean {
  return isOpioid(recognition) && (use === 'current' || use === 'recent');
}

function reviewDue({ row }: JudgedMedication, { dayOf }: Case): CalendarDate | null {
  const day = recordedOn(row, dayOf);
  return day === null ? null : addDays(day, REVIEW_DUE_DAYS);
}
