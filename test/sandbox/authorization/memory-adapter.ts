/** oidc-provider's storage, in memory for as long as the pretend EHR runs. */

interface Payload {
  readonly grantId?: string;
  readonly uid?: string;
  consumed?: number;
}

export type Storage = Map<string, Payload>;

/** The adapter class oidc-provider wants, over one shared storage. Ended entries stay: oidc-provider checks `exp` itself. */
export function adapterOver(storage: Storage) {
  return class MemoryAdapter {
    readonly #model: string;

    constructor(model: string) {
      this.#model = model;
    }

    async upsert(id: string, payload: Payload): Promise<void> {
      storage.set(this.#key(id), payload);
    }

    async find(id: string): Promise<Payload | undefined> {
      return storage.get(this.#key(id));
    }

    async findByUid(uid: string): Promise<Payload | undefined> {
      return [...storage.values()].find((payload) => payload.uid === uid);
    }

    async findByUserCode(): Promise<undefined> {
      return undefined;
    }

    async consume(id: string): Promise<void> {
      const payload = storage.get(this.#key(id));
      if (payload) payload.consumed = Math.floor(Date.now() / 1000);
    }

    async destroy(id: string): Promise<void> {
      storage.delete(this.#key(id));
    }

    async revokeByGrantId(grantId: string): Promise<void> {
      for (const [key, payload] of storage) if (payload.grantId === grantId) storage.delete(key);
    }

    #key(id: string): string {
      return `${this.#model}:${id}`;
    }
  };
}
