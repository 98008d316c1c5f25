import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeDraftJournal } from '#lib/store/journal.ts';
import { openRedisRecordStore } from '#lib/store/redis-record-store.ts';
import { makeSeal } from '#lib/store/seal.ts';
import { sealRecords } from '#lib/store/sealed-records.ts';
import { openSqliteRecordStore } from '#lib/store/sqlite-record-store.ts';
import { StoreAway } from '#lib/store/store-away.ts';
import { type WatchedStore, watchStore } from '#lib/store/watched-store.ts';
import { noRedis, startRedis } from './redis-server.ts';

const LEASE = 5_000;
const seal = makeSeal([new Uint8Array(32).fill(7)]);
const journal = (store: WatchedStore) => makeDraftJournal(sealRecords(store, seal));

let folder: string;
let said: { info: string[]; error: string[] };
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ldn-watched-'));
  said = { info: [], error: [] };
  vi.spyOn(console, 'info').mockImplementation((line) => said.info.push(line));
  vi.spyOn(console, 'error').mockImplementation((line) => said.error.push(line));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const file = () => join(folder, 'sessions.sqlite');
const openFile = (path = file()) => watchStore(() => openSqliteRecordStore(path), `SQLite file ${path}`);

describe('a file', () => {
  test('says since when it knows of drafts, the same after every restart', async () => {
    const before = Date.now();
    const { begunAt } = await openFile().beginning();
    expect(begunAt).toBeGreaterThanOrEqual(before);
    expect(await openFile().beginning()).toEqual({ format: 1, begunAt });
  });

  test.each([
    ['removed', () => rmSync(file())],
    ['moved away', () => renameSync(file(), join(folder, 'moved.sqlite'))],
    ['removed with its folder', () => rmSync(folder, { recursive: true })],
  ])('%s under the running app: nothing more is written, and it is said once', async (_, lose) => {
    const store = openFile();
    await journal(store).begin('patient', { sent: 1 }, LEASE);
    lose();
    await expect(store.check()).rejects.toThrow(StoreAway);
    await expect(journal(store).begin('other', { sent: 1 }, LEASE)).rejects.toThrow(/removed or replaced/);
    expect(said.error).toHaveLength(1);
    expect(said.error[0]).toContain(file());
  });

  test('a copy made while the app runs is a whole store: restored, it knows what was sent until then', async () => {
    const store = openFile();
    await journal(store).begin('patient', { sent: 1 }, LEASE);
    const copy = join(folder, 'copy.sqlite');
    new DatabaseSync(file()).exec(`VACUUM INTO '${copy}'`);
    await journal(store).begin('later', { sent: 2 }, LEASE);
    const restored = openFile(copy);
    expect(await restored.beginning()).toEqual(await store.beginning());
    expect((await journal(restored).read('patient'))?.payload).toEqual({ sent: 1 });
    expect(await journal(restored).read('later')).toBeNull();
  });

  test('of the first version, which says nothing of itself, is opened with all that stands in it', async () => {
    const old = new DatabaseSync(file());
    old.exec(`CREATE TABLE record (
      key TEXT PRIMARY KEY, version INTEGER NOT NULL, bytes BLOB NOT NULL,
      made_at INTEGER NOT NULL, expires_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID`);
    const row = old.prepare('INSERT INTO record VALUES (?, 3, ?, ?, ?)');
    row.run('launch/a', await seal.close('launch/a', { patient: 'p1' }), Date.now(), Date.now() + 60_000);
    old.close();
    const records = sealRecords(openFile(), seal);
    expect(await records.readOne('launch/a')).toEqual({ version: 3, value: { patient: 'p1' } });
  });

  test('of a newer version is left alone, and told which version opens it', async () => {
    const newer = Buffer.from(JSON.stringify({ format: 2, begunAt: 1 }));
    await openSqliteRecordStore(file()).put('store/begun', new Uint8Array(newer), Date.now() + 60_000);
    await expect(journal(openFile()).begin('patient', {}, LEASE)).rejects.toThrow(
      /newer version of this app/,
    );
    expect((await openSqliteRecordStore(file()).read(['store/begun'])).size).toBe(1);
    expect(said.error).toEqual([expect.stringContaining(file())]);
  });

  test('that is no database at all is told so', async () => {
    const { writeFileSync } = await import('node:fs');
    writeFileSync(file(), 'hello, this is no database, and long enough to be looked at as one'.repeat(20));
    await expect(openFile().check()).rejects.toThrow(
      'the session store cannot be used (file is not a database)',
    );
  });
});

describe.skipIf(noRedis !== null)(`Redis (${noRedis ?? 'found'})`, () => {
  test('goes away, comes back empty: said each once by its place; what it knew is known to be lost', async () => {
    const server = await startRedis();
    const store = watchStore(
      () => openRedisRecordStore(server.url, []),
      `Redis at ${new URL(server.url).host}`,
    );
    await journal(store).begin('patient', { sent: 1 }, LEASE);
    await store.check();
    await server.stop();
    for (let time = 0; time < 3; time += 1) {
      const began = performance.now();
      await expect(store.read(['a'])).rejects.toThrow(StoreAway);
      expect(performance.now() - began).toBeLessThan(1_000);
    }
    expect(said.error).toEqual([expect.stringContaining(new URL(server.url).host)]);
    const back = await startRedis(Number(new URL(server.url).port));
    await vi.waitFor(() => store.read(['a']), { timeout: 10_000, interval: 100 });
    expect(said.info).toEqual([expect.stringContaining('is back')]);
    await expect(store.check()).rejects.toThrow(/emptied or replaced/);
    await back.stop();
  });

  test('a wrong password: the answer is named, the password is not', async () => {
    const server = await startRedis();
    const url = server.url.replace('redis://', 'redis://app:s3cret@');
    await expect(watchStore(() => openRedisRecordStore(url, []), 'Redis').check()).rejects.toThrow(
      /^the session store (?!.*s3cret)/,
    );
    await server.stop();
  });
});
