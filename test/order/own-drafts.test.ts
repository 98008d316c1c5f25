import { describe, expect, test } from 'vitest';
import type { Chart } from '../../lib/chart/chart.ts';
import { OWN_DRAFT_SYSTEM } from '../../lib/chart/own-draft.ts';
import { standingWords } from '../../lib/display/standing-words.ts';
import type { CalendarDate } from '../../lib/fhir/calendar-date.ts';
import { type PatientDrafts, recordOf } from '../../lib/order/draft-journal.ts';
import { draftState, ownDraftLocations, ownDrafts } from '../../lib/order/own-drafts.ts';
import type { StoredDraft } from '../../lib/order/read-back.ts';
import { IDENTIFIER, presetOrder } from './reviewed.ts';

const TODAY = '2026-03-12' as CalendarDate;
const ORDER = presetOrder('standard');

function chartWith(
  ...rows: { id: string; status: string; authoredOn: string | null; own?: boolean }[]
): Chart {
  return {
    medications: rows.map(({ id, status, authoredOn, own = true }) => ({
      kind: 'request',
      source: `MedicationRequest/${id}`,
      status,
      authoredOn,
      identifiers: own ? [{ system: OWN_DRAFT_SYSTEM, value: id }] : [],
    })),
  } as unknown as Chart;
}

const journal: PatientDrafts = {
  drafts: [{ ...recordOf(ORDER), state: 'written', locations: ['MedicationRequest/j1'] }],
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
      { id: 'another-app', status: 'draft', authoredOn: '2026-03-12', own: false },
    );
    expect(ownDraftLocations(chart, journal, TODAY)).toEqual([
      'MedicationRequest/standing',
      'MedicationRequest/signed',
      'MedicationRequest/cancelled-lately',
      'MedicationRequest/j1',
    ]);
    expect(ownDraftLocations(chartWith(), null, TODAY)).toEqual([]);
  });
});

describe('what became of a draft', () => {
  test.each([
    ['draft', 'draft'],
    ['active', 'signed'],
    ['on-hold', 'signed'],
    ['completed', 'signed'],
    ['cancelled', 'cancelled'],
    ['stopped', 'cancelled'],
    ['entered-in-error', 'cancelled'],
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
  });

  test('those that stand come first', () => {
    const read = [
      stored('MedicationRequest/1', { status: 'cancelled' }),
      stored('MedicationRequest/2', { status: 'draft' }),
    ];
    expect(ownDrafts(read, null, TODAY).map(({ state }) => state)).toEqual(['draft', 'cancelled']);
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
