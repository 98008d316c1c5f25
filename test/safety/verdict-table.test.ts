/** The verdict table: what each record of an opioid means. Today is 2026-03-02; tramadol needs 10 whole opioid-free days. */
import { describe, expect, test } from 'vitest';
import type { OpioidState, OpioidVerdict } from '../../lib/safety/judgement.ts';
import {
  administration,
  dispense,
  findingsOf,
  type HowJudged,
  judge,
  naproxen,
  order,
  other,
  type Resource,
  raised,
  rxnorm,
  statement,
  subject,
  supply,
  tramadol,
} from './judged.ts';

interface Row {
  readonly name: string;
  readonly rows: readonly Resource[];
  readonly verdict: OpioidVerdict;
  /** State, last exposure and clear day of the first opioid row. */
  readonly state?: OpioidState;
  readonly last?: string | null;
  readonly clear?: string | null;
  /** Every opioid rule raised (R01-R08). */
  readonly raises?: readonly string[];
  readonly how?: HowJudged;
}

function check(rows: readonly Row[]) {
  test.each(rows)('$name', ({ rows, verdict, state, last, clear, raises, how }) => {
    const judgement = judge([naproxen, ...rows], how);
    expect(judgement.opioid.verdict).toBe(verdict);
    const [first] = judgement.opioid.evidence;
    if (state !== undefined) expect(first?.state).toBe(state);
    if (last !== undefined) expect(first?.lastExposure).toBe(last);
    if (clear !== undefined) expect(first?.clearFrom).toBe(clear);
    if (raises !== undefined) expect(raised(judgement).filter((rule) => rule < 'R08 z')).toEqual(raises);
  });
}

const week = supply(7);
const ended = (authoredOn: string, overrides: Readonly<Record<string, unknown>> = {}) =>
  order('t', tramadol, { status: 'completed', authoredOn, ...week, ...overrides });
const bounds = (repeat: object) => ({ dosageInstruction: [{ timing: { repeat } }] });
const forOrder = { authorizingPrescription: [{ reference: 'MedicationRequest/t' }] };
const givenFor = { request: { reference: 'MedicationRequest/t' } };

