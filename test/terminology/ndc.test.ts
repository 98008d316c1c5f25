import { expect, it } from 'vitest';
import { ndcProducts } from '#lib/terminology/ndc.ts';
import { fromCode, NDC } from './describe-medication.ts';

it.each([
  ['0406-0552-01', '004060552', 'ten digits, 4-4-2'],
  ['00406-0552-01', '004060552', 'eleven digits, 5-4-2'],
  ['00406055201', '004060552', 'eleven digits without hyphens'],
  ['004060552', '004060552', 'labeller and product alone'],
  ['0406-0552', '004060552', 'labeller and product with a hyphen'],
  ['64950-343-1', '649500343', '5-3-1 is padded part by part'],
  ['64950-343-01', '649500343', '5-3-2'],
  ['64950-0343-1', '649500343', '5-4-1'],
  [' 0406\u20110552\u201101 ', '004060552', 'typographic hyphens and spaces'],
])('%s is product %s (%s)', (code, product) => {
  expect(ndcProducts(code)).toEqual([product]);
});

it('ten digits without hyphens may mean three products', () => {
  expect(ndcProducts('0406055201')).toEqual(['004060552', '040600552', '040605520']);
  expect(fromCode(NDC, '0406055201').agonists).toEqual(['oxycodone']);
});

it.each(['304060552012', '0304060552012', '00304060552012', '(01)00304060552012'])(
  '%s is a barcode around ten digits of an NDC',
  (code) => {
    expect(ndcProducts(code)).toEqual(ndcProducts('0406055201'));
    for (const system of [NDC, 'https://www.gs1.org/gtin', 'urn:oid:2.51.1.1'])
      expect(fromCode(system, code).agonists).toEqual(['oxycodone']);
  },
);

it('a barcode with a wrong check digit, or of no medicine, is no NDC', () => {
  expect(ndcProducts('304060552013')).toEqual([]);
  expect(ndcProducts('5000456012345')).toEqual([]);
  expect(fromCode('https://www.gs1.org/gtin', '5000456012345').kind).toBe('cannot-tell');
});

it('anything else is no NDC', () => {
  for (const code of ['', 'abc', '12', '1234567890123', '12-34']) expect(ndcProducts(code)).toEqual([]);
});

it('the number is an opioid under any spelling of the NDC system', () => {
  for (const system of [NDC, 'urn:oid:2.16.840.1.113883.6.69', 'HTTP://HL7.org/fhir/sid/ndc/', 'NDC'])
    expect(fromCode(system, '0406-0552-01').agonists).toEqual(['oxycodone']);
});
