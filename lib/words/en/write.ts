/** The words of every way a write can end: what happened, what it means for the patient, what to do. Exhaustive by type. */

import type { DraftFault, OrderFault, StepFault } from '#lib/order/draft/draft-gate.ts';
import type {
  HalfWhy,
  NotSentWhy,
  UnclearAnswer,
  UnknownWhy,
  WriteOutcome,
} from '#lib/order/write/write-outcome.ts';
import type { Told } from '../shapes.ts';
import { chartDifferenceWords } from './chart-difference.ts';

/** Said only of a refusal after a look that would have shown a draft. */
const NOTHING_SAVED = 'The app looked in the chart: the draft is not there.';
const COPY = 'Or copy the order text from this screen and enter it in the EHR by hand.';
const LOOK_IN_EHR = 'Look at the orders of this patient in the EHR';

function refusal(status: number, words: string | null): string {
  return words === null ? `The EHR answered HTTP ${status}.` : `The EHR says: ${words}`;
}

function unclearWords(answer: UnclearAnswer): string {
  switch (answer.code) {
    case 'timed-out':
      return 'The EHR did not answer in time.';
    case 'unreachable':
      return 'The connection to the EHR broke.';
    case 'not-json':
      return 'The answer of the EHR could not be read.';
    case 'too-large':
      return 'The answer of the EHR was too large to be read.';
    case 'foreign-address':
      return 'The EHR sent the request on to another address.';
    case 'http':
      return `The EHR answered HTTP ${answer.status}.`;
    case 'not-of-each':
      return 'The EHR did not say of every order that it was saved.';
    case 'window-silent':
      return "The EHR's window did not say whether it took the order.";
  }
}

function unknownWhy(why: UnknownWhy): string {
  switch (why.code) {
    case 'earlier-write':
      return 'The outcome of an earlier write is not known.';
    case 'with-the-page':
      return "The draft was handed to the EHR's window, which has not said what became of it.";
    default:
      return unclearWords(why);
  }
}

const LOOKED: Readonly<Record<Extract<WriteOutcome, { kind: 'outcome-unknown' }>['looked'], string>> = {
  absent: 'The app looked in the chart and did not find it; it may still arrive.',
  'perhaps-hidden':
    'The app looked in the chart and did not find it, but this EHR may hide drafts from such a look.',
  failed: 'The app could not look in the chart either.',
};

function halfWhy(why: HalfWhy): string {
  switch (why.code) {
    case 'rest-not-sent':
      return 'The rest was not sent.';
    case 'stopped-earlier':
      return 'An earlier write of this titration stopped halfway.';
    case 'refused':
      return refusal(why.status, why.words);
    case 'unclear':
      return why.words === null
        ? unclearWords(why.answer)
        : `${unclearWords(why.answer)} The EHR says: ${why.words}`;
  }
}

function notSentWhy(why: NotSentWhy): string {
  switch (why.code) {
    case 'other-patient':
      return 'The order is not for the patient this app was opened for. Nothing was sent. Open the app again from the chart.';
    case 'chart-too-old':
      return 'The chart was read more than a minute ago. Nothing was sent. Review again.';
    case 'being-written':
      return 'A draft for this patient is being written at this moment. Nothing more was sent. Look again in a minute.';
    case 'session-ended':
      return 'The session with the EHR has ended. Nothing was sent. Open the app again from the chart.';
    case 'draft-faults':
      return `The draft did not pass its last check (${why.faults.map(draftFaultWords).join('; ')}). Nothing was sent.`;
    case 'could-not-look': {
      const how = why.status === null ? 'could not be read' : `was answered with HTTP ${why.status}`;
      return `The EHR could not be searched for an earlier draft: page ${why.page} of the search ${how}. Nothing was sent.`;
    }
  }
}

const STEP_FAULTS: Readonly<Record<StepFault, string>> = {
  dose: 'is no dose up to 4.5 mg',
  'nights-text': 'says other nights',
  'dose-text': 'says another dose',
  capsules: 'does not agree with its capsules',
  volume: 'does not agree with its volume',
  'first-night-text': 'says another first night',
};

