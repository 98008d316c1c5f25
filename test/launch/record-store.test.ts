import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RecordStore } from '../../lib/launch/record-store.ts';
import { openSqliteRecordStore } from '../../lib/launch/sqlite-record-store.ts';

let folder: string;
let store: RecordStore;
const bytes = (text: string) => new Uint8Array(Buffer.from(text));
const soon = () => Date.now() + 1000;
const text = async (key: string) => {
  const record = (await store.read([key])).get(key);
  return record && `${record.version} ${Buffer.from(record.bytes)}`;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ldn-records-'));
  store = openSqliteRecordStore(join(folder, 'deep', 'records.sqlite'));
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

test('put writes whatever stands there; insert does not; versions rise', async () => {
  await store.put('a', bytes('1'), soon());
  await store.put('a', bytes('2'), soon());
  expect(await text('a')).toBe('2 2');
  expect(await store.insert('a', bytes('3'), soon())).toBe(false);
  expect(await store.insert('b', bytes('1'), soon())).toBe(true);
  expect([await text('a'), await text('b')]).toEqual(['2 2', '1 1']);
});

test('replace wins only at the version it names', async () => {
  await store.insert('a', bytes('1'), soon());
  expect(await store.replace('a', 1, bytes('2'), soon())).toBe(true);
  expect(await store.replace('a', 1, bytes('lost'), soon())).toBe(false);
  expect(await store.replace('none', 1, bytes('x'), soon())).toBe(false);
  expect(await text('a')).toBe('2 2');
});

test('take gives a record once, to one of two servers', async () => {
  const other = openSqliteRecordStore(join(folder, 'deep', 'records.sqlite'));
  await store.insert('a', bytes('1'), soon());
  const taken = await Promise.all([store.take('a'), other.take('a')]);
  expect(taken.filter((record) => record !== null)).toHaveLength(1);
});

test('an expired record is an absent one, for every act', async () => {
  for (const key of ['a', 'b', 'c', 'd']) await store.insert(key, bytes('1'), soon());
  await store.touch(['d'], Date.now() + 60_000);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2000 });
  expect([await text('a'), await text('d')]).toEqual([undefined, '1 1']);
  expect(await store.take('b')).toBeNull();
  expect(await store.replace('c', 1, bytes('2'), soon())).toBe(false);
  await store.touch(['a'], soon());
  expect(await text('a')).toBeUndefined();
  expect(await store.insert('a', bytes('again'), soon())).toBe(true);
});

test('trim drops the oldest of a prefix and nothing else', async () => {
  const start = Date.now();
  for (const [index, key] of ['p/1', 'p/2', 'p/3', 'q/1'].entries()) {
    vi.useFakeTimers({ toFake: ['Date'], now: start + index });
    await store.insert(key, bytes('x'), start + 60_000);
  }
  await store.trim('p/', 2);
  expect([...(await store.read(['p/1', 'p/2', 'p/3', 'q/1'])).keys()]).toEqual(['p/2', 'p/3', 'q/1']);
});

test('the file is for its owner alone', () => {
  expect(statSync(join(folder, 'deep', 'records.sqlite')).mode & 0o077).toBe(0);
});
