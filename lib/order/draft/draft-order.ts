/**
 * ReviewedPlan -> DraftOrder: the draft MedicationRequests of one titration, one request a capsule strength.
 * @see FHIR R4 MedicationRequest; US Core MedicationRequest (us-core-21: an order has a requester)
 */
import type { ReviewedPlan } from '#lib/review/reviewed-plan.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import type { TitrationPlan } from '#lib/titration/titration-plan.ts';
import { draftFaults } from './draft-gate.ts';
import { type OrderSetting, requestFor } from './draft-request.ts';
import type { DraftRequest } from './draft-shape.ts';
import { plainLine } from './plain-line.ts';

declare const drafted: unique symbol;

/** A draft that passed the gate. Only `draftOrder` makes one. */
export interface DraftOrder {
  readonly [drafted]: true;
  /** UUID of the whole titration. */
  readonly identifier: string;
  /** "Patient/p1" */
  readonly patient: string;
  readonly requests: readonly DraftRequest[];
  readonly plan: TitrationPlan;
  readonly judgement: Judgement;
  /** All that was checked and stated, for the assessment note; absent in a draft of an earlier version of this app. */
  readonly assessment?: readonly string[];
}

/** Throws where the draft would not pass its own gate: a fault of the program, never of the chart. */
export function draftOrder(reviewed: ReviewedPlan, setting: OrderSetting): DraftOrder {
  const { plan, judgement } = reviewed;
  const requests = plan.supply.map((supplied) => requestFor(reviewed, supplied, setting));
  const faults = draftFaults(requests, setting.words);
  if (faults.length > 0) {
    const codes = faults.map(({ code }) => code).join(', ');
    throw new Error(`The draft does not pass its gate: ${codes}`);
  }
  const order: Omit<DraftOrder, typeof drafted> = {
    identifier: setting.identifier,
    patient: judgement.patient,
    requests,
    plan,
    judgement,
    assessment: setting.words.assessment.notes(reviewed).flatMap((note) => plainLine(note) || []),
  };
  return order as unknown as DraftOrder;
}
