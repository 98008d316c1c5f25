/** What this EHR takes from an app and what it refuses, as a real one does: each rule one refusal. */
import { type OperationOutcomeError, validateResource } from '@medplum/core';
import type { OperationOutcomeIssue, Resource } from '@medplum/fhirtypes';
import type { IndexedRepository } from './indexed-repository.ts';
import { outcome, type Reply, refusals } from './reply.ts';

/**
 * The refusal of a resource an app wants to create for `patient`, or null. `siblings` are the fullUrls of the other entries
 * of the same transaction, to which it may point.
 */
export function refusalOf(
  resource: Resource,
  patient: string,
  repository: IndexedRepository,
  siblings: ReadonlySet<string> = new Set(),
): Reply | null {
  return (
    notValid(resource) ??
    notADraft(resource) ??
    anotherPatient(resource, patient, siblings) ??
    leadsNowhere(resource, repository, siblings)
  );
}

/** FHIR R4, unknown elements included. @see https://hl7.org/fhir/R4/validation.html */
function notValid(resource: Resource): Reply | null {
  let issues: OperationOutcomeIssue[];
  try {
    issues = validateResource(resource);
  } catch (thrown) {
    issues = (thrown as OperationOutcomeError).outcome?.issue ?? [
      { severity: 'error', code: 'structure', details: { text: 'The resource cannot be read as FHIR R4.' } },
    ];
  }
  const errors = issues.filter(({ severity }) => severity === 'error' || severity === 'fatal');
  return errors.length === 0
    ? null
    : { status: 422, resource: { resourceType: 'OperationOutcome', issue: errors } };
}

/** Only a person signs, in the EHR. */
function notADraft(resource: Resource): Reply | null {
  if (resource.resourceType !== 'MedicationRequest' || resource.status === 'draft') return null;
  return refusals.unprocessable(
    `MedicationRequest.status is "${resource.status}": apps may create drafts alone; orders are signed in the EHR.`,
  );
}

function anotherPatient(resource: Resource, patient: string, siblings: ReadonlySet<string>): Reply | null {
  if (resource.resourceType === 'Provenance') return null;
  const { subject } = resource as { subject?: { reference?: string } };
  if (subject?.reference === `Patient/${patient}` || siblings.has(subject?.reference ?? '')) return null;
  return refusals.forbidden(
    subject?.reference
      ? 'The subject is not the patient this app was launched for.'
      : 'The resource names no subject; it must be the patient this app was launched for.',
  );
}

function leadsNowhere(
  resource: Resource,
  repository: IndexedRepository,
  siblings: ReadonlySet<string>,
): Reply | null {
  for (const reference of referencesIn(resource)) {
    if (reference.startsWith('#') || siblings.has(reference)) continue;
    const [, type = '', id = ''] =
      /^([A-Z][A-Za-z]+)\/([A-Za-z0-9.-]{1,64})(?:\/_history\/[A-Za-z0-9.-]{1,64})?$/.exec(reference) ?? [];
    // HAPI FHIR answers 400 to it.
    if (!repository.peek(type, id))
      return outcome(400, 'processing', `The reference "${reference}" leads nowhere in this chart system.`);
  }
  return null;
}

/** Every literal reference, contained resources included. */
function referencesIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(referencesIn);
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'reference' && typeof value === 'string' ? [value] : referencesIn(value),
  );
}

/** The same JSON with every literal reference put through `change`. */
export function withReferences<T>(node: T, change: (reference: string) => string): T {
  if (Array.isArray(node)) return node.map((child) => withReferences(child, change)) as T;
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === 'reference' && typeof value === 'string' ? change(value) : withReferences(value, change),
    ]),
  ) as T;
}
