/** What the tests of writing stand on: an EHR and a journal of their own for each test. */
import { beforeEach } from 'vitest';
import type { DraftOrder } from '#lib/order/draft/draft-order.ts';
import { isInDoubt, journalKey, type PatientDrafts, sendingOf } from '#lib/order/write/draft-journal.ts';
import { type WriteSetting, writeDraft } from '#lib/order/write/write-draft.ts';
import { writePersonLooked } from '#lib/order/write/write-person-looked.ts';
import { ORDER_WORDS } from '#lib/words/en/order.ts';
import { freshChart, presetOrder } from '../reviewed.ts';
import { FakeEhr, MemoryJournal, MemorySearch } from './fake-ehr.ts';

export const ONE = presetOrder('standard');
export const TWO = presetOrder('two-strengths');
export const OTHER_LAUNCH = presetOrder('standard', { identifier: '11111111-5d0e-4a53-9f0c-0a3f6f1f2a11' });

export let ehr: FakeEhr;
export let journal: MemoryJournal;
export let search: MemorySearch;

/** For a file of tests. */
export function anewForEach(): void {
  beforeEach(anew);
}

export function anew(): void {
  ehr = new FakeEhr();
  journal = new MemoryJournal();
  search = new MemorySearch();
}

export function write(order: DraftOrder = ONE, changes: Partial<WriteSetting> = {}) {
  return writeDraft(order, freshChart(journal.now), ehr, {
    launch: { issuer: ehr.base, patientId: 'p1' },
    journal,
    conditionalCreate: false,
    transaction: false,
    search,
    now: () => journal.now,
    pause,
    words: ORDER_WORDS,
    ...changes,
  });
}

/** The sendings of which nobody knows, as a screen would name them. */
export async function sendingsInDoubt(): Promise<readonly string[]> {
  const key = journalKey({ issuer: ehr.base, patientId: 'p1' });
  const known = (await journal.read<PatientDrafts>(key))?.payload.drafts ?? [];
  return known.filter(isInDoubt).map(sendingOf);
}

/** A person looks into the EHR, finds no draft of these sendings and says so. */
export async function sayNotThere(sendings?: readonly string[]): Promise<number | null> {
  const launch = { issuer: ehr.base, patientId: 'p1' };
  const looked = { at: journal.now, by: 'Practitioner/p9' };
  return writePersonLooked(sendings ?? (await sendingsInDoubt()), looked, { launch, journal, pause });
}

async function pause(ms: number): Promise<void> {
  journal.now += ms;
  await new Promise(setImmediate);
}
