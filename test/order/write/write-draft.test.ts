import { describe, expect, test } from 'vitest';
import { findWritten } from '#lib/order/write/write-once.ts';
import { IDENTIFIER } from '../reviewed.ts';
import { anewForEach, ehr, journal, ONE, OTHER_LAUNCH, sayNotThere, search, write } from './each-write.ts';
import { outcome } from './fake-ehr.ts';

anewForEach();

describe('a draft that is taken', () => {
  test('is written once, after a look for an earlier one', async () => {
    expect(await write()).toEqual({ kind: 'written', locations: ['MedicationRequest/d1'] });
    expect(ehr.log.map((line) => line.split('?')[0])).toEqual([
      'GET MedicationRequest',
      'POST MedicationRequest',
    ]);
    expect(ehr.drafts).toMatchObject([{ status: 'draft', subject: { reference: 'Patient/p1' } }]);
  });

  test.each(['with-location', 'without-location'] as const)(
    'with an empty answer %s is found',
    async (emptyAnswer) => {
      ehr.faults = { emptyAnswer };
      expect(await write()).toEqual({ kind: 'written', locations: ['MedicationRequest/d1'] });
    },
  );

  test('with an empty answer and hidden from search is written, its place unknown', async () => {
    ehr.faults = { emptyAnswer: 'without-location', hideDrafts: true };
    expect(await write()).toEqual({ kind: 'written', locations: [null] });
    expect(await write()).toMatchObject({ kind: 'outcome-unknown', looked: 'perhaps-hidden' });
    expect(await write(OTHER_LAUNCH)).toMatchObject({ kind: 'outcome-unknown' });
    expect(ehr.posts).toBe(1);
  });

  test.each([null, outcome('Please sign in again')])(
    'is not taken from a 200 that names no draft: a gateway may have answered it (%j)',
    async (body) => {
      ehr.faults = { refuse: { status: 200, body } };
      for (const conditionalCreate of [false, true])
        expect(await write(ONE, { conditionalCreate })).toMatchObject({ kind: 'outcome-unknown' });
      expect(ehr.drafts).toHaveLength(0);
    },
  );

  test('is not written again by a second click, whatever the server makes of If-None-Exist', async () => {
    ehr.faults = { ignoreIfNoneExist: true };
    await write(ONE, { conditionalCreate: true });
    expect(await write(ONE, { conditionalCreate: true })).toEqual({
      kind: 'already-written',
      whose: 'this-order',
      drafts: [{ location: 'MedicationRequest/d1', status: 'draft' }],
    });
    expect(ehr.posts).toBe(1);
  });

  test('is written once by two clicks at the same moment', async () => {
    const outcomes = await Promise.all([write(), write()]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['already-written', 'written']);
    expect(ehr.drafts).toHaveLength(1);
  });

  test('is written once by two users with one launch each', async () => {
    const outcomes = await Promise.all([write(ONE), write(OTHER_LAUNCH)]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['already-written', 'written']);
    expect(ehr.drafts).toHaveLength(1);
  });

  test('is found by the journal where the EHR hides drafts from its search', async () => {
    ehr.faults = { hideDrafts: true };
    await write(ONE);
    expect(await write(OTHER_LAUNCH)).toEqual({
      kind: 'already-written',
      whose: 'another',

      drafts: [{ location: 'MedicationRequest/d1', status: 'draft' }],
    });
    expect(ehr.posts).toBe(1);
  });

  test('and was cancelled since does not stand in the way of a new launch', async () => {
    ehr.faults = { hideDrafts: true };
    await write(ONE);
    ehr.stored.set('d1', {
      ...structuredClone(ONE.requests[0]),
      resourceType: 'MedicationRequest',
      id: 'd1',
      status: 'cancelled',
    });
    expect(await write(OTHER_LAUNCH)).toMatchObject({ kind: 'written' });
  });

  test('and cannot be read any more stands in the way: nobody knows that it is gone', async () => {
    ehr.faults = { hideDrafts: true };
    await write(ONE);
    ehr.faults = { hideDrafts: true, readFails: 403 };
    expect(await write(OTHER_LAUNCH)).toMatchObject({ kind: 'already-written', drafts: [{ status: null }] });
  });

  test('by a conditional create that found an earlier one was not written now', async () => {
    ehr.faults = { indexLag: 2 };
    ehr.stored.set('d9', { ...structuredClone(ONE.requests[0]), id: 'd9' } as never);
    expect(await write(ONE, { conditionalCreate: true })).toEqual({
      kind: 'already-written',
      whose: 'this-order',
      drafts: [{ location: 'MedicationRequest/d9', status: 'draft' }],
    });
    expect(ehr.drafts).toHaveLength(1);
  });

  test('is found where the EHR knows no search by identifier', async () => {
    ehr.faults = { noIdentifierSearch: true };
    await write();
    expect(await write()).toMatchObject({ kind: 'already-written' });
    expect(await findWritten(ONE, ehr, 'p1')).toMatchObject({ kind: 'already-written' });
    expect(await findWritten(OTHER_LAUNCH, ehr, 'p1')).toBeNull();
  });
});

describe('a refused draft', () => {
  test.each([
    [400, 'refused'],
    [401, 'refused'],
    [403, 'not-supported'],
    [404, 'not-supported'],
    [405, 'not-supported'],
    [409, 'conflict'],
    [412, 'conflict'],
    [422, 'refused'],
    [429, 'refused'],
    [501, 'not-supported'],
  ])('HTTP %i is %s, in the own words of the EHR, and may be sent again', async (status, kind) => {
    search.last = 'shown';
    ehr.faults = { refuse: { status, body: outcome('Formulary says no'), retryAfter: 7 } };
    expect(await write()).toEqual({ kind, status, words: 'Formulary says no', retryAfter: 7 });
    expect(ehr.drafts).toHaveLength(0);
    ehr.faults = {};
    expect(await write()).toMatchObject({ kind: 'written' });
  });

  test('because the session ended says so', async () => {
    ehr.faults = { silence: 'session-ended' };
    expect(await write()).toEqual({ kind: 'not-sent', why: { code: 'session-ended' } });
  });
});

