/** What Done says of the note and the Provenance of a draft: looking writes nothing, so that what was never tried is offered. */
import { describe, expect, test } from 'vitest';
import type { DraftRecord } from '#lib/order/write/draft-journal.ts';
import { recordOf } from '#lib/order/write/draft-journal.ts';
import type { WriteOutcome } from '#lib/order/write/write-outcome.ts';
import { besideTheDraft } from '#lib/visit/beside-the-draft.ts';
import type { OpenChart } from '#lib/visit/open-chart.ts';
import { presetOrder } from '../order/reviewed.ts';

const ORDER = presetOrder('standard');
const WRITTEN: WriteOutcome = { kind: 'written', locations: ['MedicationRequest/1'] };
const sent = (outcome: WriteOutcome = WRITTEN) => ({ order: ORDER, outcome, at: 0 });

function opened(
  record: Partial<DraftRecord> | null,
  { scopes = ['patient/DocumentReference.c'], supports = true } = {},
): OpenChart {
  const written: DraftRecord = { ...recordOf(ORDER, 0), state: 'written', ...record };
  return {
    launch: { session: { scopes } },
    capabilities: { kind: 'capabilities', capabilities: { supports: () => supports } },
    journal: { payload: { drafts: record === null ? [] : [written] }, leasedUntil: null },
  } as unknown as OpenChart;
}

describe('what goes beside a draft', () => {
  test('is offered where it was never tried', async () => {
    expect(await besideTheDraft(opened({}), sent())).toBe('unwritten');
  });

  test('is told as it ended, or as begun, and not offered again', async () => {
    const ended = [{ what: 'assessment-note', ended: { code: 'no-answer' } }] as const;
    expect(await besideTheDraft(opened({ companions: ended }), sent())).toEqual(ended);
    expect(await besideTheDraft(opened({ companions: 'claimed' }), sent())).toBe('claimed');
  });

  test.each<[string, OpenChart, WriteOutcome]>([
    ['an EHR that lists neither', opened({}, { supports: false }), WRITTEN],
    ['a launch that may write neither', opened({}, { scopes: ['patient/*.rs'] }), WRITTEN],
    ['a draft whose place is not known', opened({}), { kind: 'written', locations: [null] }],
    [
      'half a titration',
      opened({}),
      {
        kind: 'half-written',
        locations: ['MedicationRequest/1'],
        missing: ['naltrexone'],
        because: { code: 'rest-not-sent' },
      },
    ],
    ['a draft the journal does not know', opened(null), WRITTEN],
    ['a draft in doubt', opened({ state: 'unknown' }), WRITTEN],
  ])('is neither promised nor offered: %s', async (_, chart, outcome) => {
    expect(await besideTheDraft(chart, sent(outcome))).toBeNull();
  });
});
