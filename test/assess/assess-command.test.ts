/** `assess` as clinical safety teams run it: what it prints, and with which exit code it ends. */
import type { MedicationRequest } from 'fhir/r4';
import { afterAll, describe, expect, test } from 'vitest';
import { assessChart } from '#lib/assess/assess-chart.ts';
import { readBundle } from '#lib/chart/read/read-bundle.ts';
import { installedRecogniser } from '#lib/terminology/load-tables.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { PRESETS } from '#lib/titration/propose-regimen.ts';
import { wordsFor } from '#lib/words/words-for.ts';
import { stories } from '../patients/stories.ts';
import { STORY_DAY } from '../patients/story.ts';
import { assess, assessFromShell, file, removeFiles } from './command.ts';

afterAll(removeFiles);

const asked = { R09: { reason: 'Monitoring record checked today; patient asked: none' } };

function chart(id: string): string {
  const story = stories.find((candidate) => candidate.id === id);
  if (story === undefined) throw new Error(`no story ${id}`);
  return file(story.bundle);
}

async function assessStory(id: string, ...words: readonly string[]) {
  const run = await assess([chart(id), '--as-of', STORY_DAY, ...words]);
  return { ...run, result: JSON.parse(run.stdout) };
}

describe('a chart without opioids, all questions answered', async () => {
  const { exit, result, stdout } = await assessStory(
    'v01',
    '--answers',
    file(asked),
    '--requester',
    'Practitioner/p9',
  );

  test('ends with 0 and one JSON object on one line', () => {
    expect(exit).toBe(0);
    expect(stdout.endsWith('\n')).toBe(true);
    expect(stdout.trim()).not.toContain('\n');
  });

  test('gives the standard schedule: 56 days, 126 capsules', () => {
    expect(result.outcome).toBe('draft');
    expect(result.opioid).toEqual({ verdict: 'none-found', earliestStart: null, evidence: [] });
    expect(result.plan).toEqual({
      phases: [
        { from: '2026-03-02', to: '2026-03-15', nights: 14, doseMg: 1.5, units: 'one 1.5 mg capsule' },
        { from: '2026-03-16', to: '2026-03-29', nights: 14, doseMg: 3, units: 'two 1.5 mg capsules' },
        { from: '2026-03-30', to: '2026-04-26', nights: 28, doseMg: 4.5, units: 'three 1.5 mg capsules' },
      ],
      supply: [{ item: 'naltrexone 1.5 mg capsule', quantity: 126, unit: 'capsule' }],
    });
  });

  test('gives one draft order of the named requester, with three sequenced dosages', () => {
    const [draft, ...others] = result.draft as MedicationRequest[];
    expect(others).toEqual([]);
    expect(draft).toMatchObject({
      resourceType: 'MedicationRequest',
      status: 'draft',
      intent: 'order',
      requester: { reference: 'Practitioner/p9' },
      dispenseRequest: { quantity: { value: 126 }, numberOfRepeatsAllowed: 0 },
    });
    expect(draft?.dosageInstruction?.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
  });
});

test("from the shell it prints the same, the draft identifier included, whatever the machine's zone", async () => {
  const words = [chart('v01'), '--as-of', STORY_DAY, '--answers', file(asked)];
  const shell = assessFromShell(words);
  expect(shell.exit).toBe(0);
  expect(shell.stdout).toBe((await assess(words)).stdout);
});

test('from the shell a blocked chart ends with 3 and bad input with 2', () => {
  expect(assessFromShell([chart('v02'), '--as-of', STORY_DAY]).exit).toBe(3);
  expect(assessFromShell(['nowhere.json']).exit).toBe(2);
});

test('an unanswered question ends with 4, with the plan but without a draft', async () => {
  const { exit, result } = await assessStory('v01');
  expect(exit).toBe(4);
  expect(result.outcome).toBe('needs-confirmation');
  expect(result.plan).not.toBeNull();
  expect(result.draft).toBeNull();
});

test('a current opioid ends with 3, and no answer lifts it', async () => {
  const { exit, result, stderr } = await assessStory(
    'v02',
    '--answers',
    file({ ...asked, R02: { reason: 'stopped' } }),
  );
  expect(exit).toBe(3);
  expect(result).toMatchObject({
    outcome: 'blocked',
    plan: null,
    draft: null,
    opioid: { verdict: 'present' },
  });
  expect(stderr).toContain('R02');
});

test('a chart whose second page is missing ends with 4: cannot tell', async () => {
  const bundle = stories.find(({ id }) => id === 'v01')?.bundle;
  const cut = { ...bundle, link: [{ relation: 'next', url: 'http://ehr.example/fhir?page=2' }] };
  const { exit, stdout } = await assess([file(cut), '--as-of', STORY_DAY, '--answers', file(asked)]);
  expect(exit).toBe(4);
  expect(JSON.parse(stdout)).toMatchObject({
    outcome: 'cannot-tell',
    opioid: { verdict: 'cannot-tell' },
    draft: null,
  });
});

test('cellulose intolerance: the gentle schedule in two strengths, with sucrose filler asked for', async () => {
  const gentle = { stepMg: 0.5, startMg: 0.5, intervalDays: 7, days: 63, strengthsMg: [0.5, 1.5] };
  const { exit, result } = await assessStory('v09', '--answers', file(asked), '--regimen', file(gentle));
  expect(exit).toBe(0);
  expect(result.plan.supply).toEqual([
    { item: 'naltrexone 0.5 mg capsule', quantity: 63, unit: 'capsule' },
    { item: 'naltrexone 1.5 mg capsule', quantity: 84, unit: 'capsule' },
  ]);
  expect(JSON.stringify(result.draft)).toContain('sucrose');
});

test('cellulose intolerance with the liquid asks first, then needs five tablets', async () => {
  const liquid = file({ preparation: 'liquid' });
  const before = await assessStory('v09', '--answers', file(asked), '--regimen', liquid);
  expect(before.exit).toBe(4);
  const answered = file({ ...asked, R14: { reason: 'Brand checked' } });
  const after = await assessStory('v09', '--answers', answered, '--regimen', liquid);
  expect(after.exit).toBe(0);
  expect(after.result.plan.supply).toEqual([
    { item: 'naltrexone 50 mg tablet', quantity: 5, unit: 'tablet' },
  ]);
});

describe('a depot that was given on a day nobody knows', () => {
  const { bundle } = stories.find(({ id }) => id === 'v01') ?? {};
  const depot = {
    resourceType: 'MedicationRequest',
    id: 'depot',
    status: 'completed',
    intent: 'order',
    subject: { reference: 'Patient/v01' },
    medicationCodeableConcept: { text: 'Sublocade 300 mg' },
  };
  const withDepot = file({ ...bundle, entry: [...(bundle?.entry ?? []), { resource: depot }] });

  test.each([
    ['an answer without the day opens nothing', { reason: 'Long ago' }, 3],
    ['a day five months ago neither', { reason: 'Patient asked', lastDose: '2025-10-01' }, 3],
    ['a day more than a year ago does', { reason: 'Patient asked', lastDose: '2025-03-01' }, 0],
    ['and so does the statement that it was never taken', { reason: 'not-taken' }, 0],
    ['typed in words it opens nothing', { reason: 'Never taken' }, 3],
  ])('%s', async (_, R06, exit) => {
    const answers = file({ ...asked, R06 });
    const run = await assess([withDepot, '--as-of', STORY_DAY, '--answers', answers]);
    expect(run.exit).toBe(exit);
    expect(JSON.parse(run.stdout).opioid.verdict).toBe('cannot-tell');
  });
});

test('what the tables of this site lack is named with what was not seen', async () => {
  const { result } = await assessStory('v01');
  expect(result).toMatchObject({ notSeen: [], devices: [] });
  const lacking = 'What SNOMED CT codes mean: this site has removed the table';
  const read = readBundle(stories[0]?.bundle);
  if ('refused' in read) throw new Error(read.refused.code);
  const choices = PRESETS.standard;
  const assessed = assessChart(wordsFor('en'), read.chart, {
    asOf: STORY_DAY as CalendarDate,
    timeZone: null,
    regimen: { ...choices, startDate: STORY_DAY as CalendarDate, filler: null },
    leftOpen: { startDate: true, filler: true, schedule: true },
    answers: {},
    requester: null,
    recognise: installedRecogniser().recognise,
    absentTables: [lacking],
    draftIdentifier: '',
  });
  expect(assessed.result).toMatchObject({ notSeen: [lacking] });
});

test('a ceiling above 4.5 mg is blocked by R25, which names it', async () => {
  const { exit, result } = await assessStory(
    'v01',
    '--answers',
    file(asked),
    '--regimen',
    file({ ceilingMg: 6 }),
  );
  expect(exit).toBe(3);
  expect(result.findings).toContainEqual(
    expect.objectContaining({ rule: 'R25', severity: 'blocks', message: expect.stringContaining('6 mg') }),
  );
});

describe('many charts, one a line', () => {
  const line = (id: string) => JSON.stringify(stories.find((story) => story.id === id)?.bundle);
  const lines = [line('v01'), '{broken', line('v02'), '{"resourceType":"Patient"}', line('v07')].join('\n');

  test.each([
    ['from a file', (): readonly [string[], undefined] => [[file(lines)], undefined]],
    ['from standard input', (): readonly [string[], string] => [[], lines]],
  ])('%s: each line answered in its place, bad ones by an error, and the exit is 5', async (_, how) => {
    const [words, input] = how();
    const { exit, stdout } = await assess(['--ndjson', '--as-of', STORY_DAY, ...words], input);
    const results = stdout
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text));
    expect(results.map(({ outcome, error }) => outcome ?? typeof error)).toEqual([
      'needs-confirmation',
      'string',
      'blocked',
      'string',
      'blocked',
    ]);
    expect(exit).toBe(5);
  });

  test('every line judged, whatever the verdict: the exit is 0', async () => {
    const { exit } = await assess(['--ndjson', '--as-of', STORY_DAY], `${line('v01')}\n\n${line('v02')}\n`);
    expect(exit).toBe(0);
  });

  test('a file that is not there ends with 2', async () => {
    expect((await assess(['--ndjson', 'nowhere.ndjson'])).exit).toBe(2);
  });
});