describe('an order', () => {
  check([
    {
      name: 'active is current',
      rows: [order('t', tramadol)],
      verdict: 'present',
      state: 'current',
      last: null,
      clear: null,
      raises: ['R02 blocks'],
    },
    {
      name: 'active is current even if its supply ended two years ago',
      rows: [order('t', tramadol, { authoredOn: '2024-01-01', ...week })],
      verdict: 'present',
      state: 'current',
      raises: ['R02 blocks'],
    },
    {
      name: 'active is current without any date',
      rows: [order('t', tramadol, { authoredOn: undefined })],
      verdict: 'present',
      state: 'current',
    },
    {
      name: 'active and dated in the future is current',
      rows: [order('t', tramadol, { authoredOn: '2026-05-01' })],
      verdict: 'present',
      state: 'current',
    },
    {
      name: 'on hold is current',
      rows: [order('t', tramadol, { status: 'on-hold' })],
      verdict: 'present',
      state: 'current',
      raises: ['R02 blocks'],
    },
    {
      name: 'completed counts until its supply ends, and 10 days more',
      rows: [ended('2026-02-14')],
      verdict: 'present',
      state: 'recent',
      last: '2026-02-20',
      clear: '2026-03-03',
      raises: ['R03 blocks'],
    },
    {
      name: 'completed is history on the day E + W + 1',
      rows: [ended('2026-02-13')],
      verdict: 'none-found',
      state: 'historical',
      last: '2026-02-19',
      clear: '2026-03-02',
      raises: [],
    },
    {
      name: 'completed without supply or end cannot be dated',
      rows: [order('t', tramadol, { status: 'completed' })],
      verdict: 'cannot-tell',
      state: 'unidentified',
      last: null,
      raises: ['R06 confirm'],
    },
    {
      name: 'completed with supply but no date cannot be dated',
      rows: [order('t', tramadol, { status: 'completed', authoredOn: undefined, ...week })],
      verdict: 'cannot-tell',
      raises: ['R06 confirm'],
    },
    {
      name: 'completed counts until its validity ends',
      rows: [ended('2026-01-01', { dispenseRequest: { validityPeriod: { end: '2026-02-25' } } })],
      verdict: 'present',
      last: '2026-02-25',
      clear: '2026-03-08',
    },
    {
      name: 'completed counts until its bounds end',
      rows: [ended('2026-01-01', bounds({ boundsPeriod: { end: '2026-02-25' } }))],
      verdict: 'present',
      last: '2026-02-25',
    },
    {
      name: 'completed counts for the duration of its bounds',
      rows: [
        order('t', tramadol, {
          status: 'completed',
          authoredOn: '2026-02-20',
          ...bounds({ boundsDuration: { value: 5, unit: 'd', code: 'd' } }),
        }),
      ],
      verdict: 'present',
      last: '2026-02-24',
    },
    {
      name: 'a validity without end ("9999") reaches to today',
      rows: [
        ended('2020-01-01', {
          dispenseRequest: { ...supply(7).dispenseRequest, validityPeriod: { end: '9999-12-31T23:59:59Z' } },
        }),
      ],
      verdict: 'present',
      state: 'recent',
      last: '2026-03-02',
    },
    {
      name: 'an end in the future counts as today',
      rows: [ended('2026-02-25', supply(90))],
      verdict: 'present',
      last: '2026-03-02',
      clear: '2026-03-13',
    },
    {
      name: 'a year alone counts as its last day',
      rows: [ended('2025')],
      verdict: 'none-found',
      last: '2026-01-06',
    },
    {
      name: 'a month alone counts as its last day',
      rows: [ended('2026-02')],
      verdict: 'present',
      last: '2026-03-02',
    },
    {
      name: 'stopped does not end with its authored supply',
      rows: [order('t', tramadol, { status: 'stopped', authoredOn: '2020-01-01', ...week })],
      verdict: 'cannot-tell',
      state: 'unidentified',
      raises: ['R06 confirm'],
    },
    {
      name: 'stopped with its end date alone asks for the last dose',
      rows: [
        order('t', tramadol, {
          status: 'stopped',
          authoredOn: '2020-01-01',
          dispenseRequest: { validityPeriod: { end: '2026-02-25' } },
        }),
      ],
      verdict: 'present',
      state: 'recent',
      last: '2026-02-25',
      raises: ['R03 confirm'],
    },
    {
      name: 'stopped with its end date alone, long ago, is history',
      rows: [
        order('t', tramadol, {
          status: 'stopped',
          authoredOn: '2020-01-01',
          dispenseRequest: { validityPeriod: { end: '2026-02-19' } },
        }),
      ],
      verdict: 'none-found',
      state: 'historical',
      raises: [],
    },
    {
      name: 'stopped after a hand-over that covers the end date blocks',
      rows: [
        order('t', tramadol, {
          status: 'stopped',
          authoredOn: '2026-01-01',
          dispenseRequest: { validityPeriod: { end: '2026-02-21' } },
        }),
        dispense('d', tramadol, '2026-02-15', 7, forOrder),
      ],
      verdict: 'present',
      raises: ['R03 blocks', 'R03 blocks'],
    },
    {
      name: 'stopped and dated by a dispense alone ends with it',
      rows: [
        order('t', tramadol, { status: 'stopped', authoredOn: '2019-01-01' }),
        dispense('d', tramadol, '2025-06-01', 7, forOrder),
      ],
      verdict: 'none-found',
      raises: [],
    },
    {
      name: 'cancelled is no exposure',
      rows: [order('t', tramadol, { status: 'cancelled' })],
      verdict: 'none-found',
      state: 'not-taken',
      raises: [],
    },
    {
      name: 'cancelled but handed over is one',
      rows: [
        order('t', tramadol, { status: 'cancelled' }),
        dispense('d', tramadol, '2026-02-20', 5, forOrder),
      ],
      verdict: 'present',
      raises: ['R03 blocks'],
    },
    {
      name: 'doNotPerform is no exposure',
      rows: [order('t', tramadol, { doNotPerform: true })],
      verdict: 'none-found',
      state: 'not-taken',
      raises: [],
    },
    {
      name: 'doNotPerform but given is one',
      rows: [
        order('t', tramadol, { doNotPerform: true }),
        administration('a', tramadol, '2026-02-28', givenFor),
      ],
      verdict: 'present',
      raises: ['R03 blocks'],
    },
    {
      name: 'entered in error 30 days ago may have been taken: asked',
      rows: [order('t', tramadol, { status: 'entered-in-error', authoredOn: '2026-01-31' })],
      verdict: 'none-found',
      state: 'not-taken',
      raises: ['R06 confirm'],
    },
    {
      name: 'entered in error 31 days ago is evidence only',
      rows: [order('t', tramadol, { status: 'entered-in-error', authoredOn: '2026-01-30' })],
      verdict: 'none-found',
      state: 'not-taken',
      raises: [],
    },
    {
      name: 'entered in error without a date: asked',
      rows: [order('t', tramadol, { status: 'entered-in-error', authoredOn: undefined })],
      verdict: 'none-found',
      raises: ['R06 confirm'],
    },
    {
      name: 'entered in error but handed over counts by the hand-over',
      rows: [
        order('t', tramadol, { status: 'entered-in-error', authoredOn: '2025-12-01' }),
        dispense('d', tramadol, '2026-02-20', 5, forOrder),
      ],
      verdict: 'present',
      raises: ['R03 blocks'],
    },
    {
      name: 'draft is pending',
      rows: [order('t', tramadol, { status: 'draft' })],
      verdict: 'none-found',
      state: 'pending',
      raises: ['R08 confirm'],
    },
    {
      name: 'of intent proposal is pending',
      rows: [order('t', tramadol, { intent: 'proposal' })],
      verdict: 'none-found',
      state: 'pending',
      raises: ['R08 confirm'],
    },
    {
      name: 'of intent option is pending',
      rows: [order('t', tramadol, { intent: 'option' })],
      verdict: 'none-found',
      state: 'pending',
      raises: ['R08 confirm'],
    },
    {
      name: 'of intent plan is pending',
      rows: [order('t', tramadol, { intent: 'plan' })],
      verdict: 'none-found',
      state: 'pending',
      raises: ['R08 confirm'],
    },
    {
      name: 'of intent plan, reported by the patient, is as an active one',
      rows: [order('t', tramadol, { intent: 'plan', reportedBoolean: true })],
      verdict: 'present',
      state: 'current',
      raises: ['R02 blocks'],
    },
    {
      name: 'of intent plan, reported by somebody named, is as an active one',
      rows: [order('t', tramadol, { intent: 'plan', reportedReference: { reference: 'Patient/p1' } })],
      verdict: 'present',
      state: 'current',
    },
    ...['original-order', 'reflex-order', 'filler-order', 'instance-order'].map((intent) => ({
      name: `of intent ${intent} is an order`,
      rows: [order('t', tramadol, { intent })],
      verdict: 'present' as const,
      state: 'current' as const,
    })),
    ...['unknown', 'paused', 'Active'].map((status) => ({
      name: `of status ${status} cannot be told`,
      rows: [order('t', tramadol, { status, authoredOn: '2019-01-01', ...week })],
      verdict: 'cannot-tell' as const,
      state: 'unidentified' as const,
      raises: ['R06 confirm'],
    })),
    {
      name: 'of an unlisted intent cannot be told',
      rows: [order('t', tramadol, { intent: 'wish', status: 'draft' })],
      verdict: 'cannot-tell',
      raises: ['R06 confirm'],
    },
  ]);

  test('repeats lengthen the supply: 7 days and two repeats end on day 21', () => {
    const [row] = judge([naproxen, ended('2026-01-30', supply(7, 2))]).opioid.evidence;
    expect([row?.state, row?.lastExposure, row?.clearFrom]).toEqual([
      'historical',
      '2026-02-19',
      '2026-03-02',
    ]);
  });

  test('several undatable rows are one question, dated by the longest washout', () => {
    const undated = { status: 'stopped', authoredOn: '2011-05-05' };
    const [question, ...more] = findingsOf(
      judge([
        naproxen,
        order('a', tramadol, undated),
        order('b', 'morphine sulfate ER 15 mg tablet', undated),
      ]),
      'R06',
    );
    expect(more).toEqual([]);
    expect(question?.sources).toEqual(['MedicationRequest/a', 'MedicationRequest/b']);
    expect(question?.message).toContain('last taken before 2026-02-16?');
  });
});