describe('an answer that does not tell', () => {
  test('lost after the write: the draft is found', async () => {
    ehr.faults = { loseAnswer: true };
    expect(await write()).toEqual({ kind: 'written', locations: ['MedicationRequest/d1'] });
    expect(ehr.posts).toBe(1);
  });

  test('lost, with a search that lags: it is looked for again', async () => {
    ehr.faults = { loseAnswer: true, indexLag: 4 };
    expect(await write()).toMatchObject({ kind: 'written' });
  });

  test.each(['timed-out', 'unreachable', 'not-json', 'too-large'] as const)(
    '%s and nothing found is unknown, and is not sent again until a person decides',
    async (silence) => {
      ehr.faults = { silence };
      expect(await write()).toMatchObject({ kind: 'outcome-unknown', looked: 'perhaps-hidden' });
      ehr.faults = {};
      expect(await write()).toMatchObject({ kind: 'outcome-unknown', looked: 'perhaps-hidden' });
      expect(await write(OTHER_LAUNCH)).toMatchObject({ kind: 'outcome-unknown' });
      expect(ehr.posts).toBe(1);
      expect(await sayNotThere()).toBe(1);
      expect(await write(ONE)).toMatchObject({ kind: 'written' });
      expect(ehr.drafts).toHaveLength(1);
    },
  );

  test('HTTP 500 is unknown and carries the words of the EHR', async () => {
    ehr.faults = { refuse: { status: 500, body: outcome('Database is full') } };
    expect(await write()).toEqual({
      kind: 'outcome-unknown',
      why: { code: 'http', status: 500 },
      words: 'Database is full',
      looked: 'perhaps-hidden',
    });
  });

  test('found later, by anyone, is the draft that stands', async () => {
    ehr.faults = { loseAnswer: true, hideDrafts: true };
    expect(await write()).toMatchObject({ kind: 'outcome-unknown' });
    ehr.faults = {};
    expect(await write(OTHER_LAUNCH)).toMatchObject({
      kind: 'already-written',
      drafts: [{ status: 'draft' }],
    });
    expect(ehr.posts).toBe(1);
  });

  test('and a search that fails is unknown too, and stays so', async () => {
    ehr.faults = { silence: 'timed-out' };
    await write();
    ehr.faults = { searchFails: true };
    expect(await write(ONE)).toMatchObject({ kind: 'outcome-unknown', looked: 'failed' });
    await sayNotThere();
    expect(await write(ONE)).toMatchObject({
      kind: 'not-sent',
      why: { code: 'could-not-look', status: 500 },
    });
    expect(ehr.posts).toBe(1);
  });
});

describe('a process that died between POST and answer', () => {
  async function die() {
    const create = ehr.create.bind(ehr);
    ehr.create = async (resource, options) => {
      await create(resource, options);
      throw new Error('killed');
    };
    await expect(write()).rejects.toThrow('killed');
    ehr.create = create;
  }

  test('left a draft: it is found and not doubled', async () => {
    await die();
    expect(await write()).toMatchObject({ kind: 'already-written' });
    expect(ehr.drafts).toHaveLength(1);
  });

  test('left a draft that the search hides: nothing is sent until a person decides', async () => {
    ehr.faults = { hideDrafts: true };
    await die();
    expect(await write()).toMatchObject({ kind: 'not-sent' });
    journal.now += 300_000;
    expect(await write()).toMatchObject({ kind: 'outcome-unknown', looked: 'perhaps-hidden' });
    expect(ehr.posts).toBe(1);
  });
});

describe('nothing is sent', () => {
  test('for another patient than the launched one', async () => {
    expect(await write(ONE, { launch: { issuer: ehr.base, patientId: 'p2' } })).toMatchObject({
      kind: 'not-sent',
    });
    expect(ehr.log).toEqual([]);
  });

  test('on a chart read more than a minute ago', async () => {
    expect(await write(ONE, { now: () => journal.now + 60_001 })).toMatchObject({ kind: 'not-sent' });
    expect(ehr.log).toEqual([]);
  });

  test('on a chart that grew older than a minute while an earlier draft was looked for', async () => {
    const get = ehr.get.bind(ehr);
    ehr.get = async (address) => {
      journal.now += 60_001;
      return get(address);
    };
    expect(await write()).toMatchObject({ kind: 'not-sent', why: { code: 'chart-too-old' } });
    expect(ehr.posts).toBe(0);
  });

  test('when an order was tampered with after drafting', async () => {
    const requests = structuredClone(ONE.requests) as unknown as { status: string }[];
    if (requests[0]) requests[0].status = 'active';
    expect(await write({ ...ONE, requests } as never)).toMatchObject({ kind: 'not-sent' });
    expect(ehr.log).toEqual([]);
  });

  test('when an earlier draft cannot be looked for', async () => {
    ehr.faults = { searchFails: true };
    expect(await write()).toMatchObject({ kind: 'not-sent' });
    expect(ehr.posts).toBe(0);
  });
});

test('the identifier of the launch is what the EHR is asked for', async () => {
  await write();
  expect(decodeURIComponent(ehr.log[0] ?? '')).toContain(`|${IDENTIFIER}`);
});
