/** The chart's own naltrexone: any dose, any form, and this app's own drafts. */
import { OWN_DRAFT_SYSTEM } from '../chart/own-draft.ts';
import type { JudgedMedication } from './judged-medication.ts';

export function isNaltrexone({ recognition }: JudgedMedication): boolean {
  return recognition.kind === 'antagonist' && recognition.antagonists.includes('naltrexone');
}

export function isOwnDraft({ row }: JudgedMedication): boolean {
  return row.kind === 'request' && row.identifiers.some(({ system }) => system === OWN_DRAFT_SYSTEM);
}
