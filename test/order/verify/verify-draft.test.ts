import { describe, expect, test } from 'vitest';
import { readBack } from '#lib/order/verify/read-back.ts';
import { verifyDraft } from '#lib/order/verify/verify-draft.ts';
import type { PresetId } from '#lib/titration/propose-regimen.ts';
import { checkedFieldWords, fieldValueWords } from '#lib/words/en/read-back.ts';
import { presetOrder } from '../reviewed.ts';
import { FakeEhr, type Resource } from '../write/fake-ehr.ts';

/** The order as this EHR stored it, read back and compared. */
async function verified(id: PresetId, store: (draft: Resource) => Resource = (draft) => draft) {
  const order = presetOrder(id);
  const ehr = new FakeEhr();
  ehr.faults = { store };
  for (const request of order.requests) await ehr.create(request);
  const stored = await readBack(
    ehr,
    order.requests.map((_, index) => `MedicationRequest/d${index + 1}`),
  );
  return verifyDraft(order, stored);
}

const steps = (draft: Resource) => draft.dosageInstruction as Record<string, unknown>[];
const withDosage = (draft: Resource, changes: object): Resource => ({
  ...draft,
  dosageInstruction: steps(draft).map((step) => ({ ...step, ...changes })),
});
const differing = (outcome: Awaited<ReturnType<typeof verified>>) =>
  outcome.requests
    .flatMap(({ fields }) => fields)
    .filter(({ state }) => state !== 'kept')
    .map(
      ({ field, state, sent, stored, serious }) =>
        `${checkedFieldWords(field)} ${state}: ${fieldValueWords(sent)} -> ${fieldValueWords(stored)}${serious ? ' !' : ''}`,
    );

describe('an EHR that keeps everything', () => {
  test.each(['standard', 'gentle', 'liquid-gentle'] as const)('%s is kept, field by field', async (id) => {
    const outcome = await verified(id);
    expect(outcome.state).toBe('kept');
    expect(differing(outcome)).toEqual([]);
    const fields = outcome.requests[0]?.fields.map(({ field }) => checkedFieldWords(field));
    expect(fields).toEqual(
      expect.arrayContaining(['Status', 'Patient', 'Drug', 'Step 1 dose', 'Quantity', 'Notes']),
    );
  });

  test('and adds its own numbers and addresses is no difference', async () => {
    const outcome = await verified('standard', (draft) => ({
      ...draft,
      meta: { versionId: '1' },
      identifier: [{ system: 'https://ehr.example/rx', value: '77' }, ...(draft.identifier as object[])],
      subject: { reference: 'https://ehr.example/fhir/Patient/p1', display: 'TEST, Ann' },
    }));
    expect(outcome.state).toBe('kept');
  });
});

describe('what an EHR drops is told and is no reason for alarm', () => {
  test('all steps but the first', async () => {
    const outcome = await verified('standard', (draft) => ({
      ...draft,
      dosageInstruction: steps(draft).slice(0, 1),
    }));
    expect(outcome.state).toBe('differs');
    expect(differing(outcome)).toContain('Step 2 dose dropped: 3 mg -> nothing');
    expect(differing(outcome)).toContain('Number of steps changed: 3 -> 1');
  });

  test('notes, reason and our identifier', async () => {
    const outcome = await verified(
      'standard',
      ({ note, reasonCode, identifier, ...kept }) => kept as Resource,
    );
    expect(outcome.state).toBe('differs');
    expect(
      outcome.requests[0]?.fields.filter(({ state }) => state === 'dropped').map(({ field }) => field.name),
    ).toEqual(['reason', 'notes', 'identifier']);
  });

  test('numbers of the steps: compared by place', async () => {
    const outcome = await verified('standard', (draft) => ({
      ...draft,
      dosageInstruction: steps(draft).map(({ sequence, ...step }) => step),
    }));
    expect(differing(outcome)).toEqual([]);
  });
});

