import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RecordStore } from '#lib/store/record-store.ts';
import { openRedisRecordStore } from '#lib/store/redis-record-store.ts';
import { openSqliteRecordStore } from '#lib/store/sqlite-record-store.ts';
import { freePort } from '../sandbox/free-port.ts';
import { type SharedStore, storeKinds, titleOf } from './record-stores.ts';
import { noRedis, startRedis } from './redis-server.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text));
const soon = () => Date.now() + 5000;
afterEach(() => {
  vi.useRealTimers();
});

describe.each(storeKinds)('$name', (kind) => {
  describe.skipIf(kind.skipped !== null)(titleOf(kind), () => {
    let shared: SharedStore;
    let store: RecordStore;
    const text = async (key: string) => {
      const record = (await store.read([key])).get(key);
      return record && `${record.version} ${Buffer.from(record.bytes)}`;
    };
    beforeEach(async () => {
      shared = await kind.make();
      store = shared.open();
    });
    afterEach(() => shared.remove());

    test('put writes whatever stands there; insert does not; versions rise', async () => {
      await store.put('a', bytes('1'), soon());
      await store.put('a', bytes('2'), soon());
      expect(await text('a')).toBe('2 2');
      expect(await store.insert('a', bytes('3'), soon())).toBe(false);
      expect(await store.insert('b', bytes('1'), soon())).toBe(true);
      expect([await text('a'), await text('b')]).toEqual(['2 2', '1 1']);
    });

    test('any bytes come back as they were', async () => {
      const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
      await store.insert('a', all, soon());
      expect((await store.read(['a'])).get('a')?.bytes).toEqual(all);
    });

    test('replace wins only at the version it names', async () => {
      await store.insert('a', bytes('1'), soon());
      expect(await store.replace('a', 1, bytes('2'), soon())).toBe(true);
      expect(await store.replace('a', 1, bytes('lost'), soon())).toBe(false);
      expect(await store.replace('none', 1, bytes('x'), soon())).toBe(false);
      expect(await text('a')).toBe('2 2');
    });

    test('of twenty replacements at one version from two servers, one wins', async () => {
      const servers = [store, shared.open()];
      await store.insert('a', bytes('0'), soon());
      const wins = await Promise.all(
        Array.from({ length: 20 }, (_, index) => servers[index % 2]?.replace('a', 1, bytes('x'), soon())),
      );
      expect(wins.filter(Boolean)).toHaveLength(1);
    });

    test('take gives a record once, to one of two servers', async () => {
      const other = shared.open();
      await store.insert('a', bytes('1'), soon());
      const taken = await Promise.all([store.take('a'), other.take('a')]);
      expect(taken.filter((record) => record !== null)).toHaveLength(1);
    });

    test('an expired record is an absent one, for every act', async () => {
      for (const key of ['a', 'b', 'c', 'd']) await store.insert(key, bytes('1'), soon());
      await store.touch(['d'], Date.now() + 60_000);
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 6000 });
      expect([await text('a'), await text('d')]).toEqual([undefined, '1 1']);
      expect(await store.take('b')).toBeNull();
      expect(await store.replace('c', 1, bytes('2'), soon())).toBe(false);
      await store.touch(['a'], soon());
      expect(await text('a')).toBeUndefined();
      expect(await store.insert('a', bytes('again'), soon())).toBe(true);
    });

    test('counting goes on until the first count is over, whoever counts', async () => {
      const other = shared.open();
      const end = soon();
      expect([await store.count('n', end), await other.count('n', end + 9000)]).toEqual([1, 2]);
      vi.useFakeTimers({ toFake: ['Date'], now: end + 1 });
      expect(await store.count('n', soon())).toBe(1);
    });

    test('trim drops what was inserted first under a prefix, and nothing else', async () => {
      const start = Date.now();
      for (const [index, key] of ['p/3', 'p/2', 'p/1', 'q/1'].entries()) {
        vi.useFakeTimers({ toFake: ['Date'], now: start + index });
        await store.insert(key, bytes('x'), start + 60_000);
      }
      await store.trim('p/', 2);
      expect([...(await store.read(['p/1', 'p/2', 'p/3', 'q/1'])).keys()]).toEqual(['p/1', 'p/2', 'q/1']);
      await store.trim('p/', 2);
      expect([...(await store.read(['p/1', 'p/2'])).keys()]).toHaveLength(2);
    });
  });
});

test('the sqlite file is for its owner alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ldn-records-'));
  openSqliteRecordStore(join(folder, 'deep', 'records.sqlite'));
  expect(statSync(join(folder, 'deep', 'records.sqlite')).mode & 0o077).toBe(0);
  rmSync(folder, { recursive: true });
});

test('the sqlite file has a write-ahead log, and what has expired is gone from it at the next write', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ldn-records-'));
  const path = join(folder, 'records.sqlite');
  const store = openSqliteRecordStore(path);
  for (const key of ['a', 'b']) await store.insert(key, bytes('1'), soon());
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 6000 });
  await store.put('c', bytes('1'), soon());
  const file = new DatabaseSync(path, { readOnly: true });
  expect(file.prepare('SELECT key FROM record').all()).toEqual([{ key: 'c' }]);
  expect(file.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
  file.close();
  rmSync(folder, { recursive: true });
});

test('a line of the journal is on the disk before the write goes on; what else is kept need not be', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ldn-records-'));
  const store = openSqliteRecordStore(join(folder, 'records.sqlite'));
  const exec = vi.spyOn(DatabaseSync.prototype, 'exec');
  const said = () => exec.mock.calls.splice(0).map(([sql]) => sql);
  for (const write of [
    () => store.insert('draft/a', bytes('1'), soon()),
    () => store.replace('draft/a', 1, bytes('2'), soon()),
    () => store.put('draft/a', bytes('3'), soon()),
  ]) {
    await write();
    expect(said()).toEqual(['PRAGMA synchronous = FULL', 'PRAGMA synchronous = NORMAL']);
  }
  await store.put('launch/a', bytes('1'), soon());
  expect(said()).toEqual([]);
  exec.mockRestore();
  rmSync(folder, { recursive: true });
});

describe.skipIf(noRedis !== null)(`a Redis that goes away (${noRedis ?? 'found'})`, () => {
  test('without one, an error that names no address; once it is back, the store works again', async () => {
    const port = await freePort();
    const store = openRedisRecordStore(`redis://127.0.0.1:${port}`, []);
    const server = await startRedis(port);
    await store.put('a', bytes('1'), soon());
    await server.stop();
    await expect(store.read(['a'])).rejects.toThrow(/^the session store (did not|cannot)/);
    const back = await startRedis(port);
    await vi.waitFor(() => store.put('a', bytes('1'), soon()), { timeout: 10_000, interval: 100 });
    await back.stop();
  });
});
