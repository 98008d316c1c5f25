import { describe, expect, test } from 'vitest';
import { readCapabilities } from '#lib/fhir/capabilities.ts';

const statement = (over: object = {}) => ({
  resourceType: 'CapabilityStatement',
  fhirVersion: '4.0.1',
  rest: [
    {
      mode: 'server',
      interaction: [{ code: 'transaction' }],
      resource: [
        {
          type: 'MedicationRequest',
          interaction: [{ code: 'read' }, { code: 'search-type' }, { code: 'create' }],
          searchParam: [{ name: 'patient', type: 'reference' }],
          searchInclude: ['MedicationRequest:medication'],
          conditionalCreate: true,
        },
        { type: 'Observation' },
      ],
    },
  ],
  ...over,
});

const read = (json: unknown) => {
  const answer = readCapabilities(json);
  if (answer.kind !== 'capabilities') throw new Error(answer.kind);
  return answer.capabilities;
};

describe('what a server says it can do', () => {
  test('interactions, search parameters, includes and conditional create are read by resource', () => {
    const capabilities = read(statement());
    expect(capabilities.supports('MedicationRequest', 'create')).toBe(true);
    expect(capabilities.supports('MedicationRequest', 'update')).toBe(false);
    expect([...(capabilities.searchParams('MedicationRequest') ?? [])]).toEqual(['patient']);
    expect(capabilities.includes('MedicationRequest').has('MedicationRequest:medication')).toBe(true);
    expect(capabilities.conditionalCreate('MedicationRequest')).toBe(true);
    expect(capabilities.transaction).toBe(true);
  });

  test('a resource that is not listed is not supported; one listed without interactions is asked, and not written to', () => {
    const capabilities = read(statement());
    expect(capabilities.supports('MedicationStatement', 'search-type')).toBe(false);
    expect(capabilities.supports('Observation', 'search-type')).toBe(true);
    expect(capabilities.supports('Observation', 'create')).toBe(false);
    expect(capabilities.searchParams('Observation')).toBeNull();
  });

  test.each(['4.0.0', '4.0.1', '4.3.0'])('FHIR %s is read', (fhirVersion) => {
    expect(readCapabilities(statement({ fhirVersion })).kind).toBe('capabilities');
  });

  test.each(['1.0.2', '3.0.2', '4.1.0', '4.6.0', '5.0.0', '6.0.0-ballot3'])(
    'FHIR %s is refused',
    (fhirVersion) => {
      expect(readCapabilities(statement({ fhirVersion }))).toEqual({ kind: 'other-version', fhirVersion });
    },
  );

  test.each([
    null,
    'x',
    {},
    statement({ rest: [] }),
    statement({ rest: 5 }),
    statement({ rest: [{ resource: {} }] }),
  ])('a statement that lists nothing is no statement (%#)', (json) =>
    expect(readCapabilities(json).kind).toBe('unavailable'),
  );
});
