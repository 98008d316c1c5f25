import { describe, expect, test } from 'vitest';
import type { Chart } from '#lib/chart/chart.ts';
import { OWN_DRAFT_SYSTEM } from '#lib/chart/own-draft.ts';
import { medicationState } from '#lib/chart/shape/states.ts';
import { areOver, draftState, foremost, isStanding } from '#lib/order/standing/draft-state.ts';
import { ownDraftLocations, ownDrafts } from '#lib/order/standing/own-drafts.ts';
import { planThatStands } from '#lib/order/standing/plan-that-stands.ts';
import type { StoredDraft } from '#lib/order/verify/read-back.ts';
import { type PatientDrafts, recordOf } from '#lib/order/write/draft-journal.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { standingWords } from '#lib/words/en/own-orders.ts';
import { IDENTIFIER, presetOrder } from '../reviewed.ts';

const TODAY = '2026-03-12' as CalendarDate;
const ORDER = presetOrder('standard');

function chartWith(
  ...rows: { id: string; status: string; authoredOn: string | null; own?: boolean }[]
): Chart {
  return {
    medications: rows.map(({ id, status, authoredOn, own = true }) => ({
      kind: 'request',
      source: `MedicationRequest/${id}`,
      state: medicationState('request', status),
      authoredOn,
      identifiers: own ? [{ system: OWN_DRAFT_SYSTEM, value: id }] : [],
    })),
  } as unknown as Chart;
}

const journal: PatientDrafts = {
  drafts: [{ ...recordOf(ORDER, 0), state: 'written', locations: ['MedicationRequest/j1'] }],
};

function stored(location: string, resource: object | null, isGone = false): StoredDraft {
  return {
    location,
    resource: resource && { resourceType: 'MedicationRequest', ...resource },
    why: null,
    isGone,
  };
}

describe('where drafts of this app are looked for', () => {
  test('in the chart, unless they were over a week ago, and where the journal says', () => {
    const chart = chartWith(
      { id: 'standing', status: 'draft', authoredOn: '2025-01-01' },
      { id: 'signed', status: 'active', authoredOn: '2026-01-01' },
      { id: 'cancelled-lately', status: 'cancelled', authoredOn: '2026-03-08' },
      { id: 'cancelled-long-ago', status: 'cancelled', authoredOn: '2026-01-01' },
      { id: 'stopped-long-ago', status: 'stopped', authoredOn: '2026-01-01' },
      { id: 'of-a-status-nobody-lists', status: 'paused', authoredOn: '2026-01-01' },
      { id: 'another-app', status: 'draft', authoredOn: '2026-03-12', own: false },
    );
    expect(ownDraftLocations(chart, journal, TODAY)).toEqual([
      'MedicationRequest/standing',
      'MedicationRequest/signed',
      'MedicationRequest/cancelled-lately',
      'MedicationRequest/of-a-status-nobody-lists',
      'MedicationRequest/j1',
    ]);
    expect(ownDraftLocations(chartWith(), null, TODAY)).toEqual([]);
  });
});

describe('what became of a draft', () => {
  test.each([
    ['draft', 'draft'],
    ['active', 'signed'],
    ['on-hold', 'on-hold'],
    ['completed', 'completed'],
    ['cancelled', 'cancelled'],
    ['stopped', 'stopped'],
    ['entered-in-error', 'entered-in-error'],
    ['unknown', 'not-read'],
    ['of its own', 'not-read'],
  ])('%s is %s', (status, state) => {
    expect(draftState(stored('MedicationRequest/1', { status }))).toBe(state);
  });

  test('gone, and unreadable, are two things', () => {
    expect(draftState(stored('MedicationRequest/1', null, true))).toBe('gone');
    expect(draftState(stored('MedicationRequest/1', null))).toBe('not-read');
  });

  test('what was sent is found by our identifier, by address where the EHR dropped it, or not at all', () => {
    const identifier = [{ system: OWN_DRAFT_SYSTEM, value: IDENTIFIER }];
    const read = [
      stored('MedicationRequest/9', { status: 'draft', identifier, authoredOn: '2026-03-02' }),
      stored('MedicationRequest/j1', { status: 'draft' }),
      stored('MedicationRequest/x', { status: 'draft' }),
    ];
    const drafts = ownDrafts(read, journal, TODAY);
    expect(drafts.map(({ sent }) => sent?.identifier[0].value ?? null)).toEqual([
      IDENTIFIER,
      IDENTIFIER,
      null,
    ]);
    expect(drafts.map(({ daysOld }) => daysOld)).toEqual([10, null, null]);
    expect(drafts.map(({ plan }) => plan)).toEqual([ORDER.plan, ORDER.plan, null]);
  });

  test('those that stand come first', () => {
    const read = [
      stored('MedicationRequest/1', { status: 'cancelled' }),
      stored('MedicationRequest/2', { status: 'draft' }),
    ];
    expect(ownDrafts(read, null, TODAY).map(({ state }) => state)).toEqual(['draft', 'cancelled']);
  });
});

