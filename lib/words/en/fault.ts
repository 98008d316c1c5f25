/** The words that every page brings to the browser: of a fault of the app, which leaves the server no chance to say them. */
import type { Told } from '../shapes.ts';

export const APP_NAME = 'LDN Titration';
export const CALL_IT = 'If it happens again, call IT and read out the reference number.';

export function versionLine(version: string): string {
  return `${APP_NAME} ${version}`;
}

export const STORE_AWAY: Told = {
  title: 'LDN Titration cannot reach its own memory',
  happened:
    'The store in which the app keeps what was opened and what was sent does not answer or cannot be written. Without it nothing is read from the chart and nothing is sent.',
  meaning: "Do not assume that a draft was written. Look in the chart's orders before you write one again.",
  steps: [
    'Wait a minute, then load this page again.',
    CALL_IT,
    'For IT: the log of the app names the store and what it answered.',
  ],
};

export const enFault = {
  versionLine,
  storeAway: STORE_AWAY,
  fault: {
    title: `${APP_NAME} met a fault of its own`,
    happened: 'This page could not be made.',
    meaning: "Do not assume that a draft was written. Look in the chart's orders before you write one again.",
    steps: [`Open ${APP_NAME} again from the chart. If it happens again, call IT.`],
    reference: (reference: string) => `Reference: ${reference}`,
  },
};
