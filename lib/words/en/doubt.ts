/** The words of a draft that was sent and of which nobody knows whether, or where, it stands: the same on every screen. */

import type { ClosedByHand, DraftDoubt } from '#lib/order/write/draft-doubt.ts';
import { clinicDay } from '#lib/time/clinic-day.ts';
import type { Told } from '../shapes.ts';
import { clockTime, screenDate } from './dates.ts';

const TITLES: Readonly<Record<DraftDoubt['state'], string>> = {
  'being-written': 'A draft for this patient is being written at this moment',
  written: 'A draft was written, and nobody knows where it is',
  unknown: 'Sent, but nobody knows whether it arrived',
};

const MEANINGS: Readonly<Record<DraftDoubt['state'], string>> = {
  'being-written': 'Look again in a minute. Until then the app sends no other.',
  written: 'A second one would double the dose: the app sends no other by itself.',
  unknown: 'There may be a draft in the chart, or none. The app does not send it again by itself.',
};

/** @param isOnReview where a person says what they found. */
export function doubtWords(
  { state, sentAt }: DraftDoubt,
  timeZone: string | null,
  isOnReview: boolean,
): Told {
  const when =
    sentAt === null
      ? ''
      : ` on ${screenDate(clinicDay(sentAt, timeZone ?? 'UTC'))} at ${clockTime(sentAt, timeZone)}`;
  return {
    title: TITLES[state],
    happened: `A draft order of low-dose naltrexone was sent for this patient${when}, in this launch or another, and the app does not find it in the chart.`,
    meaning: MEANINGS[state],
    steps: [
      'Look at the orders of this patient in the EHR before anything else is ordered.',
      `If the draft is there, sign it there, or cancel it there. If it is not, say so ${isOnReview ? 'below' : 'on Review'}: then it can be sent again, or entered by hand.`,
    ],
  };
}

export const DOUBT_WORDS = {
  /** In place of what the EHR takes, on every screen. */
  writing:
    'A draft was sent for this patient, and nobody knows whether it arrived: look at the orders in the EHR. No other is sent until somebody has looked.',
  toReview: 'Say on Review that it is not there',
} as const;

/** In place of the order to enter by hand and of its file. */
export const CLOSED_BY_HAND: Readonly<
  Record<ClosedByHand, { readonly text: string; readonly file: string }>
> = {
  'in-doubt': {
    text: 'Closed while nobody knows whether the draft that was sent has arrived: an order entered by hand could be a second one. Look at the orders of this patient in the EHR; if the draft is not there, say so here and choose Save answers.',
    file: 'A draft was sent for this patient, and nobody knows whether it arrived. Nothing was downloaded. Look at the orders in the EHR; if it is not there, say so on Review.',
  },
  'being-written': {
    text: 'Closed while a draft for this patient is being written, in this launch or another: an order entered by hand would be a second one. Look again in a minute.',
    file: 'A draft for this patient is being written at this moment. Nothing was downloaded: an order entered from the file would be a second one. Look again in a minute.',
  },
};
