/** `assess --follow-up`: each story of a visit after the order, as clinical safety teams run it. */
import type { Bundle, MedicationRequest, Resource } from '@medplum/fhirtypes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, type CalendarDate } from '#lib/time/calendar-date.ts';
import { loadDefinitions, validityProblems } from '../order/fhir-validation.ts';
import { stories } from '../patients/stories.ts';
import { STORY_DAY } from '../patients/story.ts';
import { assess, file, removeFiles } from './command.ts';

beforeAll(loadDefinitions, 60_000);
afterAll(removeFiles);

const R09 = { R09: { reason: 'Monitoring record checked today; patient asked: none' } };
const HOLD = { R19: { reason: 'hold-72-hours' } };
const TAKEN_OVER = { R12: { reason: 'taken-over' } };

function bundleOf(id: string): Bundle {
  const story = stories.find((one) => one.id === id);
  if (story === undefined) throw new Error(`no story ${id}`);
  return story.bundle;
}

async function followUp(
  chart: string | Bundle,
  answers: object,
  { safety = R09, words = [] }: { safety?: object; words?: readonly string[] } = {},
) {
  const bundle = typeof chart === 'string' ? bundleOf(chart) : chart;
  const options = ['--answers', file(safety), '--follow-up', file(answers)];
  const run = await assess([
    file(bundle),
    '--as-of',
    STORY_DAY,
    '--time-zone',
    'Europe/London',
    ...options,
    ...words,
  ]);
  return { ...run, result: run.stdout === '' ? null : JSON.parse(run.stdout) };
}

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
  ])('%s %o', async (id, answers, safety, exit, outcome, doseMg, draftKind, ended) => {
    const run = await followUp(id, answers, { safety });
    expect(run.stderr).toBe('');
    expect(run.exit).toBe(exit);
    expect(run.result).toMatchObject({ outcome: ended, followUp: { outcome, doseMg, draftKind } });
    expect(run.result.draft === null).toBe(draftKind === null);
    for (const draft of run.result.draft ?? []) expect(validityProblems(draft)).toEqual([]);
  });

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

test('two orders of this app in the same nights: cannot tell, and none is added', async () => {
  const bundle = structuredClone(bundleOf('f01'));
  const [own] = (bundle.entry ?? []).flatMap(({ resource }) =>
    resource?.resourceType === 'MedicationRequest' && resource.id === 'f01-ldn' ? [resource] : [],
  );
  const other = structuredClone(own as MedicationRequest);
  const [identifier] = other.identifier ?? [];
  if (identifier !== undefined) identifier.value = '0f0e0d0c-0000-4000-8000-00000000ffff';
  bundle.entry?.push({ resource: { ...other, id: 'f01-twin' } });
  const { exit, result } = await followUp(bundle, { effects: 'none' });
  expect([exit, result.followUp.row, result.draft]).toEqual([4, 'two-orders', null]);
});

/** Story f01 with its order as `change` makes it. */
function withOrder(change: (order: MedicationRequest) => void): Bundle {
  const bundle = structuredClone(bundleOf('f01'));
  for (const { resource } of bundle.entry ?? [])
    if (resource?.resourceType === 'MedicationRequest' && resource.id === 'f01-ldn') change(resource);
  return bundle;
}

test('an order of this app that runs for nobody knows how long is ended before another is drafted', async () => {
  const bundle = withOrder((order) => {
    order.dosageInstruction = [{ text: 'as directed' }];
  });
  const answers = { effects: 'none', doseMg: 3, firstNight: '2026-01-12' };
  const { exit, result } = await followUp(bundle, answers);
  expect([exit, result.followUp.outcome, result.draft]).toEqual([0, 'stay', null]);
  expect(result.followUp.facts.orderRuns).toEqual({ lastNight: null, draftFrom: null });
  expect(result.followUp.message).toContain('once that order is ended in the EHR');
  const ended = withOrder((order) => {
    order.dosageInstruction = [{ text: 'as directed' }];
    order.status = 'stopped';
  });
  expect((await followUp(ended, answers)).result.followUp.draftKind).toBe('maintenance');
});

