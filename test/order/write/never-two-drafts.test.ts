/** Any sequence of writes, by two launches, with any faults of the EHR in between: one titration stands at most, until a person decides. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { learnFromDraft } from '#lib/order/write/find-own-draft.ts';
import { writeDraft } from '#lib/order/write/write-draft.ts';
import type { WriteOutcome } from '#lib/order/write/write-outcome.ts';
import { ORDER_WORDS } from '#lib/words/en/order.ts';
import { freshChart, presetOrder } from '../reviewed.ts';
import { FakeEhr, type Faults, MemoryJournal, MemorySearch, type Resource } from './fake-ehr.ts';

const OTHER = { identifier: '11111111-5d0e-4a53-9f0c-0a3f6f1f2a11' };
const ORDERS = {
  one: presetOrder('standard'),
  two: presetOrder('two-strengths'),
  'one of another launch': presetOrder('standard', OTHER),
  'two of another launch': presetOrder('two-strengths', OTHER),
} as const;

const withoutIdentifier = ({ identifier: _dropped, ...draft }: Resource): Resource => draft as Resource;

const anyFaults: fc.Arbitrary<Faults> = fc.record(
  {
    refuse: fc.record({ status: fc.constantFrom(400, 403, 408, 409, 412, 422, 429, 500, 503) }),
    refuseAfterSave: fc.record({
      status: fc.constantFrom(202, 400, 401, 404, 408, 409, 412, 422, 429, 500, 501, 503),
      location: fc.boolean(),
    }),
    refuseFrom: fc.constantFrom(1, 2),
    loseAnswer: fc.boolean(),
    silence: fc.constantFrom('timed-out', 'unreachable', 'not-json'),
    emptyAnswer: fc.constantFrom('with-location', 'without-location'),
    ignoreIfNoneExist: fc.boolean(),
    noIdentifierSearch: fc.boolean(),
    searchFails: fc.boolean(),
    readFails: fc.constantFrom(401, 403, 404, 429, 500),
    store: fc.constant(withoutIdentifier),
  },
  { requiredKeys: [] },
);

const anyWrite = fc.record({
  order: fc.constantFrom(...(Object.keys(ORDERS) as (keyof typeof ORDERS)[])),
  faults: anyFaults,
  conditionalCreate: fc.boolean(),
  transaction: fc.boolean(),
  isKilled: fc.boolean(),
  minutesAfter: fc.nat(300),
});
type Write = typeof anyWrite extends fc.Arbitrary<infer One> ? One : never;

function isSaidNotSaved({ kind }: WriteOutcome): boolean {
  return kind === 'refused' || kind === 'conflict' || kind === 'not-supported';
}

function identifierIn(request: unknown): string | undefined {
  return (request as { identifier?: { value: string }[] } | undefined)?.identifier?.[0]?.value;
}

/** What an EHR is, whatever goes wrong in it at the moment: it hides drafts from its search, or shows them, at once or late. */
const anySearch = fc.constantFrom<Faults>({}, { hideDrafts: true }, { lagMs: 2_000 }, { lagMs: 600_000 });

class Clinic {
  readonly ehr = new FakeEhr();
  readonly journal = new MemoryJournal();
  readonly search = new MemorySearch();
  readonly #always: Faults;

  constructor(always: Faults) {
    this.#always = always;
    this.ehr.clock = () => this.journal.now;
  }

  async write({ order, faults, conditionalCreate, transaction, isKilled, minutesAfter }: Write) {
    const { ehr, journal, search } = this;
    ehr.faults = { ...faults, ...this.#always };
    // `refuseFrom` counts the POSTs of this write.
    ehr.posts = 0;
    const create = ehr.create.bind(ehr);
    if (isKilled) {
      ehr.create = async (resource, options) => {
        await create(resource, options);
        throw new Error('killed');
      };
    }
    const setting = {
      launch: { issuer: ehr.base, patientId: 'p1' },
      search,
      journal,
      conditionalCreate,
      transaction,
      now: () => journal.now,
      words: ORDER_WORDS,
      pause: async (ms: number) => {
        journal.now += ms;
        await new Promise(setImmediate);
      },
    };
    try {
      const outcome = await writeDraft(ORDERS[order], freshChart(this.journal.now), ehr, setting);
      // Wrong words: nothing is said to be saved while it stands.
      if (isSaidNotSaved(outcome))
        expect(this.ehr.drafts.map(identifierIn)).not.toContain(identifierIn(ORDERS[order].requests[0]));
      if (outcome.kind === 'written') await learnFromDraft(ORDERS[order], ehr, setting);
    } catch (error) {
      if ((error as Error).message !== 'killed') throw error;
    }
    ehr.create = create;
    journal.now += minutesAfter * 60_000;
  }

  /** Titrations that stand, whole or in part: a strength each, so that two of one strength are two titrations. */
  get standing(): number {
    const names = this.ehr.drafts.map(({ contained, identifier: _own }) => JSON.stringify(contained));
    return Math.max(0, ...names.map((name) => names.filter((other) => other === name).length));
  }
}

test('one after another', async () => {
  await fc.assert(
    fc.asyncProperty(
      anySearch,
      fc.array(anyWrite, { minLength: 2, maxLength: 5 }),
      async (search, writes) => {
        const clinic = new Clinic(search);
        for (const write of writes) await clinic.write(write);
        expect(clinic.standing).toBeLessThanOrEqual(1);
        expect(clinic.ehr.drafts.length).toBeLessThanOrEqual(2);
      },
    ),
    { numRuns: 500 },
  );
}, 60_000);

test('three at the same moment', async () => {
  const options = anyWrite.map((write) => ({ ...write, isKilled: false, minutesAfter: 0 }));
  await fc.assert(
    fc.asyncProperty(anySearch, fc.array(options, { minLength: 3, maxLength: 3 }), async (search, writes) => {
      const clinic = new Clinic(search);
      await Promise.all(writes.map((write) => clinic.write(write)));
      expect(clinic.standing).toBeLessThanOrEqual(1);
    }),
    { numRuns: 200 },
  );
}, 60_000);
