/** What a concept is called, in the chart's own words. */
import type { ChartConcept } from './chart.ts';

/** As one line: its text, else a display, else its code; null where it has none. */
export function conceptName({ codings, text }: ChartConcept): string | null {
  const display = codings.find((coding) => coding.display !== null)?.display;
  return text ?? display ?? codings[0]?.code ?? null;
}

/** Every text and display, whichever of them says what is looked for. */
export function conceptTexts({ codings, text }: ChartConcept): string[] {
  return [text, ...codings.map(({ display }) => display)].filter((one) => one !== null);
}
