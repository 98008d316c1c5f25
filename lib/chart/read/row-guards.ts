/** What makes a row mean something else than it seems to: modifiers this app does not know, and parts held back. */
import { isObject, type JsonObject } from '#lib/fhir/fields.ts';

/** POLICY: deeper than any FHIR R4 resource goes. */
const DEEPEST = 40;

/**
 * The modifierExtension and implicitRules of a row, of what it contains and of its parts. This app knows none: each may turn
 * the meaning of the row round.
 * @see FHIR R4 Extensibility "Modifier Extensions"; Resource.implicitRules
 */
export function unknownModifiers(row: JsonObject): string[] {
  const found: string[] = [];
  collect(row, 0, found);
  return found;
}

function collect(value: object, depth: number, found: string[]): void {
  if (depth > DEEPEST) {
    found.push('something is nested too deep to be read');
    return;
  }
  if (Array.isArray(value)) {
    for (const one of value) if (typeof one === 'object' && one !== null) collect(one, depth + 1, found);
    return;
  }
  for (const name in value) {
    const held = (value as JsonObject)[name];
    if (name === 'modifierExtension' && !(Array.isArray(held) && held.length === 0)) {
      found.push('modifierExtension is not one this app knows');
    } else if (name === 'implicitRules') {
      found.push('implicitRules is not one this app knows');
    } else if (typeof held === 'object' && held !== null) {
      collect(held, depth + 1, found);
    }
  }
}

/** @see HL7 v3 ObservationValue, security integrity and alteration labels */
const HIDDEN = new Set(['REDACTED', 'MASKED']);
const SUBSET = 'SUBSETTED';
/** @see FHIR R4 data-absent-reason extension and code system */
const ABSENT_REASON = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';
const HELD_BACK = new Set(['masked', 'not-permitted']);

/** True when what the medication is was held back: the row carries a redaction label, or its drug says it is masked. */
export function hiddenBy(row: JsonObject): boolean {
  if (labels(row).some((label) => HIDDEN.has(label))) return true;
  return (
    isHeldBack(row.medicationCodeableConcept) ||
    isHeldBack(row._medicationCodeableConcept) ||
    isHeldBack(row.medicationReference) ||
    isHeldBack(row.code)
  );
}

function isHeldBack(value: unknown): boolean {
  const reason = absentReason(value);
  return reason !== null && HELD_BACK.has(reason);
}

/** True when the server says that it gave a part of the row only. */
export function isSubset(row: JsonObject): boolean {
  return labels(row).includes(SUBSET);
}

function labels(row: JsonObject): string[] {
  if (!isObject(row.meta) || (row.meta.security === undefined && row.meta.tag === undefined)) return [];
  return [row.meta.security, row.meta.tag]
    .flat()
    .flatMap((label) => (isObject(label) && typeof label.code === 'string' ? label.code : []));
}

/** The data-absent-reason code that a value carries in place of itself. */
export function absentReason(value: unknown): string | null {
  if (!isObject(value) || !Array.isArray(value.extension)) return null;
  for (const extension of value.extension) {
    if (isObject(extension) && extension.url === ABSENT_REASON && typeof extension.valueCode === 'string') {
      return extension.valueCode;
    }
  }
  return null;
}
