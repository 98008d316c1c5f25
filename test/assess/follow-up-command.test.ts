/** `assess --follow-up`: each story of a visit after the order, as clinical safety teams run it. */
import type { MedicationRequest } from '@medplum/fhirtypes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, type CalendarDate } from '#lib/time/calendar-date.ts';
import { loadDefinitions, validityProblems } from '../order/fhir-validation.ts';
import { assess, file, removeFiles } from './command.ts';
import { bundleOf, followUp, R09, TAKEN_OVER } from './follow-up-visit.ts';

beforeAll(loadDefinitions, 60_000);
afterAll(removeFiles);

const HOLD = { R19: { reason: 'hold-72-hours' } };

describe('each story, to what is to be done', () => {
  test.each([
    ['f01', { effects: 'none' }, R09, 0, 'stay', 3, 'maintenance', 'draft'],
    ['f02', { effects: 'mild' }, R09, 0, 'propose-stop', 4.5, null, 'no-draft'],
    ['f03', { effects: 'troublesome' }, R09, 0, 'lower', 0.5, null, 'no-draft'],
    ['f04', { effects: 'none', missedNights: 21 }, R09, 0, 'restart', 1.5, 'restart', 'draft'],
    ['f05', { effects: 'none' }, R09, 3, 'stop', 3, null, 'blocked'],
    ['f06', { effects: 'none' }, { ...R09, ...HOLD }, 0, 'hold-for-surgery', 3, null, 'no-draft'],
    ['f07', { effects: 'none' }, R09, 0, 'restart', 1.5, 'restart', 'draft'],
    ['f08', { effects: 'none' }, { ...R09, ...TAKEN_OVER }, 0, 'stay', 3, 'maintenance', 'draft'],
  ])(
    '%s, effects as %j: it ends as the table says',
    async (id, answers, safety, exit, outcome, doseMg, draftKind, ended) => {
      const run = await followUp(id, answers, { safety });
      expect(run.stderr).toBe('');
      expect(run.exit).toBe(exit);
      expect(run.result).toMatchObject({ outcome: ended, followUp: { outcome, doseMg, draftKind } });
      expect(run.result.draft === null).toBe(draftKind === null);
      for (const draft of run.result.draft ?? []) expect(validityProblems(draft)).toEqual([]);
    },
  );

  test('an opioid since the first night is told as such, with what it is', async () => {
    const { result } = await followUp('f05', { effects: 'none' });
    expect(result.followUp.facts).toMatchObject({ opioidSinceStart: true, because: ['R02'] });
    expect(result.followUp.message).toContain('contact the patient today');
    expect(result.followUp.message).toContain('tramadol');
  });

  test('before surgery the first night without a dose is told', async () => {
    const { result } = await followUp('f06', { effects: 'none' });
    expect(result.followUp.facts.hold).toEqual({
      from: '2026-03-09',
      operation: '2026-03-12',
      isLate: false,
    });
  });

  test('an operation that does not take place holds nothing', async () => {
    const { result } = await followUp(
      'f06',
      { effects: 'none' },
      { safety: { ...R09, R19: { reason: 'not-taking-place' } } },
    );
    expect(result.followUp.outcome).toBe('stay');
  });

  test('an order that runs on at the higher dose is to be ended first, and nothing is drafted beside it', async () => {
    const { result } = await followUp('f03', { effects: 'troublesome' });
    expect(result.followUp.facts.orderRuns).toEqual({ lastNight: '2026-04-16', draftFrom: null });
    expect(result.followUp.message).toContain('end it in the EHR first');
  });
});

