/** A row that comes into the chart while the app is open. */
import type { MedicationRequest, Observation } from '@medplum/fhirtypes';
import { ehrUrl } from './own-ehr.ts';

type Row = Omit<MedicationRequest, 'subject'> | Observation;

/** The subject is this patient. */
export async function addRow(patient: string, row: Row): Promise<void> {
  const answer = await fetch(`${ehrUrl}/sandbox/patients/${patient}/resources`, {
    method: 'POST',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify({ ...row, subject: { reference: `Patient/${patient}` } }),
  });
  if (answer.status !== 201)
    throw new Error(`the pretend EHR answered ${answer.status}: ${await answer.text()}`);
}

/** A medicine ordered today; the pretend EHR fills in whose it is. */
export function orderOfToday(text: string) {
  return {
    resourceType: 'MedicationRequest',
    status: 'active',
    intent: 'order',
    authoredOn: new Date().toISOString().slice(0, 10),
    medicationCodeableConcept: { text },
  } as const;
}

export async function orderToday(patient: string, text: string): Promise<void> {
  await addRow(patient, orderOfToday(text));
}
