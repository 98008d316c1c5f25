/** What makes a row mean something else than it seems to: modifiers this app does not know, and parts held back. */
import type { RowFault } from '#lib/chart/unread.ts';
import { isObject, type JsonObject } from '#lib/fhir/fields.ts';

/** POLICY: deeper than any FHIR R4 resource goes. */
const DEEPEST = 40;

/**
 * The modifierExtension and implicitRules of a row, of what it contains and of its parts. This app knows none: each may turn
 * the meaning of the row round.
 * @see FHIR R4 Extensibility "Modifier Extensions"; Resource.implicitRules
 */
export function unknownModifiers(row: JsonObject): RowFault[] {
  const found: RowFault[] = [];
  collect(row, 0, found);
  return found;
}

function collect(value: object, depth: number, found: RowFault[]): void {
  if (depth > DEEPEST) {
    found.push({ code: 'nested-too-deep' });
    return;
  }
  if (Array.isArray(value)) {
    for (const one of value) if (typeof one === 'object' && one !== null) collect(one, depth + 1, found);
    return;
  }
  for (const name in value) {
    const held = (value as JsonObject)[name];
    if (held === null) continue;
    if (name === 'modifierExtension' && !(Array.isArray(held) && held.length === 0)) {
      found.push({ element: 'modifierExtension', code: 'not-known' });
    } else if (name === 'implicitRules') {
      found.push({ element: 'implicitRules', code: 'not-known' });
    } else if (typeof held === 'object' && held !== null) {
      collect(held, depth + 1, found);
    }
  }
}

/**
 * Something was taken out, blotted out or summed up; the last, that a part alone was given.
 * @see HL7 v3 ObservationValue, security alteration integrity labels; FHIR R4 common-tags "SUBSETTED"
 */
const HIDDEN = new Set(['REDACTED', 'MASKED', 'ABSTRED', 'AGGRED']);
const SUBSET = 'SUBSETTED';
/** @see FHIR R4 data-absent-reason extension and code system */
const ABSENT_REASON = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';
const HELD_BACK = new Set(['masked', 'not-permitted']);

/** True when the row or answer carries a label which says that something of it was withheld. */
export function isRedacted(resource: JsonObject): boolean {
  return labels(resource).some((label) => HIDDEN.has(label));
}

/** True when what the row is about was held back: by a label, or by its drug or code, which says it is masked. */
export function hiddenBy(row: JsonObject): boolean {
  return (
    isRedacted(row) ||
    isHeldBack(row.medicationCodeableConcept) ||
    isHeldBack(row._medicationCodeableConcept) ||
    isHeldBack(row.medicationReference) ||
    isHeldBack(row.code) ||
    isHeldBack(row._code)
  );
}

function isHeldBack(value: unknown): boolean {
  const reason = absentReason(value);
  return reason !== null && HELD_BACK.has(reason);
}

/** True when the server says that it gave a part of the row or answer only. */
export function isSubset(resource: JsonObject): boolean {
  return labels(resource).includes(SUBSET);
}

function labels({ meta }: JsonObject): string[] {
  if (!isObject(meta) || (meta.security == null && meta.tag == null)) return [];
  return [meta.security, meta.tag]
    .flat()
    .flatMap((label) => (isObject(label) ? [label.code, label.display] : [label]))
    .flatMap((word) => (typeof word === 'string' ? word.trim().toUpperCase() : []));
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
