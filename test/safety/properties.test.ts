/** What holds for every chart, whatever its story. */
import type { Bundle } from '@medplum/fhirtypes';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBundle } from '#lib/chart/read/read-bundle.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import type { OpioidVerdict } from '#lib/safety/opioid-evidence.ts';
import { addDays, type CalendarDate } from '#lib/time/calendar-date.ts';
import { shiftDates } from '../patients/shift-dates.ts';
import { stories } from '../patients/stories.ts';
import {
  administration,
  dispense,
  judge,
  judgeBundle,
  order,
  type Resource,
  statement,
  supply,
} from './judged.ts';

const RUNS = { seed: 20260302, numRuns: 150 };
const SAFER: Record<OpioidVerdict, number> = { present: 0, 'cannot-tell': 1, 'none-found': 2 };
const aStory = fc.constantFrom(...stories);
const judged = (bundle: unknown, asOf: string, timeZone: string | null = null) =>
  judgeBundle(bundle, { asOf, timeZone });

/** A story as it is, judged once for all properties. */
const known = new Map<string, Judgement>();
function asRead(bundle: Bundle, asOf: string, timeZone: string | null = null): Judgement {
  const key = `${stories.findIndex((story) => story.bundle === bundle)} ${timeZone}`;
  const judgement = known.get(key) ?? judged(bundle, asOf, timeZone);
  known.set(key, judgement);
  return judgement;
}

const aDay = fc
  .integer({ min: -900, max: 60 })
  .map((days) => addDays('2026-03-02' as CalendarDate, days) as string);
const anOpioid = fc.constantFrom(
  'tramadol 50 mg tablet',
  'methadone 10 mg',
  'Sublocade',
  'fentanyl 25 mcg/hr patch',
  'tramodol',
);
const anOrder = fc
  .record({
    drug: anOpioid,
    day: fc.option(aDay, { nil: undefined }),
    status: fc.constantFrom(
      'active',
      'on-hold',
      'completed',
      'stopped',
      'draft',
      'cancelled',
      'entered-in-error',
      'unknown',
      'odd',
    ),
    intent: fc.constantFrom('order', 'plan', 'proposal', 'option', 'odd'),
    doNotPerform: fc.boolean(),
    days: fc.integer({ min: 0, max: 90 }),
    repeats: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
    category: fc.constantFrom(undefined, [{ coding: [{ code: 'inpatient' }] }]),
    dosageInstruction: fc.array(
      fc.record({
        sequence: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
        timing: fc.record({
          repeat: fc.oneof(
            fc.integer({ min: 0, max: 30 }).map((value) => ({ boundsDuration: { value, code: 'd' } })),
            aDay.map((end) => ({ boundsPeriod: { end } })),
            fc.constant({}),
          ),
        }),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ drug, day, days, repeats, ...rest }) =>
    order('added', drug, { ...rest, authoredOn: day, ...supply(days, repeats) }),
  );
const anotherRow = fc.oneof(
  fc
    .record({
      drug: anOpioid,
      day: aDay,
      status: fc.constantFrom('active', 'completed', 'intended', 'not-taken', 'unknown'),
      moment: fc.boolean(),
    })
    .map(({ drug, day, status, moment }) =>
      statement('added', drug, {
        status,
        ...(moment ? { effectiveDateTime: day } : { effectivePeriod: { end: day } }),
      }),
    ),
  fc
    .record({
      drug: anOpioid,
      day: aDay,
      days: fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined }),
      status: fc.constantFrom(
        'completed',
        'in-progress',
        'preparation',
        'on-hold',
        'stopped',
        'declined',
        'unknown',
      ),
    })
    .map(({ drug, day, days, status }) => dispense('added', drug, day, days, { status })),
  fc.record({ drug: anOpioid, day: aDay }).map(({ drug, day }) => administration('added', drug, day)),
);

const withRow = (bundle: Bundle, id: string, row: Resource): unknown => ({
  ...bundle,
  entry: [...(bundle.entry ?? []), { resource: { ...row, subject: { reference: `Patient/${id}` } } }],
});

/** All that a judgement says, in an order of its own: findings as a set. */
const said = ({ findings, ...rest }: Judgement) => ({
  ...rest,
  findings: Object.fromEntries(findings.map((finding) => [finding.key, finding])),
});

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

function shuffleCodings(node: unknown, random: () => number): unknown {
  if (Array.isArray(node)) return node.map((child) => shuffleCodings(child, random));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([name, child]) => [
      name,
      name === 'coding' && Array.isArray(child) ? shuffled(child, random) : shuffleCodings(child, random),
    ]),
  );
}

