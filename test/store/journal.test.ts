import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type DraftJournal, makeDraftJournal } from '#lib/store/journal.ts';
import { JOURNAL_KEPT_MS } from '#lib/store/retention.ts';
import { makeSeal } from '#lib/store/seal.ts';
import { sealRecords } from '#lib/store/sealed-records.ts';
import { LATEST_START_DAYS } from '#lib/titration/regimen-limits.ts';
import { type SharedStore, storeKinds, titleOf } from './record-stores.ts';

const KEY = 'https://ehr.example/fhir|p1';
const LEASE = 30_000;

describe.each(storeKinds)('$name', (kind) => {
  describe.skipIf(kind.skipped !== null)(titleOf(kind), () => {
    let shared: SharedStore;
    let journal: DraftJournal;
    let otherServer: DraftJournal;

    beforeEach(async () => {
      shared = await kind.make();
      const seal = makeSeal([new Uint8Array(randomBytes(32))]);
      const open = () => makeDraftJournal(sealRecords(shared.open(), seal));
      [journal, otherServer] = [open(), open()];
    });
    afterEach(async () => {
      vi.useRealTimers();
      await shared.remove();
    });

    test('of two who begin at once, one holds the lock and the other sees what it is about', async () => {
      const begun = await Promise.all([
        journal.begin(KEY, { draft: 'one' }, LEASE),
        otherServer.begin(KEY, { draft: 'two' }, LEASE),
      ]);
      const [holder] = begun.filter(({ held }) => held);
      const [waiter] = begun.filter(({ held }) => !held);
      expect(waiter?.entry.payload).toEqual(holder?.entry.payload);
    });

    test('another patient is another lock', async () => {
      await journal.begin(KEY, 1, LEASE);
      expect((await journal.begin(`${KEY}2`, 2, LEASE)).held).toBe(true);
    });

    test('a holder that died leaves its entry to the next, who learns that the outcome is unknown', async () => {
      await journal.begin(KEY, { sent: true }, LEASE);
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + LEASE + 1 });
      const next = await otherServer.begin(KEY, { sent: false }, LEASE);
      expect(next).toMatchObject({
        held: true,
        previous: { payload: { sent: true }, leasedUntil: expect.any(Number) },
      });
    });

    test('a holder that was taken over is told to stop', async () => {
      const first = await journal.begin(KEY, 'first', LEASE);
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + LEASE + 1 });
      await otherServer.begin(KEY, 'second', LEASE);
      expect(await journal.record(KEY, first.entry.version, 'late', LEASE)).toBeNull();
      expect(await journal.end(KEY, first.entry.version, 'late')).toBeNull();
      expect((await journal.read(KEY))?.payload).toBe('second');
    });

    test('recording renews the lease; ending frees the lock and keeps the entry readable', async () => {
      const { entry } = await journal.begin(KEY, 'begun', LEASE);
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + LEASE - 1 });
      const recorded = await journal.record(KEY, entry.version, 'sent', LEASE);
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + LEASE - 1 });
      expect((await otherServer.begin(KEY, 'other', LEASE)).held).toBe(false);
      await journal.end(KEY, recorded?.version ?? 0, 'written as MedicationRequest/1');
      expect(await otherServer.read(KEY)).toMatchObject({
        payload: 'written as MedicationRequest/1',
        leasedUntil: null,
      });
      expect(await otherServer.begin(KEY, 'again', LEASE)).toMatchObject({
        held: true,
        previous: { payload: 'written as MedicationRequest/1', leasedUntil: null },
      });
    });

    test('a draft that waits for weeks is remembered as long as it may wait for its first night', async () => {
      const { entry } = await journal.begin(KEY, 'begun', LEASE);
      await journal.end(KEY, entry.version, 'written');
      expect(JOURNAL_KEPT_MS).toBeGreaterThanOrEqual(LATEST_START_DAYS * 24 * 60 * 60_000);
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + JOURNAL_KEPT_MS - 60_000 });
      expect((await otherServer.read(KEY))?.payload).toBe('written');
    });

    test('an entry that cannot be read is never taken for none', async () => {
      await journal.begin(KEY, 'begun', LEASE);
      const strange = sealRecords(shared.open(), makeSeal([new Uint8Array(32)]));
      await expect(makeDraftJournal(strange).begin(KEY, 'again', LEASE)).rejects.toThrow('cannot be read');
    });
  });
});
