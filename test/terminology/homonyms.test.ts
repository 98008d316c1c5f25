/** Brands that are an opioid in one country and an ordinary drug in another; brand lines; devices; short forms. */
import { describe, expect, it } from 'vitest';
import { doubtWords } from '#lib/words/en/recognised-by.ts';
import { createRecogniser } from '../../lib/terminology/recogniser.ts';
import { coding, fromText, medication, recognise, tables } from './describe-medication.ts';

const at = (country: string) => createRecogniser(tables, country);
const text = (words: string) => medication({ texts: [words] });

describe('a brand with two meanings', () => {
  it('is asked about with both of them', () => {
    expect(fromText('Triatec').doubts.map(doubtWords)).toEqual([
      'triatec: ramipril in France and Italy, codeine in Canada: which?',
    ]);
    expect(fromText('Ketum gel').kind).toBe('cannot-tell');
    expect(fromText('Atra').kind).toBe('cannot-tell');
  });

  it('is settled by a strength, an ingredient or the country of the site', () => {
    expect(fromText('Triatec 5 mg').kind).toBe('other');
    expect(fromText('Triatec-8').agonists).toEqual(['codeine']);
    expect(fromText('TRIATEC 30').agonists).toEqual(['codeine']);
    expect(fromText('Ketum (ketoprofen) gel').kind).toBe('other');
    expect(fromText('FLUTI FURO/VILAN (vilanterol)').kind).toBe('other');
    expect(at('CA')(text('Triatec')).agonists).toEqual(['codeine']);
    expect(at('FR')(text('Triatec')).kind).toBe('other');
    expect(at('US')(text('Triatec')).kind).toBe('cannot-tell');
  });

  it("is not settled by the salt of another drug's ingredient, nor by a word of any product", () => {
    expect(fromText('Broncholase, enalapril maleate').kind).toBe('cannot-tell');
    expect(fromText('Entrocalm, Salts pouch').kind).toBe('cannot-tell');
    expect(fromText('Broncholase (chlorpheniramine)').kind).toBe('other');
  });

  it('an opioid beside it wins all the same', () => {
    expect(at('FR')(text('Triatec with codeine')).kind).toBe('opioid');
  });
});

describe('a brand with a word of its line', () => {
  it.each([
    ['Colchimax', 'opium'],
    ['Calpol Extra', 'codeine'],
    ['Robitussin Night-Time', 'codeine'],
    ['Panamax Co', 'codeine'],
    ['ATASOL 15', 'codeine'],
  ])('%s is an opioid', (name, id) => {
    expect(fromText(name).agonists).toContain(id);
  });

  it.each(['extra calpol', 'Calpol Ultra', "Benylin Children's Dry Cough", 'Dafalgan Co', '15 Atasol'])(
    '%s is asked about',
    (name) => {
      expect(fromText(name).kind).toBe('cannot-tell');
    },
  );

  it.each(['Calpol', 'Tylenol Extra Strength 500 mg', 'Nurofen 200 mg', 'Panadol'])(
    '%s is ordinary',
    (name) => {
      expect(fromText(name).kind).toBe('other');
    },
  );
});

it.each(['Paramol paracetamol tablets', 'paracetamol-Paramol', 'paracetamol (Paralgin major)'])(
  '"%s": the painkiller is in both meanings and settles neither',
  (text) => {
    expect(fromText(text).kind).toBe('cannot-tell');
  },
);

it('a syrup that had pholcodine once and has another drug now is asked about, but where it says which', () => {
  expect(fromText('Codotussyl toux sèche sirop').kind).toBe('cannot-tell');
  expect(fromText('Codotussyl toux sèche pentoxyverine').kind).toBe('other');
});

describe('devices and supplies', () => {
  it.each([
    'test strips',
    'Fentanyl test strips',
    'BD Ultra-Fine pen needles 4 mm',
    'Coloplast SenSura drainable pouch',
    'Mepilex wound dressing 10 cm x 10 cm',
    'lancets',
  ])('%s is a device', (name) => {
    expect(fromText(name)).toMatchObject({ kind: 'device', doubts: [] });
  });

  it.each(['fentanyl patch', 'morphine PCA pump', 'epidural tray with fentanyl', 'hydromorphone syringe'])(
    '%s is the opioid in it',
    (name) => {
      expect(fromText(name).kind).toBe('opioid');
    },
  );

  it('a drug beside it wins', () => {
    expect(recognise(medication({ texts: ['lisinopril 10 mg', 'lancets'] })).kind).toBe('other');
    expect(fromText('frobnicol pump').kind).toBe('cannot-tell');
  });
});

describe('short forms and homeopathy', () => {
  it.each([
    ['HYDROCOD-ACETAMIN 5-325', 'hydrocodone'],
    ['OXYCOD/APAP', 'oxycodone'],
    ['HYDROMORPH INJ', 'hydromorphone'],
    ['Morph Sulf Inj 10mg/1ml', 'morphine'],
    ['MSO4 2 mg', 'morphine'],
    ['BELLADNA/OPM SUPP', 'opium'],
    ['B & O SUPPRETTES', 'opium'],
    ['BUPREN/NALX SL', 'buprenorphine'],
  ])('%s is %s', (name, id) => {
    expect(fromText(name).agonists).toContain(id);
  });

  it.each(['HYDROCORT 1% CREAM', 'MGSO4 2 G', 'BELLADNA/PB ELIXIR', 'KCL 20 MEQ', 'Vasopressin (USP)'])(
    '%s is no opioid',
    (name) => {
      expect(fromText(name).kind).toBe('other');
    },
  );

  it('a homeopathic potency of an opioid is asked about', () => {
    for (const name of ['Opium 9CH', 'OPIUM 30 C', 'Opium D6', 'homeopathic opium'])
      expect(fromText(name).kind, name).toBe('cannot-tell');
    expect(fromText('opium tincture 10 mg/mL').kind).toBe('opioid');
  });
});

describe('names in odd places', () => {
  it('an HTML entity is a character', () => {
    expect(fromText('Lisinopril&nbsp;10&nbsp;mg&#160;tablet').kind).toBe('other');
    expect(fromText('oxy&shy;codone&amp;nbsp;5 mg').kind).toBe('opioid');
    expect(fromText('&#120;&#x61;&bogus; frobnicol').kind).toBe('cannot-tell');
  });

  it('a local code that is a name says what the name says', () => {
    const local = 'https://hospital.example/CodeSystem/medication-name';
    const of = (code: string) => recognise(medication({ codings: [coding(local, code)] }));
    expect(of('OxycoDONE (Immediate Release) ').agonists).toEqual(['oxycodone']);
    expect(of('Acetaminophen').kind).toBe('other');
    expect(of('oxycodne').kind).toBe('cannot-tell');
    expect(of('MED0815').kind).toBe('cannot-tell');
  });

  it('a number means what its named system says', () => {
    const medispan = coding('urn:oid:2.16.840.1.113883.6.253', '7052');
    expect(recognise(medication({ codings: [medispan], texts: ['amlodipine 5 mg'] })).kind).toBe('other');
    expect(recognise(medication({ codings: [medispan] })).kind).toBe('cannot-tell');
  });
});
