/** How a medication row is named in a message: the chart's own words, a date in ISO form, who wrote it. */

import type { MedicationRow } from '#lib/chart/chart.ts';
import type { JudgedMedication } from '#lib/safety/exposure/judged-medication.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { DayOf } from '#lib/time/chart-day.ts';
import type { ChartDate } from '#lib/time/fhir-date.ts';
import { dated, NO_DATE } from './dated.ts';
import { inShort } from './in-short.ts';

export function recordedOn(row: MedicationRow, dayOf: DayOf): CalendarDate | null {
  return dayOf(recordedDate(row));
}

/** The day as a message shows it: of a year or a month alone no day is made up. */
function shownDay(row: MedicationRow, dayOf: DayOf): string | null {
  const date = recordedDate(row);
  return date !== null && date.length < 'YYYY-MM-DD'.length ? date : dayOf(date);
}

function recordedDate(row: MedicationRow): ChartDate | null {
  switch (row.kind) {
    case 'request':
      return row.authoredOn ?? row.validityStart;
    case 'statement':
      return row.effectiveStart ?? row.dateAsserted;
    case 'dispense':
      return row.whenHandedOver ?? row.whenPrepared;
    case 'administration':
      return row.effectiveEnd ?? row.effectiveStart;
  }
}

type Named = Pick<JudgedMedication, 'row' | 'recognition'>;

/** The chart's own words; where they do not name what is in it, with that: "Colchimax (opium)", "1049502 (oxycodone)". */
export function drugWords({ row, recognition: { agonists, antagonists } }: Named): string {
  const words = inShort(row.words);
  const said = words.toLowerCase();
  const ingredients = [...agonists, ...antagonists].map((id) => id.replaceAll('-', ' '));
  return ingredients.every((name) => said.includes(name)) ? words : `${words} (${ingredients.join(', ')})`;
}

/** "hydromorphone 2 mg, 2026-02-27, by Dr A. Example" */
export function wordsDateAuthor(medication: Named, dayOf: DayOf): string {
  const { row } = medication;
  const words = dated(drugWords(medication), shownDay(row, dayOf));
  return row.author === null ? words : `${words}, by ${inShort(row.author)}`;
}

const KIND = {
  request: 'order',
  statement: 'medication statement',
  dispense: 'dispense',
  administration: 'administration',
} as const;

/** "active order of 2025-11-10" */
export function statusAndKind(row: MedicationRow, dayOf: DayOf): string {
  const day = shownDay(row, dayOf);
  const words = `${KIND[row.kind]}${day === null ? `, ${NO_DATE}` : ` of ${day}`}`;
  return row.status === null ? `${words}, status not recorded` : `${row.status} ${words}`;
}
