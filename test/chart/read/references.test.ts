import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressKey } from '#lib/chart/read/address-key.ts';
import { plainText } from '#lib/chart/shape/plain-text.ts';
import { bundle, chartOf, type Json, patient, request } from '../chart-json.ts';

describe('one address however it is spelt', () => {
  const spelt = fc
    .record({
      scheme: fc.constantFrom('https', 'http', 'HTTPS'),
      host: fc.constantFrom('ehr.example', 'EHR.Example'),
      port: fc.constantFrom('', ':443', ':80'),
      slashes: fc.constantFrom('/', '//'),
      end: fc.constantFrom('', '/', '/_history/7'),
    })
    .map(
      ({ scheme, host, port, slashes, end }) => `${scheme}://${host}${port}/fhir${slashes}Patient/p1${end}`,
    );

  test('has one key, and a key stays what it is', () => {
    fc.assert(
      fc.property(spelt, (address) => {
        expect(addressKey(address)).toBe('//ehr.example/fhir/Patient/p1');
      }),
    );
    for (const relative of ['Patient/p1', '/Patient/p1', 'Patient/p1/', 'Patient//p1', ' Patient/p1 '])
      expect(addressKey(relative)).toBe('Patient/p1');
  });

  test.each([
    'https://ehr.example/fhir/Patient/p2',
    'https://ehr.example/other/Patient/p1',
    'https://ehr.example:8443/fhir/Patient/p1',
    'https://ehr.example.evil/fhir/Patient/p1',
    'https://ehr.example/fhir/Patient/P1',
  ])('and %s is another', (address) => {
    expect(addressKey(address)).not.toBe('//ehr.example/fhir/Patient/p1');
  });
});

test('a kind of resource that nobody looks into is named, and what goes with the rows is not', () => {
  const kinds = (...resources: Json[]) =>
    chartOf(bundle(patient(), request(), ...resources)).ledger.unreadKinds;
  expect(
    kinds(
      { resourceType: 'ExplanationOfBenefit', id: 'x' },
      { resourceType: 'DocumentReference', id: 'd' },
      { resourceType: 'DocumentReference', id: 'e' },
      { resourceType: 'Organization', id: 'o' },
      { resourceType: 'Medication', id: 'm' },
    ),
  ).toEqual(['DocumentReference', 'ExplanationOfBenefit']);
});

test('a drug named within what nobody looks into is an incomplete read', () => {
  const order = request({ id: undefined });
  for (const holder of [
    { resourceType: 'Parameters', parameter: [{ name: 'x', resource: order }] },
    { resourceType: 'CarePlan', id: 'c', contained: [order] },
  ]) {
    const { ledger } = chartOf(bundle(patient(), holder));
    expect(ledger.problems).toMatchObject([
      { weight: 'incomplete', what: { code: 'holds-another', type: holder.resourceType } },
    ]);
  }
});

test('HTML entities are characters, once or twice encoded; what is none stays', () => {
  expect(plainText('Lisinopril&nbsp;10&#160;mg&#xA0;tablet')).toBe('Lisinopril 10 mg tablet');
  expect(plainText('St. John&#39;s wort &amp;amp; honey')).toBe("St. John's wort & honey");
  for (const text of ['A & B', 'AT&T', '5 &lb; 7', '&#99999999;']) expect(plainText(text)).toBe(text);
});
