/** The words of Done that stand around the state of a draft, what was read back of it and what comes next. */

import type { FieldCheck } from '#lib/order/verify/verify-draft.ts';
import type { Companion } from '#lib/order/write/draft-journal.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { PRESETS, type PresetId } from '#lib/titration/propose-regimen.ts';
import { screenDate } from './dates.ts';
import { milligrams } from './dose.ts';
import { STOP_OR_SLOW } from './own-orders.ts';

const RESULTS: Readonly<Record<FieldCheck['state'], string>> = {
  kept: 'Kept',
  changed: 'Changed',
  dropped: 'Not kept',
};

const COMPANIONS: Readonly<Record<Companion['what'], string>> = {
  'assessment-note': 'Assessment note',
  provenance: 'Record of where the draft came from',
};

/** "Assessment note: written" */
export function companionWords({ what, ended }: Companion): string {
  if (ended.code === 'written') return `${COMPANIONS[what]}: written`;
  const why =
    ended.code === 'refused'
      ? (ended.words ?? `the EHR answered HTTP ${ended.status}`)
      : 'the EHR did not answer; look for it there';
  return `${COMPANIONS[what]}: not written (${why}). The draft stands without it.`;
}

export const DONE_WORDS = {
  /** In place of what the EHR takes, where nothing but an order that stands is in the way. */
  noSecond: 'Low-dose naltrexone is already ordered: no second order is written.',
  handedOver: (ehrName: string) =>
    `${ehrName} says that it is on its scratchpad, unsigned. The app cannot read it there.`,
  byHand: {
    title: 'Nothing was written: enter the order by hand',
    noAnswer: (ehrName: string) =>
      `The window of ${ehrName} did not answer, or this browser runs no scripts, so the draft was not handed to it.`,
  },
  orderAsText: 'The order as text, to copy',
  notAgain: 'For letters and notes. The draft is in the chart: do not enter this as another order.',
  offered: {
    title: 'Shown where you make the order',
    waits: (ehrName: string, until: CalendarDate) =>
      `${ehrName} shows this order beside the next one you make for this patient, until ${screenDate(until)}. Nothing is ordered by itself.`,
    shown: (when: string) => `It was shown there at ${when}.`,
    compared: {
      'as-reviewed': (words: string) =>
        `The order being made then, ${words}, names no other strength than the reviewed plan.`,
      another: (words: string) =>
        `The order being made then reads ${words}: not what was reviewed. Compare it before it is signed.`,
      none: () => 'No naltrexone was being ordered then.',
    },
  },
  companions: {
    title: 'Sent with the draft',
    endNotKnown:
      'Writing the assessment note and the record of where the draft came from was begun, and its outcome is not known: look for them in the EHR. The draft stands without them.',
    unwritten: 'The assessment note and the record of where the draft came from have not been written yet.',
    write: 'Write them to the chart',
  },
  followUp: {
    title: 'Follow-up',
    countedFrom: (firstNight: CalendarDate) =>
      `Counted from the planned first night, ${screenDate(firstNight)}`,
    columns: { by: 'By', when: 'When', why: 'What for' },
  },
  readBack: {
    title: 'Read back from the EHR',
    order: 'Order',
    noAddress: 'Address not known',
    notRead: (why: string) => `It could not be read back: ${why}. Look at it in the EHR before you sign.`,
    differing: 'What was sent and what the EHR holds',
    kept: 'Sent, and stored as it was sent',
    columns: { field: 'Field', sent: 'Sent', stored: 'Stored', result: 'Result' },
    same: 'the same',
    nothing: 'Nothing stored',
    result: ({ state, serious }: Pick<FieldCheck, 'state' | 'serious'>) =>
      serious ? `${RESULTS[state]}: do not sign as it is` : RESULTS[state],
  },
  inEhr: {
    review: (ehrName: string) => `Review and sign in ${ehrName}`,
    close: 'Close this app',
    noAnswer: (ehrName: string) =>
      `${ehrName} did not answer. Open the orders of this patient there by hand.`,
  },
  earlier: {
    whatStands: 'Written by an earlier launch of this app:',
    checkOfToday: "See today's check",
    now: 'In the EHR now',
    draft: 'Draft',
    drugUnknown: 'Drug not recorded',
    notRead: (why: string) => `It could not be read: ${why}.`,
    notRemembered: 'What was sent is not remembered here any more, so nothing is compared.',
    readBeforeSigning: 'Read each step before you sign.',
    stepWithoutText: 'A step without text',
  },
  plan: {
    title: 'Where the plan stands',
    doseOverTime: 'Dose over time',
    noScores:
      'No pain score in the chart since 8 weeks before the first night: without one, an effect cannot be told from the chart.',
    drug: { name: 'naltrexone', taken: ', by mouth, once a day at bedtime' },
    columns: { step: 'Step', dose: 'Dose', nights: 'Nights', dates: 'Planned dates' },
    until: ' - ',
  },
  stopOrSlow: {
    title: STOP_OR_SLOW,
    meaning: 'This app never stops or changes an order, and never writes a second one.',
    steps: (ehrName: string) => [
      `Stop the order in ${ehrName}, and tell the patient what to do with what is at home.`,
      'Come back here and look again.',
      'Once the EHR shows it as stopped, this screen offers a new plan, and a slower one where there is one.',
    ],
    look: 'Look again in the EHR',
  },
  anew: {
    plan: 'Plan a new one',
    slower: 'Plan a slower one',
    /** What the button of this name opens. */
    whatIsSlower: (preset: PresetId) => {
      const { start, step, intervalDays } = PRESETS[preset];
      return `Slower: ${milligrams(start)} first, then ${milligrams(step)} more every ${intervalDays} days; you can change it in Plan.`;
    },
    keep: 'To leave it as it is, close the app: nothing more is written.',
  },
} as const;
