import { describe, expect, it } from 'vitest';
import type { Ledger, LedgerEntry } from '#lib/chart/ledger.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { readSummary } from '#lib/words/en/read-summary.ts';
import { ledgerEntry } from '../../chart/ledger-entry.ts';
import { finding } from '../judgement-fixture.ts';

function summaryOf(...entries: LedgerEntry[]) {
  const ledger: Ledger = { entries, unreadKinds: [], problems: [] };
  return readSummary(ledger, null);
}

import { judgement } from '../judgement-fixture.ts';

describe('what of the chart was read', () => {
  it('counts the parts read and names each gap', () => {
    const { headline, gaps } = summaryOf(
      ledgerEntry({ part: 'Patient' }),
      ledgerEntry({ state: 'refused' }),
      ledgerEntry({ part: 'MedicationRequest', state: 'partial' }),
    );
    expect(headline).toBe('1 of 3 parts of the chart read');
    expect(gaps).toEqual(['Results: refused by the EHR', 'Medication orders: read in part']);
  });

  it('calls a part that nobody could have answered no gap', () => {
    expect(summaryOf(ledgerEntry({ state: 'unsupported', gap: 'server' })).gaps).toEqual([]);
  });

  it('calls a part with an unread row a gap, and one with a note none', () => {
    const unread = { where: 'Observation/o1', what: { code: 'rows-differ' }, weight: 'incomplete' } as const;
    expect(summaryOf(ledgerEntry({ problems: [unread] })).gaps).toEqual([
      'Results: incomplete; Observation/o1 came more than once, with different content',
    ]);
    expect(summaryOf(ledgerEntry({ problems: [{ ...unread, weight: 'note' }] })).gaps).toEqual([]);
  });

  it('calls an odd row a gap where the judgement stops at it, and says what was asked for', () => {
    const faults = [{ element: 'status', code: 'missing' }] as const;
    const what = { code: 'row-not-whole', faults, more: 0 } as const;
    const odd = { where: 'MedicationRequest/m1', what, weight: 'odd' } as const;
    const ledger: Ledger = {
      entries: [
        ledgerEntry({ part: 'MedicationRequest', problems: [odd] }),
        ledgerEntry({
          asked: [{ kind: 'codes' }, { kind: 'laboratory', since: '2025-02-02' as CalendarDate }],
        }),
      ],
      unreadKinds: [],
      problems: [],
    };
    const stopping = finding({
      rule: 'R01',
      key: 'R01',
      code: 'record-incomplete',
      facts: { missing: [{ ...odd, part: 'MedicationRequest', row: null }] },
      sources: ['MedicationRequest/m1'],
    });
    expect(readSummary(ledger, judgement()).gaps).toEqual([]);
    const stopped = readSummary(ledger, judgement({ findings: [stopping] }));
    expect(stopped.headline).toBe('1 of 2 parts of the chart read');
    expect(stopped.gaps).toEqual([
      'Medication orders: read in part; MedicationRequest/m1 row could not be read whole: status is missing',
    ]);
    expect(stopped.parts[1]?.details).toEqual([
      'asked for: results of any day under the codes of the checks; laboratory results since 02-Feb-2025',
    ]);
  });
});
