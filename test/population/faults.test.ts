/** Every fault of an export has its right answer: nobody is lost in silence, and what did not come is never "none found". */
import { afterAll, describe, expect, test } from 'vitest';
import { exportFolder, filesByType, judged, linesOf, type Outcome, removeFolders } from './clinic.ts';
import { exportRows, patientNumber, type Resource } from './many-patients.ts';

afterAll(removeFolders);

/** v01 has no opioid; v02 takes oxycodone. */
const rows = exportRows([patientNumber(0), patientNumber(1)]);
const files = filesByType(rows);
const [v01, v02] = ['n0-v01', 'n1-v02'] as const;

const verdictOf = ({ results }: Outcome, patient: string) =>
  results.map((line) => JSON.parse(line)).find((result) => result.patient === `Patient/${patient}`)?.opioid
    .verdict;

function manifest(more: object, types = Object.keys(files)) {
  return JSON.stringify({
    transactionTime: '2026-03-02T09:00:00Z',
    request: 'https://ehr.example/fhir/$export',
    output: types.map((name) => ({
      type: name.replace('.ndjson', ''),
      url: `https://ehr.example/bulk/${name}`,
    })),
    error: [],
    ...more,
  });
}

test('the charts of these tests: one without an opioid, one with', async () => {
  const outcome = await judged(exportFolder({ ...files, 'manifest.json': manifest({}) }));
  expect([verdictOf(outcome, v01), verdictOf(outcome, v02)]).toEqual(['none-found', 'present']);
  expect(outcome.report.export.gaps).toEqual([]);
  expect(outcome.report.transactionTime).toBe('2026-03-02T09:00:00Z');
});

describe('what did not come', () => {
  const without = (name: string) => {
    const { [name]: _, ...rest } = files;
    return rest;
  };

  test.each([
    ['a folder without orders', () => without('MedicationRequest.ndjson')],
    [
      'a type that was asked for by name',
      () => ({
        ...files,
        'manifest.json': manifest({
          request: 'https://ehr.example/fhir/$export?_type=Patient,MedicationRequest,MedicationStatement',
        }),
      }),
    ],
    [
      'a file that the manifest lists',
      () => ({
        ...files,
        'manifest.json': manifest({}, [...Object.keys(files), 'MedicationDispense.ndjson']),
      }),
    ],
    [
      'rows that the manifest counts',
      () => ({
        ...files,
        'manifest.json': manifest({
          output: Object.keys(files).map((name) => ({
            type: name.replace('.ndjson', ''),
            url: name,
            count: (files[name]?.length ?? 0) + (name === 'Condition.ndjson' ? 1 : 0),
          })),
        }),
      }),
    ],
    [
      'a further manifest',
      () => ({
        ...files,
        'manifest.json': manifest({ link: [{ relation: 'next', url: 'https://ehr.example/bulk/2' }] }),
      }),
    ],
    [
      'a manifest whose list is no list',
      () => ({ ...files, 'manifest.json': manifest({ outcome: 'none' }) }),
    ],
    [
      'the file that tells of errors',
      () => ({
        ...files,
        'manifest.json': manifest({
          error: [{ type: 'OperationOutcome', url: 'https://x.example/e.ndjson' }],
        }),
      }),
    ],
    [
      'the end of a file',
      () => ({
        ...files,
        'MedicationRequest.ndjson': linesOf(files['MedicationRequest.ndjson'] ?? []).slice(0, -40),
      }),
    ],
  ])('%s: cannot tell, for everybody', async (_, make) => {
    const outcome = await judged(exportFolder(make()));
    expect(outcome.report.patients.in).toBe(2);
    expect(outcome.report.export.gaps.length).toBeGreaterThan(0);
    expect(outcome.report.verdicts['none-found']).toBe(0);
    expect(verdictOf(outcome, v01)).toBe('cannot-tell');
  });

  test('a packed file that breaks off', async () => {
    const folder = exportFolder({
      ...without('MedicationRequest.ndjson'),
      'orders.ndjson.gz': files['MedicationRequest.ndjson'] ?? [],
    });
    const { readFileSync, writeFileSync } = await import('node:fs');
    const place = `${folder}/orders.ndjson.gz`;
    writeFileSync(place, readFileSync(place).subarray(0, -20));
    const outcome = await judged(folder);
    expect(outcome.report.verdicts['none-found']).toBe(0);
    expect(outcome.report.patients.in).toBe(2);
  });

  test('a packed file that breaks off between two rows: nobody can say how many there were', async () => {
    const folder = exportFolder(without('MedicationRequest.ndjson'));
    const { writeFileSync } = await import('node:fs');
    const { gzipSync } = await import('node:zlib');
    const text = linesOf(files['MedicationRequest.ndjson'] ?? []);
    // Stored as it is, after ten bytes of header and five of the block: cut behind the first row.
    const stored = gzipSync(text, { level: 0 }).subarray(0, 15 + text.indexOf('\n') + 1);
    writeFileSync(`${folder}/orders.ndjson.gz`, stored);
    const outcome = await judged(folder);
    expect(outcome.report.export.gaps).toEqual([expect.stringContaining('breaks off')]);
    expect(outcome.report.verdicts['none-found']).toBe(0);
  });

  test('a type that nobody asked for is no gap, and told', async () => {
    const outcome = await judged(exportFolder(files));
    expect(outcome.report.export.notExported).toContain('MedicationStatement');
    expect(verdictOf(outcome, v01)).toBe('none-found');
  });

  test('an empty file is a type without rows', async () => {
    const request = 'https://ehr.example/fhir/$export?_type=MedicationStatement';
    const outcome = await judged(
      exportFolder({ ...files, 'MedicationStatement.ndjson': '', 'manifest.json': manifest({ request }) }),
    );
    expect(outcome.report.export.gaps).toEqual([]);
    expect(verdictOf(outcome, v01)).toBe('none-found');
  });

  test('a type of which the EHR keeps no rows, as whoever runs this says', async () => {
    const request = 'https://ehr.example/fhir/$export?_type=MedicationStatement';
    const folder = exportFolder({ ...files, 'manifest.json': manifest({ request }) });
    const outcome = await judged(folder, { without: ['MedicationStatement'] });
    expect(verdictOf(outcome, v01)).toBe('none-found');
  });
});

