import { describe, expect, it } from 'vitest';
import type { ObservationRow, ObservationValue } from '#lib/chart/chart.ts';
import { readBundle } from '#lib/chart/read/read-bundle.ts';
import { painScores } from '#lib/follow-up/pain-scores.ts';
import { clinicDays } from '#lib/time/chart-day.ts';
import { day } from '../words/judgement-fixture.ts';

const TODAY = day('2026-03-02');

const NOW = '72514-3';
const REPORTED = '38208-5';
const FACES = '38221-8';
const [PANEL, MEAN] = ['91148-7', '91147-9'];
const [PAST_WEEK, ENJOYMENT, ACTIVITY] = ['75893-8', '91145-3', '91146-1'];

function quantity(value: number, unit: string | null = '{score}'): ObservationValue {
  return { kind: 'quantity', value, unit, comparator: null };
}

function row(
  code: string,
  value: ObservationValue | number,
  effective: string,
  change: Partial<ObservationRow> = {},
): ObservationRow {
  return {
    source: `Observation/${code}-${effective}`,
    version: null,
    concept: {
      codings: [{ system: 'http://loinc.org', code, display: null }],
      text: null,
    },
    state: 'reported',
    effective,
    value: typeof value === 'number' ? quantity(value) : value,
    interpretation: [],
    referenceHigh: null,
    measuredIn: [],
    ...change,
  } as ObservationRow;
}

function told(rows: readonly ObservationRow[]) {
  return painScores(rows, clinicDays('UTC'), TODAY).map(
    ({ measure, score, day: on }) => `${measure} ${score} ${on}`,
  );
}

describe('pain scores of the chart', () => {
  it('are listed newest first, rounded to what a person says', () => {
    expect(told([row(NOW, 6.04, '2026-01-10'), row(NOW, 7.3, '2026-02-20T09:00:00Z')])).toEqual([
      'pain-now 7.3 2026-02-20',
      'pain-now 6 2026-01-10',
    ]);
  });

  it('keep apart what was asked', () => {
    const day = '2026-02-20';
    expect(
      told([row(NOW, 7, day), row(REPORTED, 6, day), row(FACES, 8, day), row(PAST_WEEK, 5, day)]).sort(),
    ).toEqual([
      'pain-faces 8 2026-02-20',
      'pain-now 7 2026-02-20',
      'pain-past-week 5 2026-02-20',
      'pain-reported 6 2026-02-20',
    ]);
  });

  it.each([
    ['entered in error', row(NOW, 7, '2026-02-20', { state: 'void' })],
    ['above the scale', row(NOW, 70, '2026-02-20')],
    ['on a line of 100 mm', row(NOW, quantity(7, 'mm'), '2026-02-20')],
    ['"less than"', row(NOW, { kind: 'quantity', value: 7, unit: null, comparator: '<' }, '2026-02-20')],
    ['without a number', row(NOW, { kind: 'text', text: 'bad' }, '2026-02-20')],
    ['without a date', row(NOW, 7, 'soon')],
    ['in the future', row(NOW, 7, '2026-03-20')],
    ['of something else', row(NOW, 7, '2026-02-20', { concept: { codings: [], text: 'Pain' } })],
    ['under the code of the panel, which has no value of its own', row(PANEL, 6, '2026-02-20')],
  ])('leave out a score %s', (_what, one) => {
    expect(told([one])).toEqual([]);
  });

  it.each([
    ['7', 7],
    ['10 (pain as bad as you can imagine)', 10],
    ['0 - does not interfere', 0],
  ])('take an answer of a list by the number it begins with: %s', (display, score) => {
    const answer: ObservationValue = {
      kind: 'concept',
      concept: { codings: [{ system: 'http://loinc.org', code: 'LA', display }], text: null },
    };
    expect(told([row(PAST_WEEK, answer, '2026-02-20')])).toEqual([`pain-past-week ${score} 2026-02-20`]);
  });
});

describe('PEG', () => {
  const items = (values: readonly [number, number, number], day: string) => [
    row(PAST_WEEK, values[0], day),
    row(ENJOYMENT, values[1], day),
    row(ACTIVITY, values[2], day),
  ];

  it('is the mean that the chart holds; its questions are not told again', () => {
    expect(told([row(MEAN, 7.3, '2026-02-20'), ...items([8, 7, 7], '2026-02-20')])).toEqual([
      'peg 7.3 2026-02-20',
    ]);
  });

  it('is worked out from its three questions of one day, each an Observation of its own', () => {
    expect(told(items([8, 7, 7], '2026-02-20'))).toEqual(['peg 7.3 2026-02-20']);
  });

  it('takes the newest answer to a question that was asked twice that day', () => {
    const morning = items([8, 7, 7], '2026-02-20T08:00:00Z');
    expect(told([...morning, row(PAST_WEEK, 5, '2026-02-20T15:00:00Z')])).toEqual(['peg 6.3 2026-02-20']);
  });

  it.each([
    ['one question is missing', items([8, 7, 7], '2026-02-20').slice(0, 2)],
    [
      'one was answered on another day',
      [...items([8, 7, 7], '2026-02-20').slice(0, 2), row(ACTIVITY, 7, '2026-02-21')],
    ],
    [
      'one answer is no number of the scale',
      [...items([8, 7, 7], '2026-02-20').slice(0, 2), row(ACTIVITY, 70, '2026-02-20')],
    ],
  ])('has no mean where %s: the pain of the past week stands alone', (_what, rows) => {
    expect(told(rows)).toEqual(['pain-past-week 8 2026-02-20']);
  });

  const coded = (code: string) => ({ coding: [{ system: 'http://loinc.org', code }] });
  const observation = (id: string, code: string, more: object) => ({
    resource: {
      resourceType: 'Observation',
      id,
      state: 'reported',
      code: coded(code),
      subject: { reference: 'Patient/p1' },
      effectiveDateTime: '2026-02-20',
      ...more,
    },
  });
  const parts: readonly (readonly [string, number])[] = [
    [PAST_WEEK, 6],
    [ENJOYMENT, 5],
    [ACTIVITY, 3],
  ];

  it.each([
    [
      'as components of the panel',
      [
        observation('peg', PANEL, {
          component: parts.map(([code, value]) => ({ code: coded(code), valueInteger: value })),
        }),
      ],
    ],
    [
      'as members of the panel',
      [
        observation('peg', PANEL, {
          hasMember: parts.map(([code]) => ({ reference: `Observation/${code}` })),
        }),
        ...parts.map(([code, value]) => observation(code, code, { valueQuantity: { value } })),
      ],
    ],
    [
      'each derived from a questionnaire',
      parts.map(([code, value]) =>
        observation(code, code, {
          valueQuantity: { value },
          derivedFrom: [{ reference: 'QuestionnaireResponse/q1' }],
        }),
      ),
    ],
  ])('is read from a chart that holds its questions %s', (_how, observations) => {
    const chart = readBundle({
      resourceType: 'Bundle',
      type: 'collection',
      entry: [{ resource: { resourceType: 'Patient', id: 'p1', birthDate: '1980-01-01' } }, ...observations],
    });
    if (!('chart' in chart)) throw new Error('the chart was refused');
    expect(told(chart.chart.observations)).toEqual(['peg 4.7 2026-02-20']);
  });
});
