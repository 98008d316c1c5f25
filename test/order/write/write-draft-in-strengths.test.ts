import { describe, expect, test } from 'vitest';
import { anewForEach, ehr, search, TWO, write } from './each-write.ts';
import { outcome } from './fake-ehr.ts';

anewForEach();

describe('several strengths', () => {
  test('are one transaction where the EHR takes it', async () => {
    expect(await write(TWO, { transaction: true, conditionalCreate: true })).toEqual({
      kind: 'written',
      locations: ['MedicationRequest/d1', 'MedicationRequest/d2'],
    });
    expect(ehr.log).toContain('POST Bundle');
    expect(ehr.posts).toBe(1);
  });

  test('refused together leave nothing behind', async () => {
    search.last = 'shown';
    ehr.faults = { refuse: { status: 422, body: outcome('No') } };
    expect(await write(TWO, { transaction: true })).toMatchObject({ kind: 'refused', words: 'No' });
    expect(ehr.drafts).toHaveLength(0);
  });

  test('whose one answer was lost are found together', async () => {
    ehr.faults = { loseAnswer: true };
    expect(await write(TWO, { transaction: true })).toEqual({
      kind: 'written',
      locations: ['MedicationRequest/d1', 'MedicationRequest/d2'],
    });
  });

  test('one by one where it does not, and all found again at a second click', async () => {
    expect(await write(TWO)).toEqual({
      kind: 'written',
      locations: ['MedicationRequest/d1', 'MedicationRequest/d2'],
    });
    expect(await write(TWO)).toMatchObject({ kind: 'already-written', drafts: [{}, {}] });
  });

  test('refused halfway: says which strength stands and which is missing, and goes no further', async () => {
    search.last = 'shown';
    ehr.faults = { refuse: { status: 403, body: outcome('One a day') }, refuseFrom: 2 };
    const half = {
      kind: 'half-written',
      locations: ['MedicationRequest/d1'],
      missing: ['naltrexone hydrochloride 4.5 mg capsule (compounded)'],
    };
    expect(await write(TWO)).toEqual({
      ...half,
      because: { code: 'refused', status: 403, words: 'One a day' },
    });
    ehr.faults = {};
    expect(await write(TWO)).toMatchObject(half);
    ehr.faults = { hideDrafts: true };
    expect(await write(TWO)).toMatchObject({
      kind: 'already-written',
      drafts: [{ location: 'MedicationRequest/d1' }],
    });
    expect(ehr.drafts).toHaveLength(1);
  });
});
