/** An answer that refuses a draft says nothing of what was saved: gateways repeat a POST, rules run after the save. */
import { describe, expect, test } from 'vitest';
import { learnFromDraft } from '#lib/order/write/find-own-draft.ts';
import {
  anewForEach,
  ehr,
  journal,
  ONE,
  OTHER_LAUNCH,
  sayNotThere,
  search,
  sendingsInDoubt,
  TWO,
  write,
} from './each-write.ts';
import { outcome } from './fake-ehr.ts';

anewForEach();

const REFUSALS = [400, 401, 403, 404, 405, 409, 412, 422, 429, 501];

describe('saved, and then refused', () => {
  test.each(REFUSALS)(
    'HTTP %i where the search hides drafts: unknown, and no second draft',
    async (status) => {
      ehr.faults = { refuseAfterSave: { status, body: outcome('Duplicate') }, hideDrafts: true };
      expect(await write()).toEqual({
        kind: 'outcome-unknown',
        why: { code: 'http', status },
        words: 'Duplicate',
        looked: 'perhaps-hidden',
      });
      ehr.faults = { hideDrafts: true };
      expect(await write()).toMatchObject({ kind: 'outcome-unknown' });
      expect(await write(OTHER_LAUNCH)).toMatchObject({ kind: 'outcome-unknown' });
      expect(ehr.drafts).toHaveLength(1);
    },
  );

  test.each(REFUSALS)('HTTP %i where the search shows drafts: found', async (status) => {
    ehr.faults = { refuseAfterSave: { status } };
    const drafts = [{ location: 'MedicationRequest/d1', status: 'draft' }];
    expect(await write()).toEqual(
      status === 409 || status === 412
        ? { kind: 'already-written', whose: 'this-order', drafts }
        : { kind: 'written', locations: ['MedicationRequest/d1'] },
    );
    expect(ehr.drafts).toHaveLength(1);
  });

  test('at an address that the refusal names: found there, hidden from the search or not', async () => {
    ehr.faults = { refuseAfterSave: { status: 409, location: true }, hideDrafts: true };
    expect(await write()).toMatchObject({
      kind: 'already-written',
      drafts: [{ location: 'MedicationRequest/d1' }],
    });
    expect(await write(OTHER_LAUNCH)).toMatchObject({ kind: 'already-written', whose: 'another' });
    expect(ehr.drafts).toHaveLength(1);
  });

  test('two strengths in one transaction, hidden: unknown, and neither is written again', async () => {
    ehr.faults = { refuseAfterSave: { status: 429 }, hideDrafts: true };
    expect(await write(TWO, { transaction: true })).toMatchObject({ kind: 'outcome-unknown' });
    expect(await write(TWO, { transaction: true })).toMatchObject({ kind: 'outcome-unknown' });
    expect(ehr.drafts).toHaveLength(2);
  });

  test('with a search that fails: said as that', async () => {
    ehr.faults = { refuseAfterSave: { status: 422 } };
    const get = ehr.get.bind(ehr);
    ehr.get = async (address) => {
      ehr.faults = { ...ehr.faults, searchFails: ehr.posts > 0 };
      return get(address);
    };
    expect(await write()).toMatchObject({ kind: 'outcome-unknown', looked: 'failed' });
  });
});

describe('a draft that the EHR keeps from apps until it is signed: 404 at its address, hidden from the search', () => {
  test('is unknown to a later launch, not gone: no second one, until it is shown or a person has looked', async () => {
    ehr.faults = { hideDrafts: true, readFails: 404 };
    expect(await write()).toMatchObject({ kind: 'written' });
    expect(await write(OTHER_LAUNCH)).toMatchObject({ kind: 'outcome-unknown', looked: 'perhaps-hidden' });
    expect(await sendingsInDoubt()).toHaveLength(1);
    ehr.faults = { hideDrafts: true };
    expect(await write(OTHER_LAUNCH)).toMatchObject({ kind: 'already-written', whose: 'another' });
    expect(await sendingsInDoubt()).toEqual([]);
    ehr.faults = { hideDrafts: true, readFails: 404 };
    await write(OTHER_LAUNCH);
    ehr.stored.clear();
    expect(await sayNotThere()).toBe(1);
    expect(await write(OTHER_LAUNCH)).toMatchObject({ kind: 'written' });
  });

  test('is gone where it is deleted (410), or a search that shows drafts shows none', async () => {
    await write();
    ehr.faults = { hideDrafts: true, readFails: 410 };
    expect(await write(OTHER_LAUNCH)).toMatchObject({ kind: 'written' });
    search.last = 'shown';
    ehr.faults = { readFails: 404 };
    ehr.stored.clear();
    expect(await write()).toMatchObject({ kind: 'written' });
  });
});