describe('a maintenance', async () => {
  const { result } = await followUp('f01', { effects: 'none' });
  const [draft] = result.draft as [MedicationRequest];

  test('is 90 nights of the dose that helps, from the night after the order before it', () => {
    expect(result.plan).toEqual({
      phases: [{ from: '2026-03-09', to: '2026-06-06', nights: 90, doseMg: 3, units: 'two 1.5 mg capsules' }],
      supply: [{ item: 'naltrexone 1.5 mg capsule', quantity: 180, unit: 'capsule' }],
    });
  });

  test('is continuous, without repeats, and names the order and the scores it follows', () => {
    expect(draft).toMatchObject({
      status: 'draft',
      courseOfTherapyType: { coding: [{ code: 'continuous' }] },
      priorPrescription: { reference: 'MedicationRequest/f01-ldn' },
      dispenseRequest: {
        numberOfRepeatsAllowed: 0,
        quantity: { value: 180 },
        expectedSupplyDuration: { value: 90 },
      },
    });
    const support = draft.supportingInformation?.map(({ reference }) => reference);
    expect(support?.slice(0, 2)).toEqual(['Observation/f01-peg-before', 'Observation/f01-peg-now']);
    expect(draft.reasonCode?.[1]?.text).toBe('PEG 7.3 to 4.7, 35% better, 27-Feb-2026');
  });

  test('says that it follows the order and that both are never taken, and nothing of increasing', () => {
    const [dosage] = draft.dosageInstruction ?? [];
    expect(dosage?.text).toContain('never take both');
    expect(dosage?.text).not.toContain('Increase');
    const notes = draft.note?.map(({ text }) => text).join(' ') ?? '';
    expect(notes).toContain(
      'From 09-Mar-2026, follows MedicationRequest/f01-ldn, whose last night is 08-Mar-2026. Do not take both.',
    );
  });

  test('once signed it is what the visit after it goes on from', async () => {
    const bundle = structuredClone(bundleOf('f01'));
    const signed = { ...draft, id: 'f01-maintenance', status: 'active' } as MedicationRequest;
    bundle.entry?.push({ resource: signed });
    const later = addDays('2026-06-06' as CalendarDate, -6);
    const run = await assess([
      ...[file(bundle), '--as-of', later, '--answers', file(R09)],
      ...['--follow-up', file({ effects: 'none', peg: [4, 5, 5] })],
    ]);
    const again = JSON.parse(run.stdout);
    expect(again.followUp).toMatchObject({ outcome: 'stay', doseMg: 3, draftKind: 'maintenance' });
    expect(again.followUp.facts).toMatchObject({ firstNight: '2026-01-12', nightsAtDose: 125 });
    expect(again.plan.phases[0]).toMatchObject({ from: '2026-06-07', to: '2026-09-04', nights: 90 });
    expect(again.draft[0].priorPrescription).toEqual({ reference: 'MedicationRequest/f01-maintenance' });
  });
});

test('a naturally ended order is told as tried until its last night, as completed', async () => {
  const { result } = await followUp('f07', { effects: 'none' });
  const [tried] = result.findings.filter(({ rule }: { rule: string }) => rule === 'R29');
  expect(tried.message).toContain('until 2025-10-26 (4.5 mg a day), completed');
});

test('the liquid, where it is asked for, is measured and mixed for the nights of the maintenance', async () => {
  const words = ['--regimen', file({ preparation: 'liquid' })];
  const { result } = await followUp('f01', { effects: 'none' }, { words });
  expect(result.plan.supply).toEqual([{ item: 'naltrexone 50 mg tablet', quantity: 7, unit: 'tablet' }]);
  expect(validityProblems(result.draft[0])).toEqual([]);
});

