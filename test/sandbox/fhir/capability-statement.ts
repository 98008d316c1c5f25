/** @see https://hl7.org/fhir/R4/capabilitystatement.html */
import { getSearchParameter } from '@medplum/core';
import type { CapabilityStatement, CapabilityStatementRestResource } from '@medplum/fhirtypes';
import type { FaultSwitches } from '../faults.ts';
import { servedTypes } from './served-types.ts';

export function capabilityStatement(
  fhirBase: string,
  authorizationBase: string,
  faults: FaultSwitches,
): CapabilityStatement {
  const resources = servedTypes
    .filter(({ type }) => !faults.unsupported?.includes(type))
    .map(({ type, search, create }): CapabilityStatementRestResource => {
      const writable = create === true && faults.readOnly !== true;
      return {
        type: type as CapabilityStatementRestResource['type'],
        interaction: [
          { code: 'read' },
          { code: 'search-type' },
          ...(writable ? [{ code: 'create' as const }] : []),
        ],
        versioning: 'versioned',
        readHistory: false,
        updateCreate: false,
        ...(writable ? { conditionalCreate: true } : {}),
        ...(type === 'MedicationRequest' ? { searchInclude: ['MedicationRequest:medication'] } : {}),
        searchParam: search.map((name) => ({ name, type: getSearchParameter(type, name)?.type ?? 'token' })),
      };
    });
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: '2026-11-01',
    kind: 'instance',
    software: { name: 'Pretend EHR of LDN Titration' },
    implementation: { description: 'A pretend EHR with invented patients', url: fhirBase },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json', 'json'],
    rest: [
      {
        mode: 'server',
        security: {
          service: [
            {
              coding: [
                {
                  system: 'http://terminology.hl7.org/CodeSystem/restful-security-service',
                  code: 'SMART-on-FHIR',
                },
              ],
            },
          ],
          extension: [
            {
              url: 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris',
              extension: [
                { url: 'authorize', valueUri: `${authorizationBase}/auth` },
                { url: 'token', valueUri: `${authorizationBase}/token` },
              ],
            },
          ],
        },
        resource: resources,
        interaction: faults.readOnly ? [] : [{ code: 'transaction' }],
      },
    ],
  };
}
