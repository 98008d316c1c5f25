/** What the tests of writing stand on: an EHR and a journal of their own for each test. */
import { beforeEach } from 'vitest';
import type { DraftOrder } from '#lib/order/draft/draft-order.ts';
import { type WriteSetting, writeDraft } from '#lib/order/write/write-draft.ts';
import { FakeEhr, MemoryJournal } from './fake-ehr.ts';
import { freshChart, presetOrder } from './reviewed.ts';

export const ONE = presetOrder('standard');
export const TWO = presetOrder('two-strengths');
export const OTHER_LAUNCH = presetOrder('standard', { identifier: '11111111-5d0e-4a53-9f0c-0a3f6f1f2a11' });

export let ehr: FakeEhr;
export let journal: MemoryJournal;

/** For a file of tests. */
export function anewForEach(): void {
  beforeEach(() => {
    ehr = new FakeEhr();
    journal = new MemoryJournal();
  });
}

export function write(order: DraftOrder = ONE, changes: Partial<WriteSetting> = {}) {
  return writeDraft(order, freshChart(journal.now), ehr, {
    launch: { issuer: ehr.base, patientId: 'p1' },
    journal,
    conditionalCreate: false,
    transaction: false,
    sendAgain: false,
    now: () => journal.now,
    pause: async (ms) => {
      journal.now += ms;
      await new Promise(setImmediate);
    },
    ...changes,
  });
}
