/** What a medication row says in words, wherever in it they stand. */
import type { ChartConcept, DosageLine, MedicationRow } from '#lib/chart/chart.ts';
import type { MedicationDescription } from '#lib/terminology/recognition.ts';

/** Whether any text or display of the drug or its form, a dosage text, route, method or site says it. */
export function rowSays(row: MedicationRow, words: RegExp): boolean {
  return (
    drugSays(row.medication, words) ||
    row.forms.some((form) => conceptSays(form, words)) ||
    row.dosage.some((line) => (line.text !== null && words.test(line.text)) || waySays(line, words))
  );
}

function waySays({ route, method, site }: DosageLine, words: RegExp): boolean {
  return [route, method, site].some((way) => way !== null && conceptSays(way, words));
}

function conceptSays({ text, codings }: ChartConcept, words: RegExp): boolean {
  return [text, ...codings.map(({ display }) => display)].some((said) => said !== null && words.test(said));
}

const DEEPEST = 8;

function drugSays({ texts, codings, ingredients }: MedicationDescription, words: RegExp, depth = 0): boolean {
  return (
    texts.some((text) => words.test(text)) ||
    codings.some(({ display }) => display !== null && words.test(display)) ||
    (depth < DEEPEST && ingredients.some((part) => drugSays(part, words, depth + 1)))
  );
}
