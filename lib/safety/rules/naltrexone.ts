/** The chart's own naltrexone: any dose, any form, and this app's own drafts. */
import { OWN_DRAFT_SYSTEM } from '#lib/chart/own-draft.ts';
import type { JudgedMedication } from '#lib/safety/exposure/judged-medication.ts';

/** Beside a word nobody recognises it is still naltrexone; beside an opioid it is the opioid's row (R02). */
export function isNaltrexone({ recognition }: JudgedMedication): boolean {
  return recognition.kind !== 'opioid' && recognition.antagonists.includes('naltrexone');
}

/** An order of this app with any other status, unknown ones among them, still stands. */
const OVER = new Set(['completed', 'cancelled', 'stopped', 'entered-in-error']);

/** An order of this app that is not over (R13). */
export function isOwnStanding(medication: JudgedMedication): boolean {
  const { status } = medication.row;
  return isOwnDraft(medication) && !(status !== null && OVER.has(status));
}

/** An order of this app that was signed: in a follow-up it is what is followed. @see FHIR R4 medicationrequest-status */
export function isOwnInForce(medication: JudgedMedication): boolean {
  const { status } = medication.row;
  return isOwnDraft(medication) && (status === 'active' || status === 'completed');
}

export function isOwnDraft({ row }: JudgedMedication): boolean {
  return row.kind === 'request' && row.identifiers.some(({ system }) => system === OWN_DRAFT_SYSTEM);
}
