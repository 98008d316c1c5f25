import { describe, expect, it } from 'vitest';
import type { MedicationDescription } from '#lib/terminology/recognition.ts';
import { doubtWords } from '#lib/words/en/recognised-by.ts';
import {
  ATC,
  coding,
  fromCode,
  fromText,
  medication,
  NDC,
  RXNORM,
  recognise,
  SNOMED,
} from './describe-medication.ts';

const LISINOPRIL = coding(RXNORM, '314076');
const HYDROCODONE_APAP = coding(RXNORM, '857005');

describe('putting codes, displays, texts and ingredients together', () => {
  it('an opioid found in any place wins over an ordinary drug beside it', () => {
    const found = recognise(medication({ codings: [LISINOPRIL], texts: ['oxycodone 5 mg tablet'] }));
    expect(found.kind).toBe('opioid');
    expect(found.agonists).toEqual(['oxycodone']);
  });

  it('code and text that name different opioids both count', () => {
    const found = recognise(medication({ codings: [HYDROCODONE_APAP], texts: ['codeine 30 mg'] }));
    expect(found.agonists).toEqual(['codeine', 'hydrocodone']);
  });

  it('code and text that agree are one opioid', () => {
    const found = recognise(medication({ codings: [HYDROCODONE_APAP], texts: ['Norco 7.5-325'] }));
    expect(found.kind).toBe('opioid');
    expect(found.agonists).toEqual(['hydrocodone']);
  });

  it.each([
    ['morphine sulfate / naltrexone (Embeda)', ['morphine'], ['naltrexone']],
    ['oxycodone/naloxone', ['oxycodone'], ['naloxone']],
    ['buprenorphine and naloxone sublingual film', ['buprenorphine'], ['naloxone']],
    ['pentazocine-naloxone', ['pentazocine'], ['naloxone']],
  ])('%s is an opioid whatever antagonist sits with it', (text, agonists, antagonists) => {
    const found = fromText(text);
    expect(found.kind).toBe('opioid');
    expect(found.agonists).toEqual(agonists);
    expect(found.antagonists).toEqual(antagonists);
  });

  it('bupropion with naltrexone and olanzapine with samidorphan are antagonists', () => {
    expect(fromText('bupropion 90 mg / naltrexone 8 mg ER tablet').kind).toBe('antagonist');
    expect(fromText('olanzapine/samidorphan 10/10').antagonists).toEqual(['samidorphan']);
    expect(fromCode(ATC, 'A08AA62').kind).toBe('antagonist');
    expect(fromCode(ATC, 'N02AA56').agonists).toEqual(['oxycodone']);
  });

  it('a contained ingredient that is an opioid makes the product one', () => {
    const found = recognise(
      medication({
        texts: ['pain mixture no 4'],
        ingredients: [
          medication({ codings: [coding(RXNORM, '161', 'acetaminophen')] }),
          medication({ codings: [coding(SNOMED, '85990009')] }),
        ],
      }),
    );
    expect(found.agonists).toEqual(['codeine']);
  });

  it('a product without a name is what its ingredients are', () => {
    const acetaminophen = medication({ codings: [coding(RXNORM, '161')] });
    expect(recognise(medication({ ingredients: [acetaminophen] })).kind).toBe('other');
    expect(recognise(medication({ ingredients: [acetaminophen, medication({})] })).kind).toBe('cannot-tell');
    const unknown = medication({ texts: ['frobnicol'] });
    const found = recognise(medication({ ingredients: [acetaminophen, unknown] }));
    expect(found.kind).toBe('cannot-tell');
    expect(found.doubts.map(doubtWords)).toEqual(['frobnicol']);
  });

  it('a recognised partner does not clear an unrecognised word beside it', () => {
    expect(fromText('frobnicol/apap 5/325').kind).toBe('cannot-tell');
    expect(fromText('guaifenesin frobnicol syrup').kind).toBe('cannot-tell');
    expect(fromText('lisinopril frobnicol 10 mg').kind).toBe('other');
  });

  it('an antagonist with an unknown word beside it is an antagonist', () => {
    expect(fromText('naltrexone/frobnicol').kind).toBe('antagonist');
    expect(fromText('naltrexone frobnicol 4.5 mg').antagonists).toEqual(['naltrexone']);
    expect(fromText('naltrexone/oxycodne').kind).toBe('cannot-tell');
  });

  it('an ordinary drug coded in RxNorm is another drug, however odd its display', () => {
    expect(fromCode(RXNORM, '314076', 'Lisinpril 10 TB (Zestrl formulary B)').kind).toBe('other');
  });

  it('an ordinary code does not clear a near miss of an opioid', () => {
    const found = fromCode(RXNORM, '314076', 'oxycodne 5 mg');
    expect(found.kind).toBe('cannot-tell');
    expect(found.doubts.map(doubtWords)).toEqual(['oxycodne: nearly oxycodone']);
  });

  it('a standard code that no table holds is judged by a readable display', () => {
    expect(fromCode(RXNORM, '99999999', 'lisinopril 10 MG Oral Tablet').kind).toBe('other');
    expect(fromCode(SNOMED, '318858008', 'Product containing only lisinopril').kind).toBe('other');
    expect(fromCode(RXNORM, '99999999', 'frobnicol 10 MG Oral Tablet').kind).toBe('cannot-tell');
    const silent = fromCode(RXNORM, '99999999');
    expect(silent.kind).toBe('cannot-tell');
    expect(silent.doubts.map(doubtWords)).toEqual(['RxNorm 99999999']);
  });

  it('a reference that leads nowhere cannot be told, unless an opioid is found without it', () => {
    const unresolved = [{ code: 'not-found', reference: 'Medication/m9' }] as const;
    expect(recognise(medication({ unresolved })).doubts.map(doubtWords)).toEqual([
      'Medication/m9 could not be read',
    ]);
    expect(recognise(medication({ codings: [LISINOPRIL], unresolved })).kind).toBe('cannot-tell');
    expect(recognise(medication({ texts: ['Percocet'], unresolved })).kind).toBe('opioid');
  });

  it('a medication without any name or code cannot be told', () => {
    expect(recognise(medication({})).kind).toBe('cannot-tell');
    expect(recognise(medication({ codings: [coding(null, null)], texts: ['', '  '] })).kind).toBe(
      'cannot-tell',
    );
  });

  it('a denial of opioids is not trusted', () => {
    expect(fromText('lisinopril, no opioids').kind).toBe('cannot-tell');
    expect(fromText('patient denies oxycodone').kind).toBe('opioid');
  });

  it('an antagonist may say what it is for', () => {
    expect(fromText('naloxone 4 mg nasal spray for suspected opioid overdose').kind).toBe('antagonist');
    expect(fromText('naloxegol 25 mg for opioid-induced constipation').kind).toBe('antagonist');
    expect(fromText('lisinopril, tablets for opioid dependence').kind).toBe('cannot-tell');
    expect(fromText('naltrexone, was on opioids').kind).toBe('cannot-tell');
  });

  it('a code that is known to be an opioid without a name cannot be told, whatever its text', () => {
    expect(fromCode(RXNORM, '106507', 'acetaminophen').kind).toBe('cannot-tell');
  });

  it('each finding says what it rests on', () => {
    expect(fromCode(RXNORM, '857005').evidence).toEqual([
      { ingredient: 'hydrocodone', from: 'RxNorm 857005' },
    ]);
    expect(fromText('CO-CODAMOL 30/500').evidence).toEqual([
      { ingredient: 'codeine', from: 'name "co-codamol"' },
    ]);
  });
});