describe('an order of this app that lost our identifier and kept our extension', () => {
  const bare = (id: string, change: (order: MedicationRequest) => void = () => {}) => {
    const bundle = structuredClone(bundleOf(id));
    for (const { resource } of bundle.entry ?? [])
      if (resource?.resourceType === 'MedicationRequest' && resource.identifier !== undefined) {
        delete resource.identifier;
        delete resource.groupIdentifier;
        change(resource);
      }
    return bundle;
  };

  test('is read night by night: the dose of tonight, never the highest it names', async () => {
    const { result } = await followUp(bare('f03'), { effects: 'troublesome' });
    expect(result.followUp).toMatchObject({ outcome: 'lower', doseMg: 0.5, draftKind: null });
    expect(result.followUp.facts).toMatchObject({
      currentDoseMg: 1.5,
      orderRuns: { lastNight: '2026-04-16', draftFrom: null },
    });
  });

  test('is history once it is over', async () => {
    const { result } = await followUp(bare('f07'), { effects: 'none' });
    expect(result.followUp).toMatchObject({ outcome: 'restart', doseMg: 1.5 });
    expect(result.followUp.facts).toMatchObject({ firstNight: '2025-09-01', lastNight: '2025-10-26' });
  });

  test('is what is followed, and lets no second order pass: it may be a copy, so it is asked about', async () => {
    const open = await followUp(bare('f01'), { effects: 'none' });
    expect([open.exit, open.result.draft]).toEqual([4, null]);
    expect(open.result.findings.map(({ rule }: { rule: string }) => rule)).toContain('R12');
    const { result } = await followUp(
      bare('f01'),
      { effects: 'none' },
      { safety: { ...R09, ...TAKEN_OVER } },
    );
    expect(result.plan.phases[0]).toMatchObject({ from: '2026-03-09', nights: 90, doseMg: 3 });
  });

  test('without any extension of ours it is somebody else’s', async () => {
    const bundle = bare('f01', (order) => {
      delete order.extension;
    });
    const { result } = await followUp(bundle, { effects: 'none' });
    expect(result.followUp.facts.lastNight).toBeNull();
  });
});

test('an order of this app in another patient says nothing of this one', async () => {
  const bundle = withOrder((order) => {
    order.subject = { reference: 'Patient/somebody-else' };
  });
  const { result } = await followUp(bundle, { effects: 'none' });
  expect(result.followUp).toMatchObject({ outcome: 'cannot-tell', doseMg: null, draftKind: null });
});

test('what a patient reports to take from elsewhere is followed, and is no prior prescription', async () => {
  const bundle = structuredClone(bundleOf('f08'));
  bundle.entry = (bundle.entry ?? []).filter(({ resource }) => resource?.id !== 'f08-naltrexone');
  bundle.entry.push({
    resource: {
      resourceType: 'MedicationStatement',
      id: 'f08-reported',
      status: 'active',
      subject: { reference: 'Patient/f08' },
      medicationCodeableConcept: { text: 'naltrexone 3 mg capsule (compounded)' },
      effectivePeriod: { start: '2025-12-15' },
      dosage: [
        {
          text: 'one capsule (3 mg) at bedtime',
          timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' } },
          doseAndRate: [{ doseQuantity: { value: 3, unit: 'mg' } }],
        },
      ],
    },
  });
  const { exit, stderr, result } = await followUp(
    bundle,
    { effects: 'none' },
    { safety: { ...R09, ...TAKEN_OVER } },
  );
  expect([exit, stderr, result.followUp.draftKind]).toEqual([0, '', 'maintenance']);
  expect(result.draft[0].priorPrescription).toBeUndefined();
  expect(validityProblems(result.draft[0])).toEqual([]);
});

test('orders in a Bundle within the Bundle, as a batch answers, are followed too', async () => {
  const bundle = bundleOf('f01');
  const isOrder = ({ resource }: { resource?: { resourceType: string } }) =>
    resource?.resourceType === 'MedicationRequest';
  const orders = (bundle.entry ?? []).filter(isOrder);
  const searchset = { resourceType: 'Bundle', type: 'searchset', total: orders.length, entry: orders };
  const nested = {
    ...bundle,
    entry: [...(bundle.entry ?? []).filter((one) => !isOrder(one)), { resource: searchset }],
  } as Bundle;
  const { result } = await followUp(nested, { effects: 'none' });
  expect(result.followUp).toMatchObject({ outcome: 'stay', doseMg: 3, draftKind: 'maintenance' });
  expect(result.plan.phases[0].from).toBe('2026-03-09');
});

