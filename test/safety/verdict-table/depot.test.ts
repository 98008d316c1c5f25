/** The verdict table: what has no safe date. */
import { describe } from 'vitest';
import { administration, dispense, ndc, order, rxnorm } from '../judged.ts';
import { check } from './verdict-rows.ts';

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
    ...['12496-0100-01', '58284020801'].map((code) => ({
      name: `is one by its package number alone (NDC ${code})`,
      rows: [administration('a', ndc(code), '2025-10-01')],
      ...present,
    })),
    {
      name: 'is one by name alone',
      rows: [administration('a', 'Brixadi 96 mg weekly', '2025-10-01')],
      ...present,
    },
    {
      name: 'is one by the form of its Medication alone',
      rows: [
        administration('a', { medicationReference: { reference: '#m' } }, '2025-10-01', {
          contained: [
            {
              resourceType: 'Medication',
              id: 'm',
              code: { text: 'buprenorphine' },
              form: { text: 'Implant' },
            },
          ],
        }),
      ],
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
    ...[
      ['30 days', '2026-01-31'],
      ['100 days', '2025-11-22'],
      ['365 days', '2025-03-02'],
    ].map(([ago, day]) => ({
      name: `handed over ${ago} ago is present, with or without days of supply`,
      rows: [dispense('d', sublocade, day)],
      ...present,
    })),
    {
      name: 'handed over 366 days ago is asked about',
      rows: [dispense('d', sublocade, '2025-03-01')],
      verdict: 'none-found',
      raises: ['R05 confirm'],
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
      name: 'an infusion known by its words alone, without an end, has none',
      rows: [
        administration('a', 'hydromorphone PCA infusion', undefined, {
          effectivePeriod: { start: '2026-01-26' },
        }),
      ],
      ...present,
    },
    {
      name: 'a pump order that is over on no known day may still run',
      rows: [
        order('o', 'morphine 25 mg/mL intrathecal pump', { status: 'completed', authoredOn: '2026-01-01' }),
      ],
      ...present,
    },
    {
      name: 'a spinal order stopped on no known day may still run',
      rows: [
        order('o', 'hydromorphone 10 mg/mL solution', {
          status: 'stopped',
          authoredOn: '2026-01-01',
          dosageInstruction: [{ route: { coding: [{ code: '72607000' }] } }],
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
    ...[
      [
        'ends on a day',
        { dispenseRequest: { validityPeriod: { start: '2026-02-10', end: '2026-02-12' } } },
        {},
      ],
      ['lasts for days', {}, { timing: { repeat: { boundsDuration: { value: 2, code: 'd' } } } }],
      ['runs until a day', {}, { timing: { repeat: { boundsPeriod: { end: '2026-02-12' } } } }],
    ].map(([how, request, dosage]) => ({
      name: `an active infusion that ${how} is no depot: it is current as any order is`,
      rows: [
        order('o', 'fentanyl 50 mcg/mL injection', {
          ...(request as object),
          dosageInstruction: [{ doseAndRate: [{ rateQuantity: { value: 2 } }], ...(dosage as object) }],
        }),
      ],
      verdict: 'present' as const,
      raises: ['R02 blocks'],
    })),
    {
      name: 'what is given into the spine and goes on has none',
      rows: [
        administration('a', 'morphine 1 mg/mL injection', undefined, {
          status: 'in-progress',
          effectivePeriod: { start: '2026-02-20' },
          dosage: { route: { coding: [{ code: '404820008' }] } },
        }),
      ],
      ...present,
    },
    {
      name: 'what was given into the spine and is over has one',
      rows: [
        administration('a', 'morphine 1 mg/mL injection', '2026-01-20', {
          dosage: { route: { coding: [{ code: '404820008' }] } },
        }),
      ],
      verdict: 'none-found',
    },
    {
      name: 'an undatable depot asks, with its year of washout',
      rows: [order('o', sublocade, { status: 'stopped' })],
      verdict: 'cannot-tell',
      raises: ['R06 confirm'],
    },
  ]);
});
