/** Where launches are kept: keys, opaque bytes, an expiry. One small interface, so that a second kind of store is one file. */

export interface StoredRecord {
  /** Rises with every write of the key. */
  readonly version: number;
  readonly bytes: Uint8Array;
}

/** An expired record is an absent one, everywhere. Times are epoch milliseconds. */
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
  /** Drops the oldest keys with this prefix until `most` are left. */
  trim(prefix: string, most: number): Promise<void>;
}
