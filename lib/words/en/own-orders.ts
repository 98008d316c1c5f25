/** The words of a draft found again: what it is now, what that means for the patient, what to do. */

import type { DraftState } from '#lib/order/standing/draft-state.ts';
import { RECHECK_AFTER_DAYS } from '#lib/order/standing/own-drafts.ts';
import type { StandingOrders, Told } from '../shapes.ts';
import { chartDate } from './dates.ts';
import { NOT_AS_SENT, NOT_AS_SENT_AND_SIGNED } from './read-back.ts';

type StandingWords = Omit<Told, 'happened'>;

/** The heading of how a signed order is changed; other words point to it. */
export const STOP_OR_SLOW = 'To stop or slow down';

/** What an order is called where several are listed. */
const STATE_WORDS: Readonly<Record<DraftState, string>> = {
  draft: 'draft, not signed',
  signed: 'signed',
  'on-hold': 'on hold',
  completed: 'completed',
  stopped: 'stopped',
  cancelled: 'cancelled',
  'entered-in-error': 'entered in error',
  gone: 'no longer in the chart',
  'not-read': 'could not be read',
};

/** One strength of a titration was signed, cancelled or stopped, and another was not. */
const MIXED: StandingWords = {
  title: 'The orders of one plan are not in the same state',
  meaning: 'With one strength alone the patient cannot take the planned doses.',
  steps: ['Look at each order in the EHR: sign all of them, or cancel and stop all of them.'],
};

/** The worst comes first. */
export function wordsOfOrders({ state, count, isMixed, isSerious, daysOld }: StandingOrders): StandingWords {
  if (isSerious) return state === 'draft' ? NOT_AS_SENT : NOT_AS_SENT_AND_SIGNED;
  return isMixed ? MIXED : standingWords(state, daysOld, count);
}

/** @param daysOld null where the EHR does not say when the draft was written. */
export function standingWords(state: DraftState, daysOld: number | null, count = 1): StandingWords {
  switch (state) {
    case 'draft':
      return count > 1 ? severalDrafts(count, daysOld) : oneDraft(daysOld);
    case 'signed':
      return {
        title: 'Order in chart, no longer a draft',
        meaning: 'The patient may be taking low-dose naltrexone. A second order would double it.',
        steps: [
          `To change the plan, see "${STOP_OR_SLOW}" below.`,
          'If nobody signed it, cancel it in the EHR and tell IT.',
        ],
      };
    case 'on-hold':
      return {
        title: 'Order on hold in the EHR',
        meaning:
          'It is suspended, and meant to go on later. The patient may have some of the medicine at home. A second order would double it.',
        steps: [
          'Ask the patient what is taken now.',
          'To go on with it, release it in the EHR.',
          `To give it up, see "${STOP_OR_SLOW}" below.`,
        ],
      };
    case 'completed':
      return {
        title: 'Order completed in the EHR',
        meaning:
          'The EHR marks it as completed. The patient may still be taking what was supplied, or have some at home.',
        steps: [
          'Ask the patient what is taken now, and what is left.',
          "Leave it as it is, or plan a new one: today's checks decide.",
        ],
      };
    case 'stopped':
      return {
        title: 'Order stopped in the EHR',
        meaning: 'Nothing more is to be taken from it. The patient may still have some of it at home.',
        steps: [
          'Ask the patient what was last taken, and what is left.',
          "Leave it as it is, or plan a new one: today's checks decide.",
        ],
      };
    case 'cancelled':
      return {
        title: 'Draft cancelled in the EHR',
        meaning: 'The patient gets nothing from it.',
        steps: ['Leave it as it is, or plan a new one.'],
      };
    case 'entered-in-error':
      return {
        title: 'Order marked as entered in error',
        meaning:
          'The EHR says that it was never meant. If it had been signed, the patient may have some of the medicine at home.',
        steps: [
          'If it had been signed, ask the patient what was taken, and what is left.',
          'Leave it as it is, or plan a new one.',
        ],
      };
    case 'gone':
      return {
        title: 'Draft no longer in the chart',
        meaning:
          'It was deleted in the EHR, or the EHR hides it. The patient gets nothing from it unless somebody signs it.',
        steps: [
          'Look at the orders of this patient in the EHR.',
          'If it is not there, leave it at that, or plan a new one.',
        ],
      };
    case 'not-read':
      return {
        title: 'A draft of this app may be in the chart',
        meaning: 'The EHR did not let the app read it, so the app cannot tell whether it was signed.',
        steps: ['Look at the orders of this patient in the EHR before anything else is ordered.'],
      };
  }
}

function oneDraft(daysOld: number | null): StandingWords {
  return {
    title: 'Draft in chart, not signed',
    meaning: 'The patient gets nothing until you sign it in the EHR.',
    steps: [...recheckFirst(daysOld), 'Review the draft in the EHR and sign it there, or cancel it there.'],
  };
}

function severalDrafts(count: number, daysOld: number | null): StandingWords {
  return {
    title: `${count} draft orders in chart, not signed`,
    meaning:
      'They are one plan, with one order for each strength. The patient gets nothing until you sign them in the EHR.',
    steps: [...recheckFirst(daysOld), 'Review all of them in the EHR: sign all there, or cancel all there.'],
  };
}

function recheckFirst(daysOld: number | null): readonly string[] {
  if (daysOld === null)
    return ['The EHR does not say how old it is: check the chart again before you sign it.'];
  if (daysOld <= RECHECK_AFTER_DAYS) return [];
  return [
    `It is ${daysOld} days old. Check the chart again before you sign it: opioids may have been ordered since. Today's check is on Safety.`,
  ];
}

/** "naltrexone 1.5 mg capsule: signed. MedicationRequest/m1, written on 22-Nov-2026 by Dr A. Example". */
export function writtenBefore({
  drug,
  state,
  location,
  on,
  by,
}: {
  readonly drug: string | null;
  readonly state: DraftState;
  readonly location: string | null;
  readonly on: string | null;
  readonly by: string | null;
}): string {
  const what = `${drug ?? 'An order of this app'}: ${STATE_WORDS[state]}. ${location ?? 'Address not known'}`;
  if (drug === null) return what;
  const when = on === null ? 'on a day the EHR does not give' : `on ${chartDate(on)}`;
  return `${what}, written ${when} by ${by ?? 'someone the EHR does not name'}`;
}
