/** What was about to be written for a patient, kept before it is sent, so that a lost answer never becomes a second draft. */

import { JOURNAL_PREFIX } from './record-store.ts';
import { JOURNAL_KEPT_MS } from './retention.ts';
import type { SealedRecords } from './sealed-records.ts';
import { digest } from './secrets.ts';
import { storedRecords } from './stored-records.ts';

export interface JournalEntry<T> {
  readonly version: number;
  readonly payload: T;
  /** Epoch milliseconds until which its writer holds the lock; null when it was ended. */
  readonly leasedUntil: number | null;
}

export type Begun<T> =
  | {
      readonly held: true;
      readonly entry: JournalEntry<T>;
      /** What an earlier holder left: ended, or its lease ran out and its outcome may be unknown. */
      readonly previous: JournalEntry<T> | null;
    }
  | { readonly held: false; readonly entry: JournalEntry<T> };

/** Versions are compared and set: a holder whose lease was taken over is told so (null) and must stop. */
export interface DraftJournal {
  read<T>(key: string): Promise<JournalEntry<T> | null>;
  /** Takes the lock, unless another holds it. */
  begin<T>(key: string, payload: T, leaseMs: number): Promise<Begun<T>>;
  /** Writes and renews the lease. */
  record<T>(key: string, version: number, payload: T, leaseMs: number): Promise<JournalEntry<T> | null>;
  /** Writes a last time and frees the lock; the entry stays readable. */
  end<T>(key: string, version: number, payload: T): Promise<JournalEntry<T> | null>;
}

/** @throws SettingsError */
export function draftJournal(): DraftJournal {
  return makeDraftJournal(storedRecords());
}

interface Line<T> {
  readonly payload: T;
  readonly leasedUntil: number | null;
}

export function makeDraftJournal(records: SealedRecords): DraftJournal {
  const read = async <T>(key: string): Promise<JournalEntry<T> | null> => {
    const found = await records.readOne<Line<T>>(recordKey(key));
    return found && { version: found.version, ...found.value };
  };

  const write = async <T>(key: string, version: number, line: Line<T>): Promise<JournalEntry<T> | null> => {
    const written = await records.replace(recordKey(key), version, line, Date.now() + JOURNAL_KEPT_MS);
    return written ? { version: version + 1, ...line } : null;
  };

  return {
    read,
    async begin<T>(key: string, payload: T, leaseMs: number): Promise<Begun<T>> {
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const line: Line<T> = { payload, leasedUntil: Date.now() + leaseMs };
        if (await records.insert(recordKey(key), line, Date.now() + JOURNAL_KEPT_MS)) {
          return { held: true, entry: { version: 1, ...line }, previous: null };
        }
        const previous = await read<T>(key);
        if (previous === null) continue;
        if (previous.leasedUntil !== null && previous.leasedUntil > Date.now()) {
          return { held: false, entry: previous };
        }
        const entry = await write(key, previous.version, line);
        if (entry) return { held: true, entry, previous };
      }
      throw new Error(
        'the draft journal has an entry that cannot be read: was a key of SESSION_KEYS removed?',
      );
    },
    record: (key, version, payload, leaseMs) =>
      write(key, version, { payload, leasedUntil: Date.now() + leaseMs }),
    end: (key, version, payload) => write(key, version, { payload, leasedUntil: null }),
  };
}

/** Each lost race means that someone else got on; more than this many means the entry is unreadable. */
const ATTEMPTS = 20;

function recordKey(key: string): string {
  return `${JOURNAL_PREFIX}${digest(key)}`;
}
