/** The chart's own naltrexone: any dose, any form, and this app's own drafts. */

import { OWN_DRAFT_SYSTEM } from '#lib/chart/own-draft.ts';
import type { MedicationState } from '#lib/chart/states.ts';
import type { JudgedMedication } from '#lib/safety/exposure/judged-medication.ts';

/** Beside a word nobody recognises it is still naltrexone; beside an opioid it is the opioid's row (R02). */
export function isNaltrexone({ recognition }: JudgedMedication): boolean {
  return recognition.kind !== 'opioid' && recognition.antagonists.includes('naltrexone');
}

/** An order of this app in any other state, not known or not read, still stands. */
const OVER: ReadonlySet<MedicationState> = new Set(['done', 'withdrawn', 'broken-off', 'in-error']);

/** An order of this app that is not over (R13). */
export function isOwnStanding(medication: JudgedMedication): boolean {
  return isOwnDraft(medication) && !OVER.has(medication.row.state);
}

/** An order of this app that was signed: in a follow-up it is what is followed. */
export function isOwnInForce(medication: JudgedMedication): boolean {
  const { state } = medication.row;
  return isOwnDraft(medication) && (state === 'in-force' || state === 'done');
}

export function isOwnDraft({ row }: JudgedMedication): boolean {
  return row.kind === 'request' && row.identifiers.some(({ system }) => system === OWN_DRAFT_SYSTEM);
}