describe('the plan that a later launch hands out', () => {
  const identifier = [{ system: OWN_DRAFT_SYSTEM, value: IDENTIFIER }];
  const asSent = { ...ORDER.requests[0], identifier };
  const planOf = (...resources: object[]) =>
    planThatStands(
      ownDrafts(
        resources.map((resource) => stored('MedicationRequest/j1', resource)),
        journal,
        TODAY,
      ),
    );

  test('is that of a draft or a signed order which stands as it was sent', () => {
    expect(planOf(asSent)).toEqual(ORDER.plan);
    expect(planOf({ ...asSent, status: 'active' })).toEqual(ORDER.plan);
  });

  test('is none where the EHR holds another dose, where it was stopped, or where nobody remembers it', () => {
    const dosageInstruction = ORDER.requests[0]?.dosageInstruction.map((step) => ({
      ...step,
      doseAndRate: [{ doseQuantity: { value: 45, unit: 'mg' } }],
    }));
    expect(planOf({ ...asSent, dosageInstruction })).toBeNull();
    expect(planOf({ ...asSent, status: 'stopped' })).toBeNull();
    expect(planThatStands(ownDrafts([stored('MedicationRequest/x', asSent)], null, TODAY))).toBeNull();
  });
});

describe('a new draft', () => {
  test.each(['draft', 'signed', 'on-hold', 'not-read'] as const)('waits while an order is %s', (state) => {
    expect(isStanding(state)).toBe(true);
    expect(areOver([state, 'cancelled'], true)).toBe(false);
  });

  test.each(['stopped', 'cancelled', 'entered-in-error'] as const)(
    'may be planned once the order is %s',
    (state) => {
      expect(isStanding(state)).toBe(false);
      expect(areOver([state], false)).toBe(true);
    },
  );

  test.each(['gone', 'completed'] as const)(
    'may be planned where an order seen as a draft is %s',
    (state) => {
      expect(areOver([state], true)).toBe(true);
      expect(areOver([state], false)).toBe(false);
    },
  );
});

describe('the orders of several strengths', () => {
  test('are called by what may still reach the patient, whichever comes first', () => {
    expect(foremost(['stopped', 'signed'])).toBe('signed');
    expect(foremost(['cancelled', 'draft'])).toBe('draft');
    expect(foremost(['signed', 'not-read'])).toBe('not-read');
    expect(foremost(['cancelled', 'stopped'])).toBe('stopped');
  });
});

describe('what an order means for the patient', () => {
  test.each([
    ['signed', 'may be taking'],
    ['on-hold', 'may have some of the medicine at home'],
    ['completed', 'may still be taking what was supplied'],
    ['stopped', 'may still have some of it at home'],
    ['not-read', 'the app cannot tell whether it was signed'],
  ] as const)('%s: never that nothing can be taken', (state, said) => {
    expect(standingWords(state, 0).meaning).toContain(said);
  });
});

describe('a draft signed weeks later', () => {
  const steps = (days: number | null) => standingWords('draft', days).steps.join(' ');

  test('is to be checked again when it is older than 7 days, or of unknown age', () => {
    expect(steps(7)).not.toContain('Check the chart again');
    expect(steps(8)).toContain('It is 8 days old. Check the chart again before you sign it');
    expect(steps(null)).toContain('check the chart again before you sign it');
  });
});
