/** An app signed in at the pretend EHR with one patient: what the tests of its FHIR server stand on. */
import type { Bundle, MedicationRequest, OperationOutcome, Resource } from '@medplum/fhirtypes';
import { beforeAll } from 'vitest';
import { app, ehr, startedForAll } from '../app-and-ehr.ts';

const READS = ['Patient', 'MedicationRequest', 'Medication', 'Condition', 'Observation', 'Practitioner'].map(
  (type) => `patient/${type}.rs`,
);
export const SCOPE = [
  'launch',
  'openid',
  'user/Practitioner.r',
  'patient/MedicationRequest.c',
  'patient/Provenance.c',
  ...READS,
].join(' ');

export let token: string;

/** For a file of tests: signed in before the first of them. */
export function signedInForAll(): void {
  startedForAll();
  beforeAll(async () => {
    token = (await app.launch(ehr.launchUrl('v01'), SCOPE)).access_token;
  }, 60_000);
}

export async function get<T = Bundle>(
  path: string,
  as = token,
): Promise<{ status: number; body: T; headers: Headers }> {
  const url = path.startsWith('http') ? path : `${ehr.fhirBase}/${path}`;
  const answer = await fetch(url, { headers: { authorization: `Bearer ${as}` } });
  return { status: answer.status, body: (await answer.json()) as T, headers: answer.headers };
}

export async function post(path: string, body: unknown, headers: Record<string, string> = {}, as = token) {
  const answer = await fetch(`${ehr.fhirBase}/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${as}`, 'content-type': 'application/fhir+json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await answer.text();
  const resource = text === '' ? null : (JSON.parse(text) as Resource);
  return {
    status: answer.status,
    headers: answer.headers,
    body: resource,
    said: JSON.stringify((resource as OperationOutcome | null)?.issue),
  };
}

export const draft = (value: string, other: object = {}): MedicationRequest => ({
  resourceType: 'MedicationRequest',
  identifier: [{ system: 'https://app.example/draft', value }],
  status: 'draft',
  intent: 'order',
  subject: { reference: 'Patient/v01' },
  medicationCodeableConcept: { text: 'naltrexone 1.5 mg capsule' },
  dosageInstruction: [{ sequence: 1, text: 'one capsule at bedtime' }],
  ...other,
});
export const draftsInChart = async (value: string) =>
  (
    (await (
      await fetch(`${ehr.url}/sandbox/fhir/MedicationRequest?identifier=https://app.example/draft|${value}`)
    ).json()) as Bundle
  ).total;
