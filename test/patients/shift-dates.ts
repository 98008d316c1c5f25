/** Moves a whole chart through time, so that a story told on one day can be lived on another. */
import type { Bundle } from '@medplum/fhirtypes';
import { addDays, type CalendarDate } from '#lib/time/calendar-date.ts';

const FULL_DATE = /^(\d{4}-\d{2}-\d{2})(T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?$/;

/**
 * The same Bundle with every whole date, dateTime and instant moved by `days`, birth dates too, so that ages stay. Times of
 * day and offsets stay. Partial dates ("2026-02") and dates inside a sentence stay: the stories have none.
 */
export function shiftDates(bundle: Bundle, days: number): Bundle {
  return shifted(bundle, days) as Bundle;
}

function shifted(node: unknown, days: number): unknown {
  if (typeof node === 'string') {
    const match = FULL_DATE.exec(node);
    return match ? `${addDays(match[1] as CalendarDate, days)}${match[2] ?? ''}` : node;
  }
  if (Array.isArray(node)) return node.map((child) => shifted(child, days));
  if (node !== null && typeof node === 'object') {
    return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, shifted(child, days)]));
  }
  return node;
}
