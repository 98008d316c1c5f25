/** Moves a whole chart through time, so that a story told on one day can be lived on another. */
import type { Bundle } from '@medplum/fhirtypes';
import { addDays, type CalendarDate } from '#lib/time/calendar-date.ts';
import { screenDate } from '#lib/words/en/dates.ts';

const FULL_DATE = /^(\d{4}-\d{2}-\d{2})(T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?$/;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const SPOKEN = new RegExp(`\\b\\d{2}-(?:${MONTHS.join('|')})-\\d{4}\\b`, 'g');

function dayOfSpoken(text: string): CalendarDate {
  const [day = '', month = '', year = ''] = text.split('-');
  return `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day}` as CalendarDate;
}

/**
 * The same Bundle with every whole date, dateTime and instant moved by `days`, birth dates too, so that ages stay. Times of
 * day and offsets stay, partial dates ("2026-02") too: the stories have none. Inside a sentence a day as the app writes it ("02-Mar-2026")
 * is moved: an order of ours says its first night in words.
 */
export function shiftDates(bundle: Bundle, days: number): Bundle {
  return shifted(bundle, days) as Bundle;
}

function shifted(node: unknown, days: number): unknown {
  if (typeof node === 'string') {
    const match = FULL_DATE.exec(node);
    if (match) return `${addDays(match[1] as CalendarDate, days)}${match[2] ?? ''}`;
    return node.replace(SPOKEN, (spoken) => screenDate(addDays(dayOfSpoken(spoken), days)));
  }
  if (Array.isArray(node)) return node.map((child) => shifted(child, days));
  if (node !== null && typeof node === 'object') {
    return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, shifted(child, days)]));
  }
  return node;
}
