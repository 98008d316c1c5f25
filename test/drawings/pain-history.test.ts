import { describe, expect, it } from 'vitest';
import type { ObservationRow } from '#lib/chart/chart.ts';
import { painPlot, painScores } from '#lib/drawings/pain-history.ts';
import { clinicDays } from '#lib/time/chart-day.ts';
import { proposeRegimen } from '#lib/titration/propose-regimen.ts';
import { proposeTitration } from '#lib/titration/propose-titration.ts';
import { day } from '../words/judgement-fixture.ts';

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

  it('takes a score of the first day itself as one from before the first dose', () => {
    const drawn = painPlot(scoresOf([score(7, TODAY)]), plan());
    expect(drawn?.lines.map(({ label }) => label)).toEqual(['Baseline 7', '30% better 4.9']);
    expect(drawn?.days).toEqual([]);
  });

  it('draws nothing where no score is recent enough to be a baseline', () => {
    expect(painPlot(scoresOf([score(8, '2020-02-02')]), plan())).toBeNull();
    expect(painPlot([], plan())).toBeNull();
  });
});

describe('the pain plot of a plan under way', () => {
  const NIGHT_29 = day('2026-03-30');
  const later = (rows: readonly ObservationRow[]) =>
    painPlot(painScores(rows, clinicDays('UTC'), NIGHT_29), plan(), NIGHT_29);
  const answered = [score(8, '2026-02-02'), score(6, '2026-02-16'), score(4, '2026-03-28')];

  it('shows the scores since the first night at their day, and today, on the same axis', () => {
    const drawn = later(answered);
    expect(drawn?.before).toBeCloseTo((31 / 87) * 100, 1);
    expect(drawn?.points.map(({ x, y }) => [x, y])).toEqual([
      [65.52, 60],
      [19.54, 40],
      [3.45, 20],
    ]);
    expect(drawn?.today).toEqual({ x: 67.82, label: 'Today', labelEnds: false });
    expect(drawn?.linesAt).toEqual({ x: drawn?.before, labelEnds: false });
  });

  it('keeps the latest score from before the start as baseline', () => {
    expect(later(answered)?.lines.map(({ label }) => label)).toEqual(['Baseline 6', '30% better 4.2']);
    expect(later(answered)?.reading).toBe(
      'Pain score 4 of 10 on 28-Mar-2026, baseline 6 of 10 on 16-Feb-2026; higher is worse. 30% better would be 4.2.',
    );
  });

  it('sets only answers to the same question beside each other', () => {
    const enjoyment = score(2, '2026-03-29', {
      concept: {
        codings: [{ system: 'http://loinc.org', code: '91148-7', display: 'Pain and enjoyment' }],
        text: null,
      },
    });
    expect(later([...answered, enjoyment])?.reading).toContain(
      'Pain score 4 of 10 on 28-Mar-2026, baseline 6',
    );
    expect(later([score(6, '2026-02-16'), enjoyment])?.reading).toContain('Latest pain score 6 of 10');
  });

  it('has no baseline where the chart has scores since the start alone', () => {
    const drawn = later([score(4, '2026-03-28')]);
    expect(drawn?.lines).toEqual([]);
    expect(drawn?.points.map(({ x }) => x)).toEqual([49.15]);
    expect(drawn?.reading).toContain('no baseline to compare with');
  });

  it('leaves out today, and scores, after the last night', () => {
    const over = day('2026-06-01');
    const scores = painScores([...answered, score(3, '2026-05-20')], clinicDays('UTC'), over);
    const drawn = painPlot(scores, plan(), over);
    expect(drawn?.today).toBeNull();
    expect(drawn?.points).toHaveLength(3);
  });
});
