/**
 * Thousands of random breakages of whole charts, one to four in a chart at once. Nothing crashes, nothing broken makes a chart
 * look safer, and every breakage of a medication row is in the ledger, is asked about, or leaves the verdict as it was or worse.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Bundle } from '@medplum/fhirtypes';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBundle } from '#lib/chart/read/read-bundle.ts';
import { judgeSafety } from '#lib/safety/judge-safety.ts';
import type { OpioidVerdict } from '#lib/safety/opioid-evidence.ts';
import { installedRecogniser } from '#lib/terminology/load-tables.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { stories } from '../patients/stories.ts';
import { STORY_DAY } from '../patients/story.ts';
import { broken, type Path, placesIn, WRONG_VALUES } from './breakages.ts';

const SEED = 20_260_302;
const SAFER: Record<OpioidVerdict, number> = { present: 0, 'cannot-tell': 1, 'none-found': 2 };
const { recognise } = installedRecogniser();

function assess(bundle: unknown) {
  const read = readBundle(bundle);
  if ('refused' in read) return null;
  const { ledger } = read.chart;
  const lines = [...ledger.entries.flatMap(({ problems }) => problems), ...ledger.problems];
  const judgement = judgeSafety(read.chart, {
    asOf: STORY_DAY as CalendarDate,
    timeZone: null,
    recognise,
    preparation: 'capsules',
  });
  return {
    verdict: judgement.opioid.verdict,
    lines: lines.length,
    blocks: judgement.findings.filter(({ rule }) => rule === 'R01').length,
    asked: judgement.findings.filter(({ rule }) => rule === 'R06').length,
  };
}

/** Whole JSON values of the right type, and wrong as a chart: which of them, and on which medication row. */
interface Spoiling {
  readonly kind: number;
  readonly row: number;
}

function spoilt(bundle: Bundle, { kind, row: at }: Spoiling): { name: string; broken: unknown } {
  const copy = JSON.parse(JSON.stringify(bundle)) as {
    entry: { resource: Record<string, unknown> }[];
    link?: unknown;
  };
  const rows = copy.entry.filter(({ resource }) => /^Medication./.test(String(resource.resourceType)));
  const row = rows[at % Math.max(rows.length, 1)]?.resource ?? {};
  const owner = { reference: 'Patient/somebody-else' };
  const kinds: readonly (readonly [string, () => void])[] = [
    ['a row of another patient', () => Object.assign(row, { subject: owner })],
    ['a row of nobody', () => Object.assign(row, { subject: undefined })],
    [
      'a modifierExtension',
      () => Object.assign(row, { modifierExtension: [{ url: 'https://ehr.example/x', valueBoolean: true }] }),
    ],
    ['implicitRules', () => Object.assign(row, { implicitRules: 'https://ehr.example/rules' })],
    [
      'a reference that leads nowhere',
      () =>
        Object.assign(row, {
          medicationCodeableConcept: undefined,
          medicationReference: { reference: 'Medication/gone' },
        }),
    ],
    [
      'a Medication that contains itself',
      () => {
        Object.assign(row, {
          medicationCodeableConcept: undefined,
          medicationReference: { reference: 'Medication/loop' },
        });
        copy.entry.push({
          resource: {
            resourceType: 'Medication',
            id: 'loop',
            ingredient: [{ itemReference: { reference: 'Medication/loop' } }],
          },
        });
      },
    ],
    ['a status nobody lists', () => Object.assign(row, { status: 'zzqxv' })],
    ['an intent nobody lists', () => Object.assign(row, { intent: 'zzqxv' })],
    ['a redacted row', () => Object.assign(row, { meta: { security: [{ code: 'REDACTED' }] } })],
    [
      'no medication at all',
      () => Object.assign(row, { medicationCodeableConcept: undefined, medicationReference: undefined }),
    ],
    [
      'a further page',
      () => Object.assign(copy, { link: [{ relation: 'next', url: 'https://ehr.example/2' }] }),
    ],
    [
      'an error in place of a page',
      () =>
        copy.entry.push({
          resource: { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'exception' }] },
        }),
    ],
    ['an entry that is no resource', () => copy.entry.push({ resource: { resourceType: 'Zzqxv' } })],
    ['two versions of one row', () => copy.entry.push({ resource: { ...row, status: 'cancelled' } })],
  ];
  const [name, spoil] = kinds[kind % kinds.length] ?? ['', () => undefined];
  spoil();
  return { name, broken: JSON.parse(JSON.stringify(copy)) };
}

interface Known {
  readonly id: string;
  readonly bundle: Bundle;
  readonly before: NonNullable<ReturnType<typeof assess>>;
  readonly places: readonly Path[];
}

/** One value in a chart made wrong. */
type Wrong = { readonly path: Path; readonly wrong: (typeof WRONG_VALUES)[number] };
type Breakage = { readonly chart: Known } & (
  | { readonly spoiling: Spoiling }
  | { readonly wrongs: readonly Wrong[] }
);

