/** What must not change a judgement, and what must. As of 2026-03-02. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Chart } from '#lib/chart/chart.ts';
import { judgeSafety } from '#lib/safety/judge-safety.ts';
import { KIDNEY_FUNCTION } from '#lib/terminology/codes/kidney-function.ts';
import { LIVER_TESTS } from '#lib/terminology/codes/liver-tests.ts';
import { URINE_OPIOID_TESTS } from '#lib/terminology/codes/urine-opioid-tests.ts';
import { installedRecogniser } from '#lib/terminology/load-tables.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { stories } from '../../patients/stories.ts';
import { bundle, chartOf, type Json, patient, request } from '../chart-json.ts';
import { chartServed } from './bundle-ehr.ts';

const today = '2026-03-02' as CalendarDate;

function judged(chart: Chart) {
  const { opioid, findings } = judgeSafety(chart, {
    asOf: today,
    timeZone: 'Europe/London',
    recognise: installedRecogniser().recognise,
    preparation: 'capsules',
  });
  return {
    verdict: opioid.verdict,
    earliestStart: opioid.earliestStart,
    findings: findings
      .map(({ rule, severity, sources }) => `${rule} ${severity} ${[...sources].sort().join(' ')}`)
      .sort(),
  };
}

const lisinopril = request({ medicationCodeableConcept: { text: 'lisinopril 10 mg tablet' } });

describe('a result re-coded into another system, with a plain name, changes no finding', () => {
  /** Codes of a question, and names under which laboratories report it. */
  const QUESTIONS: readonly { readonly codes: ReadonlySet<string>; readonly names: readonly string[] }[] = [
    {
      codes: LIVER_TESTS.alt.codes ?? new Set(),
      names: [
        'ALT',
        'Serum ALT level',
        'Alanine aminotransferase',
        'SGPT (ALT)',
        'Alanine transaminase, serum',
        'GPT',
      ],
    },
    {
      codes: LIVER_TESTS.ast.codes ?? new Set(),
      names: ['AST', 'Aspartate aminotransferase', 'SGOT (AST)', 'Serum aspartate transaminase', 'GOT'],
    },
    {
      codes: KIDNEY_FUNCTION.codes ?? new Set(),
      names: [
        'eGFR',
        'eGFR (CKD-EPI)',
        'GFR, estimated',
        'eGFRcr',
        'Estimated glomerular filtration rate',
        'Glomerular filtration rate/1.73 sq M.predicted',
      ],
    },
    {
      codes: URINE_OPIOID_TESTS.opiates.codes,
      names: [
        'Urine opiates',
        'Opiates, urine',
        'UDS opiates',
        'Morphine [Presence] in Urine',
        'Drug screen: codeine',
        '6-MAM, ur',
      ],
    },
    {
      codes: URINE_OPIOID_TESTS.fentanyl.codes,
      names: ['Fentanyl, urine', 'Urine norfentanyl', 'UDT fentanyl'],
    },
    { codes: URINE_OPIOID_TESTS.methadone.codes, names: ['Methadone (urine)', 'EDDP urine'] },
    {
      codes: URINE_OPIOID_TESTS.oxycodone.codes,
      names: ['Oxycodone urine screen', 'Urine oxycodone/oxymorphone'],
    },
    {
      codes: URINE_OPIOID_TESTS.buprenorphine.codes,
      names: ['Buprenorphine, urine', 'Urine norbuprenorphine'],
    },
  ];
  const value = fc.oneof(
    fc
      .constantFrom('Positive', 'POSITIVE', 'Detected', 'Negative', 'Not detected', 'see note')
      .map((valueString) => ({ valueString })),
    fc
      .record({ amount: fc.integer({ min: 1, max: 2_000 }), high: fc.option(fc.constantFrom(35, 40, 300)) })
      .map(({ amount, high }) => ({
        valueQuantity: { value: amount, unit: 'U/L' },
        ...(high === null ? {} : { referenceRange: [{ high: { value: high } }] }),
      })),
  );

  test('of whatever value and day', () => {
    const recoded = fc.constantFrom(...QUESTIONS).chain(({ codes, names }) =>
      fc.record({
        code: fc.constantFrom(...codes),
        name: fc.constantFrom(...names),
        system: fc.constantFrom(
          'http://snomed.info/sct',
          'urn:oid:1.2.3',
          'https://lab.example/tests',
          undefined,
        ),
        own: fc.stringMatching(/^[A-Z]{1,3}[0-9]{2,4}$/),
        inDisplay: fc.boolean(),
        value,
        day: fc.constantFrom('2026-02-25', '2026-01-20', '2025-06-01', '2024-01-01', undefined),
      }),
    );
    fc.assert(
      fc.property(recoded, ({ code, name, system, own, inDisplay, value, day }) => {
        const judgedWith = (concept: Json) =>
          judged(
            chartOf(
              bundle(patient(), lisinopril, {
                resourceType: 'Observation',
                id: 'o1',
                status: 'final',
                subject: { reference: 'Patient/p1' },
                effectiveDateTime: day,
                code: concept,
                ...value,
              }),
            ),
          );
        const coded = {
          coding: [{ system: code.includes('-') ? 'http://loinc.org' : 'http://snomed.info/sct', code }],
        };
        const named = inDisplay
          ? { coding: [{ system, code: own, display: name }] }
          : { coding: [{ system, code: own }], text: name };
        expect(judgedWith(named)).toEqual(judgedWith(coded));
      }),
      { numRuns: 300 },
    );
  });
});

