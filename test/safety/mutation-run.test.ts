/**
 * Thousands of random breakages of whole charts, one to four in a chart at once. Nothing crashes, nothing broken makes a chart
 * look safer, and every breakage of a medication row is in the ledger, is asked about, or leaves the verdict as it was or worse.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Bundle } from '@medplum/fhirtypes';
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

/** mulberry32: small, seeded, good enough to pick places with. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

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

/** Breakages that are whole JSON values of the right type, and wrong as a chart. */
function chartBreakages(
  bundle: Bundle,
  random: (below: number) => number,
): { name: string; broken: unknown } {
  const copy = JSON.parse(JSON.stringify(bundle)) as {
    entry: { resource: Record<string, unknown> }[];
    link?: unknown;
  };
  const rows = copy.entry.filter(({ resource }) => /^Medication./.test(String(resource.resourceType)));
  const row = rows[random(Math.max(rows.length, 1))]?.resource ?? {};
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
  const [name, spoil] = kinds[random(kinds.length)] ?? ['', () => undefined];
  spoil();
  return { name, broken: JSON.parse(JSON.stringify(copy)) };
}

interface Tally {
  judged: number;
  refused: number;
}

function run(
  charts: readonly { readonly id: string; readonly bundle: Bundle }[],
  times: number,
  seed: number,
): Tally {
  const random = randomFrom(seed);
  const tally: Tally = { judged: 0, refused: 0 };
  const known = charts.map(({ id, bundle }) => ({
    id,
    bundle,
    before: assess(bundle),
    places: placesIn(bundle.entry, ['entry']),
  }));
  for (let time = 0; time < times; time++) {
    const chart = known[random(known.length)];
    if (chart === undefined || chart.before === null) continue;
    const steps: string[] = [];
    let after: unknown = chart.bundle;
    const paths: Path[] = [];
    if (random(3) === 0) {
      const spoilt = chartBreakages(chart.bundle, random);
      steps.push(spoilt.name);
      after = spoilt.broken;
    } else {
      for (let more = random(4); more >= 0; more--) {
        const path = chart.places[random(chart.places.length)] ?? [];
        if (
          paths.some((other) => other.join().startsWith(path.join()) || path.join().startsWith(other.join()))
        )
          continue;
        const wrong = WRONG_VALUES[random(WRONG_VALUES.length)];
        if (wrong === undefined) continue;
        paths.push(path);
        steps.push(`${path.join('.')} = ${wrong.name}`);
        after = broken(after, path, wrong.value);
      }
    }
    const where = `seed ${seed}, time ${time}, ${chart.id}: ${steps.join('; ')}`;
    const result = assess(after);
    if (result === null) {
      tally.refused++;
      continue;
    }
    tally.judged++;
    if (chart.before.verdict !== 'none-found') expect(result.verdict, where).not.toBe('none-found');
    const ofMedicines = paths.length === 0 || paths.some((path) => isMedicine(chart.bundle, path));
    const named = result.lines > chart.before.lines || result.asked > chart.before.asked;
    if (ofMedicines) expect(named || SAFER[result.verdict] <= SAFER[chart.before.verdict], where).toBe(true);
    if (result.lines > 0 && result.verdict === 'none-found') expect(result.blocks, where).toBe(0);
  }
  return tally;
}

function isMedicine(bundle: Bundle, [, entry]: Path): boolean {
  return bundle.entry?.[Number(entry)]?.resource?.resourceType.startsWith('Medication') === true;
}

describe('a mutation run', () => {
  test('over every story', () => {
    const { judged, refused } = run(stories, 1200, SEED);
    expect(judged).toBeGreaterThan(900);
    expect(judged + refused).toBe(1200);
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
    const { judged, refused } = run(small, 5000, SEED + 1);
    expect(judged).toBeGreaterThan(3000);
    expect(judged + refused).toBe(5000);
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
      const { judged } = run(charts, 300, SEED + 2);
      expect(judged).toBeGreaterThan(150);
    },
    30_000,
  );
});
