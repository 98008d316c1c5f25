import type { LedgerEntry } from '#lib/chart/ledger.ts';

/** A part of the chart that was read whole, but for the change. */
export function ledgerEntry(change: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    part: 'Observation',
    asked: [],
    state: 'complete',
    gap: null,
    rows: 0,
    pages: 1,
    problems: [],
    ...change,
  };
}

/** A page of the medication orders that the EHR did not give. */
export const UNREAD = {
  part: 'MedicationRequest',
  where: 'MedicationRequest page 2',
  what: { code: 'not-answered', status: 500, said: null },
  weight: 'incomplete',
  row: null,
} as const;
