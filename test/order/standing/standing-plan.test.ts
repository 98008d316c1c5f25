import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draftOrder } from '#lib/order/draft/draft-order.ts';
import type { DraftRequest } from '#lib/order/draft/draft-shape.ts';
import { inDates, nightOf, type OrderedPlan, stepOfNight } from '#lib/order/standing/ordered-plan.ts';
import {
  areMixed,
  orderedPlan as planRead,
  orderedTitrations as titrationsRead,
} from '#lib/order/standing/standing-plan.ts';
import type { StoredDraft } from '#lib/order/verify/read-back.ts';
import { recordOf } from '#lib/order/write/draft-journal.ts';
import { addDays } from '#lib/time/calendar-date.ts';
import { PRESETS, type PresetId, proposeRegimen } from '#lib/titration/propose-regimen.ts';
import { ORDER_WORDS } from '#lib/words/en/order.ts';
import { AS_OF, planOf, plans } from '../../titration/regimens.ts';
import { presetOrder, reviewed, SETTING } from '../reviewed.ts';

type Changed = Record<string, unknown>;

const HTTP_500 = { code: 'http', status: 500 } as const;

const READING = { said: ORDER_WORDS.said, journal: null };
const orderedPlan = (orders: readonly StoredDraft[]) => planRead(orders, READING);
const orderedTitrations = (orders: readonly StoredDraft[]) => titrationsRead(orders, READING);

function stored(request: DraftRequest, change: (json: Changed) => Changed = (json) => json): StoredDraft {
  const json = structuredClone({ ...request, status: 'active' }) as Changed;
  return { location: 'MedicationRequest/1', resource: change(json), why: null, isGone: false };
}

/** The order as signed, its steps or itself changed by somebody in the EHR. */
function changed(preset: PresetId, change: (json: Changed) => Changed): StoredDraft[] {
  return presetOrder(preset).requests.map((request) => stored(request, change));
}

function step(index: number, change: (dosage: Changed) => Changed) {
  return (json: Changed) => ({
    ...json,
    dosageInstruction: (json.dosageInstruction as Changed[]).map((dosage, at) =>
      at === index ? change(dosage) : dosage,
    ),
  });
}

function readPlan(orders: readonly StoredDraft[]): OrderedPlan {
  const plan = orderedPlan(orders);
  if ('why' in plan) throw new Error(`not read: ${plan.why}`);
  return plan;
}

const wordless = (json: Changed, dosages = json.dosageInstruction as Changed[]) => ({
  ...json,
  dosageInstruction: dosages.map((dosage) => ({ ...dosage, text: undefined })),
});

const STANDARD = readPlan(presetOrder('standard').requests.map((request) => stored(request)));

describe('the plan of an order that stands', () => {
  test.each(Object.keys(PRESETS) as PresetId[])('"%s" is read back as it was planned', (preset) => {
    const order = presetOrder(preset);
    const plan = readPlan(order.requests.map((request) => stored(request)));
    expect(plan.begins).toBe(AS_OF);
    expect(plan.preparation).toBe(order.plan.regimen.preparation);
    const { phases } = inDates(plan, AS_OF);
    expect(
      phases.map(({ sequence, dose, nights, from, to }) => ({ sequence, dose, nights, from, to })),
    ).toEqual(
      order.plan.phases.map(({ sequence, dose, nights, from, to }) => ({ sequence, dose, nights, from, to })),
    );
  });

  test('is read back of any plan, and the step of a day is always the one whose nights contain it', () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: -20, max: 120 }), (plan, days) => {
        const { requests } = draftOrder(reviewed(plan), SETTING);
        const standing = readPlan(requests.map((request) => stored(request)));
        const day = addDays(plan.regimen.startDate, days);
        const phase = plan.phases.find(({ from, to }) => from <= day && day <= to);
        const due = stepOfNight(standing, nightOf(plan.regimen.startDate, day));
        expect(due?.sequence ?? null).toBe(phase?.sequence ?? null);
        expect(due?.dose ?? null).toBe(phase?.dose ?? null);
      }),
      { numRuns: 60 },
    );
  });

  test('has no step before the first night and none after the last', () => {
    expect(stepOfNight(STANDARD, 0)).toBeNull();
    expect(stepOfNight(STANDARD, 1)?.dose).toBe(1500);
    expect(stepOfNight(STANDARD, 14)?.dose).toBe(1500);
    expect(stepOfNight(STANDARD, 15)?.dose).toBe(3000);
    expect(stepOfNight(STANDARD, 56)?.dose).toBe(4500);
    expect(stepOfNight(STANDARD, 57)).toBeNull();
  });

  test('follows what the EHR holds, not what was sent', () => {
    const slowed = changed('standard', (json) => ({
      ...step(0, (dosage) => ({
        ...dosage,
        text: 'Changed by the prescriber.',
        timing: {
          repeat: { boundsDuration: { value: 4, code: 'wk' }, frequency: 1, period: 1, periodUnit: 'd' },
        },
      }))(json),
      dispenseRequest: undefined,
    }));
    expect(readPlan(slowed).steps.map(({ nights }) => nights)).toEqual([28, 14, 28]);
  });
});

