/** What the making of the name tables refuses, and what it keeps apart. */
import { describe, expect, it } from 'vitest';
import { readCsv } from '#lib/terminology/make/csv.ts';
import { namesGone } from '#lib/terminology/make/make-tables.ts';
import { nameTables } from '#lib/terminology/make/name-tables.ts';
import { type NationalRow, NO_NATIONAL_TABLES } from '#lib/terminology/make/national-tables.ts';
import type { SourceTables } from '#lib/terminology/make/source-tables.ts';

const csv = (text: string) => readCsv(text, 'test.csv');
const row = (name: string, ingredients: string, kind: NationalRow['kind'], country: string): NationalRow => ({
  name,
  ingredients,
  kind,
  country,
  form: '',
});

function made(otherNames: string, rows: readonly NationalRow[] = []) {
  const source: SourceTables = {
    ingredients: csv('id,kind,inn,us_name\ncodeine,full-agonist,codeine,'),
    rxnormOpioids: [],
    rxnormNaltrexone: [],
    rxnormAntagonists: [],
    rxnormOthers: [],
    ndc: [],
    snomed: [],
    dmd: [],
    brandNames: csv(
      'name,name_kind,ingredient_ids,ambiguous\nZorcodral,brand,codeine,no\nZor,brand,codeine,yes',
    ),
    otherNames: csv(`name,source\n${otherNames}`),
    national: { ...NO_NATIONAL_TABLES, names: rows },
  };
  const { files, faults } = nameTables(source);
  return { faults, lines: (file: string) => (files.get(file) ?? '').trim().split('\n') };
}

describe('an ordinary name that is the brand of an opioid product', () => {
  it.each([
    ['of the open vocabulary', 'zorcodral,B'],
    ['in another spelling', 'ZÓRCODRAL,B'],
  ])('stops the making: %s', (_, name) => {
    expect(made(`lisinopril,D\n${name}`).faults).toEqual([
      'zorcodral is a brand of an opioid and stands among the names of other drugs.',
    ]);
  });

  it('is a homonym where it is a brand of RxNorm, and no ordinary name', () => {
    const { faults, lines } = made('lisinopril,D\nzorcodral,D');
    expect(faults).toEqual([]);
    expect(lines('homonyms.txt').join()).toContain('zorcodral\tcodeine');
    expect(lines('other-names-rxnorm.txt')).toEqual(['lisinopril']);
    expect(lines('opioid-names.txt').join()).not.toContain('Zorcodral');
  });

  it('stands nowhere among the ordinary names where a national list has it', () => {
    const { faults, lines } = made('lisinopril,D', [row('Zorcodral', 'paracetamol', 'other', 'FR')]);
    expect(faults).toEqual([]);
    expect(lines('other-names-national.txt')).not.toContain('zorcodral');
  });

  it('of one country, and an opioid of another, is a homonym and no ordinary name', () => {
    const { faults, lines } = made('lisinopril,D', [
      row('Zorvikal', 'codeine', 'opioid', 'CA'),
      row('Zorvikal', 'ramipril', 'other', 'FR'),
      row('Zorplain', 'ramipril', 'other', 'FR'),
    ]);
    expect(faults).toEqual([]);
    expect(lines('homonyms.txt').join()).toContain('zorvikal');
    expect(lines('other-names-national.txt')).toContain('zorplain');
    expect(lines('other-names-national.txt')).not.toContain('zorvikal');
  });

  it('no fault where nothing is the matter', () => {
    expect(made('lisinopril,D\nlisinopril,B').faults).toEqual([]);
  });
});

it('an opioid name that stood there before and is gone is named', () => {
  expect(
    namesGone('Oramorph\tmorphine\tbrand no\nZor\tcodeine\tbrand no\n', 'Zor\tcodeine\tbrand no\n'),
  ).toEqual(['The opioid name "Oramorph" stood in the tables before and is gone.']);
});
