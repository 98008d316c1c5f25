/** The words of every way a write can end: what happened, what it means for the patient, what to do. Exhaustive by type. */
import type { WriteOutcome } from '#lib/order/write/write-outcome.ts';

export interface WriteWords {
  readonly title: string;
  readonly happened: string;
  /** For the patient. */
  readonly meaning: string;
  readonly steps: readonly string[];
}

const NOTHING_SAVED = 'No draft of this app was saved in the chart.';
const COPY = 'Or copy the order text from this screen and enter it in the EHR by hand.';

function refusal(status: number, words: string | null): string {
  return words === null ? `The EHR answered HTTP ${status}.` : `The EHR says: ${words}`;
}

function unknownWhy({ why, words }: { readonly why: string; readonly words: string | null }): string {
  return words === null ? why : `${why} The EHR says: ${words}`;
}

function waitFirst(retryAfter: number | null): readonly string[] {
  return retryAfter === null ? [] : [`Wait ${retryAfter} seconds: the EHR asks for it.`];
}

const ONE_WRITTEN: WriteWords = {
  title: 'Draft in chart, not signed',
  happened: 'The EHR took the draft order.',
  meaning: 'The patient gets nothing until you sign it in the EHR.',
  steps: ['Open the orders of this patient in the EHR, review the draft and sign it there.'],
};

function severalWritten(count: number): WriteWords {
  return {
    title: 'Draft in chart, not signed',
    happened: `The EHR took ${count} draft orders: one plan, one order a strength.`,
    meaning: 'The patient gets nothing until you sign them in the EHR.',
    steps: [
      `Open the orders of this patient in the EHR, review all ${count} drafts and sign all there, or none.`,
    ],
  };
}

export function writeWords(outcome: WriteOutcome): WriteWords {
  switch (outcome.kind) {
    case 'written':
      return outcome.locations.length > 1 ? severalWritten(outcome.locations.length) : ONE_WRITTEN;
    case 'already-written':
      return {
        title: 'A draft was already in the chart, not signed',
        happened: 'The app found its own draft for this patient and wrote no second one.',
        meaning: 'There is one draft. The patient gets nothing until you sign it in the EHR.',
        steps: [
          'Open the orders of this patient in the EHR, review the draft and sign it there.',
          'To write another plan, cancel that draft in the EHR first.',
        ],
      };
    case 'half-written':
      return {
        title: 'Only part of the draft is in the chart',
        happened: `Not in the chart: ${outcome.missing.join('; ')}. ${outcome.because}`,
        meaning:
          'With one strength alone the patient cannot take the planned doses. Do not sign it as it is.',
        steps: ['Cancel the part that is in the chart, in the EHR.', 'Open this app again from the chart.'],
      };
    case 'refused':
    case 'conflict':
      return {
        title: 'The EHR did not take the draft',
        happened: refusal(outcome.status, outcome.words),
        meaning: NOTHING_SAVED,
        steps: [
          ...waitFirst(outcome.retryAfter),
          'Change what the EHR names, then write again. Nothing you typed is lost.',
          COPY,
        ],
      };
    case 'not-supported':
      return {
        title: 'This EHR does not let the app write',
        happened: refusal(outcome.status, outcome.words),
        meaning: NOTHING_SAVED,
        steps: ['Copy the order text from this screen and enter it in the EHR by hand.', 'Tell IT.'],
      };
    case 'outcome-unknown':
      return {
        title: 'Sent, but nobody knows whether it arrived',
        happened:
          outcome.looked === 'not-found'
            ? `${unknownWhy(outcome)} The app looked in the chart and did not find it.`
            : `${unknownWhy(outcome)} The app could not look in the chart either.`,
        meaning: 'There may be a draft in the chart, or none. The app does not send it again by itself.',
        steps: [
          'Look at the orders of this patient in the EHR.',
          'If the draft is there, sign it there. If it is not, choose to send it again below.',
        ],
      };
    case 'changed-before-write':
      return {
        title: 'The chart changed before the write',
        happened: outcome.differences.map(({ message }) => message).join(' '),
        meaning: NOTHING_SAVED,
        steps: ['Read what changed, then review again. Nothing you typed is lost.'],
      };
    case 'not-sent':
      return {
        title: 'The draft was not sent',
        happened: outcome.why,
        meaning: 'This press put nothing into the chart. Another draft may stand there.',
        steps: ['Look at the orders of this patient in the EHR, then review and write again.', COPY],
      };
  }
}
