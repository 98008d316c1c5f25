import { describe, expect, test } from 'vitest';
import { readBundle } from '#lib/chart/read/read-bundle.ts';
import { judgeSafety } from '#lib/safety/judge-safety.ts';
import { installedRecogniser } from '#lib/terminology/load-tables.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { chartWith, TEXT_PATHS } from './every-text-field.ts';
import { reviewScreen, safetyScreen } from './screens.ts';

const LENGTH = 20_000;
/** The longest the server may stand still over one text. POLICY */
const LONGEST_PAUSE_MS = 200;
/** Fields filled in one chart. */
const AT_ONCE = 5;

/** What patterns are slow on: runs of one kind of character, and words that begin a pattern over and over without its end. */
const KINDS = [
  ...[
    '7',
    'a',
    ' ',
    '-',
    '/',
    '.',
    '#',
    '"',
    '\u0301',
    '1-',
    'a ',
    '1.',
    '1 mg ',
    '2026-01-',
    '/_history/',
    '<b>a-7 ',
  ],
  ...['chronic ', 'severe ', 'opioid ', 'acute ', 'hcg ', 'pump ', 'extended release ', 'after ', 'tylenol '],
];
/** Read by the most patterns: names, displays, directions, results, visits. */
const MOST_READ = [
  '0.name.0.family',
  '1.medicationCodeableConcept.text',
  '1.dosageInstruction.0.text',
  '6.code.text',
  '7.code.coding.0.display',
  '9.valueString',
  '10.code.text',
  '11.code.text',
  '12.description',
  '13.code.text',
];
const filled = (kind: string) => kind.repeat(Math.ceil(LENGTH / kind.length)).slice(0, LENGTH);

const { recognise } = installedRecogniser();
const asOf = '2026-03-02' as CalendarDate;

function screensOf(bundle: object): string[] {
  const read = readBundle(bundle);
  if ('refused' in read) return [read.refused.code];
  const judgement = judgeSafety(read.chart, { asOf, timeZone: null, recognise, preparation: 'capsules' });
  return [safetyScreen(read.chart, judgement), reviewScreen(read.chart, judgement)];
}

/** Milliseconds this thread works, from the Bundle to the screens: a machine that is busy with other things makes no difference. */
function workOn(act: () => unknown): number {
  const before = process.threadCpuUsage();
  act();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

/** The time it takes at best of two: the first of a kind also compiles. */
function pauseOver(act: () => unknown): number {
  const first = workOn(act);
  return first <= LONGEST_PAUSE_MS ? first : Math.min(first, workOn(act));
}

const named = new Map(TEXT_PATHS.map((path) => [path.join('.'), path]));

function pauseWith(kind: string, fields: readonly string[]): number {
  const paths = fields.map((field) => {
    const path = named.get(field);
    if (path === undefined) throw new Error(`the chart has no text at ${field}`);
    return path;
  });
  const chart = chartWith(filled(kind), paths);
  return pauseOver(() => screensOf(chart));
}

/** Several fields at once, held to the limit of one; only where that is passed is each tried alone. */
function freezing(kind: string, fields: readonly string[]): string[] {
  const together = Array.from({ length: Math.ceil(fields.length / AT_ONCE) }, (_, at) =>
    fields.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  );
  return together
    .filter((some) => pauseWith(kind, some) > LONGEST_PAUSE_MS)
    .flat()
    .map((field) => ({ field, pause: pauseWith(kind, [field]) }))
    .filter(({ pause }) => pause > LONGEST_PAUSE_MS)
    .map(({ field, pause }) => `${field}: ${pause.toFixed(0)} ms`);
}

describe('no text of a chart makes the server stand still', () => {
  screensOf(chartWith('warm', TEXT_PATHS));

  test.each(KINDS)('20,000 characters of "%s" in a name, direction, result or visit', (kind) => {
    expect(freezing(kind, MOST_READ)).toEqual([]);
  });

  test('20,000 letters, digits, spaces and dashes mixed in any one of its fields', () => {
    expect(TEXT_PATHS.length).toBeGreaterThan(200);
    expect(freezing('<b>a-7 ', [...named.keys()])).toEqual([]);
  });

  test('members nested 100,000 deep, and a list of 100,000 beside them', () => {
    const deep = JSON.parse(`${'{"extension":['.repeat(4000)}{}${']}'.repeat(4000)}`);
    const wide = Array.from({ length: 100_000 }, () => ({ url: 'urn:x', valueString: 'x' }));
    const chart = chartWith('naproxen', []) as { entry: { resource: Record<string, unknown> }[] };
    for (const { resource } of chart.entry) Object.assign(resource, { extension: [deep], note: wide });
    expect(pauseOver(() => screensOf(chart))).toBeLessThan(10 * LONGEST_PAUSE_MS);
  });
});

describe('a long text is shown by its beginning, and whole behind a click', () => {
  const text = filled('qwerty ');
  const [safety = '', review = ''] = screensOf(
    chartWith(text, [named.get('1.medicationCodeableConcept.text') ?? []]),
  );
  const outside = (html: string) => html.replace(/<details>.*?<\/details>/gs, '');

  test.each([
    ['Safety', safety],
    ['Review', review],
  ])('%s', (_screen, html) => {
    expect(html).toContain(text.slice(0, 200));
    expect(html).toContain(text);
    expect(outside(html).length).toBeLessThan(30_000);
  });
});
