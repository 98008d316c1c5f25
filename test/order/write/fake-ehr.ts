/** A tiny EHR behind the FhirServer contract, with the faults real ones have; and a journal with a clock that tests move. */
import type { FhirAnswer, FhirServer, FhirSilence } from '#lib/fhir/fhir-server.ts';
import type { SearchOfDrafts } from '#lib/order/write/search-of-drafts.ts';
import type { Begun, DraftJournal, JournalEntry } from '#lib/store/journal.ts';
import { answer, silence } from '../../fhir/answers.ts';

export type Resource = Record<string, unknown> & { resourceType: string };

export interface Faults {
  /** Answered instead of creating. */
  refuse?: { status: number; body?: unknown; retryAfter?: number };
  /** Saved, and then answered so all the same: a gateway that repeats the POST, a rule that runs after the save. */
  refuseAfterSave?: { status: number; body?: unknown; location?: boolean };
  /** Which POST is refused, counted from 1; every one where not given. */
  refuseFrom?: number;
  /** Saved, and the answer never arrives. */
  loseAnswer?: boolean;
  /** Nothing saved, and no answer either. */
  silence?: FhirSilence['why'];
  /** 201 without a body; with a Location, or without. */
  emptyAnswer?: 'with-location' | 'without-location';
  ignoreIfNoneExist?: boolean;
  hideDrafts?: boolean;
  noIdentifierSearch?: boolean;
  searchFails?: boolean;
  /** What is stored of what was sent. */
  store?: (resource: Resource) => Resource;
  /** The search shows a new draft only from this look on. */
  indexLag?: number;
  readFails?: number;
  /** Milliseconds of `clock` until the search shows what was saved. */
  lagMs?: number;
}

export class FakeEhr implements FhirServer {
  readonly base = 'https://ehr.example/fhir';
  readonly stored = new Map<string, Resource>();
  readonly log: string[] = [];
  faults: Faults = {};
  clock: () => number = () => 0;
  readonly #savedAt = new Map<string, number>();
  posts = 0;
  #searches = 0;

  async get(address: string): Promise<FhirAnswer | FhirSilence> {
    this.log.push(`GET ${address}`);
    const path = address.replace(`${this.base}/`, '');
    return path.includes('?') ? this.#search(new URLSearchParams(path.split('?')[1])) : this.#read(path);
  }

  async create(
    resource: { readonly resourceType: string },
    options: { ifNoneExist?: string } = {},
  ): Promise<FhirAnswer | FhirSilence> {
    this.posts += 1;
    this.log.push(`POST ${resource.resourceType}`);
    const { refuse, refuseFrom = 1, silence: unanswered, loseAnswer } = this.faults;
    if (unanswered !== undefined) return silence(unanswered);
    if (refuse !== undefined && this.posts >= refuseFrom) {
      return answer(refuse.status, refuse.body ?? null, null, refuse.retryAfter ?? null);
    }
    const saved =
      resource.resourceType === 'Bundle'
        ? this.#transaction(resource as Resource)
        : this.#save(resource as Resource, options.ifNoneExist);
    const { refuseAfterSave: after } = this.faults;
    if (after !== undefined)
      return answer(after.status, after.body ?? null, after.location ? saved.location : null);
    return loseAnswer ? silence('timed-out') : saved;
  }

  get drafts(): Resource[] {
    return [...this.stored.values()];
  }

