/** What the journal keeps of the drafts of one patient at one EHR, so that neither a killed process nor a second window makes two. */
import type { DraftOrder } from './draft-order.ts';

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
  };
}

/** The same drafts with this one put in or replaced. */
export function withRecord({ drafts }: PatientDrafts, record: DraftRecord): PatientDrafts {
  return { drafts: [...drafts.filter(({ identifier }) => identifier !== record.identifier), record] };
}
