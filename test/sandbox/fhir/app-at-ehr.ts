/** An app signed in at the pretend EHR with one patient: what the tests of its FHIR server stand on. */
import type { Bundle, MedicationRequest, OperationOutcome, Resource } from '@medplum/fhirtypes';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { type SmartClient, startSmartClient } from '../smart-client.ts';
import { type Sandbox, startSandbox } from '../start-sandbox.ts';

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

export let app: SmartClient;
export let ehr: Sandbox;
export let token: string;

/** For a file of tests: signed in before the first of them, every fault switched off after each. */
export function signedInForAll(): void {
  beforeAll(async () => {
    app = await startSmartClient();
    ehr = await startSandbox({ port: 0, appUrl: app.url });
    token = (await app.launch(ehr.launchUrl('v01'), SCOPE)).access_token;
  }, 60_000);
  afterEach(() => {
    ehr.faults.replace({});
  });
  afterAll(async () => {
    await ehr.close();
    await app.close();
  });
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
