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