describe('the planned first night', () => {
  type Extension = { readonly url: string; readonly valueDate?: unknown };
  const withNights = (change: (nights: readonly Extension[]) => readonly Extension[]) => (json: Changed) => ({
    ...json,
    extension: change(json.extension as Extension[]),
  });
  const on = (valueDate: unknown) => withNights((nights) => nights.map((night) => ({ ...night, valueDate })));
  const without = withNights(() => []);

  test('is read from structure, whatever the words say', () => {
    const moved = changed('standard', (json) => ({
      ...on('2026-03-09')(json),
      note: [{ text: 'First dose not before 20-Apr-2026.' }],
    }));
    expect(readPlan(moved).begins).toBe('2026-03-09');
  });

  test('is counted back from the first night of each strength', () => {
    const orders = changed('two-strengths', (json) => json);
    const own = orders.map(
      ({ resource }) => (resource as { extension: Extension[] }).extension[0]?.valueDate,
    );
    expect(own).toEqual(['2026-03-02', '2026-03-30']);
    expect(readPlan(orders).begins).toBe(AS_OF);
  });

  test.each([
    ['the EHR kept none', without],
    [
      'two nights are named',
      withNights(
        ([night, ...more]) => [night, { ...night, valueDate: '2026-03-09' }, ...more] as Extension[],
      ),
    ],
    ['the night does not exist', on('2026-02-31')],
    ['it is no day', on({ year: 2026 })],
  ])('is not known where %s', (_what, change) => {
    expect(readPlan(changed('standard', change)).begins).toBeNull();
  });

  test('is not known where the strengths name nights that do not fit together', () => {
    expect(readPlan(changed('two-strengths', on('2026-03-02'))).begins).toBeNull();
  });

  test('of an order that an earlier version wrote without one is that of the plan which the journal keeps', () => {
    const order = presetOrder('standard');
    const journal = { drafts: [recordOf(order, 0)] };
    const orders = changed('standard', without);
    expect(planRead(orders, { ...READING, journal })).toMatchObject({ begins: AS_OF });
    const dropped = changed('standard', (json) => ({ ...without(json), identifier: undefined }));
    expect(planRead(dropped, { ...READING, journal })).toMatchObject({ begins: null });
  });
});

describe('an order that an earlier version of this app wrote', () => {
  /** With the texts, the days of supply and the one extension it had. */
  const earlier = (texts: readonly string[], days: number) => (json: Changed) => ({
    ...json,
    extension: (json.extension as Changed[]).slice(0, 1),
    dispenseRequest: {
      ...(json.dispenseRequest as Changed),
      expectedSupplyDuration: { value: days, code: 'd' },
    },
    dosageInstruction: (json.dosageInstruction as (Changed & { sequence: number })[]).map((dosage) => ({
      ...dosage,
      text: texts[dosage.sequence - 1],
    })),
  });
  const last =
    'Compounded capsules, immediate-release, no slow-release filler; low dose: not the 50 mg tablet. Increase only if tolerated; otherwise stay at, or go back to, the last tolerated dose and call.';
  const TEXTS = [
    `Step 1 of 3, nights 1 to 14: take naltrexone 1.5 mg (one 1.5 mg capsule) by mouth nightly at bedtime for 14 nights, then step 2. First dose not before 02-Mar-2026. ${last}`,
    `Step 2 of 3, nights 15 to 28: take naltrexone 3 mg (two 1.5 mg capsules) by mouth nightly at bedtime for 14 nights, then step 3, which does not use this capsule. ${last}`,
    `Step 3 of 3, nights 29 to 56: take naltrexone 4.5 mg (one 4.5 mg capsule) by mouth nightly at bedtime for 28 nights. ${last}`,
  ];

  test('is followed as before, its supply being that of the whole titration', () => {
    const plan = readPlan(changed('two-strengths', earlier(TEXTS, 56)));
    expect(plan).toMatchObject({ nights: 56, begins: AS_OF });
    expect(plan.steps.map(({ dose, nights }) => [dose, nights])).toEqual([
      [1500, 14],
      [3000, 14],
      [4500, 28],
    ]);
  });

  test('of the liquid too', () => {
    const liquid = [1.5, 3, 4.5].map(
      (mg, index) =>
        `DO NOT SWALLOW TABLETS WHOLE. Step ${index + 1} of 3, nights: take naltrexone ${mg} mg = ${mg * 2} mL of the 0.5 mg/mL liquid by mouth nightly at bedtime for ${index === 2 ? 28 : 14} nights. ${last}`,
    );
    expect(readPlan(changed('liquid-standard', earlier(liquid, 56)))).toMatchObject({
      nights: 56,
      preparation: 'liquid',
    });
  });

  test('and is not where the EHR kept its text and changed a dose, or kept the first step alone', () => {
    const doubled = { doseAndRate: [{ doseQuantity: { value: 3, unit: 'mg', code: 'mg' } }] };
    const other = changed('two-strengths', (json) =>
      step(0, (dosage) => ({ ...dosage, ...doubled }))(earlier(TEXTS, 56)(json)),
    );
    expect(orderedPlan(other)).toMatchObject({ why: 'text' });
    const alone = changed('standard', (json) => ({
      ...earlier(TEXTS, 56)(json),
      dosageInstruction: [{ ...(json.dosageInstruction as Changed[])[0], text: TEXTS[0] }],
    }));
    expect(orderedPlan(alone)).toEqual({ why: 'supply', step: null });
  });
});

