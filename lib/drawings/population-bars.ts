/** Counts as bars, in percent of the width: the longest count fills it, and what is not nothing is seen. */

interface CountBar {
  readonly label: string;
  readonly count: number;
  /** Percent of the width. */
  readonly width: number;
  /** Percent of all; null where the counts are no parts of one whole. */
  readonly share: number | null;
}

/** POLICY: the least that is seen of a bar. */
const LEAST_SEEN = 0.5;

/** @param whole of which each count is a part; null where one may be in several. */
export function countBars(
  counts: readonly (readonly [label: string, count: number])[],
  whole: number | null,
): readonly CountBar[] {
  const longest = Math.max(...counts.map(([, count]) => count), 1);
  return counts.map(([label, count]) => ({
    label,
    count,
    width: count === 0 ? 0 : Math.max(LEAST_SEEN, round((100 * count) / longest)),
    share: whole === null || whole === 0 ? null : round((100 * count) / whole),
  }));
}

const round = (percent: number) => Math.round(percent * 10) / 10;
