/** Any sequence of writes, by two launches, with any faults of the EHR in between: one titration stands at most, until a person decides. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeDraft } from '#lib/order/write/write-draft.ts';
import { FakeEhr, type Faults, MemoryJournal, type Resource } from './fake-ehr.ts';
import { freshChart, presetOrder } from './reviewed.ts';

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
    refuseFrom: fc.constantFrom(1, 2),
    loseAnswer: fc.boolean(),
    silence: fc.constantFrom('timed-out', 'unreachable', 'not-json'),
    emptyAnswer: fc.constantFrom('with-location', 'without-location'),
    ignoreIfNoneExist: fc.boolean(),
    hideDrafts: fc.boolean(),
    noIdentifierSearch: fc.boolean(),
    searchFails: fc.boolean(),
    indexLag: fc.constantFrom(0, 1000),
    readFails: fc.constantFrom(401, 403, 429, 500),
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

class Clinic {
  readonly ehr = new FakeEhr();
  readonly journal = new MemoryJournal();

  async write({ order, faults, conditionalCreate, transaction, isKilled, minutesAfter }: Write) {
    const { ehr, journal } = this;
    ehr.faults = faults;
    // `refuseFrom` counts the POSTs of this write.
    ehr.posts = 0;
    const create = ehr.create.bind(ehr);
    if (isKilled) {
      ehr.create = async (resource, options) => {
        await create(resource, options);
        throw new Error('killed');
      };
    }
    const ended = writeDraft(ORDERS[order], freshChart(this.journal.now), ehr, {
      launch: { issuer: ehr.base, patientId: 'p1' },
      journal,
      conditionalCreate,
      transaction,
      sendAgain: false,
      now: () => journal.now,
      pause: async (ms) => {
        journal.now += ms;
        await new Promise(setImmediate);
      },
    });
    await ended.catch((error: Error) => {
      if (error.message !== 'killed') throw error;
    });
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
    fc.asyncProperty(fc.array(anyWrite, { minLength: 2, maxLength: 5 }), async (writes) => {
      const clinic = new Clinic();
      for (const write of writes) await clinic.write(write);
      expect(clinic.standing).toBeLessThanOrEqual(1);
      expect(clinic.ehr.drafts.length).toBeLessThanOrEqual(2);
    }),
    { numRuns: 500 },
  );
}, 60_000);

test('three at the same moment', async () => {
  const options = anyWrite.map((write) => ({ ...write, isKilled: false, minutesAfter: 0 }));
  await fc.assert(
    fc.asyncProperty(fc.array(options, { minLength: 3, maxLength: 3 }), async (writes) => {
      const clinic = new Clinic();
      await Promise.all(writes.map((write) => clinic.write(write)));
      expect(clinic.standing).toBeLessThanOrEqual(1);
    }),
    { numRuns: 200 },
  );
}, 60_000);
