/** Records as the app sees them: JSON values, encrypted before they reach the store. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { RecordStore } from './record-store.ts';

const CIPHER = 'aes-256-gcm';
const KEY_ID_BYTES = 8;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM. The key's own id goes before the ciphertext, so that keys can be rotated; the record's key is authenticated
 * with it, so that a row cannot be passed off as another launch's.
 *
 * @see NIST SP 800-38D
 */
export interface Seal {
  close(recordKey: string, value: unknown): Uint8Array;
  /** Null when no key opens it: a removed key or a row that was tampered with. */
  open(recordKey: string, bytes: Uint8Array): unknown;
}

/** @param keys 32 bytes each; the first closes, all open. */
export function makeSeal(keys: readonly Uint8Array[]): Seal {
  const named = keys.map((key) => ({
    key,
    id: createHash('sha256').update(key).digest().subarray(0, KEY_ID_BYTES),
  }));
  const [first] = named;
  if (first === undefined) throw new RangeError('a seal needs a key');
  return {
    close(recordKey, value) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, first.key, iv).setAAD(Buffer.from(recordKey));
      const sealed = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
      return new Uint8Array(Buffer.concat([first.id, iv, cipher.getAuthTag(), sealed]));
    },
    open(recordKey, bytes) {
      const sealed = Buffer.from(bytes);
      const key = named.find(({ id }) => id.equals(sealed.subarray(0, KEY_ID_BYTES)))?.key;
      if (key === undefined) return null;
      const tagStart = KEY_ID_BYTES + IV_BYTES;
      const textStart = tagStart + TAG_BYTES;
      try {
        const decipher = createDecipheriv(CIPHER, key, sealed.subarray(KEY_ID_BYTES, tagStart))
          .setAAD(Buffer.from(recordKey))
          .setAuthTag(sealed.subarray(tagStart, textStart));
        const text = Buffer.concat([decipher.update(sealed.subarray(textStart)), decipher.final()]);
        return JSON.parse(text.toString('utf8'));
      } catch {
        return null;
      }
    },
  };
}

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
    const opened = new Map<string, Sealed<T>>();
    for (const [key, { version, bytes }] of await store.read(keys)) {
      const value = seal.open(key, bytes);
      if (value !== null) opened.set(key, { version, value: value as T });
    }
    return opened;
  };
  return {
    read,
    readOne: async <T>(key: string) => (await read<T>([key])).get(key) ?? null,
    put: (key, value, expiresAt) => store.put(key, seal.close(key, value), expiresAt),
    insert: (key, value, expiresAt) => store.insert(key, seal.close(key, value), expiresAt),
    replace: (key, version, value, expiresAt) =>
      store.replace(key, version, seal.close(key, value), expiresAt),
    async take<T>(key: string) {
      const record = await store.take(key);
      return record && (seal.open(key, record.bytes) as T | null);
    },
    touch: (keys, expiresAt) => store.touch(keys, expiresAt),
    count: (key, expiresAt) => store.count(key, expiresAt),
    trim: (prefix, most) => store.trim(prefix, most),
  };
}
