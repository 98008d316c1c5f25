/** Why a file is no chart of one patient. The file's name stands before it. */
import type { BundleRefusal } from '#lib/chart/read/read-bundle.ts';

export function bundleRefusalWords(refusal: BundleRefusal): string {
  switch (refusal.code) {
    case 'no-object':
      return 'is not a FHIR Bundle: no JSON object';
    case 'no-type':
      return 'is not a FHIR Bundle: resourceType is missing';
    case 'type-no-text':
      return 'is not a FHIR Bundle: resourceType is not text';
    case 'another-resource':
      return `is not a FHIR Bundle: it is a ${refusal.type}`;
    case 'other-fhir-version':
      return `is FHIR ${refusal.release}; this app reads R4 and R4B`;
    case 'no-patient':
      return 'has no Patient';
    case 'several-patients':
      return `has ${refusal.patients.length} Patients (${refusal.patients.join(', ')}); one chart is one patient`;
  }
}