  #save(resource: Resource, ifNoneExist?: string): FhirAnswer {
    const existing =
      ifNoneExist === undefined || this.faults.ignoreIfNoneExist ? [] : this.#byIdentifier(ifNoneExist);
    if (existing.length > 1) return answer(412, null);
    const [first] = existing;
    if (first !== undefined)
      return answer(200, first, `${this.base}/MedicationRequest/${first.id}/_history/1`);
    const id = `d${this.stored.size + 1}`;
    const kept = { ...(this.faults.store?.(structuredClone(resource)) ?? structuredClone(resource)), id };
    this.stored.set(id, kept);
    this.#savedAt.set(id, this.clock());
    const location = `${this.base}/MedicationRequest/${id}/_history/1`;
    const { emptyAnswer } = this.faults;
    if (emptyAnswer !== undefined)
      return answer(201, null, emptyAnswer === 'with-location' ? location : null);
    return answer(201, kept, location);
  }

  #transaction(bundle: Resource): FhirAnswer {
    const entries = bundle.entry as { resource: Resource; request: { ifNoneExist?: string } }[];
    const entry = entries.map(({ resource, request }) => {
      const { status, location } = this.#save(resource, request.ifNoneExist);
      return { response: { status: `${status} ${status === 201 ? 'Created' : 'OK'}`, location } };
    });
    return answer(200, { resourceType: 'Bundle', type: 'transaction-response', entry });
  }

  #isIndexed = ({ id }: Resource): boolean =>
    this.clock() - (this.#savedAt.get(String(id)) ?? 0) >= (this.faults.lagMs ?? 0);

  #byIdentifier(query: string): Resource[] {
    const wanted = new URLSearchParams(query).get('identifier')?.split(',') ?? [];
    return this.drafts
      .filter(this.#isIndexed)
      .filter((draft) =>
        ((draft.identifier ?? []) as { system: string; value: string }[]).some(({ system, value }) =>
          wanted.includes(`${system}|${value}`),
        ),
      );
  }

  #search(params: URLSearchParams): FhirAnswer | FhirSilence {
    this.#searches += 1;
    if (this.faults.searchFails) return answer(500, null);
    if (this.faults.noIdentifierSearch && params.has('identifier')) return answer(400, null);
    const lagging = this.#searches < (this.faults.indexLag ?? 0);
    const all = params.has('identifier')
      ? this.#byIdentifier(params.toString())
      : this.drafts.filter(this.#isIndexed);
    const shown = lagging || this.faults.hideDrafts ? [] : all;
    return answer(200, {
      resourceType: 'Bundle',
      type: 'searchset',
      entry: shown.map((resource) => ({ resource })),
    });
  }

  #read(path: string): FhirAnswer {
    if (this.faults.readFails !== undefined) return answer(this.faults.readFails, null);
    const found = this.stored.get(path.replace('MedicationRequest/', ''));
    return found === undefined ? answer(404, null) : answer(200, found);
  }
}

export function outcome(text: string) {
  return {
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'error', code: 'business-rule', details: { text } }],
  };
}

/** Kept in memory. `now` is what its leases are measured by. */
export class MemoryJournal implements DraftJournal {
  now = 1_000_000;
  readonly #entries = new Map<string, JournalEntry<unknown>>();

  async read<T>(key: string): Promise<JournalEntry<T> | null> {
    return (this.#entries.get(key) as JournalEntry<T> | undefined) ?? null;
  }

  async begin<T>(key: string, payload: T, leaseMs: number): Promise<Begun<T>> {
    const previous = (this.#entries.get(key) as JournalEntry<T> | undefined) ?? null;
    if (previous !== null && previous.leasedUntil !== null && previous.leasedUntil > this.now) {
      return { held: false, entry: previous };
    }
    const entry = { version: (previous?.version ?? 0) + 1, payload, leasedUntil: this.now + leaseMs };
    this.#entries.set(key, entry);
    return { held: true, entry, previous };
  }

  async record<T>(
    key: string,
    version: number,
    payload: T,
    leaseMs: number,
  ): Promise<JournalEntry<T> | null> {
    return this.#replace(key, version, payload, this.now + leaseMs);
  }

  async end<T>(key: string, version: number, payload: T): Promise<JournalEntry<T> | null> {
    return this.#replace(key, version, payload, null);
  }

  #replace<T>(key: string, version: number, payload: T, leasedUntil: number | null): JournalEntry<T> | null {
    if (this.#entries.get(key)?.version !== version) return null;
    const entry = { version: version + 1, payload, leasedUntil };
    this.#entries.set(key, entry);
    return entry;
  }
}

/** What was found out of one EHR's search. */
export class MemorySearch implements SearchOfDrafts {
  last: 'shown' | 'missed' | null;

  constructor(last: 'shown' | 'missed' | null = null) {
    this.last = last;
  }

  async isKnownToShow(): Promise<boolean> {
    return this.last === 'shown';
  }

  async tell(seen: 'shown' | 'missed'): Promise<void> {
    this.last = seen;
  }
}
