/** Tells a Bundle of another FHIR version by what only that version has: read as R4, its medicines would look missing. */

import { isReadable, releaseOf } from '#lib/fhir/fhir-version.ts';
import { isObject, type JsonObject } from '#lib/fhir/fields.ts';

const PROFILE_VERSION =
  /^http:\/\/hl7\.org\/fhir\/(?:(\d+\.\d+)\/StructureDefinition\/|StructureDefinition\/\w+\|(\d+\.\d+))/;

/** Resources that R4 no longer or not yet has. */
const OTHER_TYPES: ReadonlyMap<unknown, string> = new Map([
  ['MedicationOrder', 'DSTU2'],
  ['MedicationUsage', 'R5'],
  ['Conformance', 'DSTU2'],
]);

/** The name of the release ("R5"), or null when nothing speaks against R4. */
export function otherVersionOf(bundle: JsonObject): string | null {
  const resources = Array.isArray(bundle.entry)
    ? bundle.entry.flatMap((entry) => (isObject(entry) && isObject(entry.resource) ? [entry.resource] : []))
    : [];
  for (const resource of [bundle, ...resources]) {
    const other =
      OTHER_TYPES.get(resource.resourceType) ??
      byProfile(resource) ??
      byStatement(resource) ??
      byElements(resource);
    if (other !== null) return other;
  }
  return null;
}

function byProfile(resource: JsonObject): string | null {
  if (!isObject(resource.meta) || !Array.isArray(resource.meta.profile)) return null;
  for (const profile of resource.meta.profile) {
    const found = typeof profile === 'string' ? PROFILE_VERSION.exec(profile) : null;
    const version = found?.[1] ?? found?.[2];
    if (version !== undefined && !isReadable(version)) return releaseOf(version);
  }
  return null;
}

function byStatement({ resourceType, fhirVersion }: JsonObject): string | null {
  const states = resourceType === 'CapabilityStatement' && typeof fhirVersion === 'string';
  return states && !isReadable(fhirVersion) ? releaseOf(fhirVersion) : null;
}

function byElements(resource: JsonObject): string | null {
  switch (resource.resourceType) {
    case 'MedicationRequest':
      if (isObject(resource.requester) && isObject(resource.requester.agent)) return 'STU3';
      return r5Medication(resource);
    case 'MedicationStatement':
      if (typeof resource.taken === 'string') return 'STU3';
      if (typeof resource.wasNotTaken === 'boolean') return 'DSTU2';
      return r5Medication(resource);
    case 'MedicationAdministration':
      if (typeof resource.notGiven === 'boolean') return 'STU3';
      if (typeof resource.wasNotGiven === 'boolean') return 'DSTU2';
      return r5Medication(resource);
    case 'MedicationDispense':
      return typeof resource.notDone === 'boolean' ? 'STU3' : r5Medication(resource);
    case 'AllergyIntolerance':
      return isObject(resource.substance) ? 'DSTU2' : null;
    default:
      return null;
  }
}

/** @see FHIR R5 CodeableReference */
function r5Medication({ medication }: JsonObject): string | null {
  return isObject(medication) && (isObject(medication.concept) || isObject(medication.reference))
    ? 'R5'
    : null;
}
