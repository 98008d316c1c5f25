/** Thousands of broken charts: none stops the reader, and no medication is lost without a line in the ledger. */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Chart } from '#lib/chart/chart.ts';
import { readBundle } from '#lib/chart/read/read-bundle.ts';
import {
  administration,
  bundle,
  chartOf,
  dispense,
  gapsOf,
  type Json,
  patient,
  request,
  statement,
  wholeChart,
} from './chart-json.ts';

/** What an element is broken into. */
const rubbish = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    1e308,
    '',
    ' ',
    [],
    {},
    [null],
    [[]],
    [{}],
    { reference: 'Medication/none' },
    { reference: '#' },
    { reference: 'Patient/p2' },
    { reference: 5 },
    { coding: 'x' },
    { text: ['x'] },
    { value: 'x' },
    '2026-02-30',
    '0000-00-00',
    'x'.repeat(30_000),
    '__proto__',
    'toString',
    [{ url: 'urn:x', valueBoolean: true }],
  ),
  fc.jsonValue(),
);

/** Names that an element may be given, so that breakage also adds what was not there. */
const names = fc.constantFrom(
  'modifierExtension',
  'implicitRules',
  'status',
  'intent',
  'subject',
  'contained',
  'medicationReference',
  'medicationCodeableConcept',
  'meta',
  'extension',
  'ingredient',
  'link',
  'total',
  '__proto__',
  'constructor',
);

type Break = {
  at: number;
  how: 'replace' | 'remove' | 'add' | 'repeat' | 'bury';
  with: unknown;
  name: string;
};

const breaks: fc.Arbitrary<Break> = fc.record({
  at: fc.nat(),
  how: fc.constantFrom('replace', 'remove', 'add', 'repeat', 'bury'),
  with: rubbish,
  name: names,
});

interface Place {
  readonly holder: Json | unknown[];
  readonly name: string;
}

function placesIn(value: unknown, places: Place[] = []): Place[] {
  if (typeof value !== 'object' || value === null) return places;
  for (const name of Object.keys(value)) {
    places.push({ holder: value as Json, name });
    placesIn((value as Json)[name], places);
  }
  return places;
}

function broken(json: Json, { at, how, with: replacement, name }: Break): Json {
  const copy = structuredClone(json);
  const places = placesIn(copy);
  const place = places[at % places.length];
  if (place === undefined) return copy;
  const holder = place.holder as Json;
  const value = holder[place.name];
  if (how === 'replace') holder[place.name] = structuredClone(replacement);
  else if (how === 'remove') delete holder[place.name];
  else if (how === 'repeat') holder[place.name] = [value, value];
  else if (how === 'bury') holder[place.name] = { extension: [{ url: 'urn:x', value }] };
  else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    Object.defineProperty(value, name, {
      value: replacement,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return copy;
}

/** Drugs as the recogniser gets to see them, row by row. */
function drugsOf(chart: Chart): Set<string> {
  return new Set(chart.medications.map((row) => JSON.stringify([row.kind, row.status, row.medication])));
}

function neverLosesInSilence(whole: Json, before: Chart, changes: readonly Break[]): void {
  const reading = readBundle(changes.reduce(broken, whole));
  if ('refused' in reading) return;
  const { chart } = reading;
  expect(JSON.stringify(chart)).toContain('Patient/');
  const kept = drugsOf(chart);
  const lost = [...drugsOf(before)].filter((drug) => !kept.has(drug));
  if (lost.length === 0) return;
  // A row that is not there any more as it was is either named in the ledger or still there under another description.
  const rowsStand = chart.medications.length >= before.medications.length;
  expect(gapsOf(chart).length > 0 || rowsStand).toBe(true);
}

describe('a broken chart is read as far as it can be, and never throws', () => {
  test('one break', () => {
    const whole = wholeChart();
    const before = chartOf(whole);
    fc.assert(
      fc.property(breaks, (change) => neverLosesInSilence(whole, before, [change])),
      { numRuns: 2_000 },
    );
  });

  test('many breaks', () => {
    const whole = wholeChart();
    const before = chartOf(whole);
    fc.assert(
      fc.property(fc.array(breaks, { minLength: 2, maxLength: 12 }), (changes) =>
        neverLosesInSilence(whole, before, changes),
      ),
      { numRuns: 500 },
    );
  });

  test('any JSON at all', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        readBundle(json);
        readBundle({ resourceType: 'Bundle', entry: json });
        readBundle({
          resourceType: 'Bundle',
          entry: [{ resource: { resourceType: 'Patient', id: 'p1' } }, json],
        });
      }),
    );
  });

  const PATIENTS = new URL('../../../shared/patients/', import.meta.url);
  test.skipIf(!existsSync(PATIENTS))(
    'charts that nobody here wrote (skipped where ../shared/patients is absent)',
    () => {
      const whole = JSON.parse(readFileSync(new URL('Stephen_McLaughlin.json', PATIENTS), 'utf8'));
      const before = chartOf(whole);
      fc.assert(
        fc.property(fc.array(breaks, { minLength: 1, maxLength: 4 }), (changes) =>
          neverLosesInSilence(whole, before, changes),
        ),
        { numRuns: 60 },
      );
    },
  );
});

describe.each(Object.entries({ request, statement, dispense, administration }))('a %s', (kind, row) => {
  const elements = [
    'resourceType',
    'status',
    'subject',
    'medicationCodeableConcept',
    ...(kind === 'request' ? ['intent'] : []),
  ];

  test.each(elements)('whose %s is broken is named in the ledger', (element) => {
    for (const replacement of [undefined, null, 5, true, [], [5], ['active'], { value: 'active' }, '']) {
      const chart = readBundle(bundle(patient(), row({ [element]: replacement })));
      if ('refused' in chart) throw new Error(chart.refused.code);
      const nameless = element === 'medicationCodeableConcept' && chart.chart.medications[0]?.words === null;
      expect(nameless || gapsOf(chart.chart).length > 0, JSON.stringify(replacement)).toBe(true);
    }
  });

  test('is never dropped for it, but for a type that cannot be told or another patient', () => {
    for (const element of elements.filter((name) => name !== 'resourceType')) {
      const chart = readBundle(bundle(patient(), row({ [element]: { value: 'active' } })));
      expect('chart' in chart && chart.chart.medications).toHaveLength(1);
    }
  });
});