describe('what the server says went wrong', () => {
  const said = (diagnostics: string, severity = 'error') => ({
    resourceType: 'OperationOutcome',
    issue: [{ severity, code: 'exception', diagnostics }],
  });

  test.each(['error', 'outcome'])('under "%s", of nobody by name: against all', async (member) => {
    const outcome = await judged(
      exportFolder({
        ...files,
        'e.ndjson': [said('MedicationRequest timed out')],
        'manifest.json': manifest({
          [member]: [{ type: 'OperationOutcome', url: 'https://x.example/e.ndjson' }],
        }),
      }),
    );
    expect(outcome.report.verdicts).toEqual({ present: 1, 'cannot-tell': 1, 'none-found': 0 });
    expect(outcome.report.export.outcomes).toBe(1);
  });

  test('of one patient by name: against that one', async () => {
    const outcome = await judged(
      exportFolder({ ...files, 'e.ndjson': [said(`Patient/${v02} was not read`)] }),
    );
    expect(verdictOf(outcome, v01)).toBe('none-found');
    const of = outcome.results
      .map((line) => JSON.parse(line))
      .find(({ patient }) => patient === `Patient/${v02}`);
    expect(of.findings.map(({ rule }: { rule: string }) => rule)).toContain('R01');
  });

  test('information is none', async () => {
    const outcome = await judged(exportFolder({ ...files, 'e.ndjson': [said('12 rows', 'information')] }));
    expect(verdictOf(outcome, v01)).toBe('none-found');
    expect(outcome.report.export.outcomes).toBe(0);
  });

  test('in a form that cannot be read: against all', async () => {
    const outcome = await judged(
      exportFolder({
        ...files,
        'e.ndjson': 'internal error\n',
        'manifest.json': manifest({
          error: [{ type: 'OperationOutcome', url: 'https://x.example/e.ndjson' }],
        }),
      }),
    );
    expect(outcome.report.verdicts['none-found']).toBe(0);
  });
});

