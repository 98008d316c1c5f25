import { describe, expect, test } from 'vitest';
import { grantedTo } from '#lib/chart/read/granted.ts';

const search = (...scopes: string[]) => grantedTo(scopes, 'MedicationRequest', 's').kind;

describe('what the EHR granted decides', () => {
  test.each([
    'patient/MedicationRequest.rs',
    'patient/MedicationRequest.crs',
    'patient/MedicationRequest.cruds',
    'patient/MedicationRequest.s',
    'patient/MedicationRequest.read',
    'patient/MedicationRequest.*',
    'patient/*.read',
    'patient/*.rs',
    'patient/*.*',
    'user/MedicationRequest.read',
    'user/*.cruds',
  ])('%s lets it be searched', (scope) => expect(search('openid', scope)).toBe('granted'));

  test.each([
    'patient/MedicationRequest.r',
    'patient/MedicationRequest.c',
    'patient/MedicationRequest.write',
    'patient/MedicationStatement.rs',
    'patient/MedicationRequest.src',
    'system/MedicationRequest.rs',
    'launch/patient',
    'openid',
    'patient/MedicationRequest',
    '',
  ])('%j does not', (scope) => expect(search(scope)).toBe('none'));

  test('a granular scope grants some rows, unless another grants all', () => {
    const granular = 'patient/MedicationRequest.rs?category=outpatient';
    expect(grantedTo([granular], 'MedicationRequest', 's')).toEqual({
      kind: 'limited',
      queries: ['category=outpatient'],
    });
    expect(search(granular, 'patient/MedicationRequest.read')).toBe('granted');
  });

  test('writing does not follow from reading, nor reading from writing', () => {
    expect(grantedTo(['patient/MedicationRequest.read'], 'MedicationRequest', 'c').kind).toBe('none');
    expect(grantedTo(['patient/MedicationRequest.write'], 'MedicationRequest', 'c').kind).toBe('granted');
  });
});
