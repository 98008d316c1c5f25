/** What the prescriber answered, and the plan that passed review. Only `review()` makes a ReviewedPlan. */

import type { Finding } from '#lib/safety/finding.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import type { ReasonId } from '#lib/safety/reasons.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { TitrationPlan } from '#lib/titration/titration-plan.ts';

/** One answer to one `confirm`, the prescriber's own statement: a reason chosen from those of the finding, own words, or both. */
export interface Answer {
  readonly reason?: ReasonId;
  /** Recorded, and nothing else. */
  readonly words?: string;
  /** What no chart shows, where the question asks for it. */
  readonly asked?: SourcesAsked;
  /** Stated day of the last opioid dose, where the question asks for it. */
  readonly lastDose?: CalendarDate;
}

/** The monitoring record looked at, the patient asked; which opioid was last taken outside the chart is `lastDose`. */
export interface SourcesAsked {
  /** Null: no monitoring record exists here. Absent where the country keeps none and nobody was asked. */
  readonly monitoringCheckedOn?: CalendarDate | null;
  /** Asked, and neither pregnant nor planning to be; false where it was not asked. */
  readonly notPregnant: boolean;
}

/** Answers by finding key. */
export type Answers = Readonly<Record<string, Answer>>;

/** An answer that was needed, with the question it settled, for the order note. */
export interface RecordedAnswer {
  readonly key: string;
  readonly question: Finding;
  readonly answer: Answer;
  readonly statedOn: CalendarDate;
}

declare const reviewed: unique symbol;

/** A plan whose judgement does not block it and whose questions are all answered. */
export interface ReviewedPlan {
  readonly [reviewed]: true;
  readonly plan: TitrationPlan;
  readonly judgement: Judgement;
  readonly answers: readonly RecordedAnswer[];
}
