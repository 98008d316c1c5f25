/** The store cannot be reached, read or written. Nothing of a launch is known without it, and nothing is written. */

/** How the number begins that stands on the page of a fault, where the store is what failed. */
export const STORE_AWAY_DIGEST = 'STORE-';

export class StoreAway extends Error {
  /** Next shows it on the page of a fault and passes nothing else on. */
  readonly digest = `${STORE_AWAY_DIGEST}${crypto.getRandomValues(new Uint32Array(1))[0]}`;
  /** @param why in the store's own words; no secret and no address. */
  constructor(why: string, cause?: unknown) {
    super(`the session store ${why}`, { cause });
    this.name = 'StoreAway';
  }
}

/** By its name: the store of a process may have been opened by another bundle, with a class of its own. */
export function isStoreAway(error: unknown): error is StoreAway {
  return error instanceof Error && error.name === 'StoreAway';
}
