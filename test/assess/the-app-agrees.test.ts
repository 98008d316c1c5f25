/**
 * One chart, two ways in: as a Bundle file through the command line's core, and served by an EHR and read as the app reads it. Both
 * say the same. The charts: the patients with a story, and where they are at hand the small charts that once went wrong.
 */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assessChart } from '#lib/assess/assess-chart.ts';
import { readAnswersFile } from '#lib/assess/read-answers-file.ts';
import type { Chart } from '#lib/chart/chart.ts';
import { readBundle } from '#lib/chart/read/read-bundle.ts';
import { installedRecogniser } from '#lib/terminology/load-tables.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { readRegimen } from '#lib/titration/read-regimen.ts';
import { wordsFor } from '#lib/words/words-for.ts';
import type { Json } from '../chart/chart-json.ts';
import { chartServed } from '../chart/read/bundle-ehr.ts';
import { stories } from '../patients/stories.ts';

const asOf = '2026-03-02' as CalendarDate;

interface Said {
  readonly notSeen: readonly string[];
  readonly outcome: string;
  readonly opioid: { readonly verdict: string; readonly earliestStart: string | null };
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
  }[];
}

function assessed(chart: Chart, answersJson: unknown): Said {
  const regimen = readRegimen({}, asOf);
  const answers = readAnswersFile(wordsFor('en'), answersJson, asOf);
  if ('refused' in regimen || 'refused' in answers)
    throw new Error('the regimen or the answers cannot be read');
  const { result } = assessChart(wordsFor('en'), chart, {
    asOf,
    timeZone: 'Europe/London',
    regimen: regimen.regimen,
    leftOpen: { startDate: true, filler: true, schedule: true },
    answers: answers.answers,
    requester: null,
    recognise: installedRecogniser().recognise,
    absentTables: [],
    draftIdentifier: '00000000-0000-4000-8000-000000000000',
  });
  return result as Said;
}

function chartOfFile(bundle: Json): Chart {
  const read = readBundle(structuredClone(bundle));
  if ('refused' in read) throw new Error(read.refused.code);
  return read.chart;
}

const inBrief = ({ outcome, opioid, findings }: Said) => ({
  outcome,
  verdict: opioid.verdict,
  earliestStart: opioid.earliestStart,
  findings: findings.map(({ rule, severity }) => `${rule} ${severity}`).sort(),
});

test.each(stories.map((story) => [story.id, story] as const))(
  'the chart of %s, as a file and served, is judged the same',
  async (_, { bundle }) => {
    const file = assessed(chartOfFile(bundle as unknown as Json), {});
    const served = assessed(await chartServed(bundle as unknown as Json, asOf), {});
    expect(inBrief(served)).toEqual(inBrief(file));
  },
);

const CASES = new URL('../../../shared/cases/', import.meta.url);
const json = (name: string) => JSON.parse(readFileSync(new URL(name, CASES), 'utf8')) as Json;

/** What only a file can hold: a server is never asked for it. */
const IN_A_FILE_ALONE = new Set(['read-means-read/pharmacy-claim.json']);

describe.skipIf(!existsSync(CASES))(
  'small charts that once went wrong (../shared/cases; skipped where it is absent)',
  () => {
    const rows = existsSync(CASES) ? table(readFileSync(new URL('cases.csv', CASES), 'utf8')) : [];

    test.each(rows.map((row) => [`${row.file}: ${row.holds}`, row] as const))('%s', async (_, row) => {
      const bundle = json(row.file ?? '');
      const answers = json(row.answers ?? '');
      const file = assessed(chartOfFile(bundle), answers);
      expectAsWritten(file, row);
      if (IN_A_FILE_ALONE.has(row.file ?? '')) return;
      const served = assessed(await chartServed(bundle, asOf), answers);
      expectAsWritten(served, row);
      expect(inBrief(served)).toEqual(inBrief(file));
    });
  },
);

function expectAsWritten(said: Said, row: Readonly<Record<string, string>>): void {
  const oneOf = (column: string) => (row[column] ?? '').split(' ')[0]?.split('|') ?? [];
  if (row.verdict !== 'any') expect(oneOf('verdict')).toContain(said.opioid.verdict);
  if (row.outcome !== '') expect(oneOf('outcome')).toContain(said.outcome);
  if (row.earliest_start !== '') expect(said.opioid.earliestStart).toBe(row.earliest_start);
  const asked = said.findings.filter(({ rule, severity }) => rule !== 'R09' && severity !== 'informs');
  if (row.rule === '') expect(asked.map(({ rule }) => rule)).toEqual([]);
  else if (row.rule?.includes('notSeen')) {
    expect(said.notSeen.some((kind) => row.rule?.includes(kind))).toBe(true);
  } else {
    const severities = row.severity === '' ? null : oneOf('severity');
    expect(
      said.findings.some(
        ({ rule, severity }) => oneOf('rule').includes(rule) && (severities?.includes(severity) ?? true),
      ),
      `${row.rule} ${row.severity} among ${JSON.stringify(inBrief(said).findings)}`,
    ).toBe(true);
  }
}

/** CSV with quoted cells. @see RFC 4180 */
function table(text: string): Readonly<Record<string, string>>[] {
  const [head = [], ...rows] = text
    .trim()
    .split(/\r?\n(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
      ),
    );
  return rows.map((cells) => Object.fromEntries(head.map((name, at) => [name, cells[at] ?? ''])));
}
