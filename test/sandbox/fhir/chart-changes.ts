/** The chart changing under an app: rows the fault switches add while it works. */
import type { Resource } from '@medplum/fhirtypes';
import type { Call, FhirStore } from './call.ts';

/** Rows with `afterReads`, once the medication orders of this patient were searched that often. */
export async function changeAfterRead({ repository, faults }: FhirStore, call: Call): Promise<void> {
  const changes = (call.faults.chartChanges ?? []).filter(({ afterReads }) => afterReads !== undefined);
  const { patient } = call.grant;
  if (changes.length === 0 || patient === null) return;
  const reads = faults.count(`reads of ${patient}`);
  for (const { afterReads, resource } of changes) {
    if (reads === afterReads) await repository.createResource(ofPatient(patient, resource as Resource));
  }
}

/** Rows with `onWriteOf`, just before the first write of that type. */
export async function changeBeforeWrite(
  { repository, faults }: FhirStore,
  call: Call,
  type: string,
): Promise<void> {
  const { patient } = call.grant;
  if (patient === null) return;
  for (const [index, { onWriteOf, resource }] of (call.faults.chartChanges ?? []).entries()) {
    if (onWriteOf === type && faults.strikes(`chart change ${index}`, 1)) {
      await repository.createResource(ofPatient(patient, resource as Resource));
    }
  }
}

/** The row as one of this patient's, whatever it said before. */
export function ofPatient(patient: string, resource: Resource): Resource {
  const who = { reference: `Patient/${patient}` };
  const type = resource.resourceType;
  if (type === 'AllergyIntolerance' || type === 'Immunization') return { ...resource, patient: who };
  if (type === 'Appointment') return { ...resource, participant: [{ actor: who, status: 'accepted' }] };
  return { ...resource, subject: who } as Resource;
}
