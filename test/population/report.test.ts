/** What the report says of a clinic, and that it says no more than it may. */
import { afterAll, describe, expect, test } from 'vitest';
import { OWN_DRAFT_SYSTEM } from '#lib/chart/own-draft.ts';
import { countBars } from '#lib/drawings/population-bars.ts';
import { reportPage } from '#lib/population/report/report-page.ts';
import { exportFolder, filesByType, judged, removeFolders, WORDS } from './clinic.ts';
import { exportRows, patientNumber } from './many-patients.ts';

afterAll(removeFolders);

const base = filesByType(exportRows([patientNumber(0), patientNumber(1)]));
const [v01, v02] = ['n0-v01', 'n1-v02'] as const;

function order(patient: string, id: string, more: object) {
  return {
    resourceType: 'MedicationRequest',
    id,
    status: 'active',
    intent: 'order',
    subject: { reference: `Patient/${patient}` },
    authoredOn: '2025-12-01',
    medicationCodeableConcept: { text: 'naltrexone 1.5 mg capsule' },
    ...more,
  };
}
const own = { identifier: [{ system: OWN_DRAFT_SYSTEM, value: 'urn:uuid:1' }] };

describe('lists', () => {
  test('naltrexone and an opioid today: safety', async () => {
    const { report } = await judged(exportFolder({ ...base, 'n.ndjson': [order(v02, 'n1', {})] }));
    expect(report.lists.naltrexoneAndOpioid).toMatchObject([{ patient: `Patient/${v02}` }]);
    expect(report.lists.naltrexoneAndOpioid[0]?.naltrexone.join()).toContain('naltrexone');
    expect(report.lists.naltrexoneAndOpioid[0]?.opioids.join()).toMatch(/oxycodone/i);
  });

  test('naltrexone of this app beside an opioid counts once it is signed', async () => {
    const lists = async (status: string) => {
      const row = order(v02, 'n1', { ...own, status });
      return (await judged(exportFolder({ ...base, 'n.ndjson': [row] }))).report.lists;
    };
    expect((await lists('active')).naltrexoneAndOpioid).toHaveLength(1);
    expect((await lists('draft')).naltrexoneAndOpioid).toEqual([]);
  });

  test('naltrexone without an opioid is on no safety list', async () => {
    const { report } = await judged(exportFolder({ ...base, 'n.ndjson': [order(v01, 'n1', {})] }));
    expect(report.lists.naltrexoneAndOpioid).toEqual([]);
  });

  test('drafts of this app that nobody signed, with their days', async () => {
    const draft = order(v01, 'd1', { ...own, status: 'draft', authoredOn: '2026-02-20T10:00:00Z' });
    const { report } = await judged(
      exportFolder({ ...base, 'n.ndjson': [draft, order(v01, 'd2', { status: 'draft' })] }),
    );
    expect(report.lists.unsignedDrafts).toMatchObject([
      { patient: `Patient/${v01}`, source: 'MedicationRequest/d1' },
    ]);
    expect(report.lists.unsignedDrafts[0]?.days).toBeGreaterThanOrEqual(9);
  });

  test.each([
    ['2025-12-01', true],
    ['2026-02-01', false],
  ])('a review of an order of %s is overdue: %s', async (start, isOverdue) => {
    const signed = order(v01, 's1', {
      ...own,
      dosageInstruction: [
        {
          sequence: 1,
          timing: { repeat: { boundsPeriod: { start }, boundsDuration: undefined } },
        },
      ],
      authoredOn: start,
      dispenseRequest: {
        expectedSupplyDuration: { value: 56, unit: 'days', code: 'd', system: 'http://unitsofmeasure.org' },
      },
    });
    const { report } = await judged(exportFolder({ ...base, 'n.ndjson': [signed] }));
    expect(report.lists.overdueReviews).toHaveLength(isOverdue ? 1 : 0);
    if (isOverdue) expect(report.lists.overdueReviews[0]).toMatchObject({ by: '2026-01-11' });
  });
});

test('every text of a chart is escaped, in every list', async () => {
  const hostile = '<img src=x onerror=alert(1)>"\'&`';
  const rows = [order(v02, 'n1', { medicationCodeableConcept: { text: `naltrexone 50 mg ${hostile}` } })];
  const outcome = {
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'error', code: 'exception', diagnostics: hostile }],
  };
  const { report } = await judged(
    exportFolder({ ...base, 'n.ndjson': rows, 'o.ndjson': [outcome], [`${'<b>'}.txt`]: 'x' }),
  );
  expect(report.lists.naltrexoneAndOpioid).toHaveLength(1);
  const page = reportPage(WORDS, {
    ...report,
    lists: { ...report.lists, notJudged: [{ patient: hostile, name: hostile, why: hostile }] },
  });
  expect(page).not.toContain('<img');
  expect(page).toContain('&#60;img');
  expect(page).not.toContain('<b>');
});

test('numbers of the page are those of the report', async () => {
  const { report } = await judged(exportFolder(base));
  const page = reportPage(WORDS, report);
  expect(page).toContain('2 of 2 patients were judged');
  expect(page).not.toContain('class="warning"');
  expect(page.match(/<rect/g)?.length).toBeGreaterThanOrEqual(7);
});

test('the longest bar fills the width, nothing is no bar, and the least is seen', () => {
  expect(
    countBars(
      [
        ['a', 10_000],
        ['b', 1],
        ['c', 0],
      ],
      10_001,
    ).map(({ width }) => width),
  ).toEqual([100, 0.5, 0]);
});