describe('whole words', () => {
  it.each([
    ['apomorphine 10 mg/mL', 'other'],
    ['dextromethorphan 15 mg', 'other'],
    ['papaverine 30 mg', 'other'],
    ['oxytocin 10 units', 'other'],
    ['oxybutynin 5 mg', 'other'],
    ['hydroxyzine 25 mg', 'other'],
    ['take lisinopril 10 mg twice daily', 'other'],
    ['noscapine 15 mg', 'other'],
    ['lofexidine 0.18 mg', 'other'],
  ])('%s is no opioid', (text, kind) => {
    expect(fromText(text).kind).toBe(kind);
  });

  it('the longer name is meant: dihydrocodeine is not codeine', () => {
    expect(fromText('dihydrocodeine 30 mg').agonists).toEqual(['dihydrocodeine']);
    expect(fromText('levomethadone').agonists).toEqual(['levomethadone']);
    expect(fromText('loperamide oxide').agonists).toEqual(['loperamide-oxide']);
  });

  it('a word that contains an opioid name is a possible opioid', () => {
    expect(fromText('norfentanyl').doubts.map(doubtWords)).toEqual(['norfentanyl: nearly fentanyl']);
    expect(fromText('oxycodonehcl 5 mg').kind).toBe('cannot-tell');
    expect(fromText('oxy codone').kind).toBe('cannot-tell');
  });

  it('hidden characters and trade marks do not hide a name', () => {
    expect(fromText('oxy\u00adcodone').kind).toBe('opioid');
    expect(fromText('mor\u200bphine\u0000').kind).toBe('opioid');
    expect(fromText('Percocet\u2122').kind).toBe('opioid');
    expect(fromText('Tylenol #3').agonists).toEqual(['codeine']);
    expect(fromText('Tylenol 500 mg 2 tablets').kind).toBe('other');
  });

  it('an abbreviation that may be an opioid is never silence', () => {
    expect(fromText('MS').doubts.map(doubtWords)).toEqual(['MS: may mean morphine']);
    expect(fromText('bup').kind).toBe('cannot-tell');
    expect(fromCode(RXNORM, '314076', 'MS').kind).toBe('cannot-tell');
  });
});

