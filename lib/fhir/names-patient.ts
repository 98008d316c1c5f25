/** Whether a reference names this patient, by itself or under whatever base the server writes. @see FHIR R4 Reference.reference */
export function namesPatient(reference: string, patientId: string): boolean {
  return reference === `Patient/${patientId}` || reference.endsWith(`/Patient/${patientId}`);
}