describe('a dosage that cannot be counted in nights is said, never guessed', () => {
  const dose = (doseAndRate: Changed) => (dosage: Changed) => ({ ...dosage, doseAndRate: [doseAndRate] });
  const repeat = (more: Changed) => (dosage: Changed) => ({
    ...dosage,
    timing: { repeat: { ...(dosage.timing as { repeat: Changed }).repeat, ...more } },
  });
  const range = { low: { value: 1.5, unit: 'mg' }, high: { value: 3, unit: 'mg' } };

  test.each<[string, string, (json: Changed) => Changed]>([
    ['a range of doses', 'dose', step(1, dose({ doseRange: range }))],
    ['a dose in capsules', 'dose', step(1, dose({ doseQuantity: { value: 2, unit: 'capsule' } }))],
    ['no dose', 'dose', step(1, (dosage) => ({ ...dosage, doseAndRate: undefined }))],
    ['a missing bound', 'nights', step(2, repeat({ boundsDuration: undefined }))],
    [
      'a bound in months',
      'nights',
      step(2, repeat({ boundsDuration: { value: 1, unit: 'mo', code: 'mo' } })),
    ],
    ['twice a day', 'rhythm', step(0, repeat({ frequency: 2 }))],
    ['every other day', 'rhythm', step(0, repeat({ period: 2 }))],
    ['only as needed', 'rhythm', step(0, (dosage) => ({ ...dosage, asNeededBoolean: true }))],
    [
      'another dose than its text says',
      'text',
      step(0, dose({ doseQuantity: { value: 3, unit: 'mg', code: 'mg' } })),
    ],
    [
      'another number of nights than its text says',
      'text',
      step(0, repeat({ boundsDuration: { value: 7, code: 'd' } })),
    ],
    ['no step', 'no-steps', (json) => ({ ...json, dosageInstruction: undefined })],
    ['steps without numbers', 'numbering', step(1, ({ sequence: _, ...dosage }) => dosage)],
    ['two steps of one number', 'numbering', step(1, (dosage) => ({ ...dosage, sequence: 1 }))],
    ['not to be given', 'modified', (json) => ({ ...json, doNotPerform: true })],
    [
      'an extension that may change its meaning',
      'modified',
      step(1, (dosage) => ({ ...dosage, modifierExtension: [{}] })),
    ],
    [
      'only the first of three steps kept',
      'supply',
      (json) => ({ ...json, dosageInstruction: (json.dosageInstruction as Changed[]).slice(0, 1) }),
    ],
  ])('%s', (_what, why, change) => {
    expect(orderedPlan(changed('standard', change))).toMatchObject({ why });
  });

  test('only the first step kept, and no text of it', () => {
    const first = changed('standard', (json) =>
      wordless(json, (json.dosageInstruction as Changed[]).slice(0, 1)),
    );
    expect(orderedPlan(first)).toEqual({ why: 'supply', step: null });
  });

  test('more than this app would ever order', () => {
    const tenfold = changed('standard', (json) =>
      wordless(step(2, dose({ doseQuantity: { value: 45, unit: 'mg', code: 'mg' } }))(json)),
    );
    expect(orderedPlan(tenfold)).toEqual({ why: 'above-ceiling', step: 3 });
  });

  test('another drug, or one that is not named', () => {
    const other = changed('standard', (json) => ({
      ...json,
      medicationReference: undefined,
      medicationCodeableConcept: { text: 'nalmefene 18 mg tablet' },
    }));
    expect(orderedPlan(other)).toEqual({ why: 'drug', step: null });
    const unnamed = changed('standard', (json) => ({ ...json, medicationReference: undefined }));
    expect(orderedPlan(unnamed)).toEqual({ why: 'drug', step: null });
  });

  test('the marketed 50 mg tablet in place of the capsule', () => {
    const mapped = changed('standard', (json) => ({
      ...json,
      medicationReference: undefined,
      medicationCodeableConcept: { text: 'naltrexone 50 mg tablet' },
    }));
    expect(orderedPlan(mapped)).toEqual({ why: 'drug', step: null });
  });

  test('an order that could not be read', () => {
    const unread = { location: 'MedicationRequest/1', resource: null, why: HTTP_500, isGone: false };
    expect(orderedPlan([unread])).toEqual({ why: 'not-read', step: null });
  });
});