describe('of every chart', () => {
  test('another opioid row never makes the verdict safer, nor brings the earliest start forward', () => {
    fc.assert(
      fc.property(aStory, fc.oneof(anOrder, anotherRow), ({ id, asOf, bundle }, row) => {
        const before = asRead(bundle, asOf).opioid;
        const after = judged(withRow(bundle, id, row), asOf).opioid;
        if (before.earliestStart !== null && after.earliestStart !== null)
          expect(after.earliestStart >= before.earliestStart).toBe(true);
        // A list with nothing in it cannot be told; the first row makes it a list.
        const isList = (bundle.entry ?? []).some(
          ({ resource }) => resource?.resourceType.startsWith('Medication') === true,
        );
        if (isList) expect(SAFER[after.verdict]).toBeLessThanOrEqual(SAFER[before.verdict]);
      }),
      { ...RUNS, numRuns: 200 },
    );
  });

  test('the order of entries changes nothing that is said', () => {
    fc.assert(
      fc.property(aStory, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (story, numbers) => {
        const random = () => numbers.next().value ?? 0;
        const mixed = { ...story.bundle, entry: shuffled(story.bundle.entry ?? [], random) };
        const read = readBundle(mixed);
        const places = JSON.stringify('chart' in read ? read.chart.ledger : '');
        // A ledger names a nameless entry by its place; only then may a message differ.
        if (places.includes('entry ')) return;
        expect(said(judged(mixed, story.asOf))).toEqual(said(asRead(story.bundle, story.asOf)));
      }),
      { ...RUNS, numRuns: 60 },
    );
  });

  test('the order of codings changes neither verdict nor findings', () => {
    const gist = ({ opioid, findings }: Judgement) => ({
      verdict: opioid.verdict,
      start: opioid.earliestStart,
      rows: opioid.evidence.map(({ source, state, lastExposure, ingredients }) => ({
        source,
        state,
        lastExposure,
        ingredients,
      })),
      findings: findings.map(({ key, severity, sources }) => `${key} ${severity} ${sources}`).sort(),
    });
    fc.assert(
      fc.property(aStory, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (story, numbers) => {
        const mixed = shuffleCodings(story.bundle, () => numbers.next().value ?? 0);
        expect(gist(judged(mixed, story.asOf))).toEqual(gist(asRead(story.bundle, story.asOf)));
      }),
      { ...RUNS, numRuns: 40 },
    );
  });

  test('all dates moved move all results', () => {
    const dates = (text: string, days: number) =>
      text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => addDays(day as CalendarDate, days));
    fc.assert(
      fc.property(
        aStory,
        fc.integer({ min: -3000, max: 3000 }),
        fc.constantFrom(null, 'UTC'),
        ({ asOf, bundle }, days, zone) => {
          const later = judged(shiftDates(bundle, days), addDays(asOf as CalendarDate, days), zone);
          // Ages count birthdays, which a leap year moves; everything else counts days.
          const rest = (judgement: Judgement) => ({
            ...judgement,
            findings: judgement.findings.filter(({ rule }) => rule !== 'R18'),
          });
          expect(JSON.stringify(rest(later))).toBe(
            dates(JSON.stringify(rest(asRead(bundle, asOf, zone))), days),
          );
        },
      ),
      { ...RUNS, numRuns: 60 },
    );
  });
});

describe('hand-overs of one drug', () => {
  const fills = fc.array(
    fc.record({ ago: fc.integer({ min: 200, max: 400 }), days: fc.integer({ min: 1, max: 30 }) }),
    { minLength: 1, maxLength: 5 },
  );
  const today = '2026-03-02' as CalendarDate;
  const lastDayOf = (given: readonly { readonly ago: number; readonly days: number }[]) =>
    judge(
      given.map(({ ago, days }, n) => dispense(`d${n}`, 'tramadol 50 mg tablet', addDays(today, -ago), days)),
    )
      .opioid.evidence.map(({ lastExposure }) => lastExposure ?? '')
      .sort()
      .at(-1) ?? '';

  test('no supply is lost: the last day is never before any one of them, nor before the first one and all their days', () => {
    fc.assert(
      fc.property(fills, (given) => {
        const last = lastDayOf(given);
        const first = Math.max(...given.map(({ ago }) => ago));
        const all = given.reduce((sum, { days }) => sum + days, 0);
        expect(last >= addDays(today, -first + all - 1)).toBe(true);
        for (const { ago, days } of given) expect(last >= addDays(today, -ago + days - 1)).toBe(true);
      }),
      { ...RUNS, numRuns: 60 },
    );
  });

  test('another one never brings the last day forward', () => {
    fc.assert(
      fc.property(fills, fills, (given, more) => {
        expect(lastDayOf([...given, ...more]) >= lastDayOf(given)).toBe(true);
      }),
      { ...RUNS, numRuns: 60 },
    );
  });
});

describe('dates', () => {
  test('in an unknown zone a day is never earlier than in any zone, and a known zone gives its own calendar day', () => {
    const zones = [
      'Pacific/Kiritimati',
      'Pacific/Auckland',
      'Europe/Berlin',
      'UTC',
      'America/New_York',
      'Pacific/Pago_Pago',
    ];
    const last = (bundle: unknown, zone: string | null) =>
      judged(bundle, '2026-03-02', zone).opioid.evidence[0]?.lastExposure ?? '';
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('2025-06-01T00:00:00Z'),
          max: new Date('2026-02-27T00:00:00Z'),
          noInvalidDate: true,
        }),
        fc.constantFrom(...zones),
        (instant, zone) => {
          const row = administration('a', 'morphine 4 mg injection', instant.toISOString());
          const bundle = {
            resourceType: 'Bundle',
            type: 'collection',
            entry: [{ resource: { resourceType: 'Patient', id: 'p1' } }, { resource: row }],
          };
          const [unknown, known] = [last(bundle, null), last(bundle, zone)];
          expect(unknown >= known && unknown <= addDays(known as CalendarDate, 2)).toBe(true);
          const local = new Intl.DateTimeFormat('sv-SE', {
            timeZone: zone,
            year: 'numeric',
            month: '2-digit',
            day: '2-digit',
          }).format(instant);
          expect(known).toBe(local);
        },
      ),
      { ...RUNS, numRuns: 300 },
    );
  });
});
