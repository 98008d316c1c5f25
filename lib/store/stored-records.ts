/** The store named in the settings, one a process, with everything in it sealed. */

import { settings } from '#lib/settings/environment.ts';
import { isRedisAddress } from '#lib/settings/read-settings.ts';
import { processWide } from './process-wide.ts';
import type { RecordStore } from './record-store.ts';
import { openRedisRecordStore } from './redis-record-store.ts';
import { makeSeal } from './seal.ts';
import { type SealedRecords, sealRecords } from './sealed-records.ts';
import { openSqliteRecordStore } from './sqlite-record-store.ts';
import { type WatchedStore, watchStore } from './watched-store.ts';

/** Keys of what was begun and may never be finished: past a number the oldest go. */
export const PENDING_PREFIX = 'pending/';

/** @throws SettingsError */
export function storedRecords(): SealedRecords {
  return sealRecords(openStore(), makeSeal(settings().sessionKeys));
}

/** The store itself, one a process. Opened when first used. @throws SettingsError */
export function openStore(): WatchedStore {
  const { sessionStore: place } = settings();
  const open = processWide('record-stores', () => new Map<string, WatchedStore>());
  const store = open.get(place) ?? watchStore(() => openRecordStore(place), shown(place));
  open.set(place, store);
  return store;
}

/** @param place a redis:// or rediss:// address, or the path of an SQLite file. */
function openRecordStore(place: string): RecordStore {
  return isRedisAddress(place) ? openRedisRecordStore(place, [PENDING_PREFIX]) : openSqliteRecordStore(place);
}

/** Without user and password. */
function shown(place: string): string {
  return isRedisAddress(place) ? `Redis at ${new URL(place).host}` : `SQLite file ${place}`;
}
