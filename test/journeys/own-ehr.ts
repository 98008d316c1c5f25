/** The pretend EHR of the worker a journey runs in: its patients, what it holds of them, what goes wrong in it. */
import type { Bundle } from '@medplum/fhirtypes';
import { chartOfToday } from '../operations/journey.ts';
import { ownDemo } from './started.ts';

export const { appUrl, ehrUrl } = ownDemo;

/** The chart of a story with its dates moved to today, as a patient of its own. */
export async function addStory(id: string): Promise<string> {
  return addPatient(chartOfToday(id));
}

export async function addPatient(bundle: Bundle): Promise<string> {
  const answer = await fetch(`${ehrUrl}/sandbox/patients`, {
    method: 'POST',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify(bundle),
  });
  if (answer.status !== 201)
    throw new Error(`the pretend EHR answered ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { patient: string }).patient;
}

/** Every draft or order of naltrexone the EHR now holds for this patient. */
export async function naltrexoneOf(patient: string): Promise<readonly Record<string, unknown>[]> {
  const answer = await fetch(`${ehrUrl}/sandbox/fhir/MedicationRequest?patient=${patient}`);
  const bundle = (await answer.json()) as { entry?: { resource: Record<string, unknown> }[] };
  return (bundle.entry ?? [])
    .map(({ resource }) => resource)
    .filter((resource) => /naltrexone/i.test(JSON.stringify(resource)));
}

export async function setFaults(faults: object): Promise<void> {
  const answer = await fetch(`${ehrUrl}/sandbox/faults`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(faults),
  });
  if (!answer.ok) throw new Error(`faults were not set: ${await answer.text()}`);
}
