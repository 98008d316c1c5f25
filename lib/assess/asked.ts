/** What is asked of one chart, and how it came out. */
import type { JsonObject } from '#lib/fhir/fields.ts';
import type { FollowUpAnswers } from '#lib/follow-up/follow-up-answers.ts';
import type { StoredDraft } from '#lib/order/verify/read-back.ts';
import type { Review } from '#lib/review/review.ts';
import type { Answers } from '#lib/review/reviewed-plan.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import type { Jurisdiction } from '#lib/settings/site.ts';
import type { Recogniser } from '#lib/terminology/recognition.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { Proposal } from '#lib/titration/propose-titration.ts';
import type { Micrograms, Preparation, Regimen } from '#lib/titration/regimen.ts';
import type { AnswersFile } from './read-answers-file.ts';

export interface AssessOptions {
  readonly asOf: CalendarDate;
  /** IANA; null = unknown, the latest date that any zone gives. */
  readonly timeZone: string | null;
  /** As the regimen file reads; what it leaves open is fitted to this chart. */
  readonly regimen: Regimen;
  readonly leftOpen: { readonly startDate: boolean; readonly filler: boolean; readonly schedule: boolean };
  readonly answers: AnswersFile;
  /** "Practitioner/p9"; null leaves the requester to the signer. */
  readonly requester: string | null;
  readonly recognise: Recogniser;
  /** Without one: as in the US. */
  readonly jurisdiction?: Jurisdiction | null;
  /** What the opioid tables that are not installed here would tell. */
  readonly absentTables: readonly string[];
  /** UUID of the draft, asked for where there is one; the same input should give the same one. */
  readonly draftIdentifier: string;
  /** Orders of this app in the chart; read only for a follow-up. */
  readonly ownOrders?: readonly StoredDraft[];
  /** What else the file holds, as it stands there; read only for a follow-up. */
  readonly resources?: readonly JsonObject[];
  /** Of a patient who is on low-dose naltrexone; absent where one is to begin. */
  readonly followUp?: FollowUpAsked | null;
}

/** What is asked of a patient on low-dose naltrexone. Null: as the patient has it. */
export interface FollowUpAsked {
  readonly answers: FollowUpAnswers;
  readonly preparation: Preparation | null;
  readonly strengths: readonly Micrograms[] | null;
}

/** `no-draft`: all is answered, and what follows needs no new order. */
export type AssessOutcome = 'blocked' | 'cannot-tell' | 'needs-confirmation' | 'draft' | 'no-draft';

/** One chart as it was judged, answered and reviewed. */
export interface Asked {
  readonly judgement: Judgement;
  readonly answers: Answers;
  readonly proposal: Proposal | null;
  readonly reviewed: Review;
  readonly outcome: AssessOutcome;
  /** What is printed of a follow-up; null where none was asked. */
  readonly followUp: object | null;
}