describe('an as-needed order', () => {
  const asNeeded = { dosageInstruction: [{ asNeededBoolean: true }] };
  test.each([
    ['ended 365 days ago is asked about as leftovers', '2025-02-24', true],
    ['ended 366 days ago is not', '2025-02-23', false],
  ])('%s', (_, authoredOn, asked) => {
    const judgement = judge([naproxen, ended(authoredOn, asNeeded)]);
    expect(judgement.opioid.verdict).toBe('none-found');
    expect(findingsOf(judgement, 'R09')[0]?.message.includes('Leftovers of tramadol')).toBe(asked);
  });

  test('is dated like any other', () => {
    expect(judge([naproxen, ended('2026-02-14', asNeeded)]).opioid.verdict).toBe('present');
  });
});

describe('an inpatient order', () => {
  const inpatient = {
    category: [{ coding: [{ code: 'inpatient' }] }],
    encounter: { reference: 'Encounter/e1' },
  };
  const stay = (status: string, end?: string) =>
    other('Encounter', 'e1', { status, period: { start: '2026-02-01', end } });
  check([
    {
      name: 'active in a stay that goes on is current',
      rows: [order('t', tramadol, inpatient), stay('in-progress')],
      verdict: 'present',
      state: 'current',
    },
    {
      name: 'active in a finished stay ended with the stay',
      rows: [order('t', tramadol, inpatient), stay('finished', '2026-02-19')],
      verdict: 'none-found',
      state: 'historical',
      last: '2026-02-19',
    },
    {
      name: 'active in a stay finished one day later is recent',
      rows: [order('t', tramadol, inpatient), stay('finished', '2026-02-20')],
      verdict: 'present',
      state: 'recent',
      last: '2026-02-20',
    },
    {
      name: 'is dated by its last administration before the end of the stay',
      rows: [
        order('t', tramadol, inpatient),
        stay('finished', '2026-02-20'),
        administration('a', tramadol, '2026-02-10', givenFor),
      ],
      verdict: 'none-found',
    },
    {
      name: 'of a finished stay without an end cannot be dated',
      rows: [order('t', tramadol, inpatient), stay('finished')],
      verdict: 'cannot-tell',
    },
    {
      name: 'of a stay that is not on the chart is current',
      rows: [order('t', tramadol, inpatient)],
      verdict: 'present',
      state: 'current',
    },
    {
      name: 'an outpatient order of a finished encounter stays current',
      rows: [
        order('t', tramadol, { encounter: { reference: 'Encounter/e1' } }),
        stay('finished', '2024-01-01'),
      ],
      verdict: 'present',
      state: 'current',
    },
    {
      name: 'an infusion of a finished stay ended with it',
      rows: [
        order('t', 'fentanyl 50 mcg/mL injection', {
          ...inpatient,
          dosageInstruction: [{ doseAndRate: [{ rateQuantity: { value: 5 } }] }],
        }),
        stay('finished', '2025-02-10'),
      ],
      verdict: 'none-found',
      raises: [],
    },
  ]);
});

