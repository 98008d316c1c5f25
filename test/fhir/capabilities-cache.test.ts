import { describe, expect, test } from 'vitest';
import { createCapabilitiesCache } from '../../lib/fhir/capabilities-cache.ts';
import type { FhirAnswer, FhirServer, FhirSilence } from '../../lib/fhir/fhir-server.ts';

const statement = () => ({
  resourceType: 'CapabilityStatement',
  fhirVersion: '4.0.1',
  rest: [{ mode: 'server', resource: [{ type: 'Patient' }] }],
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
