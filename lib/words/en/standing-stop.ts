/** The words of a check that blocks today while an order stands. */
import type { StandingStop } from '#lib/follow-up/standing-stop.ts';

const SINCE_THEN = 'What blocks now was absent or unknown when this was written.';
const WHOLE_CHECK = "Today's full check is on Safety.";

interface StopWords {
  readonly title: string;
  readonly meaning: string;
  readonly steps: readonly string[];
}

export const STANDING_STOP: Readonly<Record<StandingStop['kind'], StopWords>> = {
  unsigned: {
    title: "Do not sign: one of today's checks blocks",
    meaning: SINCE_THEN,
    steps: [
      'Do not sign the draft while this blocks. If it goes on blocking, cancel the draft in the EHR.',
      WHOLE_CHECK,
    ],
  },
  opioid: {
    title: 'No further step: an opioid is on the chart',
    meaning: 'Together with an opioid, low-dose naltrexone can precipitate withdrawal.',
    steps: ['Hold low-dose naltrexone and contact the patient today.', WHOLE_CHECK],
  },
  other: {
    title: "One of today's checks blocks while this order is active",
    meaning: SINCE_THEN,
    steps: ['Decide today whether to hold it: this app cannot.', WHOLE_CHECK],
  },
};

/** Where nothing blocks and opioids are not excluded either. */
export function opioidNotExcluded(isUnsigned: boolean): string {
  const when = isUnsigned ? 'before it is signed' : 'before the next step';
  return `Today's check does not exclude an opioid: see Safety, and ask the patient ${when}.`;
}
