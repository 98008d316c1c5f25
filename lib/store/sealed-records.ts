/** Records as the app sees them: JSON values, encrypted before they reach the store. */
import type { RecordStore } from './record-store.ts';
import type { Seal } from './seal.ts';

/** A value this app wrote itself, with its version. */
export interface Sealed<T> {
  readonly version: number;
  readonly value: T;
}

export interface SealedRecords {
  /** Absent, expired and unreadable records alike are not in the answer. Values are what this app wrote under the key. */
  read<T>(keys: readonly string[]): Promise<ReadonlyMap<string, Sealed<T>>>;
  readOne<T>(key: string): Promise<Sealed<T> | null>;
  put(key: string, value: unknown, expiresAt: number): Promise<void>;
  insert(key: string, value: unknown, expiresAt: number): Promise<boolean>;
  replace(key: string, version: number, value: unknown, expiresAt: number): Promise<boolean>;
  take<T>(key: string): Promise<T | null>;
  touch: RecordStore['touch'];
  count: RecordStore['count'];
  trim: RecordStore['trim'];
}

export function sealRecords(store: RecordStore, seal: Seal): SealedRecords {
  const read = async <T>(keys: readonly string[]): Promise<ReadonlyMap<string, Sealed<T>>> => {
    const opened = await Promise.all(
      [...(await store.read(keys))].map(async ([key, { version, bytes }]) => {
        const value = (await seal.open(key, bytes)) as T | null;
        return [key, value === null ? null : { version, value }] as const;
      }),
    );
    return new Map(opened.flatMap(([key, record]) => (record === null ? [] : [[key, record]])));
  };
  return {
    read,
    readOne: async <T>(key: string) => (await read<T>([key])).get(key) ?? null,
    put: async (key, value, expiresAt) => store.put(key, await seal.close(key, value), expiresAt),
    insert: async (key, value, expiresAt) => store.insert(key, await seal.close(key, value), expiresAt),
    replace: async (key, version, value, expiresAt) =>
      store.replace(key, version, await seal.close(key, value), expiresAt),
    async take<T>(key: string) {
      const record = await store.take(key);
      return record && ((await seal.open(key, record.bytes)) as T | null);
    },
    touch: (keys, expiresAt) => store.touch(keys, expiresAt),
    count: (key, expiresAt) => store.count(key, expiresAt),
    trim: (prefix, most) => store.trim(prefix, most),
  };
}
