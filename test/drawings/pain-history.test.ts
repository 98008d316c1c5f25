import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { painPlot } from '#lib/drawings/pain-history.ts';
import { PAIN_MEASURES, type PainMeasure, type PainScore } from '#lib/follow-up/pain-scores.ts';
import { addDays } from '#lib/time/calendar-date.ts';
import { proposeRegimen } from '#lib/titration/propose-regimen.ts';
import { proposeTitration } from '#lib/titration/propose-titration.ts';
import { wordsFor } from '#lib/words/words-for.ts';
import { day } from '../words/judgement-fixture.ts';

const words = wordsFor('en');

const TODAY = day('2026-03-02');

function score(value: number, on: string, measure: PainMeasure = 'pain-now'): PainScore {
  return { source: `Observation/${measure}-${on}-${value}`, day: day(on), measure, score: value };
}

/** As the chart gives them: newest first. */
function scoresOf(scores: readonly PainScore[]) {
  return [...scores].sort((a, b) => (a.day < b.day ? 1 : -1));
}

function plan() {
  const proposal = proposeTitration(proposeRegimen(TODAY, {}), { asOf: TODAY, earliestStart: null });
  if (!('plan' in proposal)) throw new Error('no plan');
  return proposal.plan;
}

describe('the pain plot', () => {
  it('shares its axis with the dose: 28 days and a margin before, 56 nights after', () => {
    const drawn = painPlot(words, scoresOf([score(8, '2026-02-02'), score(6, '2026-02-16')]), plan());
    expect(drawn?.before).toBeCloseTo((31 / 87) * 100, 1);
    expect(drawn?.points.map(({ x, y }) => [x, y])).toEqual([
      [19.54, 40],
      [3.45, 20],
    ]);
  });

  it('takes the latest score as baseline and shows what 30% better would be', () => {
    const drawn = painPlot(words, scoresOf([score(8, '2026-02-02'), score(6, '2026-02-16')]), plan());
    expect(drawn?.lines.map(({ label }) => label)).toEqual(['Baseline 6', '30% better 4.2']);
    expect(drawn?.reading).toBe(
      'Latest pain score 6 of 10 on 16-Feb-2026; higher is worse. 30% better would be 4.2.',
    );
  });

  it('takes a score of the first day itself as one from before the first dose', () => {
    const drawn = painPlot(words, scoresOf([score(7, TODAY)]), plan());
    expect(drawn?.lines.map(({ label }) => label)).toEqual(['Baseline 7', '30% better 4.9']);
    expect(drawn?.days).toEqual([]);
  });

  it('draws nothing where no score is recent enough to be a baseline', () => {
    expect(painPlot(words, scoresOf([score(8, '2020-02-02')]), plan())).toBeNull();
    expect(painPlot(words, [], plan())).toBeNull();
  });
});

describe('the pain plot of a plan under way', () => {
  const NIGHT_29 = day('2026-03-30');
  const later = (scores: readonly PainScore[]) => painPlot(words, scoresOf(scores), plan(), NIGHT_29);
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

  it('sets only answers to the same question beside each other, and names a newer one to another', () => {
    const reported = score(2, '2026-03-29', 'pain-reported');
    expect(later([...answered, reported])?.reading).toBe(
      'Pain score 4 of 10 on 28-Mar-2026, baseline 6 of 10 on 16-Feb-2026; higher is worse. 30% better would be 4.2. Newest: reported pain score 2 of 10 on 29-Mar-2026, another question, not compared.',
    );
    expect(later([score(6, '2026-02-16'), reported])?.reading).toContain('Latest pain score 6 of 10');
  });

  it('joins only marks of one measure by a line, and names each measure', () => {
    const drawn = later([...answered, score(7.3, '2026-02-10', 'peg'), score(4.7, '2026-03-20', 'peg')]);
    expect(drawn?.measures).toEqual(['peg', 'pain-now']);
    expect(drawn?.joined.map((line) => line.map(({ label }) => label))).toEqual([
      ['7.3', '4.7'],
      ['8', '6', '4'],
    ]);
    expect(drawn?.points.filter(({ isCompared }) => isCompared).map(({ label }) => label)).toEqual([
      '4.7',
      '7.3',
    ]);
    expect(drawn?.reading).toContain('PEG score 4.7 of 10 on 20-Mar-2026, baseline 7.3 of 10 on 10-Feb-2026');
  });

  it('follows the measure that has an answer since, before one that has a baseline alone', () => {
    const drawn = later([...answered, score(7.3, '2026-02-10', 'peg')]);
    expect(drawn?.measures[0]).toBe('pain-now');
  });

  it('has no baseline where the chart has scores since the start alone', () => {
    const drawn = later([score(4, '2026-03-28')]);
    expect(drawn?.lines).toEqual([]);
    expect(drawn?.points.map(({ x }) => x)).toEqual([49.15]);
    expect(drawn?.reading).toContain('no baseline to compare with');
  });

  it('draws the newest score and today after the last night too, on an axis that reaches to them', () => {
    const over = day('2026-06-01');
    const drawn = painPlot(words, scoresOf([...answered, score(3, '2026-05-31')]), plan(), over);
    expect(drawn?.points.map(({ label }) => label)).toEqual(['3', '4', '6', '8']);
    // 31 days before, 56 nights, and 34 + 3 days after them.
    expect(drawn?.after).toBeCloseTo((37 / 124) * 100, 1);
    expect(drawn?.points.every(({ x }) => x >= 0 && x <= 100)).toBe(true);
    expect(drawn?.today).toEqual({ x: 98.39, label: 'Today', labelEnds: true });
    expect(drawn?.reading).toContain('Pain score 3 of 10 on 31-May-2026, baseline 6');
  });

  it('keeps its axis where no score lies after the last night', () => {
    const drawn = painPlot(words, scoresOf(answered), plan(), day('2026-06-01'));
    expect(drawn?.after).toBe(0);
    expect(drawn?.today).toBeNull();
  });

  it('draws the newest score and no two measures in one line, whatever the chart holds', () => {
    const someScore = fc.record({
      days: fc.integer({ min: -200, max: 400 }),
      measure: fc.constantFrom(...PAIN_MEASURES),
      value: fc.integer({ min: 0, max: 10 }),
    });
    fc.assert(
      fc.property(fc.array(someScore, { maxLength: 12 }), (rows) => {
        const scores = scoresOf(
          rows.map(({ days, measure, value }) => score(value, addDays(TODAY, days), measure)),
        );
        const [newest] = scores;
        const drawn = painPlot(words, scores, plan(), day('2027-06-01'));
        if (newest === undefined || newest.day < addDays(TODAY, -56)) {
          expect(drawn).toBeNull();
          return;
        }
        expect(drawn?.points.some(({ source }) => source === newest.source)).toBe(true);
        for (const { x, y } of drawn?.points ?? []) {
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
          expect(Math.max(x, y)).toBeLessThanOrEqual(100);
        }
        for (const line of drawn?.joined ?? []) {
          expect(new Set(line.map(({ measure }) => measure)).size).toBe(1);
          expect(line.map(({ x }) => x)).toEqual(line.map(({ x }) => x).sort((a, b) => a - b));
        }
      }),
      { numRuns: 200 },
    );
  });
});