const anySpoiling: fc.Arbitrary<Spoiling> = fc.record({ kind: fc.nat(1_000), row: fc.nat(1_000) });

const isWithin = (one: Path, other: Path) => `${other.join()},`.startsWith(`${one.join()},`);

function breakageOf(chart: Known): fc.Arbitrary<Breakage> {
  const wrong = fc.record({
    path: fc.nat(chart.places.length - 1).map((at) => chart.places[at] ?? []),
    wrong: fc.constantFrom(...WRONG_VALUES),
  });
  const apart = {
    comparator: (one: Wrong, other: Wrong) =>
      isWithin(one.path, other.path) || isWithin(other.path, one.path),
  };
  return fc.oneof(
    { weight: 1, arbitrary: anySpoiling.map((spoiling) => ({ chart, spoiling })) },
    {
      weight: 2,
      arbitrary: fc
        .uniqueArray(wrong, { minLength: 1, maxLength: 4, ...apart })
        .map((wrongs) => ({ chart, wrongs })),
    },
  );
}

function brokenBy(breakage: Breakage): { readonly steps: readonly string[]; readonly after: unknown } {
  if ('spoiling' in breakage) {
    const { name, broken: after } = spoilt(breakage.chart.bundle, breakage.spoiling);
    return { steps: [name], after };
  }
  return {
    steps: breakage.wrongs.map(({ path, wrong }) => `${path.join('.')} = ${wrong.name}`),
    after: breakage.wrongs.reduce<unknown>(
      (chart, { path, wrong }) => broken(chart, path, wrong.value),
      breakage.chart.bundle,
    ),
  };
}

/** @returns how many of the broken charts were judged; the others were refused whole. */
function run(
  charts: readonly { readonly id: string; readonly bundle: Bundle }[],
  numRuns: number,
  seed: number,
): number {
  let judged = 0;
  const known = charts.flatMap(({ id, bundle }): Known[] => {
    const before = assess(bundle);
    return before === null ? [] : [{ id, bundle, before, places: placesIn(bundle.entry, ['entry']) }];
  });
  expect(known).toHaveLength(charts.length);
  const property = fc.property(fc.constantFrom(...known).chain(breakageOf), (breakage) => {
    const { bundle, id, before } = breakage.chart;
    const { steps, after } = brokenBy(breakage);
    const result = assess(after);
    if (result === null) return;
    judged++;
    const where = `${id}: ${steps.join('; ')}`;
    if (before.verdict !== 'none-found') expect(result.verdict, where).not.toBe('none-found');
    const ofMedicines =
      'spoiling' in breakage || breakage.wrongs.some(({ path }) => isMedicine(bundle, path));
    const named = result.lines > before.lines || result.asked > before.asked;
    if (ofMedicines) expect(named || SAFER[result.verdict] <= SAFER[before.verdict], where).toBe(true);
    if (result.lines > 0 && result.verdict === 'none-found') expect(result.blocks, where).toBe(0);
  });
  // A breakage may be large: it is named by its steps, and shrinking stops after a while.
  fc.assert(property, { seed, numRuns, interruptAfterTimeLimit: 25_000, markInterruptAsFailure: true });
  return judged;
}

function isMedicine(bundle: Bundle, [, entry]: Path): boolean {
  return bundle.entry?.[Number(entry)]?.resource?.resourceType.startsWith('Medication') === true;
}

describe('a mutation run', () => {
  test('over every story', () => {
    expect(run(stories, 1200, SEED)).toBeGreaterThan(900);
  }, 30_000);

  test('over stories made of a few rows, so that breakages meet', () => {
    const small = stories.map(({ id, bundle }) => ({
      id,
      bundle: {
        ...bundle,
        entry: bundle.entry?.filter(({ resource }) =>
          /^(Patient|Medication)/.test(resource?.resourceType ?? ''),
        ),
      },
    }));
    expect(run(small, 5000, SEED + 1)).toBeGreaterThan(3000);
  }, 30_000);

  const folder = new URL('../../../shared/patients/', import.meta.url);
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];

  // Charts that nobody here wrote lie beside the project, never in it.
  test.skipIf(files.length === 0)(
    'over charts that nobody here wrote (skipped where the folder shared/patients is not there)',
    () => {
      const charts = files.map((name) => {
        const bundle = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Bundle;
        // Of two megabytes of observations and claims the medicines and what goes with them are kept: breakages must find them.
        const kept = bundle.entry?.filter(({ resource }) =>
          /^(Patient|Medication|Encounter|Condition)/.test(resource?.resourceType ?? ''),
        );
        return { id: name, bundle: { ...bundle, entry: kept?.slice(0, 120) } };
      });
      expect(run(charts, 300, SEED + 2)).toBeGreaterThan(150);
    },
    30_000,
  );
});
