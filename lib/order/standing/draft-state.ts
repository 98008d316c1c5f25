/** What became of a draft of this app: what it means for the patient, and for a new one. */
import { Fields, isObject } from '#lib/fhir/fields.ts';
import type { StoredDraft } from '#lib/order/verify/read-back.ts';

/** What stands at the address of a draft now. */
export type DraftState =
  | 'draft'
  | 'signed'
  | 'on-hold'
  | 'completed'
  | 'stopped'
  | 'cancelled'
  | 'entered-in-error'
  | 'gone'
  | 'not-read';

/** Any other status is one of which nobody knows what it means for the patient. @see FHIR R4 medicationrequest-status */
const STATE_OF: ReadonlyMap<string | null, DraftState> = new Map([
  ['draft', 'draft'],
  ['active', 'signed'],
  ['on-hold', 'on-hold'],
  ['completed', 'completed'],
  ['stopped', 'stopped'],
  ['cancelled', 'cancelled'],
  ['entered-in-error', 'entered-in-error'],
]);

/** Somebody ended it. */
const ENDED: ReadonlySet<DraftState> = new Set(['cancelled', 'stopped', 'entered-in-error']);

/** Nothing of this order is to be taken any more. */
export function isNotToBeTaken(state: DraftState): boolean {
  return ENDED.has(state) || state === 'gone';
}

/** These leave no order to go on with. Rules R12 and R13 say whether a new one may be made. */
const OVER: ReadonlySet<DraftState> = new Set(['completed', ...ENDED]);

/** What a status of FHIR says of a draft of ours; null where none could be read. */
export function stateOfStatus(status: string | null): DraftState {
  return STATE_OF.get(status) ?? 'not-read';
}

/** `not-read` where the EHR did not answer, or has a status that FHIR R4 does not list. */
export function draftState({ resource, isGone }: StoredDraft): DraftState {
  if (isGone) return 'gone';
  return stateOfStatus(isObject(resource) ? new Fields(resource, []).text('status') : null);
}

/** Stands in the way of a new draft; what could not be read counts as standing. */
export function isStanding(state: DraftState): boolean {
  return !OVER.has(state) && state !== 'gone';
}

const FOREMOST: readonly DraftState[] = [
  'not-read',
  'signed',
  'on-hold',
  'draft',
  'completed',
  'stopped',
  'entered-in-error',
  'gone',
  'cancelled',
];

/** Among orders of several strengths: the state in which most may still reach the patient. */
export function foremost(states: readonly DraftState[]): DraftState {
  return FOREMOST.find((state) => states.includes(state)) ?? 'not-read';
}

/**
 * None of the drafts of a launch stands any more.
 *
 * @param wasSeen each was read as a draft before: one that is gone or completed at the first look may be hidden, or another order.
 */
export function areOver(states: readonly DraftState[], wasSeen: boolean): boolean {
  return states.every((state) => ENDED.has(state) || (wasSeen && !isStanding(state)));
}
