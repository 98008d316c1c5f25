import { describe, expect, test } from 'vitest';
import { readBack } from '#lib/order/verify/read-back.ts';
import { verifyDraft } from '#lib/order/verify/verify-draft.ts';
import { answer, silence } from '../../fhir/answers.ts';
import { presetOrder } from '../reviewed.ts';
import { FakeEhr, type Resource } from '../write/fake-ehr.ts';

describe('a draft that cannot be read back', () => {
  test.each([404, 403, 500])('HTTP %i is not taken for kept', async (status) => {
    const ehr = new FakeEhr();
    ehr.faults = { readFails: status };
    const outcome = verifyDraft(presetOrder('standard'), await readBack(ehr, ['MedicationRequest/d1']));
    expect(outcome).toMatchObject({
      state: 'not-read',
      requests: [{ notRead: { code: 'http', status } }],
    });
  });

  test.each([
    [404, true],
    [410, true],
    [403, false],
    [500, false],
  ])('HTTP %i: that it is gone is said: %s', async (status, isGone) => {
    const ehr = new FakeEhr();
    ehr.faults = { readFails: status };
    expect(await readBack(ehr, ['MedicationRequest/d1'])).toMatchObject([{ isGone, resource: null }]);
  });

  test('an EHR that does not answer has not said that nothing stands there', async () => {
    const ehr = new FakeEhr();
    ehr.get = async () => silence('timed-out');
    expect(await readBack(ehr, ['MedicationRequest/d1', null])).toMatchObject([
      { resource: null, isGone: false, why: { code: 'no-answer', silence: 'timed-out' } },
      { resource: null, isGone: false, why: { code: 'no-address' } },
    ]);
  });

  test.each([
    ['another resource', { resourceType: 'MedicationStatement', id: 'd1' }],
    ['no resource', [1, 2]],
  ])('%s at its address is not taken for it', async (_what, body) => {
    const ehr = new FakeEhr();
    ehr.get = async () => answer(200, body);
    const [stored] = await readBack(ehr, ['MedicationRequest/d1']);
    expect(stored).toMatchObject({ resource: null, why: { code: 'another-resource' }, isGone: false });
  });

  test('nor is one whose address nobody knows, or one of two that is missing', async () => {
    const ehr = new FakeEhr();
    expect(verifyDraft(presetOrder('standard'), await readBack(ehr, [null])).state).toBe('not-read');
    const order = presetOrder('two-strengths');
    for (const request of order.requests) await ehr.create(request);
    const outcome = verifyDraft(order, await readBack(ehr, ['MedicationRequest/d1']));
    expect(outcome.requests.map(({ notRead }) => notRead)).toEqual([null, { code: 'not-found' }]);
    expect(outcome.state).toBe('not-read');
  });
});

describe('an EHR that keeps the drug as a Medication of its own', () => {
  async function withMedication(medication: Resource | null) {
    const order = presetOrder('standard');
    const ehr = new FakeEhr();
    ehr.faults = {
      store: ({ contained: _contained, ...draft }) => ({
        ...draft,
        medicationReference: { reference: 'Medication/m1', display: 'naltrexone' },
      }),
    };
    await ehr.create(order.requests[0] as never);
    if (medication !== null) ehr.stored.set('Medication/m1', medication);
    return verifyDraft(order, await readBack(ehr, ['MedicationRequest/d1']));
  }
  const [own] = presetOrder('standard').requests.flatMap((request) =>
    'contained' in request ? request.contained : [],
  );

  test('that drug is read and compared', async () => {
    expect((await withMedication({ ...own, resourceType: 'Medication', id: 'm1' })).state).toBe('kept');
  });

  test('and maps it to the 50 mg tablet is caught', async () => {
    const code = { coding: [{ code: '1483744' }], text: 'naltrexone hydrochloride 50 mg tablet' };
    expect((await withMedication({ resourceType: 'Medication', id: 'm1', code })).state).toBe('serious');
  });

  test('and answers with something else in its place is not called kept', async () => {
    const order = await withMedication({ ...own, resourceType: 'Substance', id: 'm1' });
    expect(order.state).toBe('serious');
  });

  test('and does not let it be read is not called kept', async () => {
    expect((await withMedication(null)).state).toBe('serious');
  });
});
