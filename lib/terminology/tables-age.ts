/** Which releases the opioid tables are of, and how old: the screen shows them and warns past a year. */
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { TablesManifest } from './tables.ts';

/** New opioid products and codes appear every month. POLICY */
const TABLES_OLD_AFTER_MONTHS = 12;

export interface TablesAge {
  /** "RxNorm 2025-10-06, dm+d 2019" */
  readonly of: string;
  /** Whole months from the month of the first of those releases to the month of today; negative when that is ahead. */
  readonly months: number;
  readonly isOld: boolean;
}

const monthsOf = (yearMonth: string): number =>
  Number(yearMonth.slice(0, 4)) * 12 + Number(yearMonth.slice(5, 7));

/** When tables were made says nothing of what is in them: what counts is the release they were made of. */
export function tablesAge(manifest: TablesManifest, today: CalendarDate): TablesAge {
  const months = monthsOf(today) - monthsOf(manifest.releases[0]?.release ?? '');
  return { of: releasesOf(manifest), months, isOld: months > TABLES_OLD_AFTER_MONTHS };
}

export function releasesOf({ releases }: TablesManifest): string {
  return releases.map(({ of, release }) => `${of} ${release}`).join(', ');
}
