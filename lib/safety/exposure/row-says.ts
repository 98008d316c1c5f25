/** What a medication row says in words, wherever in it they stand. */
import type { ChartConcept, MedicationRow } from '#lib/chart/chart.ts';
import { withoutAccents } from '#lib/terminology/codes/without-accents.ts';
import type { MedicationDescription } from '#lib/terminology/recognition.ts';

const DEEPEST = 8;

/** A row is asked for several words one after the other, and says the same thing in several places. */
const saidBy = new WeakMap<MedicationRow, readonly string[]>();

/** Whether any text or display of the drug or its form, a dosage text, route, method or site says it; without accents. */
export function rowSays(row: MedicationRow, words: RegExp): boolean {
  let said = saidBy.get(row);
  if (said === undefined) {
    said = textsOf(row);
    saidBy.set(row, said);
  }
  return said.some((text) => words.test(text));
}

function textsOf({ medication, forms, dosage }: MedicationRow): readonly string[] {
  const texts = new Set<string>();
  addDrug(medication, texts);
  for (const form of forms) addConcept(form, texts);
  for (const { text, route, method, site } of dosage) {
    if (text !== null) texts.add(text);
    for (const way of [route, method, site]) if (way !== null) addConcept(way, texts);
  }
  return [...texts].map(withoutAccents);
}

function addConcept({ text, codings }: ChartConcept, to: Set<string>): void {
  if (text !== null) to.add(text);
  for (const { display } of codings) if (display !== null) to.add(display);
}

function addDrug({ texts, codings, ingredients }: MedicationDescription, to: Set<string>, depth = 0): void {
  for (const text of texts) to.add(text);
  for (const { display } of codings) if (display !== null) to.add(display);
  if (depth < DEEPEST) for (const part of ingredients) addDrug(part, to, depth + 1);
}
