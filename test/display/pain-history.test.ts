import { describe, expect, it } from 'vitest';
import type { ObservationRow } from '../../lib/chart/chart.ts';
import { painPlot, painScores } from '../../lib/display/pain-history.ts';
import { clinicDays } from '../../lib/safety/chart-day.ts';
import { proposeRegimen } from '../../lib/titration/propose-regimen.ts';
import { proposeTitration } from '../../lib/titration/propose-titration.ts';
import { day } from './judgement-fixture.ts';

const TODAY = day('2026-03-02');

function score(value: number, effective: string, change: Partial<ObservationRow> = {}): ObservationRow {
  return {
    source: `Observation/${effective}-${value}`,
    version: null,
    concept: {
      codings: [{ system: 'http://loinc.org', code: '72514-3', display: 'Pain severity', version: null }],
      text: null,
    },
    status: 'final',
    effective,
    value: { kind: 'quantity', value, unit: '{score}', comparator: null },
    interpretation: [],
    referenceHigh: null,
    ...change,
  } as ObservationRow;
}

function scoresOf(rows: readonly ObservationRow[]) {
  return painScores(rows, clinicDays('UTC'), TODAY);
}

function plan() {
  const proposal = proposeTitration(proposeRegimen(TODAY, {}), { asOf: TODAY, earliestStart: null });
  if (!('plan' in proposal)) throw new Error('no plan');
  return proposal.plan;
}

describe('pain scores of the chart', () => {
  it('are listed newest first, rounded to what a person says', () => {
    const scores = scoresOf([score(6.04, '2026-01-10'), score(7.3, '2026-02-20T09:00:00Z')]);
    expect(scores.map(({ day: on, score: value }) => [on, value])).toEqual([
      ['2026-02-20', 7.3],
      ['2026-01-10', 6],
    ]);
  });

  it.each([
    ['entered in error', score(7, '2026-02-20', { status: 'entered-in-error' })],
    ['above the scale', score(70, '2026-02-20')],
    [
      '"less than"',
      score(7, '2026-02-20', { value: { kind: 'quantity', value: 7, unit: null, comparator: '<' } }),
    ],
    ['without a number', score(7, '2026-02-20', { value: { kind: 'text', text: 'bad' } })],
    ['without a date', score(7, 'soon')],
    ['in the future', score(7, '2026-03-20')],
    ['of something else', score(7, '2026-02-20', { concept: { codings: [], text: 'Pain' } })],
  ])('leave out a score %s', (_what, row) => {
    expect(scoresOf([row])).toEqual([]);
  });
});

describe('the pain plot', () => {
  it('shares its axis with the dose: 28 days and a margin before, 56 nights after', () => {
    const drawn = painPlot(scoresOf([score(8, '2026-02-02'), score(6, '2026-02-16')]), plan());
    expect(drawn?.before).toBeCloseTo((31 / 87) * 100, 1);
    expect(drawn?.points.map(({ x, y }) => [x, y])).toEqual([
      [19.54, 40],
      [3.45, 20],
    ]);
  });

  it('takes the latest score as baseline and shows what 30% better would be', () => {
    const drawn = painPlot(scoresOf([score(8, '2026-02-02'), score(6, '2026-02-16')]), plan());
    expect(drawn?.lines.map(({ label }) => label)).toEqual(['Baseline 6', '30% better 4.2']);
    expect(drawn?.reading).toBe(
      'Latest pain score 6 of 10 on 16-Feb-2026; higher is worse. 30% better would be 4.2.',
    );
  });

  it('draws nothing where no score is recent enough to be a baseline', () => {
    expect(painPlot(scoresOf([score(8, '2020-02-02')]), plan())).toBeNull();
    expect(painPlot([], plan())).toBeNull();
  });
});