describe('a statement', () => {
  const said = (status: string, overrides: Readonly<Record<string, unknown>> = {}) => [
    statement('s', tramadol, Object.assign({ status }, overrides)),
  ];
  check([
    {
      name: 'active is current',
      rows: said('active'),
      verdict: 'present',
      state: 'current',
      raises: ['R02 blocks'],
    },
    { name: 'on hold is current', rows: said('on-hold'), verdict: 'present', state: 'current' },
    {
      name: 'intended is pending',
      rows: said('intended'),
      verdict: 'none-found',
      state: 'pending',
      raises: ['R08 confirm'],
    },
    {
      name: 'not taken is evidence only',
      rows: said('not-taken'),
      verdict: 'none-found',
      state: 'not-taken',
      raises: [],
    },
    {
      name: 'completed counts to its effective end',
      rows: said('completed', { effectivePeriod: { start: '2026-01-01', end: '2026-02-20' } }),
      verdict: 'present',
      state: 'recent',
      last: '2026-02-20',
      raises: ['R03 blocks'],
    },
    {
      name: 'stopped long ago is history',
      rows: said('stopped', { effectivePeriod: { end: '2026-02-19' } }),
      verdict: 'none-found',
      state: 'historical',
    },
    {
      name: 'completed without an end cannot be dated',
      rows: said('completed', { effectivePeriod: { start: '2011-01-01' } }),
      verdict: 'cannot-tell',
      raises: ['R06 confirm'],
    },
    { name: 'of status unknown cannot be told', rows: said('unknown'), verdict: 'cannot-tell' },
    { name: 'of an unlisted status cannot be told', rows: said('taking'), verdict: 'cannot-tell' },
    {
      name: 'entered in error lately is asked about',
      rows: said('entered-in-error', { dateAsserted: '2026-02-20' }),
      verdict: 'none-found',
      raises: ['R06 confirm'],
    },
  ]);
});

