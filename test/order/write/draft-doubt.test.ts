import { describe, expect, test } from 'vitest';
import type { Chart } from '#lib/chart/chart.ts';
import { OWN_DRAFT_SYSTEM } from '#lib/chart/own-draft.ts';
import { closedByHand, draftDoubt } from '#lib/order/write/draft-doubt.ts';
import { type DraftRecord, recordOf } from '#lib/order/write/draft-journal.ts';
import { presetOrder } from '../reviewed.ts';

const NOW = 1_800_000_000_000;
const SENT = recordOf(presetOrder('standard'), NOW - 60_000);
const EMPTY = { medications: [] } as unknown as Chart;

const read = (record: Partial<DraftRecord>, leasedUntil: number | null = null) => ({
  payload: { drafts: [{ ...SENT, ...record }] },
  leasedUntil,
});
const chartWith = (value: string) =>
  ({
    medications: [{ kind: 'request', identifiers: [{ system: OWN_DRAFT_SYSTEM, value }] }],
  }) as unknown as Chart;

describe('a draft is in doubt', () => {
  test('that a killed process left behind, and nobody found', () => {
    expect(draftDoubt(read({}), EMPTY, NOW)).toEqual({
      sendings: [`${SENT.identifier}@1`],
      sentAt: NOW - 60_000,
      state: 'unknown',
    });
  });

  test('while its writer holds the patient, and is then said to be on its way', () => {
    expect(draftDoubt(read({}, NOW + 1), EMPTY, NOW)?.state).toBe('being-written');
    expect(draftDoubt(read({}, NOW - 1), EMPTY, NOW)?.state).toBe('unknown');
  });

  test('that was taken and whose place nobody knows', () => {
    expect(draftDoubt(read({ state: 'written' }), EMPTY, NOW)?.state).toBe('written');
  });
});

describe('nothing is in doubt', () => {
  test('where nothing was sent', () => {
    expect(draftDoubt(null, EMPTY, NOW)).toBeNull();
  });

  test('of a draft whose place is known, or that is known not to stand', () => {
    expect(draftDoubt(read({ state: 'written', locations: ['MedicationRequest/1'] }), EMPTY, NOW)).toBeNull();
    expect(draftDoubt(read({ state: 'not-written' }), EMPTY, NOW)).toBeNull();
  });

  test('once the chart shows it', () => {
    expect(draftDoubt(read({}), chartWith(SENT.values[0] ?? ''), NOW)).toBeNull();
    expect(draftDoubt(read({}), chartWith('of another order'), NOW)).not.toBeNull();
  });
});

describe('the order to enter by hand is closed', () => {
  const held = { leasedUntil: NOW + 1 };

  test('while another writer holds the patient, although nothing is recorded as sent yet', () => {
    const journal = { payload: { drafts: [] }, ...held };
    expect(draftDoubt(journal, EMPTY, NOW)).toBeNull();
    expect(closedByHand(journal, null, NOW)).toBe('being-written');
  });

  test('while a draft is in doubt, whoever holds the patient', () => {
    for (const journal of [read({}), read({}, NOW + 1)]) {
      expect(closedByHand(journal, draftDoubt(journal, EMPTY, NOW), NOW)).toBe('in-doubt');
    }
  });

  test('and no longer than that', () => {
    expect(closedByHand(null, null, NOW)).toBeNull();
    expect(closedByHand({ leasedUntil: null }, null, NOW)).toBeNull();
    expect(closedByHand({ leasedUntil: NOW }, null, NOW)).toBeNull();
  });
});