describe('peripheral opioids', () => {
  it('loperamide alone is peripheral, beside another opioid it is not', () => {
    expect(fromText('loperamide 2 mg').peripheralOnly).toBe(true);
    expect(recognise(medication({ texts: ['loperamide', 'codeine'] })).peripheralOnly).toBe(false);
  });

  it('diphenoxylate and difenoxin are full opioids', () => {
    expect(fromText('diphenoxylate/atropine').peripheralOnly).toBe(false);
    expect(fromText('difenoxin').peripheralOnly).toBe(false);
  });
});

describe('release', () => {
  it.each([
    [fromCode(RXNORM, '857005'), 'immediate', 'hydrocodone/acetaminophen tablet'],
    [fromCode(RXNORM, '892648'), 'long-acting', 'MS Contin'],
    [fromCode(RXNORM, '7804'), 'unknown', 'oxycodone by ingredient alone'],
    [fromCode(RXNORM, '6813'), 'long-acting', 'methadone by ingredient alone'],
    [fromCode(RXNORM, '2670'), 'immediate', 'codeine, which has no long form'],
    [fromText('oxycodone 5 mg tablet'), 'immediate', 'a plain tablet'],
    [fromText('oxycodone 10 mg'), 'unknown', 'no form'],
    [fromText('oxycodone ER 10 mg tablet'), 'long-acting', 'ER'],
    [fromText('tramadol 100 mg 24 hr tablet'), 'long-acting', '24 hr'],
    [fromText('tramadol 50 mg tablet every 12 hours'), 'immediate', 'given every 12 hours'],
    [fromText('TRAMADOL HCL 100 MG PO TB24'), 'long-acting', 'TB24'],
    [fromText('MORPHINE SO4 15MG TAB,SA'), 'long-acting', 'sustained action'],
    [fromText('fentanyl 25 mcg/h patch'), 'long-acting', 'a patch'],
    [fromText('Tramal retard'), 'long-acting', 'retard'],
    [fromText('Zomorph 10 mg capsules'), 'long-acting', 'a brand of long-acting capsules'],
    [fromText('Percocet'), 'immediate', 'a brand of plain tablets'],
    [fromText('buprenorphine 8 mg SL tablet'), 'long-acting', 'a long-acting substance'],
    [fromText('levorphanol 2 mg tablet'), 'long-acting', 'a long-acting substance'],
  ])('$1, by its name: $2', (found, release) => {
    expect(found.release).toBe(release);
  });
});

