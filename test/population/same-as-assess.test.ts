/** A run over an export says of every patient what `assess --ndjson` says of that patient's Bundle: the same bytes, however the rows lie. */
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { assess } from '../assess/command.ts';
import { STORY_DAY } from '../patients/story.ts';
import { exportFolder, filesByType, judged, linesOf, removeFolders } from './clinic.ts';
import { type BundleOf, exportRows, patientNumber } from './many-patients.ts';

afterAll(removeFolders);

const bundles = Array.from({ length: 26 }, (_, index) => patientNumber(index));
const rows = exportRows(bundles);

const idOf = ({ entry }: BundleOf) =>
  entry.find(({ resource }) => resource.resourceType === 'Patient')?.resource.id ?? '';

async function asAssessed(charts: readonly BundleOf[]): Promise<string[]> {
  const sorted = charts.toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  const { stdout } = await assess(['--ndjson', '--as-of', STORY_DAY], linesOf(sorted));
  return stdout.trimEnd().split('\n');
}

const expected = await asAssessed(bundles);

test('one file a type', async () => {
  const { results, report } = await judged(exportFolder(filesByType(rows)));
  expect(results).toEqual(expected);
  expect(report.patients).toEqual({ in: 26, out: 26, judged: 26, notJudged: 0, deleted: 0 });
  expect(report.rows.read).toBe(rows.length);
});

describe('whatever the order of rows and the split into files', () => {
  test('results are the same bytes', async () => {
    const few = bundles.slice(0, 14);
    const ofFew = exportRows(few);
    const wanted = await asAssessed(few);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(ofFew as never[], { minLength: ofFew.length, maxLength: ofFew.length }),
        fc.array(fc.nat({ max: ofFew.length }), { maxLength: 4 }),
        fc.boolean(),
        async (shuffled, cuts, isPacked) => {
          const at = [0, ...cuts.toSorted((a, b) => a - b), shuffled.length];
          const files = Object.fromEntries(
            at.slice(1).map((end, index) => {
              const name = `part-${index}.ndjson${isPacked ? '.gz' : ''}`;
              return [name, shuffled.slice(at[index], end)];
            }),
          );
          const { results } = await judged(exportFolder(files));
          expect(results).toEqual(wanted);
        },
      ),
      { numRuns: 6 },
    );
  });

  test('a row that comes twice counts once', async () => {
    const { results, report } = await judged(
      exportFolder({ 'a.ndjson': rows, 'b.ndjson': rows.slice(0, 500) }),
    );
    expect(results).toEqual(expected);
    expect(report.rows.repeated).toBeGreaterThan(400);
  });

  test('blocks a patient, one of them going on in another file', async () => {
    const blocks = bundles.flatMap((bundle) => [
      {
        resourceType: 'Parameters',
        parameter: [{ name: 'header', valueReference: { reference: `Patient/${idOf(bundle)}` } }],
      },
      ...exportRows([bundle]),
    ]);
    const middle = blocks.length >> 1;
    const last = blocks.slice(0, middle).findLast(({ resourceType }) => resourceType === 'Parameters') ?? {};
    const { results } = await judged(
      exportFolder({ 'one.ndjson': blocks.slice(0, middle), 'two.ndjson': [last, ...blocks.slice(middle)] }),
    );
    expect(results).toEqual(expected);
  });

  test('references absolute, versioned and by UUID name the same patient', async () => {
    const forms = [
      (id: string) => `https://ehr.example/fhir/Patient/${id}`,
      (id: string) => `Patient/${id}/_history/3`,
      (id: string) => `http://ehr.example:80/fhir//Patient/${id}`,
    ];
    const first = bundles.slice(0, 12);
    const renamed = exportRows(first).map((row, index) =>
      JSON.parse(
        JSON.stringify(row).replace(
          /"Patient\/([^"]+)"/,
          (_, id) => `"${forms[index % forms.length]?.(id)}"`,
        ),
      ),
    );
    const { results } = await judged(exportFolder({ 'all.ndjson': renamed }));
    expect(results).toEqual(await asAssessed(first));
  });
});

test('a draft has the same identifier', async () => {
  const chart = bundles[0] as BundleOf;
  const answers = { R09: { reason: 'monitoring-checked' } };
  const { results } = await judged(exportFolder({ 'all.ndjson': exportRows([chart]).toReversed() }), {
    task: { ...(await import('./clinic.ts')).TASK, answers },
  });
  const { file, removeFiles } = await import('../assess/command.ts');
  const { stdout } = await assess(
    ['--ndjson', '--as-of', STORY_DAY, '--answers', file(answers)],
    linesOf([chart]),
  );
  removeFiles();
  expect(JSON.parse(results[0] ?? '').outcome).toBe('draft');
  expect(`${results[0]}\n`).toBe(stdout);
});

test('a line separator of Unicode in a text of a chart ends no line', async () => {
  const chart = JSON.parse(JSON.stringify(bundles[1]).replace('"Take', '"Take\u2028\u2029')) as BundleOf;
  expect(JSON.stringify(chart)).toContain('\u2028');
  const { results } = await judged(exportFolder({ 'all.ndjson': exportRows([chart]) }));
  expect(results).toEqual(await asAssessed([chart]));
  expect(results).toHaveLength(1);
});
