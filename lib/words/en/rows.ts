/** How a row of the chart reads in a sentence: its own words, a day, for medications status, kind and author. */
import type { AnyRowFact, MedicationFact, RowFact } from '#lib/safety/row-fact.ts';
import type { IngredientId } from '#lib/terminology/recognition.ts';
import { calendarDate } from '#lib/time/calendar-date.ts';
import type { DayWords } from '../shapes.ts';

export const NO_DATE = 'date not recorded';
export const NO_STATUS = 'status not recorded';
const NO_NAME = 'no name given';

/** A day as the door writes days; a year or a month alone as the chart has it. */
export function recordedDay(day: RowFact['day'], dayWords: DayWords): string {
  if (day === null) return NO_DATE;
  const whole = calendarDate(day);
  return whole === null ? day : dayWords(whole);
}

/** "codeine 30 mg, 2026-02-27", or "codeine 30 mg, date not recorded" where the chart gives no date that can be read. */
export function dated(words: string, day: RowFact['day'], dayWords: DayWords): string {
  return `${words}, ${recordedDay(day, dayWords)}`;
}

/** A row without words is named by what it is. */
const UNNAMED: Readonly<Record<string, string>> = {
  Procedure: 'procedure',
  ServiceRequest: 'procedure',
  Appointment: 'procedure',
  Encounter: 'visit',
};

/** The chart's own words for a medication. */
export function medicationName(words: string | null): string {
  return words ?? NO_NAME;
}

export function rowName({ source, words }: RowFact): string {
  return words ?? UNNAMED[source.split('/')[0] ?? ''] ?? NO_NAME;
}

const ingredientName = (id: IngredientId) => id.replaceAll('-', ' ');

/** The chart's own words; where they do not name what is in it, with that: "Colchimax (opium)", "1049502 (oxycodone)". */
export function drugName(fact: MedicationFact): string {
  const { ingredients } = fact;
  const words = rowName(fact);
  return ingredients.length === 0 ? words : `${words} (${ingredients.map(ingredientName).join(', ')})`;
}

/** "Cellulose, 2024-05-14"; of a medication with its author: "hydromorphone 2 mg, 2026-02-27, by Dr A. Example". */
export function rowAndDay(fact: AnyRowFact, day: DayWords): string {
  if (!('kind' in fact)) return dated(rowName(fact), fact.day, day);
  const words = dated(drugName(fact), fact.day, day);
  return fact.author === null ? words : `${words}, by ${fact.author}`;
}

const KIND: Readonly<Record<MedicationFact['kind'], string>> = {
  request: 'order',
  statement: 'medication statement',
  dispense: 'dispense',
  administration: 'administration',
};

/** "active order of 2025-11-10" */
export function statusAndKind({ kind, status, day }: MedicationFact, dayWords: DayWords): string {
  const words = `${KIND[kind]}${day === null ? ', ' : ' of '}${recordedDay(day, dayWords)}`;
  return status === null ? `${words}, ${NO_STATUS}` : `${status} ${words}`;
}

/** "oxycodone 5 mg tablet (active order of 2025-11-10)" */
export function drugAndStatus(fact: MedicationFact, day: DayWords): string {
  return `${drugName(fact)} (${statusAndKind(fact, day)})`;
}