const charts = stories
  .filter(({ fault }) => fault === undefined)
  .map((story) => story.bundle as unknown as Json);
const entriesOf = (chart: Json) => chart.entry as { resource: Json }[];

describe('splitting a chart in any way changes nothing', () => {
  test('into pages of any size, in any order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...charts),
        fc.integer({ min: 1, max: 7 }),
        fc.infiniteStream(fc.nat()),
        async (chart, size, random) => {
          const entry = shuffled(entriesOf(chart), random);
          const split = judged(
            await chartServed({ ...structuredClone(chart), entry: structuredClone(entry) }, today, size),
          );
          expect(split).toEqual(judged(await chartServed(structuredClone(chart), today)));
        },
      ),
      { numRuns: 25 },
    );
  });

  test('into Bundles within the Bundle, and with rows that come twice', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...charts),
        fc.integer({ min: 1, max: 5 }),
        fc.infiniteStream(fc.nat()),
        (chart, parts, random) => {
          const entry = shuffled(entriesOf(chart), random);
          const inner = Array.from({ length: parts }, (_, part) =>
            entry.filter((_, at) => at % parts === part),
          );
          const nested = inner.map((entry) => ({
            resource: { resourceType: 'Bundle', type: 'searchset', entry },
          }));
          const split = { ...chart, type: 'batch-response', entry: [...nested, ...entry.slice(0, 3)] };
          expect(judged(chartOf(structuredClone(split)))).toEqual(judged(chartOf(structuredClone(chart))));
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('a mark that something is withheld never leaves "none found"', () => {
  const clear = charts.filter((chart) => judged(chartOf(structuredClone(chart))).verdict === 'none-found');
  const label = fc.constantFrom('REDACTED', 'MASKED', 'SUBSETTED', 'redacted', 'ABSTRED', 'AGGRED');
  const where = fc.constantFrom('security', 'tag');
  const issue = fc.constantFrom(
    'suppressed',
    'incomplete',
    'too-costly',
    'throttled',
    'timeout',
    'forbidden',
  );
  const severity = fc.constantFrom('information', 'warning', 'error', 'fatal');

  test('on the answer, on any row, or beside the rows; as a file or served', async () => {
    expect(clear.length).toBeGreaterThan(2);
    const mark = fc.oneof(
      fc.record({ at: fc.constant('bundle'), label, where }),
      fc.record({ at: fc.constant('row'), label, where, row: fc.nat() }),
      fc.record({ at: fc.constant('outcome'), issue, severity }),
    ) as fc.Arbitrary<{
      at: string;
      label: string;
      where: string;
      row: number;
      issue: string;
      severity: string;
    }>;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...clear),
        mark,
        async (chart, { at, label, where, row, issue, severity }) => {
          const marked = structuredClone(chart);
          const meta = { [where]: [{ system: 'urn:labels', code: label }] };
          const rows = entriesOf(marked).filter(
            ({ resource }) => !COMPANIONS.has(`${resource.resourceType}`),
          );
          const found = at === 'row' ? rows[row % rows.length] : undefined;
          if (at === 'bundle') marked.meta = meta;
          else if (at === 'outcome')
            entriesOf(marked).push({
              resource: { resourceType: 'OperationOutcome', issue: [{ severity, code: issue }] },
            });
          else {
            if (found !== undefined) found.resource.meta = meta;
          }
          expect(judged(chartOf(structuredClone(marked))).verdict).not.toBe('none-found');
          // A result that no check asks for is not sent, and neither is its mark.
          if (found?.resource.resourceType !== 'Observation')
            expect(judged(await chartServed(marked, today)).verdict).not.toBe('none-found');
        },
      ),
      { numRuns: 80 },
    );
  });
});

/** Rows that tell nothing of the patient. */
const COMPANIONS: ReadonlySet<string> = new Set(['Practitioner', 'Organization', 'Location']);

function shuffled<T>(all: readonly T[], random: Iterator<number>): T[] {
  return all
    .map((one) => ({ one, at: random.next().value as number }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
