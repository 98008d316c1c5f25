/** Both kinds of store, so that one contract is tested on each. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordStore } from '#lib/store/record-store.ts';
import { openRedisRecordStore } from '#lib/store/redis-record-store.ts';
import { openSqliteRecordStore } from '#lib/store/sqlite-record-store.ts';
import { noRedis, startRedis } from './redis-server.ts';

/** One empty store, opened as often as there are servers. */
export interface SharedStore {
  open(): RecordStore;
  remove(): Promise<void>;
}

interface StoreKind {
  readonly name: string;
  /** Null where it can be tested. */
  readonly skipped: string | null;
  make(): Promise<SharedStore>;
}

export const storeKinds: readonly StoreKind[] = [
  {
    name: 'sqlite',
    skipped: null,
    async make() {
      const folder = mkdtempSync(join(tmpdir(), 'ldn-records-'));
      return {
        open: () => openSqliteRecordStore(join(folder, 'records.sqlite')),
        remove: async () => rmSync(folder, { recursive: true, force: true }),
      };
    },
  },
  {
    name: 'redis',
    skipped: noRedis,
    async make() {
      const server = await startRedis();
      return { open: () => openRedisRecordStore(server.url, ['p/']), remove: () => server.stop() };
    },
  },
];

/** The name of a suite, with the reason where it is skipped. */
export function titleOf({ name, skipped }: StoreKind): string {
  return skipped === null ? name : `${name} (skipped: ${skipped})`;
}
