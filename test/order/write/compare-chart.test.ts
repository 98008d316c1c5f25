import { describe, expect, test } from 'vitest';
import { differencesThatMatter, recheckBeforeWrite } from '#lib/order/write/compare-chart.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import type { OpioidEvidence } from '#lib/safety/opioid-evidence.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { chartDifferenceWords } from '#lib/words/en/chart-difference.ts';
import { UNREAD } from '../../chart/ledger-entry.ts';
import { finding, judgement } from '../reviewed.ts';

const day = (text: string) => text as CalendarDate;
const TRAMADOL: OpioidEvidence = {
  source: 'MedicationRequest/m7',
  text: 'tramadol 50 mg capsule',
  ingredients: ['tramadol'],
  state: 'historical',
  lastExposure: day('2026-01-10'),
  clearFrom: day('2026-01-21'),
  from: day('2026-01-01'),
  carriesOut: [],
  dateIsGuessed: false,
  because: [{ kind: 'recognised', from: 'name "tramadol"' }],
};
const withOpioid = (...evidence: OpioidEvidence[]) =>
  judgement({ opioid: { verdict: 'none-found', earliestStart: null, evidence } });
const differences = (before: Judgement, after: Judgement) =>
  differencesThatMatter(before, after).map(
    (difference) => `${difference.key}: ${chartDifferenceWords(difference)}`,
  );

test('the same chart makes no difference and gives the proof a write needs', () => {
  expect(recheckBeforeWrite(judgement(), judgement(), 5)).toEqual({
    fresh: { patient: 'Patient/p1', readAt: 5 },
  });
});

test('a chart that changed gives no proof', () => {
  expect(recheckBeforeWrite(judgement(), withOpioid(TRAMADOL), 5)).not.toHaveProperty('fresh');
});

describe('what stops the write', () => {
  test.each<[string, Judgement, Judgement, string]>([
    [
      'an opioid added since',
      judgement(),
      withOpioid(TRAMADOL),
      'MedicationRequest/m7: New on the chart: tramadol 50 mg capsule (past, last possible exposure 10-Jan-2026, clear from 21-Jan-2026)',
    ],
    [
      'an opioid that became current',
      withOpioid(TRAMADOL),
      withOpioid({ ...TRAMADOL, state: 'current', lastExposure: null, clearFrom: null }),
      'MedicationRequest/m7: Changed since your review: tramadol 50 mg capsule (current) (was: tramadol 50 mg capsule (past, last possible exposure 10-Jan-2026, clear from 21-Jan-2026))',
    ],
    [
      'an opioid that went from the chart',
      withOpioid(TRAMADOL),
      judgement(),
      'MedicationRequest/m7: No longer in the chart: tramadol 50 mg capsule (past, last possible exposure 10-Jan-2026, clear from 21-Jan-2026)',
    ],
    [
      'a verdict that changed',
      judgement(),
      judgement({ opioid: { verdict: 'cannot-tell', earliestStart: null, evidence: [] } }),
      'verdict: Opioids: now "Cannot tell", at your review "No opioid found in the records this app could read".',
    ],
    [
      'a part that could not be read this time',
      judgement({ findings: [] }),
      judgement({
        findings: [
          finding({
            rule: 'R01',
            severity: 'blocks',
            code: 'record-incomplete',
            facts: { missing: [UNREAD] },
          }),
        ],
      }),
      'R01: New on the chart: Record incomplete; opioids not checked. MedicationRequest page 2: was not answered (HTTP 500). Retry. [do not start]',
    ],
    [
      'another patient',
      judgement(),
      judgement({ patient: 'Patient/p2' }),
      'patient: Patient: now "Patient/p2", at your review "Patient/p1".',
    ],
    [
      'a later earliest start',
      judgement(),
      judgement({ opioid: { verdict: 'none-found', earliestStart: day('2026-03-12'), evidence: [] } }),
      'earliestStart: Earliest start: now "12-Mar-2026", at your review "none".',
    ],
    [
      'another indication',
      judgement(),
      judgement({ indication: null }),
      'indication: Indication: now "none recorded", at your review "Fibromyalgia (Condition/fm1)".',
    ],
    [
      'midnight',
      judgement(),
      judgement({ asOf: day('2026-03-03') }),
      'asOf: Day of the check: now "03-Mar-2026", at your review "02-Mar-2026".',
    ],
    [
      'something that can no longer be seen',
      judgement({ unseen: [] }),
      judgement({ unseen: ['dispenses'] }),
      'unseen: Not seen by this app: now "dispenses", at your review "".',
    ],
  ])('%s', (_, before, after, difference) => {
    expect(differences(before, after)).toEqual([difference]);
  });

  test('a finding that weighs more than before', () => {
    const before = judgement({ findings: [finding({ rule: 'R15', code: 'no-liver-result', facts: {} })] });
    const after = judgement({
      findings: [finding({ rule: 'R15', code: 'no-liver-result', facts: {}, severity: 'blocks' })],
    });
    expect(differences(before, after)).toHaveLength(1);
  });
});

test('the order of rows and of what is unseen makes no difference', () => {
  const other = { ...TRAMADOL, source: 'MedicationRequest/m8' };
  const before = { ...withOpioid(TRAMADOL, other), unseen: ['a', 'b'] };
  const after = { ...withOpioid(other, TRAMADOL), unseen: ['b', 'a'] };
  expect(differences(before, after)).toEqual([]);
});
