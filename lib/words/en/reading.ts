/** What is said while a chart is still being read: which parts have come, and that nothing is known before all have. */

import type { ReadingProgress } from '#lib/chart/ledger.ts';
import { CHART_PARTS } from '#lib/chart/read/raw-chart.ts';
import type { ReadingLine } from '../shapes.ts';
import { PART_WORDS, STATE_WORDS } from './read-summary.ts';

export const STILL_READING = {
  title: 'Reading the chart',
  meaning:
    'There is no verdict yet. Conclude nothing about opioids until every part has been read or has failed.',
  connected: 'Connected',
  connectedTo: (ehrName: string) => `to ${ehrName}`,
  wait: 'This page updates by itself as parts arrive, and gives its answer within a minute.',
  stop: 'Stop reading',
} as const;

export const STOPPED_READING = {
  title: 'Stopped: the chart was not read',
  happened: 'You stopped before the whole chart was read.',
  meaning: 'There is no verdict: this says nothing about opioids. Nothing was written.',
} as const;

export function readingLines(progress: ReadingProgress): readonly ReadingLine[] {
  return CHART_PARTS.map((part) => {
    const arrived = progress[part];
    if (arrived === undefined) return { part: PART_WORDS[part], state: 'Being read', isAwaited: true };
    const rows = arrived.rows === 1 ? '1 row' : `${arrived.rows} rows`;
    const isRead = arrived.state === 'complete' || arrived.state === 'partial';
    return {
      part: PART_WORDS[part],
      state: isRead ? `${STATE_WORDS[arrived.state]}, ${rows}` : STATE_WORDS[arrived.state],
      isAwaited: false,
    };
  });
}
