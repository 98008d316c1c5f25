/** What the journal keeps of the drafts of one patient at one EHR, so that neither a killed process nor a second window makes two. */

import type { DraftOrder } from '#lib/order/draft/draft-order.ts';
import type { DraftRequest } from '#lib/order/draft/draft-shape.ts';
import type { TitrationPlan } from '#lib/titration/titration-plan.ts';
import { locationOf, type RequestResult } from './request-result.ts';
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
  /** When it was last sent, epoch milliseconds; missing where an earlier version of this app wrote the record. */
  readonly sentAt?: number;
  /** How often it was sent. */
  readonly times?: number;
  /** How many of its requests are known not to stand. */
  readonly absent?: number;
  /** Persons who looked in the EHR, found no draft and said so. */
  readonly saidNotThere?: readonly PersonLooked[];
  /** "MedicationRequest/1" of what was written. */
  readonly locations: readonly string[];
  /** What was sent, for a later launch to compare with. */
  readonly requests: readonly DraftRequest[];
  /** For the handout and the follow-up of a later launch; missing where an earlier version of this app wrote the record. */
  readonly plan?: TitrationPlan;
  /** How what goes beside the draft ended; `claimed` from when somebody began to write it, and for good where that end was never told. */
  readonly companions?: 'claimed' | readonly Companion[];
}

/** What goes into the chart beside a draft. */
export interface Companion {
  readonly what: 'assessment-note' | 'provenance';
  readonly ended:
    | { readonly code: 'written' | 'no-answer' }
    /** `words`: the EHR's own. */
    | { readonly code: 'refused'; readonly status: number; readonly words: string | null };
}

export interface PersonLooked {
  /** Epoch milliseconds. */
  readonly at: number;
  /** "Practitioner/p9"; null where the EHR named nobody. */
  readonly by: string | null;
}

export interface PatientDrafts {
  readonly drafts: readonly DraftRecord[];
}

/** One line of the journal an EHR and patient: two users of one patient meet here. */
export function journalKey(launch: { readonly issuer: string; readonly patientId: string }): string {
  return `${launch.issuer}|${launch.patientId}`;
}

/** Identifier values of an order's requests. */
export function valuesOf({ requests }: Pick<DraftOrder, 'requests'>): readonly string[] {
  return requests.map(({ identifier: [{ value }] }) => value);
}

/** The record of an order about to be sent. */
export function recordOf(order: DraftOrder, sentAt: number, before?: DraftRecord): DraftRecord {
  return {
    identifier: order.identifier,
    values: valuesOf(order),
    state: 'sending',
    sentAt,
    times: (before?.times ?? 0) + 1,
    ...(before?.saidNotThere === undefined ? {} : { saidNotThere: before.saidNotThere }),
    locations: [],
    requests: order.requests,
    plan: order.plan,
  };
}

/** The record once the answers are understood: how the write ended, where what stands is, how many requests are known not to stand. */
export function recordAfter(
  record: DraftRecord,
  outcome: WriteOutcome['kind'],
  results: readonly RequestResult[],
): DraftRecord {
  return {
    ...record,
    state: STATE_AFTER[outcome],
    locations: results.flatMap((result) => locationOf(result) ?? []),
    absent: record.values.length - results.filter(({ kind }) => kind !== 'not-written').length,
  };
}

/** Nobody knows whether, or where, all of it stands. */
export function isInDoubt({ state, values, locations, absent = 0 }: DraftRecord): boolean {
  if (state === 'written') return locations.length + absent < values.length;
  return state === 'sending' || state === 'unknown';
}

/** Names one sending of one titration: what a person says of it holds for no later one. */
export function sendingOf({ identifier, times }: DraftRecord): string {
  return `${identifier}@${times ?? 0}`;
}

/** The record after a person looked and said that these sendings left no draft; the same where it is none of them. */
export function afterPersonLooked(
  record: DraftRecord,
  sendings: readonly string[],
  looked: PersonLooked,
): DraftRecord {
  if (!isInDoubt(record) || !sendings.includes(sendingOf(record))) return record;
  return { ...record, state: 'not-written', saidNotThere: [...(record.saidNotThere ?? []), looked] };
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