describe('rows whose patient cannot be told', () => {
  const order = files['MedicationRequest.ndjson']?.[0] as Resource;

  test.each([
    ['no patient', { ...order, id: 'x1', subject: undefined }],
    ['a patient by a number alone', { ...order, id: 'x1', subject: { identifier: { value: '7' } } }],
    ['a group', { ...order, id: 'x1', subject: { reference: 'Group/1' } }],
    ['a patient within the row', { ...order, id: 'x1', subject: { reference: '#p' } }],
    ['a kind that FHIR does not know', { resourceType: 'MedicationOrder', id: 'x1' }],
    ['a Patient without an id', { resourceType: 'Patient' }],
  ])('%s: kept as it came, and counted', async (_, row) => {
    const outcome = await judged(exportFolder({ ...files, 'more.ndjson': [row] }));
    expect(outcome.report.unplaced.rows).toBe(1);
    expect(JSON.parse(outcome.unplaced)).toEqual(JSON.parse(JSON.stringify(row)));
    expect(outcome.report.patients.in).toBe(2);
  });

  test('broken JSON is counted, and stops its patient where that can be told', async () => {
    const broken = `${JSON.stringify({ ...order, subject: undefined }).slice(0, 40)}\n{"resourceType":"MedicationRequest","id":"x","subject":{"reference":"Patient/${v01}"},"status":}\n`;
    const outcome = await judged(exportFolder({ ...files, 'more.ndjson': broken }));
    expect(outcome.report.unplaced).toMatchObject({ rows: 2, why: { 'no-json': 2 } });
    expect(verdictOf(outcome, v01)).toBe('cannot-tell');
    expect(verdictOf(outcome, v02)).toBe('present');
  });

  test('a patient of whom only orders came is in the results, in error', async () => {
    const lost = { ...order, id: 'x1', subject: { reference: 'Patient/nobody' } };
    const { report, results } = await judged(exportFolder({ ...files, 'more.ndjson': [lost] }));
    expect(report.patients).toMatchObject({ in: 3, judged: 2, notJudged: 1 });
    expect(report.lists.notJudged).toEqual([{ patient: 'Patient/nobody', why: 'has no Patient' }]);
    expect(results.at(-1)).toBe('{"error":"has no Patient"}');
  });
});

describe('several versions of a row', () => {
  const order = files['MedicationRequest.ndjson']?.find(
    ({ subject }) => (subject as { reference: string }).reference === `Patient/${v02}`,
  ) as Resource;
  const version = (versionId: string, status: string, lastUpdated?: string) => ({
    ...order,
    status,
    meta: { versionId, lastUpdated },
  });
  const rest = {
    ...files,
    'MedicationRequest.ndjson': (files['MedicationRequest.ndjson'] ?? []).filter((row) => row !== order),
  };

  test.each([['first'], ['last']])('the newest wins, wherever it stands: %s', async (place) => {
    const both = [version('10', 'entered-in-error'), version('9', 'active')];
    const { report, results } = await judged(
      exportFolder({ ...rest, 'v.ndjson': place === 'first' ? both : both.toReversed() }),
    );
    expect(report.rows.older).toBe(1);
    expect(results.join('')).not.toContain('"verdict":"present"');
  });

  test.each([
    ['numbers that are none', version('a', 'entered-in-error'), version('b', 'active')],
    [
      'a number against a time',
      version('10', 'entered-in-error', '2026-01-01T00:00:00Z'),
      version('9', 'active', '2026-02-01T00:00:00Z'),
    ],
  ])('where nobody can say which is newer it cannot be told: %s', async (_, one, other) => {
    const { results } = await judged(exportFolder({ ...rest, 'v.ndjson': [one, other] }));
    const of = results.map((line) => JSON.parse(line)).find(({ patient }) => patient === `Patient/${v02}`);
    expect(of.findings.map(({ rule }: { rule: string }) => rule)).toContain('R01');
  });
});