const ORDER_FAULTS: Readonly<Record<OrderFault, string>> = {
  'no-order': 'there is no order',
  shape: 'an order is not a draft of the closed shape',
  course: 'it goes beyond what an order of its kind may hold',
  'last-sentence': 'the last step lacks its last sentence',
  'joined-text': 'the steps together are too long for a label',
  'drug-name': 'the name of the drug does not agree with its strength',
  requester: 'somebody without a place in the EHR is named as the prescriber',
  'capsule-quantity': 'the quantity is not the sum of the doses',
  'tablet-quantity': 'the tablets are not as many as the bottles',
  warning: 'nothing warns against swallowing the tablet, or says how it is mixed',
  'patient-or-prescriber': 'the orders are not of one patient and prescriber',
  group: 'the orders do not share their group',
  identifier: 'two orders carry one identifier',
  'above-ceiling': 'a night is above 4.5 mg in all',
  'doses-not-rising': 'a dose falls or stays',
  'step-missing': 'a step is missing',
  'nights-differ': 'the orders differ in the nights of a step',
  supply: 'the supply does not last as long as the steps',
  'first-night': 'the orders do not begin on the night of their first step',
};

function draftFaultWords(fault: DraftFault): string {
  return 'step' in fault ? `step ${fault.step} ${STEP_FAULTS[fault.code]}` : ORDER_FAULTS[fault.code];
}

function waitFirst(retryAfter: number | null): readonly string[] {
  return retryAfter === null ? [] : [`Wait ${retryAfter} seconds: the EHR asks for it.`];
}

const ONE_WRITTEN: Told = {
  title: 'Draft in chart, not signed',
  happened: 'The EHR accepted the draft order.',
  meaning: 'The patient gets nothing until you sign it in the EHR.',
  steps: ['Open the orders of this patient in the EHR, review the draft and sign it there.'],
};

function severalWritten(count: number): Told {
  return {
    title: 'Draft in chart, not signed',
    happened: `The EHR accepted ${count} draft orders: one plan, with one order for each strength.`,
    meaning: 'The patient gets nothing until you sign them in the EHR.',
    steps: [
      count === 2
        ? 'Open the orders of this patient in the EHR, review both drafts and sign both there, or neither.'
        : `Open the orders of this patient in the EHR, review all ${count} drafts and sign all there, or none.`,
    ],
  };
}

export function writeWords(outcome: WriteOutcome): Told {
  switch (outcome.kind) {
    case 'written':
      return outcome.locations.length > 1 ? severalWritten(outcome.locations.length) : ONE_WRITTEN;
    case 'already-written':
      return {
        title: 'A draft was already in the chart, not signed',
        happened: 'The app found its own draft for this patient and wrote no second one.',
        meaning: 'There is one plan. The patient gets nothing until you sign it in the EHR.',
        steps: [
          'Open the orders of this patient in the EHR, review the draft and sign it there.',
          'To write another plan, cancel that draft in the EHR first.',
        ],
      };
    case 'half-written':
      return {
        title: 'Only part of the draft is in the chart',
        happened: `Not in the chart: ${outcome.missing.join('; ')}. ${halfWhy(outcome.because)}`,
        meaning:
          'With one strength alone the patient cannot take the planned doses. Do not sign it as it is.',
        steps: ['Cancel the part that is in the chart, in the EHR.', 'Open this app again from the chart.'],
      };
    case 'refused':
    case 'conflict':
      return {
        title: 'The EHR did not accept the draft',
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
    case 'outcome-unknown': {
      const says = outcome.words === null ? '' : ` The EHR says: ${outcome.words}`;
      return {
        title: 'Sent, but nobody knows whether it arrived',
        happened: `${unknownWhy(outcome.why)}${says} ${LOOKED[outcome.looked]}`,
        meaning: 'There may be a draft in the chart, or none. The app does not send it again by itself.',
        steps: [
          `${LOOK_IN_EHR}.`,
          'If the draft is there, sign it there. If it is not, say so below; then it can be sent again, or entered by hand.',
        ],
      };
    }
    case 'changed-before-write':
      return {
        title: 'The chart changed before the write',
        happened: outcome.differences.map(chartDifferenceWords).join(' '),
        meaning: 'Nothing was sent this time.',
        steps: ['Read what changed, then review again. Nothing you typed is lost.'],
      };
    case 'not-sent':
      return {
        title: 'The draft was not sent',
        happened: notSentWhy(outcome.why),
        meaning: 'Nothing was put into the chart this time. Another draft may already be there.',
        steps: [`${LOOK_IN_EHR}, then review and write again.`, COPY],
      };
  }
}
