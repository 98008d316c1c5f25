/** What is known of one medication, or of one part of it, as it is gathered from concepts and references. */
import { conceptName, isNamed } from '#lib/chart/concept.ts';
import type { Concept, Fields } from '#lib/fhir/fields.ts';
import type { MedicationDescription, Unresolved } from '#lib/terminology/recognition.ts';
import { plainText } from './plain-text.ts';

export interface Described {
  readonly codings: MedicationDescription['codings'][number][];
  readonly texts: string[];
  readonly ingredients: Described[];
  readonly unresolved: Unresolved[];
  readonly forms: Concept[];
}

export function undescribed(): Described {
  return { codings: [], texts: [], ingredients: [], unresolved: [], forms: [] };
}

export function isEmpty(one: Described): boolean {
  return (
    one.codings.length + one.texts.length === 0 && one.ingredients.length === 0 && one.unresolved.length === 0
  );
}

export function addConcept(into: Described, fields: Fields, name: string): void {
  const concept: Concept | null = fields.concept(name);
  if (concept === null) return;
  into.codings.push(...withNames(concept));
  if (concept.text !== null) addText(into, concept.text);
}

/** Where nothing else names the drug, a code of a local list may be its name. */
function withNames(concept: Concept): Concept['codings'] {
  const hasName = isNamed(concept);
  return concept.codings.map(({ system, code, display }) => ({
    system,
    code,
    display:
      display !== null ? plainText(display) : !hasName && code !== null && isName(code) ? code.trim() : null,
  }));
}

/** Words in letters, and not the digits of a UUID or hash. */
function isName(code: string): boolean {
  return /[A-Za-z]{4}/.test(code) && !/^[\dA-Fa-f-]{8,}$/.test(code);
}

export function addText(into: Described, words: string): void {
  const text = plainText(words);
  if (!into.texts.includes(text)) into.texts.push(text);
}

/** The best line the chart itself has for people; null when it names nothing. */
export function wordsOf(one: Described): string | null {
  const named = conceptName({ codings: one.codings, text: one.texts[0] ?? null });
  if (named !== null) return named;
  const parts = one.ingredients.flatMap((ingredient) => wordsOf(ingredient) ?? []);
  return parts.length > 0 ? parts.join(' + ') : null;
}
