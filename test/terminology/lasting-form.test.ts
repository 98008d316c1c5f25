/** Depots and patches known from a code alone: no display, no text. */
import { describe, expect, it } from 'vitest';
import { fromCode, fromText, NDC, RXNORM, SNOMED, tables } from './describe-medication.ts';

const DMD = 'https://dmd.nhs.uk';

describe('the lasting form of a product known by its code alone', () => {
  it.each([
    ['a buprenorphine implant', RXNORM, '1797650', 'depot'],
    ['Sublocade', NDC, '12496-0100-01', 'depot'],
    ['Brixadi', NDC, '58284020801', 'depot'],
    ['naltrexone for injection', RXNORM, '637213', 'depot'],
    ['Vivitrol', NDC, '65757-300-01', 'depot'],
    ['a fentanyl patch', RXNORM, '245134', 'patch'],
    ['a fentanyl patch of a pharmacy', NDC, '00378-9121-98', 'patch'],
    ['a fentanyl patch in the United Kingdom', DMD, '2836411000001102', 'patch'],
    ['a buprenorphine patch', NDC, '00093-3602-40', 'patch'],
    ['a buprenorphine patch in the United Kingdom', SNOMED, '9565311000001104', 'patch'],
    ['plain buprenorphine for injection', RXNORM, '238129', null],
    ['buprenorphine under the tongue', RXNORM, '351264', null],
    ['naltrexone tablets', RXNORM, '1483744', null],
    ['morphine with naltrexone', RXNORM, '859959', null],
  ] as const)('%s', (_, system, code, form) => {
    expect(fromCode(system, code).lastingForm).toBe(form);
  });

  it('every NDC of a depot or a patch has the form of the product it leads to', () => {
    const wrong = [...tables.ndc].filter(([ndc, rxcuis]) => {
      const forms = rxcuis.map((rxcui) => tables.rxnormOpioids.get(rxcui)?.lastingForm ?? null);
      return fromCode(NDC, ndc).lastingForm !== (forms.find((form) => form !== null) ?? null);
    });
    expect(wrong).toEqual([]);
  });

  it('a text alone tells none: its words do', () => {
    expect(fromText('Sublocade 300 mg').lastingForm).toBeNull();
  });
});
