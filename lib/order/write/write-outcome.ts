/** How a write can end: codes and facts. Each is an ordinary answer with its own words on screen (lib/words/en/write.ts); none is thrown. */
import type { DraftFault } from '#lib/order/draft/draft-gate.ts';
import type { ChartDifference } from './compare-chart.ts';
import type { LookClass } from './what-stands.ts';

/** A draft of this app that stands in the EHR. */
export interface DraftInEhr {
  /** "MedicationRequest/1" */
  readonly location: string;
  /** Its status there; null when it could not be read. */
  readonly status: string | null;
}

/** The EHR answered that it did not take the draft. */
export interface Refusal {
  readonly kind: 'refused' | 'conflict' | 'not-supported';
  readonly status: number;
  /** The EHR's own words. */
  readonly words: string | null;
  /** Seconds the EHR asks to wait. */
  readonly retryAfter: number | null;
}

/** Why an answer does not tell whether the draft stands. */
export type UnclearAnswer =
  | { readonly code: 'timed-out' | 'unreachable' | 'not-json' | 'too-large' | 'foreign-address' }
  | { readonly code: 'http'; readonly status: number }
  /** The answer to a transaction did not name every order. */
  | { readonly code: 'not-of-each' }
  /** The EHR's window did not say whether it took the order. */
  | { readonly code: 'window-silent' };

export type UnknownWhy =
  | UnclearAnswer
  /** An earlier write, of this launch or another, did not say whether or where its draft stands. */
  | { readonly code: 'earlier-write' }
  /** Handed to the page, which has not told yet. */
  | { readonly code: 'with-the-page' };

/** Why nothing was sent. */
export type NotSentWhy =
  | { readonly code: 'other-patient' | 'chart-too-old' | 'being-written' | 'session-ended' }
  | { readonly code: 'draft-faults'; readonly faults: readonly DraftFault[] }
  /** The search for an earlier draft failed; the page that was lost and the HTTP status, where there was one. */
  | { readonly code: 'could-not-look'; readonly page: number; readonly status: number | null };

/** Why only part of a titration stands. */
export type HalfWhy =
  | { readonly code: 'rest-not-sent' | 'stopped-earlier' }
  | { readonly code: 'refused'; readonly status: number; readonly words: string | null }
  | { readonly code: 'unclear'; readonly answer: UnclearAnswer; readonly words: string | null };

export type WriteOutcome =
  /** Every request stands. `location` is null where the EHR said so but named no address and does not find it. */
  | { readonly kind: 'written'; readonly locations: readonly (string | null)[] }
  /** Nothing was sent, or nothing saved anew. `whose`: of this very order, or of another titration of the patient. */
  | {
      readonly kind: 'already-written';
      readonly whose: 'this-order' | 'another';
      readonly drafts: readonly DraftInEhr[];
    }
  /** Some capsule strengths of one titration stand and others do not. */
  | {
      readonly kind: 'half-written';
      readonly locations: readonly (string | null)[];
      /** "naltrexone hydrochloride 4.5 mg capsule (compounded)" */
      readonly missing: readonly string[];
      readonly because: HalfWhy;
    }
  /** The EHR did not take it, and a look that would have shown a draft showed none. */
  | Refusal
  /** Sent, and neither an answer nor a look into the chart tells whether it stands. A person looks, says so, and decides. */
  | {
      readonly kind: 'outcome-unknown';
      readonly why: UnknownWhy;
      /** The EHR's own words, where it said any. */
      readonly words: string | null;
      readonly looked: Exclude<LookClass, 'found'>;
    }
  | { readonly kind: 'changed-before-write'; readonly differences: readonly ChartDifference[] }
  | { readonly kind: 'not-sent'; readonly why: NotSentWhy };
