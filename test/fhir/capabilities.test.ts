import { describe, expect, test } from 'vitest';
import { createCapabilitiesCache, readCapabilities } from '../../lib/fhir/capabilities.ts';
import type { FhirAnswer, FhirServer, FhirSilence } from '../../lib/fhir/fhir-server.ts';

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

  test('a resource that is not listed is not supported; one listed without interactions is asked', () => {
    const capabilities = read(statement());
    expect(capabilities.supports('MedicationStatement', 'search-type')).toBe(false);
    expect(capabilities.supports('Observation', 'search-type')).toBe(true);
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

describe('the statement is remembered by FHIR base', () => {
  function serverAnswering(...answers: (FhirAnswer | FhirSilence)[]) {
    let asked = 0;
    const server: FhirServer = {
      base: 'https://ehr.example/fhir',
      get: async () => answers[Math.min(asked++, answers.length - 1)] as FhirAnswer,
      create: async () => ({ kind: 'silence', why: 'unreachable', status: null }),
    };
    return { server, asked: () => asked };
  }
  const ok: FhirAnswer = {
    kind: 'answer',
    status: 200,
    body: statement(),
    location: null,
    etag: null,
    retryAfter: null,
  };

  test('for an hour and no longer', async () => {
    let now = 0;
    const capabilities = createCapabilitiesCache({ now: () => now });
    const { server, asked } = serverAnswering(ok);
    await Promise.all([capabilities(server), capabilities(server)]);
    now = 3_599_999;
    await capabilities(server);
    expect(asked()).toBe(1);
    now = 3_600_000;
    await capabilities(server);
    expect(asked()).toBe(2);
  });

  test('a failure is never remembered', async () => {
    const capabilities = createCapabilitiesCache();
    const { server } = serverAnswering(
      { kind: 'silence', why: 'timed-out', status: null },
      { ...ok, status: 500 },
      ok,
    );
    expect((await capabilities(server)).kind).toBe('unavailable');
    expect((await capabilities(server)).kind).toBe('unavailable');
    expect((await capabilities(server)).kind).toBe('capabilities');
  });
});
