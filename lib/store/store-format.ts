/** What a store says of itself: in which form it is kept, and since when. */
import type { RecordStore } from './record-store.ts';
import { StoreAway } from './store-away.ts';

/**
 * Raised with each change that an older version could not read. A version opens every form up to its own; one that is newer it leaves
 * alone: a journal line that is misread is a draft that is written twice.
 */
const STORE_FORMAT = 1;

export interface StoreBeginning {
  readonly format: number;
  /** When this store began, epoch milliseconds: its journal knows of nothing before. */
  readonly begunAt: number;
}

const KEY = 'store/begun';
/** The last moment a Date knows. */
const NEVER = 8_640_000_000_000_000;

/** A store that says nothing is new, or of a version before there were forms: it is of the first. @throws StoreAway for a newer one. */
export async function beginningOf(store: RecordStore): Promise<StoreBeginning> {
  const begun = Buffer.from(JSON.stringify({ format: STORE_FORMAT, begunAt: Date.now() }));
  await store.insert(KEY, new Uint8Array(begun), NEVER);
  const record = (await store.read([KEY])).get(KEY);
  const beginning = record && (JSON.parse(Buffer.from(record.bytes).toString()) as StoreBeginning);
  if (beginning === undefined) throw new StoreAway('does not keep what is written to it');
  if (beginning.format > STORE_FORMAT) {
    throw new StoreAway(
      `was written by a newer version of this app (form ${beginning.format}; this one knows ${STORE_FORMAT}): start that version, or restore the copy made before the upgrade`,
    );
  }
  return beginning;
}

/** False where the store is no longer the one that it was: emptied, or another in its place. */
export async function isStill(store: RecordStore, { begunAt }: StoreBeginning): Promise<boolean> {
  const record = (await store.read([KEY])).get(KEY);
  if (record === undefined) return false;
  return (JSON.parse(Buffer.from(record.bytes).toString()) as StoreBeginning).begunAt === begunAt;
}