test.each(['--help', '-h'])('%s: what it takes and how it ends, on standard output', async (word) => {
  const { exit, stdout, stderr } = await assess([word]);
  expect([exit, stderr]).toEqual([0, '']);
  for (const told of ['--standing-warnings', '--ndjson', '--answers', 'Exit codes: 0', '5 some line'])
    expect(stdout).toContain(told);
});

describe('a warning that comes with every answer of an EHR', () => {
  const warned = () => {
    const { bundle } = stories.find(({ id }) => id === 'v01') ?? {};
    const outcome = {
      resourceType: 'OperationOutcome',
      issue: [{ severity: 'warning', code: 'suppressed', details: { coding: [{ code: '4119' }] } }],
    };
    return file({
      ...bundle,
      entry: [...(bundle?.entry ?? []), { resource: outcome, search: { mode: 'outcome' } }],
    });
  };
  const outcomeOf = async (...words: string[]) =>
    JSON.parse((await assess([warned(), '--as-of', STORY_DAY, ...words])).stdout).outcome;

  test('nothing can be told, unless its code is named as standing', async () => {
    expect(await outcomeOf()).toBe('cannot-tell');
    expect(await outcomeOf('--standing-warnings', '5000')).toBe('cannot-tell');
    expect(await outcomeOf('--standing-warnings', '5000, 4119')).toBe('needs-confirmation');
  });
});

describe('the country of a chart', () => {
  const question = async (...words: string[]) => {
    const { result } = await assessStory('v01', ...words);
    return result.findings.find(({ rule }: { readonly rule: string }) => rule === 'R09');
  };

  test('decides what is asked: no monitoring record where there is none', async () => {
    expect((await question()).message).toContain('PDMP');
    const { message, reasons } = await question('--jurisdiction', 'NZ');
    expect(message).toMatch(/^Patient asked about leftover/);
    expect(reasons).toEqual([{ id: 'patient-asked', text: 'Patient asked: none' }]);
  });
});
