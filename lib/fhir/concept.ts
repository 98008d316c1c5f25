/** What a concept is called by whoever wrote it. */
import type { Concept } from './fields.ts';

/** Its text, else the first display; null where it has neither. @see FHIR R4 CodeableConcept.text */
export function conceptWords({ text, codings }: Concept): string | null {
  return text ?? codings.find(({ display }) => display !== null)?.display ?? null;
}