describe('what was deleted', () => {
  const deletion = (...urls: readonly string[]) => ({
    resourceType: 'Bundle',
    type: 'transaction',
    entry: urls.map((url) => ({ request: { method: 'DELETE', url } })),
  });

  test('a row is dropped', async () => {
    const orders = (files['MedicationRequest.ndjson'] ?? []).filter(
      ({ subject }) => (subject as { reference: string }).reference === `Patient/${v02}`,
    );
    const { report, results } = await judged(
      exportFolder({
        ...files,
        'd.ndjson': [deletion(...orders.map(({ id }) => `MedicationRequest/${id}`))],
      }),
    );
    expect(report.rows.deleted).toBe(orders.length);
    expect(results.join('')).not.toContain('"verdict":"present"');
  });

  test('a Bundle that deletes nothing is of nobody: kept, counted, never judged', async () => {
    const [resource] = files['MedicationRequest.ndjson'] ?? [];
    const bundle = { resourceType: 'Bundle', type: 'collection', entry: [{ resource }] };
    const { report } = await judged(exportFolder({ ...files, 'b.ndjson': [bundle] }));
    expect(report.unplaced).toMatchObject({ rows: 1, why: { 'no-patient': 1 } });
  });

  test('a patient is left out, and counted', async () => {
    const { report, results } = await judged(
      exportFolder({ ...files, 'd.ndjson': [deletion(`Patient/${v02}`)] }),
    );
    expect(report.patients).toEqual({ in: 2, out: 1, judged: 1, notJudged: 0, deleted: 1 });
    expect(results).toHaveLength(1);
  });
});

test('a patient who was replaced by another is stopped: R26', async () => {
  const replaced = (files['Patient.ndjson'] ?? []).map((patient) =>
    patient.id === v01
      ? { ...patient, link: [{ type: 'replaced-by', other: { reference: `Patient/${v02}` } }] }
      : patient,
  );
  const { results } = await judged(exportFolder({ ...files, 'Patient.ndjson': replaced }));
  const of = results.map((line) => JSON.parse(line)).find(({ patient }) => patient === `Patient/${v01}`);
  expect(of.outcome).toBe('blocked');
  expect(of.findings.map(({ rule }: { rule: string }) => rule)).toContain('R26');
});

describe('rows of no patient to which others refer', () => {
  const oxycodone = {
    resourceType: 'Medication',
    id: 'med1',
    code: {
      coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '1049621' }],
      text: 'oxycodone 5 mg tablet',
    },
  };
  const order = {
    resourceType: 'MedicationRequest',
    id: 'by-reference',
    status: 'active',
    intent: 'order',
    subject: { reference: `Patient/${v01}` },
    authoredOn: '2026-02-20',
    medicationReference: { reference: 'https://ehr.example/fhir/Medication/med1' },
  };

  test.each([['before'], ['after']])('a medicine is found, in a file that comes %s', async (place) => {
    const outcome = await judged(
      exportFolder({
        ...files,
        [`${place === 'before' ? 'A' : 'z'}.ndjson`]: [oxycodone],
        'more.ndjson': [order],
      }),
    );
    expect(verdictOf(outcome, v01)).toBe('present');
    expect(outcome.report.rows.shared).toBeGreaterThan(0);
  });

  test('one that was deleted is nobody knows what', async () => {
    const request = { method: 'DELETE', url: 'Medication/med1' };
    const deletion = { resourceType: 'Bundle', type: 'transaction', entry: [{ request }] };
    const outcome = await judged(
      exportFolder({ ...files, 'm.ndjson': [oxycodone], 'd.ndjson': [deletion], 'more.ndjson': [order] }),
    );
    expect(verdictOf(outcome, v01)).toBe('cannot-tell');
  });

  test('one that did not come is nobody knows what', async () => {
    const outcome = await judged(exportFolder({ ...files, 'more.ndjson': [order] }));
    expect(verdictOf(outcome, v01)).toBe('cannot-tell');
  });
});

test('a row too large to be held is told apart by what it says of itself', async () => {
  const large = (type: string, subject: string) =>
    `{"text":{"div":"${'\\u0000\\"{'.repeat(2_500_000)}"},"resourceType":"${type}","id":"big","contained":[{"resourceType":"Patient","id":"x"}],"subject":{"reference":"Patient/${subject}"}}\n`;
  const outcome = await judged(
    exportFolder({ ...files, 'large.ndjson': large('Observation', v01) + large('DocumentReference', v02) }),
  );
  expect(outcome.report.rows.tooLarge).toBe(2);
  expect(verdictOf(outcome, v01)).toBe('cannot-tell');
  expect(verdictOf(outcome, v02)).toBe('present');
});
