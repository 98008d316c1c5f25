/**
 * What the chart says of a row's state, in our own terms: no rule compares a code of FHIR. `not-known` is what the chart itself does not
 * know; `not-read` a state that is missing or that FHIR R4 does not list. Neither is ever taken for another.
 */
type Untold = 'not-known' | 'not-read';

/** The state of an order, a statement, a dispense or an administration. */
export type MedicationState =
  | 'drafted'
  /** Ordered and running; said to be in use. */
  | 'in-force'
  | 'held'
  /** To be taken later, as somebody says. */
  | 'planned'
  /** Made ready, not handed over. */
  | 'prepared'
  | 'under-way'
  | 'done'
  | 'broken-off'
  /** Cancelled, or declined at the counter. */
  | 'withdrawn'
  /** Said not to be taken. */
  | 'denied'
  /** It was not given. */
  | 'omitted'
  | 'in-error'
  | Untold;

/** It ran its course or was broken off: it was taken, until some day. */
export function isOver(state: MedicationState): boolean {
  return state === 'done' || state === 'broken-off';
}

/** Over, or withdrawn before it was: nothing more comes of it. */
export function isEnded(state: MedicationState): boolean {
  return isOver(state) || state === 'withdrawn';
}

/** Whether something is ordered or only proposed; null where the row is no order. */
export type Force = 'order' | 'proposal' | 'not-read';

/** The state of a procedure, an appointment or a request for a service. */
export type ProcedureState =
  | 'drafted'
  | 'ahead'
  | 'under-way'
  | 'held'
  | 'done'
  | 'broken-off'
  | 'missed'
  /** Not done, called off or in error. */
  | 'never'
  | Untold;

export type EncounterState = 'planned' | 'under-way' | 'over' | 'void' | Untold;

/** The state of a condition or an allergy. */
export type ClinicalState = 'present' | 'inactive' | 'in-remission' | 'over' | Untold;

/** `void`: taken back, or never made. */
export type ResultState = 'awaited' | 'reported' | 'void' | Untold;
