/** What follows an order that the patient has: a course of its own kind, with limits of its own. Not a wider titration. */
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { Micrograms } from './regimen.ts';

/**
 * `maintenance`: the dose that helps, for three months. `stay`: the dose for the nights until the next review. `step`: the next part of a
 * titration. `restart`: a titration after it was left off, within the limits of every titration.
 */
export type ContinuationKind = 'maintenance' | 'stay' | 'step' | 'restart';

/** What a plan continues. */
export interface Continuation {
  readonly kind: ContinuationKind;
  /** The orders before it, "MedicationRequest/1"; of several strengths each. */
  readonly follows: readonly string[];
  /** Their last night; null where nobody knows one. */
  readonly lastNight: CalendarDate | null;
  /** The first night of the whole treatment; null where nobody knows it. */
  readonly begins: CalendarDate | null;
  /** What is taken now. */
  readonly taken: Micrograms;
  /** The rows of the chart it was decided on. */
  readonly scores: readonly string[];
  /** How the patient responded; null where that is not the reason. */
  readonly relief: Relief | null;
  /** The prescriber chose it instead of what the table proposed, and said why; absent where the table was followed. */
  readonly chosen?: { readonly insteadOf: ProposedOutcome; readonly reason: string };
  /** How often a maintenance order may be filled again, as the site allows. */
  readonly repeats: number;
}

/** What the decision table of a follow-up may propose. */
export type ProposedOutcome =
  | 'stop'
  | 'cannot-tell'
  | 'restart'
  | 'hold-for-surgery'
  | 'lower'
  | 'more-data'
  | 'propose-stop'
  | 'stay'
  | 'wait'
  | 'step';

export interface Relief {
  readonly measure: 'peg' | 'pain-now' | 'pain-past-week' | 'pain-reported' | 'pain-faces';
  readonly baseline: number;
  readonly latest: number;
  readonly percent: number;
  readonly on: CalendarDate;
}
