/** A record store that is opened when first needed, whose form is known before it is used, and that says in the log when it goes and comes back. */
import type { RecordStore } from './record-store.ts';
import { StoreAway } from './store-away.ts';
import { beginningOf, isStill, type StoreBeginning } from './store-format.ts';

export interface WatchedStore extends RecordStore {
  /** What is said of it in the log: kind and place, no secret. */
  readonly place: string;
  /** @throws StoreAway */
  beginning(): Promise<StoreBeginning>;
  /** Writes, and looks whether it still is the store that was opened. @throws StoreAway */
  check(): Promise<void>;
}

/** Every failure of it is a StoreAway. */
export function watchStore(open: () => RecordStore, place: string): WatchedStore {
  let opened: RecordStore | null = null;
  let begun: StoreBeginning | null = null;
  let isAway = false;

  async function act<T>(what: (store: RecordStore) => Promise<T>): Promise<T> {
    try {
      opened ??= open();
      begun ??= await beginningOf(opened);
      const done = await what(opened);
      if (isAway) console.info(`the session store is back: ${place}`);
      isAway = false;
      return done;
    } catch (error) {
      const away = error instanceof StoreAway ? error : new StoreAway(whyOf(error), error);
      if (!isAway) console.error(`${away.message}: ${place}`);
      isAway = true;
      throw away;
    }
  }

  return {
    place,
    beginning: () => act(async () => begun as StoreBeginning),
    check: () =>
      act(async (store) => {
        await store.put('health', new Uint8Array(), Date.now() + 60_000);
        if (begun !== null && !(await isStill(store, begun))) {
          throw new StoreAway(
            'was emptied or replaced: what was sent before is no longer known. Look for drafts in the EHR, or restore it, and restart the app',
          );
        }
      }),
    read: (keys) => act((store) => store.read(keys)),
    put: (key, bytes, expiresAt) => act((store) => store.put(key, bytes, expiresAt)),
    insert: (key, bytes, expiresAt) => act((store) => store.insert(key, bytes, expiresAt)),
    replace: (key, version, bytes, expiresAt) =>
      act((store) => store.replace(key, version, bytes, expiresAt)),
    take: (key) => act((store) => store.take(key)),
    touch: (keys, expiresAt) => act((store) => store.touch(keys, expiresAt)),
    count: (key, expiresAt) => act((store) => store.count(key, expiresAt)),
    trim: (prefix, most) => act((store) => store.trim(prefix, most)),
  };
}

/** The words of SQLite and Node, and the first of a Redis answer, name no key and no value. */
function whyOf(error: unknown): string {
  const fault = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const { code, message } = fault as { readonly code?: unknown; readonly message?: unknown };
  const own = error instanceof Error ? error.message : '';
  if (typeof code === 'string' && code !== 'ERR_SQLITE_ERROR') return `cannot be used (${code})`;
  const reply = /^[A-Z]{3,20}(?= )/.exec(String(message))?.[0];
  if (code === undefined && reply !== undefined) return `cannot be used (${reply})`;
  if (code === 'ERR_SQLITE_ERROR') return `cannot be used (${String(message)})`;
  return own.startsWith('the session store ') ? own.slice('the session store '.length) : 'cannot be used';
}
