/** The verdict table: orders of a hospital stay. */
import { describe } from 'vitest';
import { administration, dispense, order, other, type Resource, supply, tramadol } from '../judged.ts';
import { bounds, check, forOrder, givenFor } from './verdict-rows.ts';

describe('an inpatient order', () => {
  const inpatient = {
    category: [{ coding: [{ code: 'inpatient' }] }],
    encounter: { reference: 'Encounter/e1' },
  };
  const stay = (status: string, end?: string, overrides: object = {}) =>
    other('Encounter', 'e1', {
      status,
      class: { code: 'IMP' },
      period: { start: '2026-01-01', end },
      ...overrides,
    });
  const over = stay('finished', '2026-02-19');
  const goesOn = (name: string, overrides: object, ...rows: readonly Resource[]) => ({
    name: `stays current: ${name}`,
    rows: [order('t', tramadol, { ...inpatient, ...overrides }), ...(rows.length === 0 ? [over] : rows)],
    verdict: 'present' as const,
    state: 'current' as const,
  });
  const bed = (code: string) => stay('finished', '2026-02-19', { class: { code } });
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
      name: 'of a finished stay without an end is current: nobody can say that it lies within',
      rows: [order('t', tramadol, inpatient), stay('finished')],
      verdict: 'present',
      state: 'current',
    },
    ...['ACUTE', 'NONAC', 'EMER', 'OBSENC', 'SS'].map((code) => ({
      name: `active in a finished stay of class ${code} ended with it`,
      rows: [order('t', tramadol, inpatient), bed(code)],
      verdict: 'none-found' as const,
      last: '2026-02-19',
    })),
    ...['AMB', 'HH', 'VR', 'FLD', 'PRENC', 'inpatient'].map((code) =>
      goesOn(`a contact of class ${code}`, {}, bed(code)),
    ),
    goesOn('a contact without class', {}, stay('finished', '2026-02-19', { class: undefined })),
    goesOn('of a discharge too', {
      category: [{ coding: [{ code: 'inpatient' }] }, { coding: [{ code: 'discharge' }] }],
    }),
    goesOn('of the community too', {
      category: [{ coding: [{ code: 'inpatient' }, { code: 'community' }] }],
    }),
    goesOn('written after the stay', { authoredOn: '2026-02-20' }),
    goesOn('written before the stay', { authoredOn: '2025-12-31' }),
    goesOn('written on no known day', { authoredOn: undefined }),
    goesOn('with a refill', { dispenseRequest: { numberOfRepeatsAllowed: 1 } }),
    goesOn('with a supply for longer', supply(11)),
    goesOn('valid for longer', { dispenseRequest: { validityPeriod: { end: '2026-02-20' } } }),
    goesOn('to be taken for longer', bounds({ boundsPeriod: { end: '2026-02-20' } })),
    goesOn('in steps for longer', {
      dosageInstruction: [1, 2].map((sequence) => ({
        sequence,
        timing: { repeat: { boundsDuration: { value: 6, code: 'd' } } },
      })),
    }),
    {
      ...goesOn('handed over for longer', {}, over, dispense('d', tramadol, '2026-02-18', 7, forOrder)),
      state: undefined,
      raises: ['R02 blocks', 'R03 blocks'],
    },
    {
      ...goesOn(
        'handed over for nobody knows how long',
        {},
        over,
        dispense('d', tramadol, '2026-02-18', undefined, forOrder),
      ),
      state: undefined,
      raises: ['R02 blocks', 'R06 confirm'],
    },
    {
      name: 'a supply that ends with the stay changes nothing',
      rows: [order('t', tramadol, { ...inpatient, ...supply(10) }), over],
      verdict: 'none-found',
      last: '2026-02-19',
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
        stay('finished', '2026-02-15'),
      ],
      verdict: 'none-found',
      raises: [],
    },
    {
      name: 'an epidural of a finished stay ended with it',
      rows: [order('t', 'fentanyl epidural', inpatient), stay('finished', '2026-02-12')],
      verdict: 'none-found',
      raises: [],
    },
  ]);
});
