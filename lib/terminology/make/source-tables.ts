/** The CSV tables as read from a folder, and everything that must hold before app tables are made of them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type CsvRow, readCsv } from './csv.ts';
import { type NationalTables, readNationalTables } from './national-tables.ts';

export interface SourceTables {
  readonly ingredients: readonly CsvRow[];
  readonly rxnormOpioids: readonly CsvRow[];
  readonly rxnormNaltrexone: readonly CsvRow[];
  readonly rxnormAntagonists: readonly CsvRow[];
  readonly rxnormOthers: readonly CsvRow[];
  readonly ndc: readonly CsvRow[];
  readonly snomed: readonly CsvRow[];
  readonly dmd: readonly CsvRow[];
  readonly brandNames: readonly CsvRow[];
  readonly otherNames: readonly CsvRow[];
  readonly national: NationalTables;
}

type CsvTable = Exclude<keyof SourceTables, 'national'>;

const FILES: Readonly<Record<CsvTable, { readonly file: string; readonly key: readonly string[] }>> = {
  ingredients: { file: 'opioid-ingredients.csv', key: ['id'] },
  rxnormOpioids: { file: 'rxnorm-opioid-products.csv', key: ['rxcui'] },
  rxnormNaltrexone: { file: 'rxnorm-naltrexone-products.csv', key: ['rxcui'] },
  rxnormAntagonists: { file: 'rxnorm-antagonist-products.csv', key: ['rxcui'] },
  rxnormOthers: { file: 'rxnorm-other-products.csv', key: ['rxcui'] },
  ndc: { file: 'ndc-opioid-products.csv', key: ['ndc9'] },
  snomed: { file: 'snomed-dmd-codes.csv', key: ['snomed_code'] },
  dmd: { file: 'dmd-opioid-products.csv', key: ['dmd_code'] },
  brandNames: { file: 'brand-names.csv', key: ['name'] },
  otherNames: { file: 'other-drug-names.csv', key: ['name'] },
};

export function readSourceTables(folder: string): SourceTables {
  const read = (table: CsvTable): CsvRow[] => {
    const { file } = FILES[table];
    return readCsv(readFileSync(path.join(folder, file), 'utf8'), file);
  };
  return {
    ingredients: read('ingredients'),
    rxnormOpioids: read('rxnormOpioids'),
    rxnormNaltrexone: read('rxnormNaltrexone'),
    rxnormAntagonists: read('rxnormAntagonists'),
    rxnormOthers: read('rxnormOthers'),
    ndc: read('ndc'),
    snomed: read('snomed'),
    dmd: read('dmd'),
    brandNames: read('brandNames'),
    otherNames: read('otherNames'),
    national: readNationalTables(folder),
  };
}

export const listOf = (field: string | undefined): string[] =>
  (field ?? '')
    .split(/[;,]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Everything wrong with the tables, one sentence each, vanished ingredients first; none when app tables may be made of them. */
export function faultsOf(source: SourceTables, ingredientsBefore: readonly string[]): string[] {
  const ids = new Set(source.ingredients.map((row) => row.id ?? ''));
  const faults = ingredientsBefore
    .filter((id) => !ids.has(id))
    .map((id) => `The ingredient ${id} stood in the tables before and is gone.`);
  const agonists = new Set(
    source.ingredients.filter((row) => row.kind !== 'antagonist').map((row) => row.id ?? ''),
  );

  for (const [table, { file, key }] of Object.entries(FILES) as [CsvTable, (typeof FILES)['ndc']][]) {
    const rows = source[table];
    if (rows.length === 0) faults.push(`${file} has no rows.`);
    const seen = new Set<string>();
    for (const row of rows) {
      const value = key.map((column) => row[column] ?? '').join(' ');
      if (value === '') faults.push(`${file}: a row without ${key.join(', ')}.`);
      if (seen.has(value)) faults.push(`${file}: ${value} stands there twice.`);
      seen.add(value);
      if (!('ingredient_ids' in row)) continue;
      const named = listOf(row.ingredient_ids);
      if (named.length === 0) faults.push(`${file}: ${value} names no ingredient.`);
      for (const id of named)
        if (!ids.has(id)) faults.push(`${file}: ${value} names the unknown ingredient ${id}.`);
    }
  }
  for (const row of source.rxnormOpioids)
    if (!listOf(row.ingredient_ids).some((id) => agonists.has(id)))
      faults.push(`rxnorm-opioid-products.csv: ${row.rxcui} holds no agonist.`);
  for (const row of source.rxnormAntagonists)
    if (listOf(row.ingredient_ids).some((id) => agonists.has(id)))
      faults.push(`rxnorm-antagonist-products.csv: ${row.rxcui} holds an agonist.`);

  const products = new Set(
    [...source.rxnormOpioids, ...source.rxnormNaltrexone, ...source.rxnormAntagonists].map(
      (row) => row.rxcui,
    ),
  );
  for (const row of source.rxnormOthers)
    if (products.has(row.rxcui)) faults.push(`rxnorm-other-products.csv: ${row.rxcui} is an opioid product.`);
  for (const row of source.ndc)
    for (const rxcui of listOf(row.rxcui))
      if (!products.has(rxcui))
        faults.push(`ndc-opioid-products.csv: ${row.ndc9} leads to ${rxcui}, which is in no table.`);
  for (const row of source.ingredients)
    for (const rxcui of listOf(row.rxnorm_in))
      if (!products.has(rxcui))
        faults.push(`opioid-ingredients.csv: RxNorm ${rxcui} of ${row.id} has no product row.`);
  return faults;
}
