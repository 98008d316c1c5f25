/** Where launches are kept: keys, opaque bytes, an expiry. One small interface; each kind of store is one file. */

export interface StoredRecord {
  /** Rises with every write of the key. */
  readonly version: number;
  readonly bytes: Uint8Array;
}

/** An expired record is an absent one, everywhere. Times are epoch milliseconds. Every act is atomic key by key. */
export interface RecordStore {
  read(keys: readonly string[]): Promise<ReadonlyMap<string, StoredRecord>>;
  /** Writes whatever stands there. */
  put(key: string, bytes: Uint8Array, expiresAt: number): Promise<void>;
  /** False when the key is there already. */
  insert(key: string, bytes: Uint8Array, expiresAt: number): Promise<boolean>;
  /** False when the key is not at this version. On success the version is one more. */
  replace(key: string, version: number, bytes: Uint8Array, expiresAt: number): Promise<boolean>;
  /** Reads and removes in one step: of two who ask, one gets it. */
  take(key: string): Promise<StoredRecord | null>;
  touch(keys: readonly string[], expiresAt: number): Promise<void>;
  /** Counts one more under the key and answers the count; after `expiresAt` of the first it begins again. */
  count(key: string, expiresAt: number): Promise<number>;
  /** Drops the keys with this prefix that were inserted first until `most` are left. The prefix ends with its only "/". */
  trim(prefix: string, most: number): Promise<void>;
}

/** Keys of what must outlive a power cut: a line that is lost may be a second draft. */
export const JOURNAL_PREFIX = 'draft/';
