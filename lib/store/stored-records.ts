/** The store named in the settings, one a process, with everything in it sealed. */
import { isRedisAddress, settings } from '#lib/settings/environment.ts';
import { processWide } from './process-wide.ts';
import type { RecordStore } from './record-store.ts';
import { openRedisRecordStore } from './redis-record-store.ts';
import { makeSeal } from './seal.ts';
import { type SealedRecords, sealRecords } from './sealed-records.ts';
import { openSqliteRecordStore } from './sqlite-record-store.ts';

/** Keys of what was begun and may never be finished: past a number the oldest go. */
export const PENDING_PREFIX = 'pending/';

/** @throws SettingsError */
export function storedRecords(): SealedRecords {
  const { sessionStore: place, sessionKeys } = settings();
  const open = processWide('record-stores', () => new Map<string, RecordStore>());
  const store = open.get(place) ?? openRecordStore(place);
  open.set(place, store);
  return sealRecords(store, makeSeal(sessionKeys));
}

/** @param place a redis:// or rediss:// address, or the path of an SQLite file. */
function openRecordStore(place: string): RecordStore {
  return isRedisAddress(place) ? openRedisRecordStore(place, [PENDING_PREFIX]) : openSqliteRecordStore(place);
}