describe('a dispense', () => {
  const handed = (
    day: string | undefined,
    supplyDays?: number,
    overrides: Readonly<Record<string, unknown>> = {},
  ) => [dispense('d', tramadol, day, supplyDays, overrides)];
  check([
    ...['completed', 'in-progress', 'preparation'].map((status) => ({
      name: `${status} counts to the end of its supply`,
      rows: handed('2026-02-18', 7, { status }),
      verdict: 'present' as const,
      state: 'recent' as const,
      last: '2026-02-24',
      clear: '2026-03-07',
    })),
    {
      name: 'counts from its preparation where nothing was handed over yet',
      rows: handed(undefined, 7, { whenPrepared: '2026-02-18' }),
      verdict: 'present',
      last: '2026-02-24',
    },
    {
      name: 'is history on E + W + 1',
      rows: handed('2026-02-13', 7),
      verdict: 'none-found',
      state: 'historical',
    },
    {
      name: 'without days of supply cannot be dated for 90 days',
      rows: handed('2025-12-02'),
      verdict: 'cannot-tell',
      raises: ['R06 confirm'],
    },
    {
      name: 'without days of supply is history after 91 days',
      rows: handed('2025-12-01'),
      verdict: 'none-found',
      state: 'historical',
      last: null,
    },
    { name: 'without any date cannot be dated', rows: handed(undefined, 7), verdict: 'cannot-tell' },
    {
      name: 'cancelled was not handed over',
      rows: handed('2026-02-18', 7, { status: 'cancelled' }),
      verdict: 'none-found',
      state: 'not-taken',
    },
    {
      name: 'declined was not handed over',
      rows: handed('2026-02-18', 7, { status: 'declined' }),
      verdict: 'none-found',
    },
    {
      name: 'of status unknown cannot be told',
      rows: handed('2011-02-18', 7, { status: 'unknown' }),
      verdict: 'cannot-tell',
    },
    {
      name: 'in the future counts as today',
      rows: handed('2026-04-18', 7),
      verdict: 'present',
      last: '2026-03-02',
    },
  ]);
});

