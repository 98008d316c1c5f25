/** What a prescriber has done in one launch so far; kept on the server, encrypted, so that nothing typed is lost. */
import type { Chart } from '#lib/chart/chart.ts';
import type { Response } from '#lib/follow-up/response.ts';
import type { DraftOrder } from '#lib/order/draft/draft-order.ts';
import type { ScoreToRecord } from '#lib/order/draft/score-record.ts';
import type { WriteOutcome } from '#lib/order/write/write-outcome.ts';
import type { ScoreOutcome } from '#lib/order/write/write-score.ts';
import type { Micrograms, Preparation } from '#lib/titration/regimen.ts';

export interface LaunchWork {
  /** The regimen form exactly as typed, field by field; null = the proposal unchanged. */
  readonly regimenForm: Readonly<Record<string, string>> | null;
  /** What stood before `regimenForm`, newest first, for Undo; null where nothing has taken its place yet. */
  readonly plansBefore: readonly LaunchWork['regimenForm'][] | null;
  /** When an earlier launch left the plan that `regimenForm` holds, epoch milliseconds; null once it is this launch's own. */
  readonly planKeptAt: number | null;
  /** Review answers exactly as typed, form field by form field. */
  readonly answerForm: Readonly<Record<string, string>> | null;
  /** The answers of a follow-up exactly as typed; null where none was begun. */
  readonly followUpForm: Readonly<Record<string, string>> | null;
  /** What was decided at it, and how it is to be supplied: the plan of this launch follows an order; null where it is a first one. */
  readonly followUp: DecidedFollowUp | null;
  /** The last score of a follow-up that was to be kept in the EHR, and how that ended. */
  readonly recordedScore: RecordedScore | null;
  /** The chart as last read for the screens. The write reads again whatever stands here. */
  readonly chart: KeptChart | null;
  /** The EHR named no user, and the user said to be a prescriber. */
  readonly saidPrescriber: true | null;
  /** UUID our draft carries as its identifier; made once a launch, so that a repeated write is the same draft. */
  readonly draftIdentifier: string;
  /** The last draft this launch tried to write, as it was sent, and how that ended; null before the first try. */
  readonly sent: SentDraft | null;
  /** Identifier of the draft that was read back as a draft once: another status is then what a person made of it. */
  readonly seenAsDraft: string | null;
}

export interface KeptChart {
  readonly chart: Chart;
  /** Epoch milliseconds. */
  readonly readAt: number;
  /** Version of this app that read it: to another version it says nothing, and the chart is read anew. */
  readonly by: string;
}

interface RecordedScore {
  readonly score: ScoreToRecord;
  readonly outcome: ScoreOutcome;
}

export interface DecidedFollowUp {
  readonly response: Response;
  readonly preparation: Preparation;
  /** Null: what makes the doses in one order. */
  readonly strengths: readonly Micrograms[] | null;
  /** How often a maintenance order may be filled again, as the site allows. */
  readonly repeats: number;
}

export interface SentDraft {
  readonly order: DraftOrder;
  readonly outcome: WriteOutcome;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Each field is kept by itself, so that two windows of one launch lose nothing of each other. */
export const WORK_FIELDS = Object.keys({
  regimenForm: true,
  plansBefore: true,
  planKeptAt: true,
  answerForm: true,
  followUpForm: true,
  followUp: true,
  recordedScore: true,
  chart: true,
  saidPrescriber: true,
  draftIdentifier: true,
  sent: true,
  seenAsDraft: true,
} satisfies Record<keyof LaunchWork, true>) as readonly (keyof LaunchWork)[];
