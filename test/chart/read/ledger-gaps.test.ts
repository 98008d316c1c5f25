import { describe, expect, test } from 'vitest';
import type { LedgerEntry } from '#lib/chart/ledger.ts';
import { ledgerGaps } from '#lib/chart/read/ledger-gaps.ts';
import { ledgerEntry } from '../ledger-entry.ts';

const entry = (change: Partial<LedgerEntry>) => ledgerEntry({ part: 'Condition', ...change });
const problem = (weight: 'incomplete' | 'odd' | 'confirm' | 'note' | 'other-patient') => ({
  where: 'x',
  what: { code: 'no-resource' } as const,
  weight,
});
const gaps = (...entries: LedgerEntry[]) => ledgerGaps({ entries, unreadKinds: [], problems: [] });

describe('the ledger as the rules ask about it', () => {
  test('a chart read whole has no gap', () => {
    expect(gaps(entry({}), entry({ problems: [problem('note')] }))).toEqual({
      incomplete: [],
      confirm: [],
      otherPatient: [],
      unseen: [],
    });
  });

  test.each(['partial', 'refused', 'failed'] as const)(
    'a part that is %s is a gap even when nothing says why',
    (state) => {
      expect(gaps(entry({ state })).incomplete).toMatchObject([
        { part: 'Condition', what: { code: 'not-read-whole' } },
      ]);
      expect(gaps(entry({ state, problems: [problem('confirm')] })).incomplete).toHaveLength(1);
      expect(gaps(entry({ state, problems: [problem('incomplete')] })).incomplete).toHaveLength(1);
    },
  );

  test('what nobody could have answered is named, and is a gap for orders alone', () => {
    expect(gaps(entry({ state: 'unsupported', gap: 'not-granted' }))).toMatchObject({
      incomplete: [],
      unseen: [{ part: 'Condition', gap: 'not-granted' }],
    });
    expect(
      gaps(entry({ part: 'MedicationRequest', state: 'unsupported', gap: 'server' })).incomplete,
    ).toHaveLength(1);
  });

  test('an odd row is a gap where another reading of it could matter', () => {
    const ledger = { entries: [entry({ problems: [problem('odd')] })], unreadKinds: [], problems: [] };
    expect(ledgerGaps(ledger, () => false).incomplete).toEqual([]);
    expect(ledgerGaps(ledger, (source) => source === 'x').incomplete).toHaveLength(1);
    expect(ledgerGaps(ledger).incomplete).toHaveLength(1);
  });

  test('problems keep their part, and those of no part have none', () => {
    const ledger = {
      entries: [entry({ problems: [problem('other-patient')] })],
      unreadKinds: [],
      problems: [problem('incomplete')],
    };
    expect(ledgerGaps(ledger)).toMatchObject({
      otherPatient: [{ part: 'Condition' }],
      incomplete: [{ part: null }],
    });
  });
});
