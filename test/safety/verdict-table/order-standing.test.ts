/** The verdict table: what the status and the intent of an order mean. */
import { describe } from 'vitest';
import { administration, dispense, order, tramadol } from '../judged.ts';
import { bounds, check, forOrder, givenFor, week } from './verdict-rows.ts';

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
      name: 'cancelled, written 180 days ago, may have been in use: asked',
      rows: [order('t', tramadol, { status: 'cancelled', authoredOn: '2025-09-03', ...week })],
      verdict: 'none-found',
      state: 'not-taken',
      last: null,
      raises: ['R06 confirm'],
    },
    {
      name: 'cancelled, written 181 days ago, is history',
      rows: [order('t', tramadol, { status: 'cancelled', authoredOn: '2025-09-02' })],
      verdict: 'none-found',
      state: 'historical',
      last: null,
      raises: [],
    },
    {
      name: 'cancelled without a date: asked',
      rows: [order('t', tramadol, { status: 'cancelled', authoredOn: undefined })],
      verdict: 'none-found',
      raises: ['R06 confirm'],
    },
    {
      name: 'cancelled with an end of its own counts as stopped',
      rows: [
        order('t', tramadol, {
          status: 'cancelled',
          authoredOn: '2025-06-01',
          dispenseRequest: { validityPeriod: { end: '2026-02-25' } },
        }),
      ],
      verdict: 'present',
      state: 'recent',
      last: '2026-02-25',
      clear: '2026-03-08',
      raises: ['R03 confirm'],
    },
    {
      name: 'cancelled with an end long past is history',
      rows: [
        order('t', tramadol, {
          status: 'cancelled',
          authoredOn: '2025-12-01',
          ...bounds({ boundsPeriod: { end: '2026-01-25' } }),
        }),
      ],
      verdict: 'none-found',
      state: 'historical',
      last: '2026-01-25',
      raises: [],
    },
    {
      name: 'a cancelled proposal was never carried out',
      rows: [order('t', tramadol, { status: 'cancelled', intent: 'proposal' })],
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
      name: 'of intent plan is current: home lists and repeat authorisations come so',
      rows: [order('t', tramadol, { intent: 'plan' })],
      verdict: 'present',
      state: 'current',
      raises: ['R02 blocks'],
    },
    {
      name: 'of intent plan, completed, is dated as any order',
      rows: [
        order('t', tramadol, { intent: 'plan', status: 'completed', authoredOn: '2026-01-01', ...week }),
      ],
      verdict: 'none-found',
      state: 'historical',
      last: '2026-01-07',
    },
    {
      name: 'of intent plan, draft, is pending',
      rows: [order('t', tramadol, { intent: 'plan', status: 'draft' })],
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
});
