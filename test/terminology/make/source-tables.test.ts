import { describe, expect, it } from 'vitest';
import { readCsv } from '#lib/terminology/make/csv.ts';
import { NO_NATIONAL_TABLES } from '#lib/terminology/make/national-tables.ts';
import { faultsOf, type SourceTables } from '#lib/terminology/make/source-tables.ts';

const csv = (text: string) => readCsv(text, 'test.csv');
const SOUND: SourceTables = {
  ingredients: csv('id,kind,rxnorm_in\ncodeine,full-agonist,2670\nnaloxone,antagonist,7242'),
  rxnormOpioids: csv('rxcui,ingredient_ids,long_acting,display\n2670,codeine,unknown,codeine'),
  rxnormNaltrexone: csv('rxcui,ingredient_ids,display\n7243,naloxone,x'),
  rxnormAntagonists: csv('rxcui,ingredient_ids,display\n7242,naloxone,naloxone'),
  rxnormOthers: csv('rxcui,tty\n1,IN'),
  ndc: csv('ndc9,rxcui\n004060552,2670'),
  snomed: csv('snomed_code,ingredient_ids\n85990009,codeine'),
  dmd: csv('dmd_code,ingredient_ids\n1,codeine'),
  brandNames: csv('name,ingredient_ids\nCodral,codeine'),
  otherNames: csv('name,source\nlisinopril,D'),
  national: NO_NATIONAL_TABLES,
};

describe('source tables', () => {
  it('sound tables have no fault', () => {
    expect(faultsOf(SOUND, ['codeine', 'naloxone'])).toEqual([]);
  });

  it('an ingredient that stood there before and is gone stops the making', () => {
    expect(faultsOf(SOUND, ['codeine', 'tramadol'])).toEqual([
      'The ingredient tramadol stood in the tables before and is gone.',
    ]);
  });

  it.each([
    [
      'a duplicate key',
      { brandNames: csv('name,ingredient_ids\nA,codeine\nA,codeine') },
      'stands there twice',
    ],
    ['an unknown ingredient', { dmd: csv('dmd_code,ingredient_ids\n1,codein') }, 'unknown ingredient codein'],
    ['an empty table', { ndc: csv('ndc9,rxcui\n') }, 'has no rows'],
    [
      'an agonist among the antagonists',
      { rxnormAntagonists: csv('rxcui,ingredient_ids,display\n7242,naloxone;codeine,x') },
      'holds an agonist',
    ],
    ['an opioid among the other drugs', { rxnormOthers: csv('rxcui,tty\n2670,IN') }, 'is an opioid product'],
    ['an NDC that leads nowhere', { ndc: csv('ndc9,rxcui\n1,99') }, 'leads to 99'],
  ])('%s is a fault', (_, change, fault) => {
    expect(faultsOf({ ...SOUND, ...change }, []).join()).toContain(fault);
  });

  it('quoted fields may hold commas and quotes; a short line is refused with its number', () => {
    expect(csv('a,b\n"x, ""y""",z')).toEqual([{ a: 'x, "y"', b: 'z' }]);
    expect(() => csv('a,b\n1,2\n3')).toThrow('test.csv, line 3');
  });
});