describe('an administration', () => {
  const given = (status: string, overrides: Readonly<Record<string, unknown>> = {}) => [
    administration('a', 'morphine 4 mg injection', '2026-02-20', { status, ...overrides }),
  ];
  check([
    ...['completed', 'in-progress', 'stopped'].map((status) => ({
      name: `${status} counts by its time`,
      rows: given(status),
      verdict: 'present' as const,
      state: 'recent' as const,
      last: '2026-02-20',
      clear: '2026-03-03',
    })),
    {
      name: 'is history on E + W + 1',
      rows: given('completed', { effectiveDateTime: '2026-02-19' }),
      verdict: 'none-found',
      state: 'historical',
    },
    {
      name: 'in progress without an end is current',
      rows: given('in-progress', { effectiveDateTime: undefined, effectivePeriod: { start: '2026-01-01' } }),
      verdict: 'present',
      state: 'current',
    },
    {
      name: 'not done is ignored',
      rows: given('not-done'),
      verdict: 'none-found',
      state: 'not-taken',
      raises: [],
    },
    {
      name: 'without a time cannot be dated',
      rows: given('completed', { effectiveDateTime: undefined }),
      verdict: 'cannot-tell',
    },
    { name: 'of status unknown cannot be told', rows: given('unknown'), verdict: 'cannot-tell' },
    {
      name: 'in the future counts as today',
      rows: given('completed', { effectiveDateTime: '2026-03-20' }),
      verdict: 'present',
      last: '2026-03-02',
    },
    {
      name: 'known as an injection by its route alone needs 10 days',
      rows: [
        administration('a', 'morphine 4 mg', '2026-02-19', {
          dosage: { route: { text: 'Intravenous route' } },
        }),
      ],
      verdict: 'none-found',
      clear: '2026-03-02',
    },
  ]);
});

describe('washout', () => {
  const of = (medication: string | object, authoredOn: string) => [
    order('x', medication, { status: 'completed', authoredOn, ...supply(1) }),
  ];
  check([
    {
      name: 'of an immediate-release tablet is 10 days',
      rows: of('oxycodone 5 mg immediate release tablet', '2026-02-19'),
      verdict: 'none-found',
      clear: '2026-03-02',
    },
    {
      name: 'of an extended-release tablet is 14 days',
      rows: of('oxycodone 10 mg extended release tablet', '2026-02-16'),
      verdict: 'present',
      clear: '2026-03-03',
    },
    {
      name: 'of an extended-release tablet ends on day 15',
      rows: of('oxycodone 10 mg extended release tablet', '2026-02-15'),
      verdict: 'none-found',
      clear: '2026-03-02',
    },
    {
      name: 'of a product of unknown release is 14 days',
      rows: of('morphine 15 mg', '2026-02-16'),
      verdict: 'present',
      clear: '2026-03-03',
    },
    {
      name: 'of levorphanol is 14 days',
      rows: of('levorphanol 2 mg tablet', '2026-02-16'),
      verdict: 'present',
    },
    {
      name: 'of methadone is 14 days, and its service is named',
      rows: of('methadone 10 mg tablet', '2026-02-16'),
      verdict: 'present',
      raises: ['R04 blocks'],
    },
    {
      name: 'of methadone ends on day 15',
      rows: of('methadone 10 mg tablet', '2026-02-15'),
      verdict: 'none-found',
      raises: [],
    },
    {
      name: 'of buprenorphine is 14 days',
      rows: of('buprenorphine 8 mg sublingual tablet', '2026-02-16'),
      verdict: 'present',
      raises: ['R04 blocks'],
    },
  ]);

  test.each([
    [
      'a fentanyl patch is worn for 3 days',
      'fentanyl 25 mcg/hr transdermal patch',
      '2026-02-15',
      '2026-03-02',
    ],
    [
      'a buprenorphine patch is worn for 7 days',
      'buprenorphine 10 mcg/hr weekly patch',
      '2026-02-19',
      '2026-03-06',
    ],
    ['a patch of another opioid counts as worn for 7 days', 'sufentanil patch', '2026-02-19', '2026-03-06'],
    ['a fentanyl patch known by its code alone is a patch', rxnorm('245134'), '2026-02-15', '2026-03-02'],
  ])('%s', (_, patch, last, clear) => {
    const [row] = judge([naproxen, administration('a', patch, '2026-02-12')]).opioid.evidence;
    expect([row?.lastExposure, row?.clearFrom]).toEqual([last, clear]);
  });
});

