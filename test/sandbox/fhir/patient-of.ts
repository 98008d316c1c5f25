/** Whose row a resource is: the patient compartment of FHIR R4, as far as this EHR keeps it. */
import type { Reference, Resource } from '@medplum/fhirtypes';

interface Pointing {
  readonly subject?: Reference | readonly Reference[];
  readonly patient?: Reference;
  readonly beneficiary?: Reference;
  readonly participant?: readonly { readonly actor?: Reference }[];
}

const patientId = (reference: string | undefined): string | null =>
  reference?.startsWith('Patient/') ? (reference.split('/')[1] ?? null) : null;

/**
 * The patient's logical id, or null for a resource of no patient (Practitioner, Medication). A Provenance belongs to the
 * patient of its target, which only the repository can follow: `patientOfTarget` does.
 */
export function patientOf(
  resource: Resource,
  patientOfTarget: (reference: string) => string | null = () => null,
): string | null {
  if (resource.resourceType === 'Patient') return resource.id ?? null;
  if (resource.resourceType === 'Provenance') {
    const target = resource.target?.find((reference) => reference.reference)?.reference;
    return target === undefined ? null : (patientId(target) ?? patientOfTarget(target));
  }
  const { subject, patient, beneficiary, participant } = resource as Pointing;
  const candidates = [
    ...(Array.isArray(subject) ? subject : [subject as Reference | undefined]),
    patient,
    beneficiary,
    ...(resource.resourceType === 'Appointment' ? (participant ?? []).map(({ actor }) => actor) : []),
  ];
  for (const candidate of candidates) {
    const id = patientId(candidate?.reference);
    if (id !== null) return id;
  }
  return null;
}