describe('what must never be signed as it stands', () => {
  const withDose = (draft: Resource, value: number) => ({
    ...draft,
    dosageInstruction: steps(draft).map((step) => ({
      ...step,
      doseAndRate: [{ doseQuantity: { value, code: 'mg' } }],
    })),
  });
  test.each<[string, (draft: Resource) => Resource, string]>([
    ['ten times the dose', (draft) => withDose(draft, 15), 'Step 1 dose changed: 1.5 mg -> 15 mg !'],
    ['an active order', (draft) => ({ ...draft, status: 'active' }), 'Status changed: draft -> active !'],
    [
      'another patient',
      (draft) => ({ ...draft, subject: { reference: 'Patient/p2' } }),
      'Patient changed: Patient/p1 -> Patient/p2 !',
    ],
    ['no patient', ({ subject, ...draft }) => draft as Resource, 'Patient dropped: Patient/p1 -> nothing !'],
    [
      'the 50 mg tablet in place of the capsule',
      ({ contained, medicationReference, ...draft }) =>
        ({
          ...draft,
          medicationCodeableConcept: { coding: [{ code: '1483744', display: 'naltrexone 50 mg tablet' }] },
        }) as Resource,
      'Drug code changed: 7243 naltrexone -> 1483744 naltrexone 50 mg tablet !',
    ],
    [
      'the 50 mg tablet beside the capsule',
      (draft) => {
        const [medication] = draft.contained as { code: object }[];
        return {
          ...draft,
          contained: [{ ...medication, code: { ...medication?.code, coding: [{ code: '1483744' }] } }],
        };
      },
      'Drug code changed: 7243 naltrexone -> 1483744 naltrexone 50 mg tablet and 7243 naltrexone !',
    ],
    [
      'no drug',
      ({ contained, medicationReference, ...draft }) => draft as Resource,
      'Drug dropped: naltrexone hydrochloride 1.5 mg capsule (compounded) -> nothing !',
    ],
    [
      'a dose as needed',
      (draft) => ({
        ...draft,
        dosageInstruction: steps(draft).map((step) => ({ ...step, asNeededBoolean: true })),
      }),
      'Step 1 as needed changed: no -> yes !',
    ],
    ['a prohibition', (draft) => ({ ...draft, doNotPerform: true }), 'Not to be given changed: no -> yes !'],
    [
      'a medicine that the patient is said to take already',
      (draft) => ({ ...draft, reportedBoolean: true }),
      'Reported by somebody else changed: no -> yes !',
    ],
    [
      'ten times as many capsules',
      (draft) => ({
        ...draft,
        dispenseRequest: { quantity: { value: 1260, unit: 'capsule', code: '{capsule}' } },
      }),
      'Quantity changed: 126 capsules -> 1260 capsules !',
    ],
    [
      'repeats',
      (draft) => ({ ...draft, dispenseRequest: { numberOfRepeatsAllowed: 11 } }),
      'Repeats changed: 0 -> 11 !',
    ],
    [
      'grams under the word mg',
      (draft) =>
        withDosage(draft, { doseAndRate: [{ doseQuantity: { value: 1.5, unit: 'mg', code: 'g' } }] }),
      'Step 1 dose changed: 1.5 mg -> 1.5 g !',
    ],
    [
      'a range beside the dose',
      (draft) =>
        withDosage(draft, {
          doseAndRate: [{ doseQuantity: { value: 1.5, code: 'mg' } }, { doseRange: { high: { value: 45 } } }],
        }),
      'Step 1 dose changed: 1.5 mg -> 1.5 mg and another dose or rate !',
    ],
    [
      'some days of the week',
      (draft) =>
        withDosage(draft, {
          timing: {
            repeat: { frequency: 1, period: 1, periodUnit: 'd', when: ['HS'], dayOfWeek: ['mon'] },
          },
        }),
      'Step 1 time changed: once a day at bedtime -> once a day at bedtime with dayOfWeek !',
    ],
    [
      'a code for twice a day in place of the rhythm',
      (draft) => withDosage(draft, { timing: { code: { coding: [{ code: 'BID' }] } } }),
      'Step 1 time changed: once a day at bedtime -> "BID" !',
    ],
    [
      'another route under the same words',
      (draft) =>
        withDosage(draft, {
          route: { coding: [{ system: 'http://snomed.info/sct', code: '47625008' }], text: 'by mouth' },
        }),
      'Step 1 route changed: by mouth -> 47625008 by mouth !',
    ],
    [
      'another first night',
      (draft) => ({
        ...draft,
        extension: (draft.extension as object[]).map((one) => ({ ...one, valueDate: '2026-03-01' })),
      }),
      'First night changed: 02-Mar-2026 -> 01-Mar-2026 !',
    ],
    [
      'an extension that may change the meaning',
      (draft) => ({ ...draft, modifierExtension: [{ url: 'https://ehr.example/not-really' }] }),
      'Modifier of the EHR changed: nothing -> an extension that may change the meaning !',
    ],
    [
      'a drug that its reference leads away from',
      (draft) => ({ ...draft, medicationReference: { reference: 'Medication/tablet-50' } }),
      'Drug dropped: naltrexone hydrochloride 1.5 mg capsule (compounded) -> nothing !',
    ],
  ])('%s', async (_, store, difference) => {
    const outcome = await verified('standard', store);
    expect(outcome.state).toBe('serious');
    expect(differing(outcome)).toContain(difference);
  });

  test('a changed capsule strength', async () => {
    const outcome = await verified('standard', (draft) =>
      JSON.parse(JSON.stringify(draft).replace('"numerator":{"value":1.5', '"numerator":{"value":50')),
    );
    expect(differing(outcome)).toContain(
      'Capsule strength changed: 1.5 mg in 1 capsule -> 50 mg in 1 capsule !',
    );
  });
});

