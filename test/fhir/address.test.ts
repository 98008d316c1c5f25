import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressUnder } from '#lib/fhir/address.ts';

const BASE = 'https://ehr.example/fhir/r4';

describe('the token goes to addresses under the FHIR base', () => {
  test.each([
    ['MedicationRequest?patient=p1', 'https://ehr.example/fhir/r4/MedicationRequest?patient=p1'],
    ['?_getpages=x', 'https://ehr.example/fhir/r4/?_getpages=x'],
    ['/fhir/r4/Patient/p1', 'https://ehr.example/fhir/r4/Patient/p1'],
    ['https://EHR.example:443/fhir/r4/Patient/p1#x', 'https://ehr.example/fhir/r4/Patient/p1'],
    ['Patient/../Patient/p1', 'https://ehr.example/fhir/r4/Patient/p1'],
  ])('%s', (address, url) => {
    expect(addressUnder(BASE, address)?.href).toBe(url);
  });
});

describe('the token goes nowhere else', () => {
  test.each([
    'https://evil.example/fhir/r4/Patient/p1',
    '//evil.example/fhir/r4/Patient/p1',
    'http://ehr.example/fhir/r4/Patient/p1',
    'https://ehr.example:8443/fhir/r4/Patient/p1',
    'https://ehr.example.evil.example/fhir/r4/Patient/p1',
    'https://ehr.example./fhir/r4/Patient/p1',
    'https://ehr.example@evil.example/fhir/r4/Patient/p1',
    'https://user:secret@ehr.example/fhir/r4/Patient/p1',
    'https://ehr.example/fhir/r4evil/Patient/p1',
    'https://ehr.example/fhir/Patient/p1',
    '../dstu2/Patient/p1',
    '%2e%2e/dstu2/Patient/p1',
    'Patient/..%2f..%2fadmin',
    'Patient\\..\\..\\..\\admin',
    'Patient/%5c..%5cadmin',
    '/oauth/token',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:application/json,{}',
    'https://',
    'http://[::1]/fhir/r4/Patient/p1',
  ])('%s', (address) => {
    expect(addressUnder(BASE, address)).toBeNull();
  });

  test('whatever text a server sends as an address', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.webPath()), (address) => {
        const url = addressUnder(BASE, address);
        expect(url === null || url.href.startsWith(`${BASE}/`) || url.href === BASE).toBe(true);
      }),
    );
  });
});