describe('codes in the wrong place', () => {
  it.each([
    ['no system', null, '7052'],
    ['a local system', 'urn:oid:1.2.3.4', '857005'],
    ['RxNorm named as SNOMED CT', SNOMED, '857005'],
    ['SNOMED CT named as RxNorm', RXNORM, '322341003'],
    ['UNII without a system', null, 'CD35PMG570'],
    ['NDC without a system and without hyphens', null, '00406055201'],
  ])('an opioid code under %s is a doubt', (_, system, code) => {
    expect(fromCode(system, code).kind).toBe('cannot-tell');
    expect(fromCode(system, code, 'lisinopril').kind).toBe('cannot-tell');
  });

  it.each([
    ['ATC without a system', null, 'N02AA05'],
    ['ATC under a local system', 'urn:oid:1.2.3.4', 'n02aa05'],
    ['NDC without a system', null, '00406-0552-01'],
    ['NDC named as RxNorm', RXNORM, '0406-0552-01'],
    ['dm+d without a system', null, '4400611000001107'],
  ])('an opioid code that only one system can have is one, %s', (_, system, code) => {
    expect(fromCode(system, code).kind).toBe('opioid');
    expect(fromCode(system, code, 'lisinopril').kind).toBe('opioid');
  });

  it('such a code that is no opioid says nothing without its system', () => {
    for (const code of ['C09AA03', '99999-0552-01', '39720311000001101'])
      expect(fromCode(null, code).kind).toBe('cannot-tell');
  });

  it("a number of Medi-Span, Multum or GPI is no other system's", () => {
    expect(fromCode('urn:oid:2.16.840.1.113883.6.68', '65100075100310').kind).toBe('cannot-tell');
    expect(fromCode('urn:oid:2.16.840.1.113883.6.253', '7052').doubts[0]?.kind).toBe('unknown');
  });

  it('a local code is judged by its display', () => {
    expect(fromCode('urn:oid:1.2.3.4', 'MED0815', 'lisinopril 10 mg tablet').kind).toBe('other');
    expect(fromCode('urn:oid:1.2.3.4', 'MED0815', 'Percocet 5-325').kind).toBe('opioid');
    expect(fromCode('urn:oid:1.2.3.4', 'MED0815').kind).toBe('cannot-tell');
  });

  it('an ATC class of opioids is an opioid without a name', () => {
    expect(fromCode(ATC, 'N02AX').agonists).toEqual(['unnamed-opioid']);
    expect(fromCode(ATC, 'R05DA20').kind).toBe('cannot-tell');
    expect(fromCode(ATC, 'C09AA03').kind).toBe('other');
    expect(fromCode(ATC, 'R05DA09').kind).toBe('other');
  });
});

describe('hostile input', () => {
  it('texts of a megabyte are read for opioids and never found harmless', () => {
    const filler = 'lisinopril '.repeat(90_000);
    expect(fromText(`${filler} oxycodone`).kind).toBe('opioid');
    expect(fromText(filler).kind).toBe('cannot-tell');
    expect(fromText('x'.repeat(1_000_000)).kind).toBe('cannot-tell');
    expect(fromText(`${'1 '.repeat(250_000)}${'oxy '.repeat(125_000)}`).kind).toBe('cannot-tell');
    const words = Array.from({ length: 100_000 }, (_, n) => `w${n.toString(26).replace(/\d/g, 'q')}`);
    expect(fromText(words.join(' ')).kind).toBe('cannot-tell');
  });

  it('ten thousand codings are all read', () => {
    const codings = Array.from({ length: 10_000 }, (_, n) => coding('urn:x', `${n}q`, `lisinopril ${n} mg`));
    expect(recognise(medication({ codings })).kind).toBe('other');
    expect(recognise(medication({ codings: [...codings, HYDROCODONE_APAP] })).kind).toBe('opioid');
  });

  it('ingredients nested too deep cannot be told, nor can those that hold themselves', () => {
    let deep = medication({ texts: ['lisinopril'] });
    for (let level = 0; level < 1_000; level++)
      deep = medication({ texts: ['lisinopril'], ingredients: [deep] });
    expect(recognise(deep).kind).toBe('cannot-tell');
    const circle: { ingredients: MedicationDescription[] } & Omit<MedicationDescription, 'ingredients'> = {
      ...medication({ texts: ['lisinopril'] }),
      ingredients: [],
    };
    circle.ingredients.push(circle, circle);
    expect(recognise(circle).kind).toBe('cannot-tell');
  });

  it('an endless system or code is no known one', () => {
    expect(fromCode('x'.repeat(100_000), '857005').kind).toBe('cannot-tell');
    expect(fromCode(NDC, '1'.repeat(100_000)).kind).toBe('cannot-tell');
  });
});

describe('texts without a drug', () => {
  it.each([
    '1 cap 1 hour before bed',
    'take 1 tablet with a glass of water',
    'tablet, take in 01 of month',
    'mix with water, honey or orange juice',
  ])('%s: directions alone are no other drug', (text) => {
    expect(fromText(text, '').kind).toBe('cannot-tell');
  });
});