describe('a depot, an implant, a pump', () => {
  const sublocade = rxnorm('1996193', '1.5 ML buprenorphine 200 MG/ML Prefilled Syringe [Sublocade]');
  const present = { verdict: 'present', clear: null, raises: ['R05 blocks'] } as const;
  check([
    {
      name: 'given 365 days ago is present, without a date',
      rows: [administration('a', sublocade, '2025-03-02')],
      ...present,
    },
    {
      name: 'given 366 days ago is asked about',
      rows: [administration('a', sublocade, '2025-03-01')],
      verdict: 'none-found',
      clear: null,
      raises: ['R05 confirm'],
    },
    ...['1996192', '2639036', '2639043', '1797650'].map((code) => ({
      name: `is one by its code alone (RxNorm ${code})`,
      rows: [administration('a', rxnorm(code), '2025-10-01')],
      ...present,
    })),
    {
      name: 'is one by name alone',
      rows: [administration('a', 'Brixadi 96 mg weekly', '2025-10-01')],
      ...present,
    },
    {
      name: 'buprenorphine under the skin is one',
      rows: [
        administration('a', 'buprenorphine 300 mg', '2025-10-01', {
          dosage: { route: { text: 'subcutaneous' } },
        }),
      ],
      ...present,
    },
    {
      name: 'an active depot order is R05, not R04',
      rows: [order('o', sublocade)],
      ...present,
      state: 'current',
    },
    {
      name: 'an intrathecal pump on order has no safe date',
      rows: [
        order('o', 'morphine 10 mg/mL injection', {
          dosageInstruction: [{ route: { coding: [{ code: '72607000' }] } }],
        }),
      ],
      ...present,
    },
    {
      name: 'a refilled intrathecal pump has no safe date',
      rows: [administration('a', 'morphine intrathecal pump refill', '2025-12-01')],
      ...present,
    },
    {
      name: 'a single spinal injection does',
      rows: [
        administration('a', 'morphine 0.1 mg injection', '2025-12-01', {
          dosage: { route: { text: 'intrathecal' } },
        }),
      ],
      verdict: 'none-found',
      raises: [],
    },
    {
      name: 'an infusion without an end has none',
      rows: [
        administration('a', 'fentanyl 50 mcg/mL injection', undefined, {
          effectivePeriod: { start: '2026-01-01' },
          dosage: { rateQuantity: { value: 2 } },
        }),
      ],
      ...present,
    },
    {
      name: 'an infusion in progress has none, whatever moment it is dated',
      rows: [
        administration('a', 'fentanyl 50 mcg/mL injection', '2026-01-01', {
          status: 'in-progress',
          dosage: { rateQuantity: { value: 2 } },
        }),
      ],
      ...present,
    },
    {
      name: 'an infusion that ended has one',
      rows: [
        administration('a', 'fentanyl 50 mcg/mL injection', undefined, {
          effectivePeriod: { start: '2026-02-18', end: '2026-02-19' },
          dosage: { rateQuantity: { value: 2 } },
        }),
      ],
      verdict: 'none-found',
      clear: '2026-03-02',
      raises: [],
    },
    {
      name: 'an active infusion without bounds has none',
      rows: [
        order('o', 'fentanyl 50 mcg/mL injection', {
          dosageInstruction: [{ doseAndRate: [{ rateQuantity: { value: 2 } }] }],
        }),
      ],
      ...present,
    },
    {
      name: 'an undatable depot asks, with its year of washout',
      rows: [order('o', sublocade, { status: 'stopped' })],
      verdict: 'cannot-tell',
      raises: ['R06 confirm'],
    },
  ]);
});