describe('what is known of a search', () => {
  test('a refusal is "not written" only where a draft of ours was seen by search', async () => {
    ehr.faults = { refuse: { status: 422 } };
    expect(await write()).toMatchObject({ kind: 'outcome-unknown', looked: 'perhaps-hidden' });
    await sayNotThere();
    ehr.faults = {};
    expect(await write()).toMatchObject({ kind: 'written' });
    await learnFromDraft(ONE, ehr, { launch: { patientId: 'p1' }, search, pause: async () => {} });
    expect(search.last).toBe('shown');
    ehr.stored.clear();
    ehr.faults = { refuse: { status: 422 } };
    expect(await write(OTHER_LAUNCH)).toMatchObject({ kind: 'refused', status: 422 });
  });

  test.each([
    {
      entry: [
        {
          resource: {
            resourceType: 'OperationOutcome',
            issue: [{ severity: 'information', code: 'suppressed' }],
          },
        },
      ],
    },
    { meta: { security: [{ code: 'REDACTED' }] } },
    { meta: { tag: [{ code: 'SUBSETTED' }] } },
  ])('a look of which the EHR says that rows were withheld shows nothing: %j', async (withheld) => {
    search.last = 'shown';
    const get = ehr.get.bind(ehr);
    ehr.get = async (address) => {
      const found = await get(address);
      return found.kind === 'answer' && address.includes('?')
        ? { ...found, body: { ...(found.body as object), entry: [], ...withheld } }
        : found;
    };
    ehr.faults = { refuseAfterSave: { status: 422 } };
    expect(await write()).toMatchObject({ kind: 'outcome-unknown', looked: 'perhaps-hidden' });
    expect(await write()).toMatchObject({ kind: 'outcome-unknown' });
    expect(ehr.drafts).toHaveLength(1);
  });

  test('a draft that is missed takes it back', async () => {
    search.last = 'shown';
    ehr.faults = { hideDrafts: true };
    await write();
    await write(OTHER_LAUNCH);
    expect(search.last).toBe('missed');
  });
});

describe('a person who looked', () => {
  test('and found none is kept with name and time, and the same order may be sent again', async () => {
    ehr.faults = { silence: 'timed-out' };
    await write();
    expect(await sayNotThere()).toBe(1);
    const [record] = (await journal.read<{ drafts: object[] }>(`${ehr.base}|p1`))?.payload.drafts ?? [];
    expect(record).toMatchObject({ state: 'not-written', saidNotThere: [{ by: 'Practitioner/p9' }] });
    ehr.faults = {};
    expect(await write()).toMatchObject({ kind: 'written' });
  });

  test('spoke of one sending: the next one stays in doubt, whatever a page left open says again', async () => {
    ehr.faults = { silence: 'unreachable', hideDrafts: true };
    await write();
    const stale = await sendingsInDoubt();
    await sayNotThere();
    ehr.faults = { loseAnswer: true, hideDrafts: true };
    expect(await write()).toMatchObject({ kind: 'outcome-unknown' });
    expect(await sayNotThere(stale)).toBe(0);
    expect(await write()).toMatchObject({ kind: 'outcome-unknown' });
    expect(ehr.drafts).toHaveLength(1);
  });

  test('was wrong, and the draft is found later: no second one', async () => {
    ehr.faults = { loseAnswer: true, hideDrafts: true };
    await write();
    await sayNotThere();
    ehr.faults = {};
    expect(await write(OTHER_LAUNCH)).toMatchObject({ kind: 'already-written', whose: 'another' });
    expect(ehr.drafts).toHaveLength(1);
  });
});
