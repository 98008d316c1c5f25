/** How a medication row is named in a message: the chart's own words, a date in ISO form, who wrote it. */
import type { DosageLine, MedicationRow } from '../chart/chart.ts';
import type { CalendarDate } from '../fhir/calendar-date.ts';
import type { MedicationDescription } from '../terminology/recognition.ts';
import type { DayOf } from './chart-day.ts';

export function recordedOn(row: MedicationRow, dayOf: DayOf): CalendarDate | null {
  switch (row.kind) {
    case 'request':
      return dayOf(row.authoredOn) ?? dayOf(row.validityStart);
    case 'statement':
      return dayOf(row.effectiveStart) ?? dayOf(row.dateAsserted);
    case 'dispense':
      return dayOf(row.whenHandedOver) ?? dayOf(row.whenPrepared);
    case 'administration':
      return dayOf(row.effectiveEnd) ?? dayOf(row.effectiveStart);
  }
}

/** "hydromorphone 2 mg, 2026-02-27, by Dr A. Example" */
export function wordsDateAuthor(row: MedicationRow, dayOf: DayOf): string {
  const day = recordedOn(row, dayOf) ?? 'date not recorded';
  return [row.words, day, ...(row.author === null ? [] : [`by ${row.author}`])].join(', ');
}

const KIND = {
  request: 'order',
  statement: 'medication statement',
  dispense: 'dispense',
  administration: 'administration',
} as const;

/** "active order of 2025-11-10" */
export function statusAndKind(row: MedicationRow, dayOf: DayOf): string {
  const day = recordedOn(row, dayOf);
  return `${row.status ?? 'status not recorded'} ${KIND[row.kind]}${day === null ? ', date not recorded' : ` of ${day}`}`;
}

/** Whether any text or display of the drug, a dosage text, route, method or site says it. */
export function rowSays(row: MedicationRow, words: RegExp): boolean {
  return (
    drugSays(row.medication, words) ||
    row.dosage.some((line) => (line.text !== null && words.test(line.text)) || waySays(line, words))
  );
}

function waySays({ route, method, site }: DosageLine, words: RegExp): boolean {
  return [route, method, site].some(
    (way) =>
      way !== null &&
      [way.text, ...way.codings.map(({ display }) => display)].some(
        (said) => said !== null && words.test(said),
      ),
  );
}

const DEEPEST = 8;

function drugSays({ texts, codings, ingredients }: MedicationDescription, words: RegExp, depth = 0): boolean {
  return (
    texts.some((text) => words.test(text)) ||
    codings.some(({ display }) => display !== null && words.test(display)) ||
    (depth < DEEPEST && ingredients.some((part) => drugSays(part, words, depth + 1)))
  );
}
