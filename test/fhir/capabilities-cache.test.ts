import { describe, expect, test } from 'vitest';
import { createCapabilitiesCache } from '#lib/fhir/capabilities-cache.ts';
import type { FhirAnswer, FhirServer, FhirSilence } from '#lib/fhir/fhir-server.ts';
import { answer, silence } from './answers.ts';

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
      create: async () => silence('unreachable'),
    };
    return { server, asked: () => asked };
  }
  const ok = answer(200, statement());

  test('for an hour and no longer', async () => {
    let now = 0;
    const { of: capabilities } = createCapabilitiesCache({ now: () => now });
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
    const { of: capabilities } = createCapabilitiesCache();
    const { server } = serverAnswering(
      { kind: 'silence', why: 'timed-out', status: null },
      { ...ok, status: 500 },
      ok,
    );
    expect((await capabilities(server)).kind).toBe('unavailable');
    expect((await capabilities(server)).kind).toBe('unavailable');
    expect((await capabilities(server)).kind).toBe('capabilities');
  });

  test('and for a promise on screen is asked again, so that an EHR that turned read-only is believed', async () => {
    const readOnly = { ...statement(), rest: [{ mode: 'server', resource: [{ type: 'Condition' }] }] };
    const cache = createCapabilitiesCache({ now: () => 1_000 });
    const { server, asked } = serverAnswering(ok, { ...ok, body: readOnly });
    await cache.of(server);
    await cache.since(server, 1_000);
    expect(asked()).toBe(1);
    const again = await cache.since(server, 1_001);
    expect(again).toMatchObject({ capabilities: { types: new Set(['Condition']) } });
    expect(await cache.of(server)).toEqual(again);
    expect(asked()).toBe(2);
  });

  test('and where it cannot be asked again is as remembered, but not where it names another version of FHIR', async () => {
    const cache = createCapabilitiesCache({ now: () => 1_000 });
    const silence: FhirSilence = { kind: 'silence', why: 'timed-out', status: null };
    const { server } = serverAnswering(ok, silence, {
      ...ok,
      body: { ...statement(), fhirVersion: '5.0.0' },
    });
    const remembered = await cache.of(server);
    expect(await cache.since(server, 1_001)).toEqual(remembered);
    expect(await cache.since(server, 1_001)).toMatchObject({ kind: 'other-version' });
    expect(await cache.of(server)).toMatchObject({ kind: 'other-version' });
  });

  test('asked ahead, it is there without another question', async () => {
    const cache = createCapabilitiesCache();
    const { server, asked } = serverAnswering(ok);
    await Promise.all([cache.ahead(server), cache.ahead(server)]);
    expect((await cache.of(server)).kind).toBe('capabilities');
    await cache.ahead(server);
    expect(asked()).toBe(1);
  });

  test('what could not be had ahead is asked by whoever needs it, who waits for nobody else', async () => {
    const cache = createCapabilitiesCache();
    const { server } = serverAnswering({ ...ok, status: 401 }, ok);
    const ahead = cache.ahead(server);
    expect((await cache.of(server)).kind).toBe('capabilities');
    await ahead;
    expect((await cache.of(server)).kind).toBe('capabilities');
  });
});
