/** The verdict table: orders of a hospital stay. */
import { describe } from 'vitest';
import { administration, order, other, tramadol } from '../judged.ts';
import { check, givenFor } from './verdict-rows.ts';

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
    {
      name: 'an epidural of a finished stay ended with it',
      rows: [order('t', 'fentanyl epidural', inpatient), stay('finished', '2025-11-10')],
      verdict: 'none-found',
      raises: [],
    },
  ]);
});
