/** How a write can end. Each is an ordinary answer with its own words on screen; none is thrown. */
import type { ChartDifference } from './compare-chart.ts';
import type { Refusal } from './send-draft.ts';

/** A draft of this app that stands in the EHR. */
export interface StandingDraft {
  /** "MedicationRequest/1" */
  readonly location: string;
  /** Its status there; null when it could not be read. */
  readonly status: string | null;
}

export type WriteOutcome =
  /** Every request stands. `location` is null where the EHR said so but named no address and does not find it. */
  | { readonly kind: 'written'; readonly locations: readonly (string | null)[] }
  | { readonly kind: 'already-written'; readonly drafts: readonly StandingDraft[] }
  /** Some capsule strengths of one titration stand and others do not. */
  | {
      readonly kind: 'half-written';
      readonly locations: readonly (string | null)[];
      /** "naltrexone hydrochloride 4.5 mg capsule (compounded)" */
      readonly missing: readonly string[];
      readonly because: string;
    }
  /** The EHR answered that it did not take the draft: nothing was saved. */
  | Refusal
  /** Sent, and neither an answer nor a look into the chart tells whether it stands. A person decides whether to send again. */
  | {
      readonly kind: 'outcome-unknown';
      readonly why: string;
      /** The EHR's own words, where it said any. */
      readonly words: string | null;
      readonly looked: 'not-found' | 'could-not-look';
    }
  | { readonly kind: 'changed-before-write'; readonly differences: readonly ChartDifference[] }
  /** Nothing was sent. */
  | { readonly kind: 'not-sent'; readonly why: string };
