/** For how long an order says that its medicine is taken: what is written on it, whatever was handed over. */

import type { DosageLine, RequestRow } from '#lib/chart/chart.ts';
import { addDays, type CalendarDate, later, latest } from '#lib/time/calendar-date.ts';
import { periodEnd, present, supplyEnd, type Today } from './exposure.ts';

export interface OrderedTime {
  readonly authored: CalendarDate | null;
  /** Last end that is written as a day (validityPeriod, bounds); null when none is, or a dosage goes on past it. */
  readonly end: CalendarDate | null;
  /** Last day of what the order would supply or have taken; null when it does not say for how long. */
  readonly supplyEnd: CalendarDate | null;
  /** Every day written on it. */
  readonly signs: () => readonly CalendarDate[];
}

export function orderedTime(row: RequestRow, today: Today): OrderedTime {
  const { dayOf } = today;
  const authored = dayOf(row.authoredOn);
  let start = later(authored, dayOf(row.validityStart));
  for (const line of row.dosage) start = later(start, dayOf(line.boundsStart));
  const dosageEnd = endOfDosage(row.dosage, start, today);
  let end = periodEnd(row.validityStart ?? row.authoredOn, row.validityEnd, today);
  if (dosageEnd !== null)
    for (const line of row.dosage) end = later(end, periodEnd(line.boundsStart, line.boundsEnd, today));
  const fillsEnd = supplyEnd(start, daysOfAllFills(row));
  return {
    authored,
    end,
    supplyEnd: later(fillsEnd, dosageEnd),
    signs: () =>
      present([
        start,
        dayOf(row.validityEnd),
        fillsEnd,
        dosageEnd,
        ...row.dosage.flatMap((line) => signsOf(line, today)),
      ]),
  };
}

function signsOf(line: DosageLine, { dayOf }: Today): (CalendarDate | null)[] {
  return [dayOf(line.boundsEnd), ...line.events.map((event) => dayOf(event))];
}

/**
 * Last day of the dosage: steps of different sequence one after the other, of lines of one sequence the longest. Null where a line does
 * not say how long it is taken.
 * @see FHIR R4 Dosage.sequence
 */
function endOfDosage(
  dosage: readonly DosageLine[],
  start: CalendarDate | null,
  today: Today,
): CalendarDate | null {
  const [only, ...more] = dosage;
  if (only === undefined) return null;
  if (more.length === 0) return endOfLine(only, start, today);
  const steps = [...Map.groupBy(dosage, ({ sequence }) => sequence ?? 0)].sort(([a], [b]) => a - b);
  let end: CalendarDate | null = null;
  for (const [, lines] of steps) {
    const begins: CalendarDate | null = end === null ? start : addDays(end, 1);
    const ends = lines.map((line) => endOfLine(line, begins, today));
    if (ends.includes(null)) return null;
    end = latest([end, ...ends]);
  }
  return end;
}

function endOfLine(line: DosageLine, begins: CalendarDate | null, today: Today): CalendarDate | null {
  const end = later(supplyEnd(begins, line.boundsDays), periodEnd(line.boundsStart, line.boundsEnd, today));
  return line.events.reduce((last, event) => later(last, today.dayOf(event)), end);
}

/**
 * Days from the first fill to the end of the last, each refill as late as it may come; null when the order does not say how long
 * its fills last.
 */
function daysOfAllFills({ supplyDays, firstFillDays, fillIntervalDays, repeats }: RequestRow): number | null {
  const refills = repeats ?? 0;
  if (supplyDays === null) return refills === 0 ? firstFillDays : null;
  return Math.max(firstFillDays ?? 0, supplyDays) + refills * Math.max(supplyDays, fillIntervalDays ?? 0);
}
