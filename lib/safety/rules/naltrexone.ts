/** The chart's own naltrexone: any dose, any form, and this app's own drafts. */

import { isOwnOrder } from '#lib/chart/own-draft.ts';
import { isEnded } from '#lib/chart/states.ts';
import type { JudgedMedication } from '#lib/safety/exposure/judged-medication.ts';

/** Beside a word nobody recognises it is still naltrexone; beside an opioid it is the opioid's row (R02). */
export function isNaltrexone({ recognition }: JudgedMedication): boolean {
  return recognition.kind !== 'opioid' && recognition.antagonists.includes('naltrexone');
}

/** An order of this app that is not over (R13): one in a state that is not known or was not read still stands. */
export function isOwnStanding(medication: JudgedMedication): boolean {
  const { state } = medication.row;
  return isOwnDraft(medication) && !isEnded(state) && state !== 'in-error';
}

/** An order of this app that was signed: in a follow-up it is what is followed. */
export function isOwnInForce(medication: JudgedMedication): boolean {
  const { state } = medication.row;
  return isOwnDraft(medication) && (state === 'in-force' || state === 'done');
}

export function isOwnDraft({ row }: JudgedMedication): boolean {
  return isOwnOrder(row);
}
