import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { draftOrder } from '#lib/order/draft/draft-order.ts';
import type { DraftRequest } from '#lib/order/draft/draft-shape.ts';
import { ownNights } from '#lib/order/draft/order-steps.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { PRESETS, type PresetId, proposeRegimen } from '#lib/titration/propose-regimen.ts';
import type { TitrationPlan } from '#lib/titration/titration-plan.ts';
import { AS_OF, planOf, plans } from '../../titration/regimens.ts';
import { loadDefinitions, r4Problems, validityProblems } from '../fhir-validation.ts';
import { readDraftBack } from '../read-draft-back.ts';
import {
  ANSWER,
  finding,
  IDENTIFIER,
  judgement,
  presetOrder,
  presetPlan,
  reviewed,
  SETTING,
} from '../reviewed.ts';

beforeAll(loadDefinitions, 60_000);

const only = (requests: readonly DraftRequest[]) => {
  expect(requests).toHaveLength(1);
  return requests[0] as DraftRequest;
};

describe('one strength', () => {
  test('is one draft with one dosage a step', () => {
    const request = only(presetOrder('standard').requests);
    expect(request).toMatchObject({
      resourceType: 'MedicationRequest',
      status: 'draft',
      intent: 'order',
      subject: { reference: 'Patient/p1' },
      encounter: { reference: 'Encounter/e1' },
      requester: { reference: 'Practitioner/p9', display: 'Dr Test Prescriber' },
      identifier: [{ value: IDENTIFIER }],
      medicationReference: { reference: '#medication' },
      reasonCode: [{ coding: [{ code: 'M79.7' }], text: 'Fibromyalgia' }],
      supportingInformation: [{ reference: 'Condition/fm1' }],
      dispenseRequest: {
        numberOfRepeatsAllowed: 0,
        quantity: { value: 126, code: '{capsule}' },
        expectedSupplyDuration: { value: 56, code: 'd' },
      },
    });
    expect(request.groupIdentifier).toBeUndefined();
    expect(
      request.dosageInstruction.map(({ sequence, timing, doseAndRate }) => [
        sequence,
        timing.repeat.boundsDuration.value,
        doseAndRate[0].doseQuantity.value,
      ]),
    ).toEqual([
      [1, 14, 1.5],
      [2, 14, 3],
      [3, 28, 4.5],
    ]);
  });

  test('names the compounded strength and no marketed product', () => {
    const order = presetOrder('standard');
    expect(JSON.stringify(order.requests)).not.toContain('1483744');
    expect(order.requests[0]).toMatchObject({
      contained: [
        {
          code: { text: 'naltrexone hydrochloride 1.5 mg capsule (compounded)' },
          ingredient: [{ strength: { numerator: { value: 1.5, code: 'mg' } } }],
        },
      ],
    });
  });

  test('says each step in a few words, what holds for all of them once on the last, and the whole titration in a note', () => {
    const request = only(presetOrder('standard').requests);
    expect(request.dosageInstruction.map(({ text }) => text)).toEqual([
      '1.5 mg (one 1.5 mg capsule) at bedtime for 14 nights, not before 02-Mar-2026',
      '3 mg (two 1.5 mg capsules) at bedtime for 14 nights',
      '4.5 mg (three 1.5 mg capsules) at bedtime for 28 nights. Low dose: not the 50 mg tablet. Increase only if tolerated; otherwise stay at, or go back to, the last tolerated dose and call.',
    ]);
    expect(request.dosageInstruction.map(({ patientInstruction }) => patientInstruction)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(request.note[0]?.text).toContain(
      '1.5 mg (one 1.5 mg capsule) for 14 nights, then 3 mg (two 1.5 mg capsules) for 14 nights, then 4.5 mg (three 1.5 mg capsules) for 28 nights',
    );
  });
});

describe('several strengths', () => {
  test('are one draft each, in one group, with steps numbered as in the whole titration', () => {
    const { requests } = presetOrder('two-strengths');
    expect(requests.map((request) => request.dispenseRequest.quantity.value)).toEqual([42, 28]);
    expect(new Set(requests.map((request) => request.groupIdentifier?.value))).toEqual(new Set([IDENTIFIER]));
    expect(requests.map((request) => request.dispenseRequest.expectedSupplyDuration.value)).toEqual([28, 28]);
    expect(requests.map(({ extension }) => extension[1].valuePositiveInt)).toEqual([3, 3]);
    expect(requests.map((request) => request.identifier[0].value)).toEqual([
      `${IDENTIFIER}-1.5mg`,
      `${IDENTIFIER}-4.5mg`,
    ]);
    expect(requests.map((request) => request.dosageInstruction.map(({ sequence }) => sequence))).toEqual([
      [1, 2],
      [3],
    ]);
  });

  test('begin each on the night of its own first step, so that no system starts the last strength on night 1', () => {
    const { requests, plan } = presetOrder('two-strengths');
    expect(requests.map(({ extension: [first] }) => first)).toEqual([
      { url: 'urn:oid:2.25.313327316489640021861164276129370215426.1', valueDate: plan.phases[0]?.from },
      { url: 'urn:oid:2.25.313327316489640021861164276129370215426.1', valueDate: plan.phases[2]?.from },
    ]);
    expect(requests[1]?.extension[0].valueDate).toBe('2026-03-30');
  });

  test('say in every mixed step what is taken together, so that nobody reads half a dose', () => {
    const { requests } = presetOrder('gentle');
    const step4 = requests.map((request) => request.dosageInstruction.find(({ sequence }) => sequence === 4));
    expect(step4.map((dosage) => dosage?.doseAndRate[0].doseQuantity.value)).toEqual([0.5, 1.5]);
    expect(step4.map((dosage) => dosage?.text)).toEqual([
      '0.5 mg (one) with 1.5 mg for 7 nights from night 22',
      '1.5 mg (one) with 0.5 mg for 7 nights',
    ]);
    expect(requests[0]?.dosageInstruction.map(({ sequence }) => sequence)).toEqual([1, 2, 4, 5, 7, 8]);
    expect(requests.map((request) => request.dispenseRequest.quantity.value)).toEqual([63, 84]);
  });
});

describe('the liquid', () => {
  test('codes the dispensed tablet, exactly as many as bottles, and warns first', () => {
    const request = only(presetOrder('liquid-gentle').requests);
    expect(request).toMatchObject({
      medicationCodeableConcept: { coding: [{ code: '1483744' }] },
      dispenseRequest: { quantity: { value: 5, code: '{tablet}' } },
    });
    const [first, ...others] = request.dosageInstruction;
    expect(first?.text).toMatch(/^DO NOT SWALLOW TABLETS WHOLE\. 0\.5 mg = 1 mL of 0\.5 mg\/mL /);
    expect(first?.patientInstruction).toMatch(
      /make up to 100 mL: 0\.5 mg\/mL\..*nights 1, 15, 29, 43 and 55/,
    );
    expect(first?.patientInstruction).toContain('Dispense exactly 5 tablets, no pack rounding');
    expect(others[1]?.text).toBe('1.5 mg = 3 mL of 0.5 mg/mL at bedtime for 7 nights');
    expect(others.flatMap(({ patientInstruction }) => patientInstruction ?? [])).toEqual([]);
  });
});

const ASKED =
  'Prescription monitoring record (PDMP) checked? Patient asked about leftover, over-the-counter, clinic-dispensed, borrowed and illicit opioids and kratom?';

describe('what the prescriber stated and the chart says', () => {
  const notesOf = (order: ReturnType<typeof draftOrder>) => only(order.requests).note.map(({ text }) => text);

  test('stands in the notes: check, answers with reasons, last dose, what was not seen', () => {
    const answers = [{ ...ANSWER, answer: { ...ANSWER.answer, lastDose: '2026-02-10' as CalendarDate } }];
    const notes = notesOf(draftOrder(reviewed(presetPlan('standard'), judgement(), answers), SETTING));
    expect(notes).toContain(
      'Checked on 02-Mar-2026, opioids: No opioid found in the records this app could read.',
    );
    expect(notes).toContain('Not seen by this check: opioids from outside pharmacies.');
    expect(notes).toContain('Last opioid dose 10-Feb-2026, as the prescriber stated on 02-Mar-2026.');
  });

  test('but what was asked in confidence stands in the assessment note, not on the order', () => {
    const pregnancy = finding({ rule: 'R17', severity: 'informs', code: 'no-alternative-recorded' });
    const judged = judgement({ findings: [pregnancy] });
    const order = draftOrder(reviewed(presetPlan('standard'), judged), SETTING);
    expect(JSON.stringify(order.requests)).not.toMatch(/illicit|borrowed|pregnan|Monitoring record/i);
    expect(order.assessment).toContain(
      `Prescriber's statement of 02-Mar-2026. ${ASKED} Answer: Monitoring record checked on 02-Mar-2026; patient asked about other opioids and kratom: none.`,
    );
    expect(order.assessment?.join()).toContain('Also checked: ');
  });

  test('and what was found for information, so that whoever signs knows it too', () => {
    const ALT = {
      source: 'Observation/alt',
      words: 'ALT',
      day: '2026-02-20',
      value: 62,
      comparator: null,
      unit: 'U/L',
    };
    const liver = finding({
      rule: 'R15',
      severity: 'informs',
      code: 'liver-test-raised',
      facts: { result: ALT },
    });
    const age = finding({
      rule: 'R18',
      severity: 'informs',
      code: 'older-adult',
      facts: { years: 67, birthDate: '1958-05-01' },
    });
    const judged = judgement({ findings: [liver, age] });
    expect(notesOf(draftOrder(reviewed(presetPlan('standard'), judged), SETTING))).toContain(
      'Also checked: ALT 62 U/L, 20-Feb-2026: raised; the result gives no reference limit. Age 67 (born 01-May-1958): 65 or over.',
    );
  });

  test('surgery ahead adds its own line', () => {
    const surgery = finding({
      rule: 'R19',
      severity: 'confirm',
      code: 'operation-without-date',
      facts: { operation: { source: 'Procedure/s1', words: 'Hernia repair', day: null }, withinDays: 42 },
    });
    const plain = notesOf(draftOrder(reviewed(presetPlan('standard')), SETTING));
    const warned = notesOf(
      draftOrder(reviewed(presetPlan('standard'), judgement({ findings: [surgery] })), SETTING),
    );
    expect(plain.join()).not.toContain('72 hours');
    expect(warned.join()).toContain('at least 72 hours before and tell the anaesthetist');
  });

  test('typed line breaks and curly quotes do not reach the order', () => {
    const answers = [
      { ...ANSWER, answer: { words: 'She said:\n\u201cnone since Christmas\u201d \u2013 sure' } },
    ];
    const { assessment } = draftOrder(reviewed(presetPlan('standard'), judgement(), answers), SETTING);
    expect(assessment?.join('|')).toContain('She said: "none since Christmas" - sure');
  });

  test('a filler is asked for with what this patient does not tolerate, on the label and in the note', () => {
    const plan: TitrationPlan = {
      ...planOf({ ...proposeRegimen(AS_OF), filler: 'ginger' }),
      avoid: ['lactose', 'sucrose'],
    };
    const request = only(draftOrder(reviewed(plan), SETTING).requests);
    expect(request.dosageInstruction.at(-1)?.text).toContain(
      'Ginger filler, no lactose or sucrose (not tolerated).',
    );
    expect(request.note[1]?.text).toContain('ginger filler, no lactose or sucrose (not tolerated)');
    expect(JSON.stringify(request)).not.toContain('cellulose');
  });

  test.each([
    ['fibromyalgia-not-listed', undefined, 'Fibromyalgia'],
    ['pain-not-listed', undefined, 'Chronic or neuropathic pain'],
    ['other-off-label-use', 'sarcoidosis', 'sarcoidosis'],
    [undefined, 'pemphigus', 'pemphigus'],
  ] as const)(
    'what LDN is for goes onto the order as the prescriber stated it: %s %s',
    (reason, words, text) => {
      const question = finding({ rule: 'R20', severity: 'confirm', code: 'no-indication' });
      const answer = {
        ...(reason === undefined ? {} : { reason }),
        ...(words === undefined ? {} : { words }),
      };
      const stated = { key: 'R20', question, answer, statedOn: AS_OF };
      const bare = reviewed(presetPlan('standard'), judgement({ indication: null }), [stated]);
      expect(only(draftOrder(bare, SETTING).requests).reasonCode).toEqual([
        { text: `${text} (stated by the prescriber, not on the problem list)` },
      ]);
    },
  );

  test('without a recorded indication none is made up, and without a user the prescriber is left open', () => {
    const bare = reviewed(presetPlan('standard'), judgement({ indication: null, findings: [] }));
    const request = only(draftOrder(bare, { ...SETTING, requester: null, encounterId: null }).requests);
    expect(request.reasonCode).toBeUndefined();
    expect(request.supportingInformation).toBeUndefined();
    expect(request.encounter).toBeUndefined();
    expect(request.requester).toEqual({ display: 'prescriber, to be set in the EHR' });
    expect(validityProblems(request)).toEqual([]);
  });

  test('what it was judged on is listed once, at most 50 rows, references only', () => {
    const sources = Array.from({ length: 80 }, (_, index) => `MedicationRequest/m${index % 60}`);
    const judged = judgement({ findings: [finding({ sources: [...sources, 'urn:uuid:1', 'metadata'] })] });
    const request = only(draftOrder(reviewed(presetPlan('standard'), judged), SETTING).requests);
    expect(request.supportingInformation).toHaveLength(50);
    expect(new Set(request.supportingInformation?.map(({ reference }) => reference)).size).toBe(50);
  });
});

describe('whatever a chart or a keyboard holds', () => {
  const anyText = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constant('\u2019 \r\n\u2028'));

  test('makes a draft that passes its gate', () => {
    const texts = fc.record({ text: anyText, system: anyText, code: anyText, display: anyText });
    fc.assert(
      fc.property(texts, anyText, anyText, ({ text, ...coding }, words, name) => {
        const judged = judgement({
          indication: { source: 'Condition/c_1', text, coding, kind: 'fibromyalgia' },
          unseen: [text],
          patient: 'Patient/id_of_1',
        });
        const plan = reviewed(presetPlan('standard'), judged, [
          {
            ...ANSWER,
            question: {
              ...ANSWER.question,
              code: 'liver-disease',
              facts: { condition: { source: text, words: text, day: text } },
            },
            answer: { words },
          },
        ]);
        const requester = { reference: 'Practitioner/p_9', display: name };
        expect(draftOrder(plan, { ...SETTING, requester }).requests).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });

  test('a code without a system that FHIR knows is left out, its words stay', () => {
    const coding = { system: 'ICD-10', code: 'M79.7', display: null };
    const judged = judgement({
      indication: { source: 'Condition/c1', text: 'Fibromyalgia', coding, kind: 'fibromyalgia' },
    });
    const request = only(draftOrder(reviewed(presetPlan('standard'), judged), SETTING).requests);
    expect(request.reasonCode).toEqual([{ text: 'Fibromyalgia' }]);
  });
});

describe('validity', () => {
  test.each(Object.keys(PRESETS) as PresetId[])('%s is valid FHIR R4 and US Core', (id) => {
    for (const request of presetOrder(id).requests) expect(validityProblems(request)).toEqual([]);
  });

  test('the validator does see a fault', () => {
    const request = { ...only(presetOrder('standard').requests), intent: 'wish', subject: undefined };
    expect(validityProblems(request)).not.toEqual([]);
  });

  test('and what US Core asks beyond R4', () => {
    const { requester: _, ...request } = only(presetOrder('standard').requests);
    expect(r4Problems(request)).toEqual([]);
    expect(validityProblems(request).join()).toContain(
      'Missing required property MedicationRequest.requester',
    );
  });

  test('500 regimens through draft and JSON come back as the same plan, each valid', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { requests } = draftOrder(reviewed(plan), SETTING);
        const sent = JSON.parse(JSON.stringify(requests)) as DraftRequest[];
        expect(readDraftBack(sent)).toEqual({
          steps: plan.phases.map(({ sequence, nights, dose, capsules, tenthsOfMl }) => ({
            sequence,
            nights,
            dose,
            capsules,
            tenthsOfMl,
          })),
          supply: plan.supply,
          nights: plan.supply.map(({ item, strength }) =>
            ownNights(plan, item === 'tablet' ? null : strength),
          ),
        });
        for (const request of sent) expect(validityProblems(request)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  }, 120_000);
});