describe('what is missing', () => {
  test('the score of today is asked, and nothing is drafted', async () => {
    const { exit, result } = await followUp('f04', { effects: 'none', missedNights: 0, nightsAtDose: 8 });
    expect(result.followUp.outcome).toBe('wait');
    expect(exit).toBe(0);
    const bundle = structuredClone(bundleOf('f04'));
    bundle.entry = bundle.entry?.filter(({ resource }) => resource?.id !== 'f04-pain-now') ?? [];
    const asked = await followUp(bundle, { effects: 'none' });
    expect(asked.exit).toBe(4);
    expect(asked.result).toMatchObject({
      outcome: 'cannot-tell',
      draft: null,
      followUp: { outcome: 'more-data' },
    });
    expect(asked.result.followUp.facts.missing).toEqual(['score']);
  });

  test('a question of the safety check that is open ends with 4 and without a draft', async () => {
    const { exit, result } = await followUp('f01', { effects: 'none' }, { safety: {} });
    expect([exit, result.outcome, result.draft]).toEqual([4, 'needs-confirmation', null]);
    expect(result.followUp.outcome).toBe('stay');
  });

  test('a chart without any order of low-dose naltrexone is asked for the dose', async () => {
    const { exit, result } = await followUp('v01', { effects: 'none', painScore: 3, baseline: 7 });
    expect([exit, result.followUp.outcome]).toEqual([4, 'more-data']);
    expect(result.followUp.facts.missing).toEqual(['order']);
    const answers = { effects: 'none', painScore: 3, baseline: 7, doseMg: 3, firstNight: '2026-01-12' };
    const typed = await followUp('v01', answers);
    expect([typed.exit, typed.result.followUp.draftKind]).toEqual([0, 'maintenance']);
    expect(typed.result.draft[0].priorPrescription).toBeUndefined();
  });

  test('a draft that nobody signed is waited for, and blocks a second', async () => {
    const bundle = structuredClone(bundleOf('f01'));
    for (const { resource } of bundle.entry ?? [])
      if (resource?.resourceType === 'MedicationRequest' && resource.id === 'f01-ldn')
        resource.status = 'draft';
    const { exit, result } = await followUp(bundle, { effects: 'none', peg: [3, 3, 3] });
    expect([exit, result.followUp.outcome, result.draft]).toEqual([3, 'wait', null]);
  });

  test('a part of the chart that was not read ends in cannot tell', async () => {
    const bundle = structuredClone(bundleOf('f01'));
    bundle.entry?.push({
      resource: {
        resourceType: 'OperationOutcome',
        issue: [{ severity: 'error', code: 'exception', details: { text: 'upstream timed out' } }],
      },
    });
    const { exit, result } = await followUp(bundle, { effects: 'none' });
    expect([exit, result.followUp.outcome, result.draft]).toEqual([4, 'cannot-tell', null]);
  });
});

describe('an operation that is nearer than 72 hours', () => {
  const onDay = (day: string) => {
    const bundle = structuredClone(bundleOf('f06'));
    for (const { resource } of bundle.entry ?? [])
      if (resource?.resourceType === 'Appointment') resource.start = `${day}T09:00:00Z`;
    return bundle;
  };

  test.each([
    ['2026-03-04', '2026-03-02', true],
    ['2026-03-05', '2026-03-02', false],
    ['2026-03-06', '2026-03-03', false],
  ])('on %s: none from %s, never from a night that is over', async (day, from, isLate) => {
    const { result } = await followUp(onDay(day), { effects: 'none' });
    expect(result.followUp.facts.hold).toEqual({ from, operation: day, isLate });
    expect(result.followUp.message.includes('tell the anaesthetist today')).toBe(isLate);
  });

  test('of which the chart names the month alone is held for from its first day', async () => {
    const bundle = structuredClone(bundleOf('f06'));
    bundle.entry = (bundle.entry ?? []).filter(({ resource }) => resource?.resourceType !== 'Appointment');
    bundle.entry.push({
      resource: {
        resourceType: 'ServiceRequest',
        id: 'f06-knee',
        status: 'active',
        intent: 'order',
        code: { text: 'Total knee replacement' },
        subject: { reference: 'Patient/f06' },
        occurrenceDateTime: '2026-03',
      },
    });
    const { result } = await followUp(bundle, { effects: 'none' });
    expect(result.followUp.facts.hold).toEqual({ from: '2026-03-02', operation: '2026-03-31', isLate: true });
  });
});
