/** The command as a clinic runs it: with its processes, its folder, its report. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { AttemptLog } from '#lib/population/judge/attempts.ts';
import { STORY_DAY } from '../patients/story.ts';
import { bulk, emptyFolder, exportFolder, filesByType, judged, removeFolders } from './clinic.ts';
import { exportRows, patientNumber } from './many-patients.ts';

afterAll(removeFolders);

const bundles = Array.from({ length: 16 }, (_, index) => patientNumber(index));
const folder = exportFolder(filesByType(exportRows(bundles)));
const asOf = ['--as-of', STORY_DAY];

const read = (out: string, name: string) => readFileSync(path.join(out, name), 'utf8');

describe('a run that ends', async () => {
  const out = path.join(emptyFolder(), 'out');
  const { exit, errors } = await bulk(['--bulk', folder, '--out', out, '--workers', '2', ...asOf]);

  test('with 0, and the same results as in one process', async () => {
    expect(exit).toBe(0);
    expect(read(out, 'results.ndjson').trimEnd().split('\n')).toEqual((await judged(folder)).results);
  });

  test('leaves the results and the report, for their owner alone, and nothing else', () => {
    expect(readdirSync(out).sort()).toEqual([
      'report.html',
      'report.json',
      'results.ndjson',
      'unplaced.ndjson',
    ]);
    for (const name of readdirSync(out)) expect(statSync(path.join(out, name)).mode & 0o777).toBe(0o600);
  });

  test('says where the report is', () => {
    expect(errors).toContain('report.html');
  });

  test("the report names no patient's name", () => {
    expect(read(out, 'report.html')).not.toContain('Longlist');
  });

  test('another number of workers, and names where they are asked for', async () => {
    const again = path.join(emptyFolder(), 'again');
    const run = await bulk(['--bulk', folder, '--out', again, '--workers', '1', '--names', ...asOf]);
    expect(run.exit).toBe(0);
    expect(read(again, 'results.ndjson')).toBe(read(out, 'results.ndjson'));
  });
});

test('--report-only keeps the report and nothing else', async () => {
  const out = path.join(emptyFolder(), 'out');
  const one = exportFolder(filesByType(exportRows(bundles.slice(0, 1))));
  await bulk(['--bulk', one, '--out', out, '--report-only', ...asOf]);
  expect(readdirSync(out).sort()).toEqual(['report.html', 'report.json']);
});

describe('a run that is stopped', async () => {
  const out = path.join(emptyFolder(), 'out');
  const stop = new AbortController();
  const run = bulk(['--bulk', folder, '--out', out, '--workers', '1', ...asOf], stop.signal);
  const results = path.join(out, '.population', 'results');
  while (!existsSync(results) || readdirSync(results).every((name) => !/\.[0-9a-f]{32}$/.test(name))) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  stop.abort(new Error('stopped'));
  const { exit, errors } = await run;
  const left = readdirSync(results);

  test('says so, and leaves nothing half-written', () => {
    expect(exit).toBe(130);
    expect(errors).toContain('stopped');
    expect(readdirSync(out)).toEqual(['.population']);
    expect(left.filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(statSync(path.join(out, '.population')).mode & 0o777).toBe(0o700);
  });

  test('goes on from there: what was done is not done again', async () => {
    const done = left.filter((name) => /\.[0-9a-f]{32}$/.test(name));
    expect(done.length).toBeGreaterThan(0);
    const [first = ''] = done;
    const place = path.join(results, first);
    writeFileSync(place, readFileSync(place, 'utf8').replaceAll('"asOf"', '"kept"'));
    const again = await bulk(['--bulk', folder, '--out', out, ...asOf]);
    expect(again).toMatchObject({ exit: 0, errors: expect.stringContaining('going on') });
    const lines = read(out, 'results.ndjson').trimEnd().split('\n');
    expect(lines.filter((line) => line.includes('"kept"')).length).toBeGreaterThan(0);
    expect(lines.map((line) => line.replace('"kept"', '"asOf"'))).toEqual((await judged(folder)).results);
  });
});

describe('what is refused', () => {
  test.each([
    [['--bulk', folder], '--out'],
    [['--bulk', folder, '--out', path.join(folder, 'out')], 'within'],
    [['--bulk', folder, '--out', '/nowhere', '--workers', '0'], '--workers'],
    [['--bulk', folder, '--out', '/nowhere', '--queue', 'http://x'], '--queue'],
    [['--bulk', folder, '--out', '/nowhere', '--queue', 'redis://x', '--workers', '2'], '--workers'],
    [['--bulk', folder, '--out', '/nowhere', '--without', 'MedicationRequest'], '--without'],
    [['--bulk', '/no/such/folder', '--out', '/nowhere'], 'cannot be read'],
    [['--bulk', emptyFolder(), '--out', '/nowhere'], 'no NDJSON'],
    [['--bulk', folder, '--out', '/nowhere', '--as-of', 'today'], '--as-of'],
  ])('%j: %s is named', async (words, said) => {
    const { exit, errors } = await bulk(words);
    expect(exit).toBe(2);
    expect(errors).toContain(said);
  });

  test('a second run in the folder of one that goes on', async () => {
    const out = emptyFolder();
    mkdirSync(path.join(out, '.population'));
    writeFileSync(path.join(out, '.population', 'lock'), `another-machine 1`);
    const { exit, errors } = await bulk(['--bulk', folder, '--out', out, ...asOf]);
    expect(exit).toBe(2);
    expect(errors).toContain('another run');
  });
});

test('a row without a place ends with 4, and the report begins with it', async () => {
  const out = emptyFolder();
  const lost = exportFolder({
    ...filesByType(exportRows(bundles.slice(0, 1))),
    'x.ndjson': 'no json <script>\n',
  });
  const { exit } = await bulk(['--bulk', lost, '--out', out, ...asOf]);
  expect(exit).toBe(4);
  expect(JSON.parse(read(out, 'report.json')).unplaced.rows).toBe(1);
  expect(read(out, 'unplaced.ndjson')).toContain('no json <script>');
  expect(read(out, 'report.html')).toContain('1 row names no patient');
});

test('the day is that of the export', async () => {
  const out = emptyFolder();
  const files = filesByType(exportRows(bundles.slice(0, 1)));
  const manifest = JSON.stringify({ transactionTime: '2026-02-28T23:30:00Z', output: [] });
  await bulk([
    '--bulk',
    exportFolder({ ...files, 'manifest.json': manifest }),
    '--out',
    out,
    '--time-zone',
    'Europe/Berlin',
  ]);
  expect(JSON.parse(read(out, 'report.json'))).toMatchObject({
    asOf: '2026-03-01',
    transactionTime: '2026-02-28T23:30:00Z',
  });
});

test('a chart at which the program ends again and again is set aside, the others are judged', () => {
  const log = path.join(emptyFolder(), 'log');
  for (const _ of [1, 2, 3]) {
    const attempts = new AttemptLog(log);
    expect([attempts.begin(0), attempts.begin(1)]).toEqual([true, true]);
    attempts.close();
  }
  const attempts = new AttemptLog(log);
  expect([0, 1, 2].map((chart) => attempts.begin(chart))).toEqual([true, false, true]);
  attempts.finish();
  expect(existsSync(log)).toBe(false);
});

test('from the shell', () => {
  const out = path.join(emptyFolder(), 'out');
  execFileSync('npm', ['run', '--silent', 'assess', '--', '--bulk', folder, '--out', out, ...asOf], {
    stdio: 'pipe',
  });
  expect(read(out, 'results.ndjson').trimEnd().split('\n')).toHaveLength(16);
});
