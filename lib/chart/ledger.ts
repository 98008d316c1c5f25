/** What of the chart was and was not read. Nothing that was not read is ever taken for "none". */
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { Gap, Unread } from './unread.ts';

export type ChartPart =
  | 'Patient'
  | 'MedicationRequest'
  | 'MedicationStatement'
  | 'MedicationDispense'
  | 'MedicationAdministration'
  | 'AllergyIntolerance'
  | 'Condition'
  | 'Observation'
  | 'Procedure'
  | 'Appointment'
  | 'ServiceRequest'
  | 'Encounter';

/**
 * `unsupported`: nobody could have answered (the server lacks it, the scope was not granted, the site profile says absent):
 * named on screen. Everything else short of `complete` is a part that should have answered and did not: R01.
 */
export type ReadState = 'complete' | 'partial' | 'refused' | 'failed' | 'unsupported';

export interface LedgerProblem {
  /** "MedicationRequest page 2", "MedicationRequest/m7", "metadata" */
  readonly where: string;
  readonly what: Unread;
  /**
   * `odd`: a member of the row could not be read, apart from what the row is about and whose it is; it stops where another reading
   * of it could matter. `incomplete` stops (R01); `confirm` is a warning this site is known to send with ordinary answers (R06);
   * `note` is shown and changes nothing; `other-patient` is a row of another patient (R01 and R26).
   */
  readonly weight: 'incomplete' | 'odd' | 'confirm' | 'note' | 'other-patient';
}

/** What was asked for of a part that is not asked for whole. */
export type Asked =
  /** Results by category; `since` null: of any day. */
  | { readonly kind: 'laboratory'; readonly since: CalendarDate | null }
  /** Results by the codes that answer the rules' questions. */
  | { readonly kind: 'codes' }
  | { readonly kind: 'categories'; readonly categories: readonly string[] }
  | { readonly kind: 'everything' };

export interface LedgerEntry {
  readonly part: ChartPart;
  /** Together; empty where nothing was asked of a server. */
  readonly asked: readonly Asked[];
  readonly state: ReadState;
  /** For `unsupported`: whose gap it is. */
  readonly gap: Gap | null;
  readonly rows: number;
  readonly pages: number;
  readonly problems: readonly LedgerProblem[];
}

export interface Ledger {
  readonly entries: readonly LedgerEntry[];
  /** Kinds of resources that came and that no rule looks into: "ExplanationOfBenefit". Sorted. */
  readonly unreadKinds: readonly string[];
  /** Problems of no single part: an entry of a Bundle that is no resource, a foreign OperationOutcome. */
  readonly problems: readonly LedgerProblem[];
}

/** How far a reading has come: parts not in it are still awaited. */
export type ReadingProgress = Partial<
  Record<ChartPart, { readonly state: ReadState; readonly rows: number }>
>;