describe('midnight', () => {
  const given = (instant: string) => [administration('a', 'morphine 4 mg injection', instant)];
  const NEW_YORK = { timeZone: 'America/New_York' };
  check([
    {
      name: '23:30 in the evening of the clinic is that day',
      rows: given('2026-02-19T23:30:00-05:00'),
      verdict: 'none-found',
      last: '2026-02-19',
      how: NEW_YORK,
    },
    {
      name: '23:30 UTC is still the afternoon in New York',
      rows: given('2026-02-19T23:30:00Z'),
      verdict: 'none-found',
      last: '2026-02-19',
      how: NEW_YORK,
    },
    {
      name: '04:30 UTC is the evening before in New York',
      rows: given('2026-02-20T04:30:00Z'),
      verdict: 'none-found',
      last: '2026-02-19',
      how: NEW_YORK,
    },
    {
      name: 'in an unknown zone the later day counts',
      rows: given('2026-02-19T23:30:00-05:00'),
      verdict: 'present',
      last: '2026-02-20',
    },
    {
      name: 'in an unknown zone noon UTC may already be tomorrow',
      rows: given('2026-02-19T12:00:00Z'),
      verdict: 'present',
      last: '2026-02-20',
    },
    {
      name: 'many digits after the second change nothing',
      rows: given('2026-02-19T23:30:00.123456789012Z'),
      verdict: 'present',
      last: '2026-02-20',
    },
    {
      name: 'summer time is minded',
      rows: given('2025-07-01T03:30:00Z'),
      verdict: 'none-found',
      last: '2025-06-30',
      how: NEW_YORK,
    },
    {
      name: 'the week in which the clocks change too',
      rows: given('2025-03-09T05:30:00Z'),
      verdict: 'none-found',
      last: '2025-03-09',
      how: NEW_YORK,
    },
    {
      name: 'half-hour zones too',
      rows: given('2026-02-19T18:30:00Z'),
      verdict: 'present',
      last: '2026-02-20',
      how: { timeZone: 'Asia/Kolkata' },
    },
    {
      name: 'a date without a time is a day of the clinic',
      rows: given('2026-02-19'),
      verdict: 'none-found',
      last: '2026-02-19',
    },
  ]);
});

describe('what is no opioid on record', () => {
  check([
    {
      name: 'an uncoded medicine cannot be told until named',
      rows: [order('x', 'pain pill per Dr X')],
      verdict: 'cannot-tell',
      state: 'unidentified',
      raises: ['R06 confirm'],
    },
    {
      name: 'a code nobody knows cannot be told',
      rows: [order('x', rxnorm('99999999'))],
      verdict: 'cannot-tell',
    },
    {
      name: 'a Medication that is not there cannot be told',
      rows: [order('x', { medicationReference: { reference: 'Medication/none' } })],
      verdict: 'cannot-tell',
    },
    {
      name: 'a redacted medicine cannot be told',
      rows: [order('x', 'naproxen 500 mg tablet', { meta: { security: [{ code: 'REDACTED' }] } })],
      verdict: 'cannot-tell',
    },
    {
      name: 'a free text that names an opioid is one',
      rows: [order('x', 'takes Percocet from her sister')],
      verdict: 'present',
      raises: ['R02 blocks'],
    },
  ]);

  test('an empty list is no proof of anything', () => {
    const judgement = judge([]);
    expect(judgement.opioid.verdict).toBe('cannot-tell');
    expect(findingsOf(judgement, 'R06')[0]?.message).toMatch(/No medication orders recorded/);
  });

  test('PRESENT wins over CANNOT TELL, and CANNOT TELL over NONE FOUND', () => {
    const unknown = order('x', 'pain pill');
    expect(judge([naproxen, unknown, order('t', tramadol)]).opioid.verdict).toBe('present');
    expect(judge([naproxen, unknown, ended('2011-01-01')]).opioid.verdict).toBe('cannot-tell');
    expect(
      judge([naproxen, { ...order('t', tramadol), subject }, { ...naproxen, id: 'n2', implicitRules: 'x' }])
        .opioid.verdict,
    ).toBe('present');
  });
});

describe('the earliest start', () => {
  test('is the latest clear day of all rows, also when it is past', () => {
    expect(
      judge([naproxen, ended('2026-01-01'), dispense('d', tramadol, '2026-01-20', 7)]).opioid.earliestStart,
    ).toBe('2026-02-06');
  });

  test.each([
    ['a current opioid', [order('x', tramadol)]],
    ['an undatable one', [order('x', tramadol, { status: 'stopped' })]],
    ['a depot', [administration('x', 'Sublocade', '2025-10-01')]],
    ['no opioid', []],
  ])('is not known with %s', (_, rows) => {
    const all = rows.length === 0 ? [naproxen] : [naproxen, ended('2026-01-01'), ...rows];
    expect(judge(all).opioid.earliestStart).toBeNull();
  });
});
