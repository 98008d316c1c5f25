/** What follows from how a patient does on low-dose naltrexone: an outcome, what it rests on, and the draft that may be offered. */
import type { Source } from '#lib/chart/chart.ts';
import type { Finding } from '#lib/safety/finding.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { ProposedOutcome } from '#lib/titration/continuation.ts';
import type { Micrograms } from '#lib/titration/regimen.ts';
import type { Change, Effects } from './follow-up-answers.ts';
import type { PainMeasure } from './pain-scores.ts';
import type { ScoreUsed } from './response-scores.ts';

export const OUTCOMES = [
  'stop',
  'cannot-tell',
  'restart',
  'hold-for-surgery',
  'lower',
  'more-data',
  'propose-stop',
  'stay',
  'wait',
  'step',
] as const satisfies readonly ProposedOutcome[];
export type Outcome = ProposedOutcome;

/** `stay`: nights at one dose until the next review. `step`: the next part of a titration. */
export type DraftKind = 'maintenance' | 'stay' | 'restart' | 'step';

/** The row of the table that decided. @see decision-table.ts */
export type RowId =
  | 'blocked'
  | 'opioid-since-start'
  | 'alarming-effect'
  | 'not-read'
  | 'two-orders'
  | 'order-not-read'
  | 'order-not-in-force'
  | 'no-order'
  | 'not-begun'
  | 'nights-missed'
  | 'operation-soon'
  | 'no-lower-dose'
  | 'troublesome-effect'
  | 'worse-than-before'
  | 'too-early'
  | 'no-scores'
  | 'no-response-at-12-weeks'
  | 'responds'
  | 'interval-not-over'
  | 'below-ceiling'
  | 'at-ceiling';

/** What a row of the table rests on. */
export type TableBasis =
  | 'judgement'
  | 'policy'
  | 'retitrate-after-two-weeks'
  | 'perioperative'
  | 'step-back-if-worse'
  | 'responders-at-30-percent'
  | 'outcome-at-12-weeks'
  | 'every-1-2-weeks';

/** What only a person can tell, and has not. */
export type Missing = 'order' | 'dose' | 'first-night' | 'baseline' | 'score';

/** An answer that says otherwise than the chart or the order. The answer counts, and the difference is told. */
export type Contradiction =
  | { readonly what: 'dose'; readonly answered: Micrograms; readonly ordered: Micrograms }
  | { readonly what: 'nights-at-dose' | 'missed-nights'; readonly answered: number; readonly ordered: number }
  | { readonly what: 'first-night'; readonly answered: CalendarDate; readonly ordered: CalendarDate };

/**
 * The order runs on: two orders are never in force at once. From `draftFrom` on a draft may follow it; null where it is to be ended first:
 * nobody can say until when it runs, or it gives until its last night what is not to be taken any more.
 */
export interface OrderRuns {
  readonly lastNight: CalendarDate | null;
  readonly draftFrom: CalendarDate | null;
}

export interface ResponseFacts {
  readonly missing: readonly Missing[];
  readonly currentDose: Micrograms | null;
  readonly nightsAtDose: number | null;
  readonly firstNight: CalendarDate | null;
  readonly daysSinceStart: number | null;
  readonly lastNight: CalendarDate | null;
  readonly missedNights: number;
  readonly effects: Effects;
  readonly change: Change | null;
  readonly measure: PainMeasure | null;
  readonly baseline: ScoreUsed | null;
  readonly baselineBesideOpioid: ScoreUsed | null;
  readonly latest: ScoreUsed | null;
  readonly before: ScoreUsed | null;
  readonly reliefPercent: number | null;
  readonly orders: readonly Source[];
  /** The findings that block, or that say what was not read, or the operation. */
  readonly because: readonly Finding[];
  /** An opioid stands on the chart while the order may be taken (R27). */
  readonly opioidSinceStart: boolean;
  /** The day to look again. */
  readonly reviewOn: CalendarDate | null;
  /** Before an operation: the first night without a dose, never before today, and the day of the operation; null where no day is known. */
  readonly hold: {
    readonly from: CalendarDate;
    readonly operation: CalendarDate;
    /** It should have begun before today: 72 hours cannot be kept any more. */
    readonly isLate: boolean;
  } | null;
  /** Why nothing is drafted now though the outcome would have a draft. */
  readonly orderRuns: OrderRuns | null;
  /** The order as it is written goes up to the dose of this outcome. */
  readonly isInOrder: boolean;
  /** The order as it is written goes up before the day until which is waited; null where it does not. */
  readonly orderSteps: { readonly dose: Micrograms; readonly from: CalendarDate } | null;
}

/** The draft that may be made now. */
export interface OfferedDraft {
  readonly kind: DraftKind;
  readonly dose: Micrograms;
  readonly days: number;
  /** The night after the last one of the order before, or today. */
  readonly firstNight: CalendarDate;
  readonly follows: readonly Source[];
}

export interface Response {
  readonly outcome: Outcome;
  readonly row: RowId;
  readonly basis: readonly TableBasis[];
  /** The dose that the outcome is about: what to take now where it says so, else what is taken. */
  readonly dose: Micrograms | null;
  readonly facts: ResponseFacts;
  readonly contradictions: readonly Contradiction[];
  readonly draft: OfferedDraft | null;
  /** The prescriber chose another outcome than the table's. */
  readonly insteadOf: { readonly outcome: Outcome; readonly row: RowId; readonly reason: string } | null;
}
