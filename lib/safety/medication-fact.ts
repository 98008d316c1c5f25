/** A medication row as a finding tells it, and the day it counts from. */
import type { MedicationRow } from '#lib/chart/chart.ts';
import type { JudgedMedication } from '#lib/safety/exposure/judged-medication.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { DayOf } from '#lib/time/chart-day.ts';
import type { ChartDate } from '#lib/time/fhir-date.ts';
import { inShort } from './in-short.ts';
import type { MedicationFact, PartialDate } from './row-fact.ts';

export function medicationFact(
  { row, recognition: { agonists, antagonists } }: Pick<JudgedMedication, 'row' | 'recognition'>,
  dayOf: DayOf,
): MedicationFact {
  const words = row.words === null ? null : inShort(row.words);
  const said = words?.toLowerCase() ?? '';
  const ingredients = [...agonists, ...antagonists];
  return {
    source: row.source,
    words,
    day: shownDay(row, dayOf),
    kind: row.kind,
    status: row.status,
    author: row.author === null ? null : inShort(row.author),
    ingredients: ingredients.every((id) => said.includes(id.replaceAll('-', ' '))) ? [] : ingredients,
  };
}

export function recordedOn(row: MedicationRow, dayOf: DayOf): CalendarDate | null {
  return dayOf(recordedDate(row));
}

function shownDay(row: MedicationRow, dayOf: DayOf): CalendarDate | PartialDate | null {
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
