/** How far the clock of a time zone is ahead of UTC at an instant. */

const WEEK_MS = 7 * 86_400_000;
const OFFSET = /GMT(?:([+-])(\d{2}):(\d{2}))?/;

/** Minutes by zone and week: clocks change a few times a year, and asking Intl for every instant is what takes the time. */
const clocks = new Map<string, (instant: number) => number>();

/**
 * @param zone IANA name. Throws a RangeError when there is no such zone.
 * @returns minutes ahead of UTC at an instant in milliseconds.
 */
export function minutesAheadOfUtc(zone: string): (instant: number) => number {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const exactly = (instant: number): number => {
    const [, sign, hours = '0', minutes = '0'] = OFFSET.exec(format.format(instant)) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  };
  const atWeek = new Map<number, number>();
  const atStartOf = (week: number): number => {
    const before = atWeek.get(week);
    if (before !== undefined) return before;
    const minutes = exactly(week * WEEK_MS);
    atWeek.set(week, minutes);
    return minutes;
  };
  const clock = (instant: number): number => {
    const week = Math.floor(instant / WEEK_MS);
    const minutes = atStartOf(week);
    return minutes === atStartOf(week + 1) ? minutes : exactly(instant);
  };
  clocks.set(zone, clock);
  return clock;
}