test('strengths read back in another order are matched by our identifier', async () => {
  const order = presetOrder('two-strengths');
  const ehr = new FakeEhr();
  for (const request of order.requests) await ehr.create(request);
  const stored = await readBack(ehr, ['MedicationRequest/d2', 'MedicationRequest/d1']);
  expect(verifyDraft(order, stored).state).toBe('kept');
});

describe('what people read', () => {
  test('units are words, and another word for the same unit is no difference', async () => {
    const outcome = await verified('standard', (draft) => ({
      ...draft,
      dispenseRequest: {
        ...(draft.dispenseRequest as object),
        quantity: { value: 126, unit: 'caps', system: 'http://unitsofmeasure.org', code: '{capsule}' },
      },
    }));
    expect(outcome.state).toBe('kept');
    const sent = new Map(
      outcome.requests[0]?.fields.map(({ field, sent }) => [checkedFieldWords(field), fieldValueWords(sent)]),
    );
    expect(sent.get('Quantity')).toBe('126 capsules');
    expect(sent.get('Days of supply')).toBe('56 days');
    expect(sent.get('Step 1 nights')).toBe('14 days');
    expect(sent.get('Step 1 time')).toBe('once a day at bedtime');
    expect(sent.get('Step 1 highest daily dose')).toBe('4.5 mg in 1 day');
  });
});

test('codes and words of the EHR beside ours are no difference', async () => {
  const outcome = await verified('standard', (draft) => {
    const [medication] = draft.contained as object[];
    const route = { coding: [{ system: 'https://ehr.example/routes', code: 'PO' }], text: 'Orally' };
    const timing = { code: { coding: [{ code: 'QHS' }] } };
    return {
      ...draft,
      contained: [{ ...medication, form: { text: 'Capsule' } }],
      dosageInstruction: steps(draft).map((step) => ({
        ...step,
        route,
        timing: { ...(step.timing as object), ...timing },
      })),
    };
  });
  expect(differing(outcome)).toEqual([]);
});

test('a draft that was seen standing and is signed now has kept every field', async () => {
  const order = presetOrder('standard');
  const ehr = new FakeEhr();
  ehr.faults = { store: (draft) => ({ ...draft, status: 'active' }) };
  await ehr.create(order.requests[0] as never);
  const stored = await readBack(ehr, ['MedicationRequest/d1']);
  expect(verifyDraft(order, stored).state).toBe('serious');
  expect(verifyDraft(order, stored, 'later').state).toBe('kept');
});
