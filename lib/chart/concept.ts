/** What a concept is called, in the chart's own words. */
import { conceptWords } from '#lib/fhir/concept.ts';
import type { ChartConcept } from './chart.ts';

/** As one line: its text, else a display, else a code; null where it has none. */
export function conceptName(concept: ChartConcept): string | null {
  return conceptWords(concept) ?? concept.codings.find(({ code }) => code !== null)?.code ?? null;
}

/** It has words of its own: a code beside them is a code, and no name. */
export function isNamed({ codings, text }: ChartConcept): boolean {
  return text !== null || codings.some(({ display }) => display !== null);
}

/** Every text and display, whichever of them says what is looked for. */
export function conceptTexts({ codings, text }: ChartConcept): string[] {
  return [text, ...codings.map(({ display }) => display)].filter((one) => one !== null);
}
