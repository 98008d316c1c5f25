/** What the journal keeps of the drafts of one patient at one EHR, so that neither a killed process nor a second window makes two. */

import type { DraftOrder } from '#lib/order/draft/draft-order.ts';
import type { DraftRequest } from '#lib/order/draft/draft-shape.ts';
import type { TitrationPlan } from '#lib/titration/titration-plan.ts';
import type { WriteOutcome } from './write-outcome.ts';

export interface DraftRecord {
  /** UUID of the titration. */
  readonly identifier: string;
  /** Identifier value of each of its requests. */
  readonly values: readonly string[];
  /**
   * `sending` stands from before the POST until its answer is understood; found later, its outcome is unknown. `unknown` was looked for
   * and not found.
   */
  readonly state: 'sending' | 'unknown' | 'written' | 'not-written';
  /** "MedicationRequest/1" of what was written. */
  readonly locations: readonly string[];
  /** What was sent, for a later launch to compare with. */
  readonly requests: readonly DraftRequest[];
  /** For the handout and the follow-up of a later launch; missing where an earlier version of this app wrote the record. */
  readonly plan?: TitrationPlan;
  /** Somebody has begun to write what goes beside the draft. */
  readonly companions?: 'claimed';
}

export interface PatientDrafts {
  readonly drafts: readonly DraftRecord[];
}

/** One line of the journal an EHR and patient: two users of one patient meet here. */
export function journalKey(launch: { readonly issuer: string; readonly patientId: string }): string {
  return `${launch.issuer}|${launch.patientId}`;
}

/** The record of an order about to be sent. */
export function recordOf(order: DraftOrder): DraftRecord {
  return {
    identifier: order.identifier,
    values: order.requests.map(({ identifier: [{ value }] }) => value),
    state: 'sending',
    locations: [],
    requests: order.requests,
    plan: order.plan,
  };
}

/** The same drafts with this one put in or replaced. */
export function withRecord({ drafts }: PatientDrafts, record: DraftRecord): PatientDrafts {
  return { drafts: [...drafts.filter(({ identifier }) => identifier !== record.identifier), record] };
}

const STATE_AFTER: Readonly<Record<WriteOutcome['kind'], DraftRecord['state']>> = {
  written: 'written',
  'already-written': 'written',
  'half-written': 'written',
  'outcome-unknown': 'unknown',
  refused: 'not-written',
  conflict: 'not-written',
  'not-supported': 'not-written',
  'changed-before-write': 'not-written',
  'not-sent': 'not-written',
};

export function stateAfter(outcome: WriteOutcome['kind']): DraftRecord['state'] {
  return STATE_AFTER[outcome];
}
