/** FHIR R4 status and intent codes -> our own states. A code that is not listed for its kind of row is not read, whatever it may mean elsewhere. */
import type {
  ClinicalState,
  EncounterState,
  Force,
  MedicationState,
  ProcedureState,
  ResultState,
} from '../states.ts';

type Table<State> = Readonly<Record<string, State>>;

function stateIn<State>(table: Table<State>, code: string | null): State | 'not-read' {
  return code !== null && Object.hasOwn(table, code) ? (table[code] as State) : 'not-read';
}

const MEDICATION_STATES = {
  /** @see FHIR R4 value set medicationrequest-status */
  request: {
    draft: 'drafted',
    active: 'in-force',
    'on-hold': 'held',
    completed: 'done',
    stopped: 'broken-off',
    cancelled: 'withdrawn',
    'entered-in-error': 'in-error',
    unknown: 'not-known',
  },
  /** @see FHIR R4 value set medication-statement-status */
  statement: {
    active: 'in-force',
    'on-hold': 'held',
    intended: 'planned',
    completed: 'done',
    stopped: 'broken-off',
    'not-taken': 'denied',
    'entered-in-error': 'in-error',
    unknown: 'not-known',
  },
  /** @see FHIR R4 value set medicationdispense-status */
  dispense: {
    preparation: 'prepared',
    'in-progress': 'under-way',
    'on-hold': 'held',
    completed: 'done',
    stopped: 'broken-off',
    cancelled: 'withdrawn',
    declined: 'withdrawn',
    'entered-in-error': 'in-error',
    unknown: 'not-known',
  },
  /** @see FHIR R4 value set medication-admin-status */
  administration: {
    'in-progress': 'under-way',
    'on-hold': 'held',
    completed: 'done',
    stopped: 'broken-off',
    'not-done': 'omitted',
    'entered-in-error': 'in-error',
    unknown: 'not-known',
  },
} as const satisfies Record<string, Table<MedicationState>>;

export function medicationState(
  kind: keyof typeof MEDICATION_STATES,
  status: string | null,
): MedicationState {
  return stateIn<MedicationState>(MEDICATION_STATES[kind], status);
}

/** @see FHIR R4 value set medicationrequest-intent */
const MEDICATION_FORCES: Table<Force> = {
  order: 'order',
  'original-order': 'order',
  'reflex-order': 'order',
  'filler-order': 'order',
  'instance-order': 'order',
  plan: 'order',
  proposal: 'proposal',
  option: 'proposal',
};

/** @see FHIR R4 value set request-intent */
const SERVICE_FORCES: Table<Force> = { ...MEDICATION_FORCES, directive: 'order' };

export function medicationForce(intent: string | null): Force {
  return stateIn(MEDICATION_FORCES, intent);
}

export function serviceForce(intent: string | null): Force {
  return stateIn(SERVICE_FORCES, intent);
}

const PROCEDURE_STATES = {
  /** @see FHIR R4 value set event-status */
  procedure: {
    preparation: 'ahead',
    'in-progress': 'under-way',
    'on-hold': 'held',
    completed: 'done',
    stopped: 'broken-off',
    'not-done': 'never',
    'entered-in-error': 'never',
    unknown: 'not-known',
  },
  /** @see FHIR R4 value set appointmentstatus */
  appointment: {
    proposed: 'ahead',
    pending: 'ahead',
    booked: 'ahead',
    arrived: 'ahead',
    'checked-in': 'ahead',
    waitlist: 'ahead',
    fulfilled: 'done',
    noshow: 'missed',
    cancelled: 'never',
    'entered-in-error': 'never',
  },
  /** @see FHIR R4 value set request-status */
  'service-request': {
    draft: 'drafted',
    active: 'ahead',
    'on-hold': 'ahead',
    completed: 'done',
    revoked: 'never',
    'entered-in-error': 'never',
    unknown: 'not-known',
  },
} as const satisfies Record<string, Table<ProcedureState>>;

export function procedureState(kind: keyof typeof PROCEDURE_STATES, status: string | null): ProcedureState {
  return stateIn<ProcedureState>(PROCEDURE_STATES[kind], status);
}

/** @see FHIR R4 value set encounter-status */
const ENCOUNTER_STATES: Table<EncounterState> = {
  planned: 'planned',
  arrived: 'under-way',
  triaged: 'under-way',
  'in-progress': 'under-way',
  onleave: 'under-way',
  finished: 'over',
  cancelled: 'void',
  'entered-in-error': 'void',
  unknown: 'not-known',
};

export function encounterState(status: string | null): EncounterState {
  return stateIn(ENCOUNTER_STATES, status);
}

/** @see FHIR R4 value sets condition-clinical, allergyintolerance-clinical */
const CLINICAL_STATES: Table<ClinicalState> = {
  active: 'present',
  recurrence: 'present',
  relapse: 'present',
  inactive: 'inactive',
  remission: 'in-remission',
  resolved: 'over',
};

export function clinicalState(status: string | null): ClinicalState {
  return stateIn(CLINICAL_STATES, status);
}

/** Refuted or recorded in error: it says nothing of the patient. @see FHIR R4 value sets condition-ver-status, allergyintolerance-verification */
export function isRefuted(verification: string | null): boolean {
  return verification === 'refuted' || verification === 'entered-in-error';
}

/** @see FHIR R4 value set observation-status */
const RESULT_STATES: Table<ResultState> = {
  registered: 'awaited',
  preliminary: 'reported',
  final: 'reported',
  amended: 'reported',
  corrected: 'reported',
  cancelled: 'void',
  'entered-in-error': 'void',
  unknown: 'not-known',
};

export function resultState(status: string | null): ResultState {
  return stateIn(RESULT_STATES, status);
}