describe('PEG that the EHR keeps as a questionnaire response', () => {
  const response = (changes: object) =>
    ({
      resourceType: 'QuestionnaireResponse',
      id: 'peg',
      status: 'completed',
      subject: { reference: 'Patient/f01' },
      authored: '2026-02-27T10:00:00Z',
      item: ['75893-8', '91145-3', '91146-1'].map((code) => ({
        linkId: `/${code}`,
        answer: [{ valueDecimal: 4 }],
      })),
      ...changes,
    }) as unknown as Resource;
  const chartWith = (changes: object) => {
    const bundle = structuredClone(bundleOf('f01'));
    bundle.entry = (bundle.entry ?? []).filter(({ resource }) => resource?.id !== 'f01-peg-now');
    bundle.entry.push({ resource: response(changes) });
    return bundle;
  };

  test('is the score of this visit, as on the screens, and is what the draft is made on', async () => {
    const { result } = await followUp(chartWith({}), { effects: 'none' });
    expect(result.followUp).toMatchObject({ outcome: 'stay', facts: { latest: { score: 4 } } });
    expect(JSON.stringify(result.draft[0].supportingInformation)).toContain('QuestionnaireResponse/peg');
    expect(validityProblems(result.draft[0])).toEqual([]);
  });

  test.each([
    ['of another patient', { subject: { reference: 'Patient/f011' } }],
    ['begun and not ended', { status: 'in-progress' }],
    ['taken back', { status: 'entered-in-error' }],
    ['of a day to come', { authored: '2026-03-04' }],
    ['without a day', { authored: undefined }],
    ['in part', { item: [{ linkId: '/75893-8', answer: [{ valueDecimal: 4 }] }] }],
    [
      'of another scale',
      {
        item: ['75893-8', '91145-3', '91146-1'].map((code) => ({
          linkId: code,
          answer: [{ valueInteger: 40 }],
        })),
      },
    ],
  ])('%s is no score', async (_, changes) => {
    const { result } = await followUp(chartWith(changes), { effects: 'none' });
    expect(result.followUp.facts.latest).toBeNull();
    expect(result.draft).toBeNull();
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

describe('an answers file that is wrong is named, and ends with 2', () => {
  test.each([
    [{}, 'effects must be one of'],
    [{ effects: 'bad' }, 'effects must be one of none, mild, troublesome, alarming'],
    [{ effects: 'none', painScore: 11 }, 'painScore must be a number from 0 to 10'],
    [{ effects: 'none', painScore: -1 }, 'painScore must be a number from 0 to 10'],
    [{ effects: 'none', painScore: '4' }, 'painScore must be a number from 0 to 10'],
    [{ effects: 'none', peg: [1, 2] }, 'peg must be three numbers'],
    [{ effects: 'none', peg: [1, 2, 11] }, 'peg.2 must be a number from 0 to 10'],
    [{ effects: 'none', painScore: 4, peg: [4, 4, 4] }, 'two measures'],
    [{ effects: 'none', painScore: 4, baseline: [7, 7, 7] }, 'two measures'],
    [{ effects: 'none', doseMg: 5 }, 'doseMg is above 4.5 mg'],
    [{ effects: 'none', doseMg: 0 }, 'doseMg must be a number of milligrams'],
    [{ effects: 'none', firstNight: '2026-03-03' }, 'firstNight is after 2026-03-02'],
    [{ effects: 'none', firstNight: '2026-02-30' }, 'firstNight must be a date'],
    [{ effects: 'none', missedNights: 1.5 }, 'missedNights must be a whole number'],
    [{ effects: 'none', change: 'great' }, 'change must be one of'],
    [{ effects: 'none', pegg: 1 }, 'unknown member: pegg'],
    [[], 'must be one JSON object'],
  ])('%j', async (answers, said) => {
    const { exit, stdout, stderr } = await followUp('f01', answers);
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
  });
});

test('the answers of one patient are never given to many charts', async () => {
  const { exit, stderr } = await assess(['--ndjson', '--follow-up', file({ effects: 'none' })], '{}');
  expect(exit).toBe(2);
  expect(stderr).toContain('--follow-up holds the answers of one patient');
});
