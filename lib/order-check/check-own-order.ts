/**
 * A naltrexone order is being made or signed where a plan was reviewed here: is it still that plan, and is the review still good?
 * The order that an EHR keeps may be the 50 mg tablet of its own list.
 */
import type { RequestRow } from '#lib/chart/chart.ts';
import { isOwnOrder, ownValues } from '#lib/chart/own-draft.ts';
import type { JsonObject } from '#lib/fhir/fields.ts';
import { RECHECK_AFTER_DAYS } from '#lib/order/standing/own-drafts.ts';
import type { CheckedField } from '#lib/order/verify/verify-draft.ts';
import { verifyDraft } from '#lib/order/verify/verify-draft.ts';
import type { JudgedMedication } from '#lib/safety/exposure/judged-medication.ts';
import { medicationFact, recordedOn } from '#lib/safety/medication-fact.ts';
import { isOpioid } from '#lib/safety/opioid-verdict.ts';
import type { MedicationFact } from '#lib/safety/row-fact.ts';
import type { Case } from '#lib/safety/rule.ts';
import { dailyMilligrams } from '#lib/safety/rules/naltrexone-dose.ts';
import { type CalendarDate, daysBetween } from '#lib/time/calendar-date.ts';
import type { WarningWhat } from './order-warning.ts';
import type { Ordered } from './ordered.ts';
import type { ReviewedOrder } from './reviewed-order.ts';

type OwnWhat = Extract<
  WarningWhat,
  { readonly code: 'not-as-reviewed' | 'changed-since-review' | 'draft-stale' }
>;

/** An order as the EHR sends it while it is being made. */
interface OwnOrder {
  readonly order: Ordered;
  readonly json: JsonObject;
}

/** @param reviewed what was reviewed for this patient, the latest first. */
export function checkOwnOrder(
  { order, json }: OwnOrder,
  reviewed: readonly ReviewedOrder[],
  patient: Case,
): OwnWhat | null {
  const { row } = order.medication;
  if (row.kind !== 'request') return null;
  const named = namedBy(row, reviewed);
  if (named === null && !isOwnOrder(row)) return comparedWithLatest(order.medication, row, reviewed, patient);
  const ordered = medicationFact(order.medication, patient.dayOf);
  if (named !== null) {
    const differing = differs(order.medication, row, named.request.row);
    const { firstDose: reviewedFirstDose } = named.reviewed;
    if (differing !== null)
      return {
        code: 'not-as-reviewed',
        facts: { ordered, milligrams: differing.milligrams, reviewedFirstDose },
      };
    const fields = changedIn(named.request.sent, json);
    if (fields.length > 0)
      return { code: 'changed-since-review', facts: { ordered, reviewedFirstDose, fields } };
  }
  const drafted = earlier(named?.reviewed.on ?? null, patient.dayOf(row.authoredOn, 'earliest'));
  return drafted === null ? null : stale(ordered, drafted, patient);
}

/** Some EHRs date an order anew whenever it is touched. */
function earlier(one: CalendarDate | null, other: CalendarDate | null): CalendarDate | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

interface Named {
  readonly reviewed: ReviewedOrder;
  readonly request: ReviewedOrder['requests'][number];
}

/** By our identifier; by its address where the EHR dropped that. */
function namedBy(row: RequestRow, reviewed: readonly ReviewedOrder[]): Named | null {
  const values = new Set(ownValues(row.identifiers));
  for (const one of reviewed) {
    const request =
      one.requests.find(({ sent }) => values.has(sent.identifier[0].value)) ??
      one.requests[one.locations.indexOf(row.source)];
    if (request !== undefined) return { reviewed: one, request };
  }
  return null;
}

/** An order without our mark: only a strength that no review here ever named is told, and that of the latest review. */
function comparedWithLatest(
  medication: JudgedMedication,
  row: RequestRow,
  [latest]: readonly ReviewedOrder[],
  patient: Case,
): OwnWhat | null {
  const strength = strengthOf(row);
  if (latest === undefined || strength === null) return null;
  const strengths = latest.requests.map((request) => strengthOf(request.row));
  if (strengths.every((one) => one === null) || strengths.includes(strength)) return null;
  return {
    code: 'not-as-reviewed',
    facts: {
      ordered: medicationFact(medication, patient.dayOf),
      milligrams: strength,
      reviewedFirstDose: latest.firstDose,
    },
  };
}

/** Another drug, another strength, another dose; null where it is the same as far as both say. */
function differs(
  { recognition }: JudgedMedication,
  row: RequestRow,
  reviewed: RequestRow,
): { readonly milligrams: number | null } | null {
  if (!recognition.antagonists.includes('naltrexone')) return { milligrams: null };
  const strength = strengthOf(row);
  if (strength !== null && strength !== strengthOf(reviewed)) return { milligrams: strength };
  const dose = dailyMilligrams({ row });
  const meant = dailyMilligrams({ row: reviewed });
  return dose !== null && meant !== null && row.dosage.length > 0 && dose > meant
    ? { milligrams: dose }
    : null;
}

/** What the drug's own words name. */
function strengthOf(row: RequestRow): number | null {
  return dailyMilligrams({ row: { ...row, dosage: [] } });
}

/** Told otherwise, or of no weight here: an order in the making has no status, and often no subject. */
const PASSED_OVER: ReadonlySet<CheckedField['name']> = new Set(['patient', 'status', 'drug', 'drug-code']);

function changedIn(
  sent: ReviewedOrder['requests'][number]['sent'],
  json: JsonObject,
): readonly CheckedField[] {
  const stored = { location: null, resource: json, isGone: false, why: null };
  return verifyDraft({ requests: [sent] }, [stored], 'later').requests.flatMap(({ fields }) =>
    fields.flatMap(({ field, serious }) => (serious && !PASSED_OVER.has(field.name) ? [field] : [])),
  );
}

function stale(ordered: MedicationFact, drafted: CalendarDate, patient: Case): OwnWhat | null {
  const daysOld = daysBetween(drafted, patient.asOf);
  const added = addedSince(drafted, patient);
  if (added === null && daysOld <= RECHECK_AFTER_DAYS) return null;
  return { code: 'draft-stale', facts: { ordered, drafted, added, daysOld } };
}

/** An opioid current or recent that a review of that day would have stopped at. */
function addedSince(drafted: CalendarDate, { medications, dayOf }: Case): MedicationFact | null {
  const added = medications.find(({ row, recognition, use }) => {
    const day = recordedOn(row, dayOf);
    return isOpioid(recognition) && (use === 'current' || use === 'recent') && day !== null && day >= drafted;
  });
  return added === undefined ? null : medicationFact(added, dayOf);
}
