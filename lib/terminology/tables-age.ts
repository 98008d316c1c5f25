/** How old the opioid tables are: the screen shows their date and warns past a year. */
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { TablesManifest } from './tables.ts';

/** New opioid products and codes appear every month. POLICY */
const TABLES_OLD_AFTER_MONTHS = 12;

export interface TablesAge {
  /** "2026-11" */
  readonly made: string;
  /** Whole months from the month in which the tables were made to the month of today; negative when that is ahead. */
  readonly months: number;
  readonly isOld: boolean;
}

const monthsOf = (yearMonth: string): number =>
  Number(yearMonth.slice(0, 4)) * 12 + Number(yearMonth.slice(5, 7));

export function tablesAge({ made }: TablesManifest, today: CalendarDate): TablesAge {
  const months = monthsOf(today) - monthsOf(made);
  return { made, months, isOld: months > TABLES_OLD_AFTER_MONTHS };
}