describe('a titration in several strengths', () => {
  const [small, large] = presetOrder('gentle').requests;
  if (small === undefined || large === undefined) throw new Error('the gentle plan has two strengths');

  test('is one plan: what each order adds to a night is summed', () => {
    const [titration, ...others] = orderedTitrations([stored(large), stored(small)]);
    expect(others).toEqual([]);
    expect(titration?.state).toBe('signed');
    expect(titration?.plan).toMatchObject({ nights: 63, begins: AS_OF });
    const doses = titration && 'steps' in titration.plan ? titration.plan.steps.map((one) => one.dose) : [];
    expect(doses).toEqual([500, 1000, 1500, 2000, 2500, 3000, 3500, 4000, 4500]);
  });

  test('is not counted while one of its orders is missing', () => {
    expect(orderedPlan([stored(small)])).toEqual({ why: 'strengths', step: null });
  });

  test('is not counted while the last of three strengths is missing', () => {
    const plan = planOf({ ...proposeRegimen(AS_OF, PRESETS.gentle), strengths: [500, 1500, 4500] });
    const { requests } = draftOrder(reviewed(plan), SETTING);
    expect(readPlan(requests.map((request) => stored(request))).nights).toBe(63);
    expect(orderedPlan(requests.slice(0, 2).map((request) => stored(request)))).toEqual({
      why: 'numbering',
      step: null,
    });
  });

  test('the same order standing twice is no double dose of one plan', () => {
    const [order] = changed('standard', (json) => wordless(json));
    if (order === undefined) throw new Error('the standard plan has an order');
    expect(orderedTitrations([order, { ...order, location: 'MedicationRequest/2' }])).toMatchObject([
      { state: 'signed', plan: { why: 'strengths', step: null } },
    ]);
  });

  test('is not counted while one of its orders is still a draft', () => {
    const half = [stored(small), stored(large, (json) => ({ ...json, status: 'draft' }))];
    expect(orderedTitrations(half)).toMatchObject([{ state: 'signed', plan: { why: 'states', step: null } }]);
  });

  test('is told as one plan whose orders are not in the same state', () => {
    const half = [stored(small), stored(large, (json) => ({ ...json, status: 'draft' }))];
    expect(areMixed(half)).toBe(true);
    expect(areMixed([stored(small), stored(large)])).toBe(false);
    const over = ['stopped', 'cancelled'].map((status, index) =>
      stored(index === 0 ? small : large, (json) => ({ ...json, status })),
    );
    expect(areMixed(over)).toBe(false);
  });

  test('is not counted where its orders name different nights for one step', () => {
    const other = stored(small, (json) => ({
      ...json,
      dosageInstruction: (json.dosageInstruction as Changed[]).map((dosage) => ({
        ...dosage,
        text: undefined,
        timing: {
          repeat: { boundsDuration: { value: 6, code: 'd' }, frequency: 1, period: 1, periodUnit: 'd' },
        },
      })),
    }));
    expect(orderedPlan([other, stored(large)])).toMatchObject({ why: 'strengths' });
  });

  test('two titrations are never added up', () => {
    const another = presetOrder('standard', { identifier: '11111111-5d0e-4a53-9f0c-0a3f6f1f2a11' }).requests;
    const standing = orderedTitrations(
      [...presetOrder('standard').requests, ...another].map((one) => stored(one)),
    );
    expect(standing.map(({ plan }) => 'steps' in plan && plan.steps[0]?.dose)).toEqual([1500, 1500]);
  });
});
