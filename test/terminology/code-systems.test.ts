import { expect, it } from 'vitest';
import { atcClass, atcCode } from '#lib/terminology/atc.ts';
import { codeSystem } from '#lib/terminology/code-systems.ts';
import { fromCode } from './describe-medication.ts';

it.each([
  ['http://www.nlm.nih.gov/research/umls/rxnorm', 'RxNorm'],
  ['https://www.nlm.nih.gov/research/umls/rxnorm/', 'RxNorm'],
  ['HTTP://WWW.NLM.NIH.GOV/RESEARCH/UMLS/RXNORM', 'RxNorm'],
  ['urn:oid:2.16.840.1.113883.6.88', 'RxNorm'],
  ['2.16.840.1.113883.6.88', 'RxNorm'],
  ['http://www.nlm.nih.gov/research/umls/rxnorm|2025-10', 'RxNorm'],
  ['http://snomed.info/sct', 'SNOMED CT'],
  ['http://snomed.info/sct/900000000000207008/version/20250901', 'SNOMED CT'],
  ['urn:oid:2.16.840.1.113883.6.96', 'SNOMED CT'],
  ['https://dmd.nhs.uk', 'SNOMED CT'],
  ['http://hl7.org/fhir/sid/ndc', 'NDC'],
  ['urn:oid:2.16.840.1.113883.6.69', 'NDC'],
  ['http://www.whocc.no/atc', 'ATC'],
  ['urn:oid:2.16.840.1.113883.6.73', 'ATC'],
  ['http://fhir.de/CodeSystem/bfarm/atc', 'ATC'],
  ['http://fhir.de/CodeSystem/dimdi/atc', 'ATC'],
  ['http://fdasis.nlm.nih.gov', 'UNII'],
  ['urn:oid:2.16.840.1.113883.4.9', 'UNII'],
  ['https://www.gs1.org/gtin', 'GTIN'],
  ['https://terminology.example/CodeSystem/rxnorm', 'RxNorm'],
  ['urn:example:ndc', 'NDC'],
])('%s is %s', (system, known) => {
  expect(codeSystem(system)).toBe(known);
});

it('a local, absent or endless system is none of them', () => {
  for (const system of [
    null,
    '',
    'urn:oid:1.2.840.114350.1.13',
    'http://example.org/match',
    'http://example.org/rxnorm-to-local',
    'http://example.org/rxnorm/local',
    'x'.repeat(10_000),
  ])
    expect(codeSystem(system)).toBeNull();
});

it.each([
  ['N02AX', 'opioid'],
  ['N02A', 'opioid'],
  ['N07BC04', 'other'],
  ['R05DA07', 'other'],
  ['R05DA09', 'other'],
  ['R05DA20', 'may-be-opioid'],
  ['A07DA', 'may-be-opioid'],
  ['N07BB01', 'other'],
  ['C10AA05', 'other'],
  ['N02', 'unknown'],
  ['N02BE51', 'unknown'],
])('ATC %s: %s', (code, level) => {
  expect(atcClass(code)).toBe(level);
});

it('a veterinary code is read without its Q, in any casing', () => {
  expect(atcCode('QN02AE01')).toBe('N02AE01');
  expect(atcCode('n02ae01')).toBe('N02AE01');
  expect(atcCode('OXY')).toBeNull();
  expect(fromCode('http://www.whocc.no/atc', 'qn02ae01').agonists).toEqual(['buprenorphine']);
});

it('a combination code that may hold codeine is told by its name', () => {
  expect(fromCode('http://www.whocc.no/atc', 'N02BE51').kind).toBe('cannot-tell');
  expect(fromCode('http://www.whocc.no/atc', 'N02BE51', 'paracetamol and caffeine').kind).toBe('other');
});
