import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { opioidTimeline } from '#lib/drawings/opioid-timeline.ts';
import type { OpioidEvidence } from '#lib/safety/opioid-evidence.ts';
import { wordsFor } from '#lib/words/words-for.ts';
import { OpioidPicture } from '../../app/chart/[launch]/safety/opioid-picture.tsx';
import { day, judgement, opioidRow } from '../words/judgement-fixture.ts';

function timelineOf(evidence: readonly OpioidEvidence[], earliestStart: string | null = null) {
  return opioidTimeline(
    wordsFor('en'),
    judgement({
      opioid: {
        verdict: 'present',
        earliestStart: earliestStart === null ? null : day(earliestStart),
        evidence,
      },
    }),
  );
}

describe('the opioid timeline', () => {
  it('draws a current opioid up to today', () => {
    const { bars, today } = timelineOf([opioidRow()]);
    expect(bars).toHaveLength(1);
    const [bar] = bars;
    expect((bar?.x ?? 0) + (bar?.width ?? 0)).toBeCloseTo(today.x, 0);
    expect(bar?.span).toBe('01-Dec-2025 to today');
    expect(bar?.hatched).toBe(false);
  });

  it('hatches a bar whose end is guessed and says so', () => {
    const [bar] = timelineOf([
      opioidRow({ state: 'recent', lastExposure: day('2026-02-24'), dateIsGuessed: true }),
    ]).bars;
    expect(bar?.hatched).toBe(true);
    expect(bar?.span).toBe('01-Dec-2025 to 24-Feb-2026 at the latest');
  });

  it('draws a row without any date over the whole picture, hatched, rather than leave it out', () => {
    const [bar] = timelineOf([opioidRow({ state: 'unidentified', from: null })]).bars;
    expect(bar).toMatchObject({ x: 0, hatched: true, span: 'dates not known' });
  });

  it('leaves history without a known end where it began, and never draws it up to today', () => {
    const { bars, older } = timelineOf([
      opioidRow({ state: 'historical', from: day('2015-03-01'), lastExposure: null }),
    ]);
    expect([bars.length, older]).toEqual([0, 1]);
  });

  it('shades the days from the last exposure to the earliest start', () => {
    const { opioidFree, earliestStart } = timelineOf(
      [opioidRow({ state: 'recent', lastExposure: day('2026-02-24'), clearFrom: day('2026-03-07') })],
      '2026-03-07',
    );
    expect(earliestStart?.label).toBe('Earliest start 07-Mar-2026');
    expect((opioidFree?.x ?? 0) + (opioidFree?.width ?? 0)).toBeCloseTo(earliestStart?.x ?? -1, 5);
  });

  it('calls the shaded days needed before a start, also when they are over', () => {
    const timeline = timelineOf(
      [opioidRow({ state: 'historical', lastExposure: day('2026-01-10'), clearFrom: day('2026-01-21') })],
      '2026-01-21',
    );
    expect(timeline.earliestStart?.x).toBeLessThan(timeline.today.x);
    const shown = renderToStaticMarkup(createElement(OpioidPicture, { words: wordsFor('en'), timeline }));
    expect(shown).toContain('Opioid-free days before a start');
    expect(shown).not.toContain('still needed');
  });

  it('gives no opioid-free window while an opioid is current', () => {
    expect(timelineOf([opioidRow()]).opioidFree).toBeNull();
  });

  it('leaves rows that end before the picture to the table, and counts them', () => {
    const { bars, older, reading } = timelineOf([
      opioidRow({ state: 'historical', from: day('2020-01-01'), lastExposure: day('2020-01-07') }),
    ]);
    expect(bars).toHaveLength(0);
    expect(older).toBe(1);
    expect(reading).toBe(
      'No opioid entry of the last 180 days in the records this app could read. 1 older entry in the table.',
    );
  });

  it('does not draw what was never taken', () => {
    expect(timelineOf([opioidRow({ state: 'not-taken' })]).bars).toHaveLength(0);
  });

  it('keeps every bar inside the picture', () => {
    const rows = [
      opioidRow({ from: day('2019-01-01') }),
      opioidRow({
        state: 'recent',
        from: day('2026-03-01'),
        lastExposure: day('2026-05-30'),
        clearFrom: null,
      }),
    ];
    for (const bar of timelineOf(rows, '2026-06-14').bars) {
      expect(bar.x).toBeGreaterThanOrEqual(0);
      expect(bar.x + bar.width).toBeLessThanOrEqual(100);
    }
  });
});
