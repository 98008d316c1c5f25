/** The app's own table files, made of the source tables: plain text, sorted, one fact or one group of facts a line. */
import type { Ingredient } from '#lib/terminology/ingredients.ts';
import type { CsvRow } from './csv.ts';
import { dmdProducts } from './dmd-products.ts';
import { lastingFormInName } from './lasting-form-in-name.ts';
import { moreDmdFaults, withMoreDmdCodes } from './more-dmd-codes.ts';
import { MORE_OTHER_RXNORM } from './more-other-codes.ts';
import { nameTables } from './name-tables.ts';
import { releaseInName } from './release-in-name.ts';
import { listOf, type SourceTables } from './source-tables.ts';

/** What the source says of a product's release; unknown where it says "immediate" and the name does not: MS Contin. */
const releaseOf = (row: CsvRow): string =>
  row.long_acting === 'no' && releaseInName(row.display ?? '') === 'yes'
    ? 'unknown'
    : (row.long_acting ?? '');

const byCode = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
const sortedIds = (field: string | undefined): string => listOf(field).sort().join(';');

/** "codeine no: 1 2 3", one line for each combination of ingredients and release. */
function grouped(products: readonly (readonly [key: string, code: string])[]): string {
  const groups = Map.groupBy(products, ([key]) => key);
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, rows]) => `${key}: ${[...new Set(rows.map(([, code]) => code))].sort(byCode).join(' ')}\n`)
    .join('');
}

function ingredientRows(source: SourceTables): string {
  const rows = source.ingredients.map((row): Ingredient => {
    const inn = row.inn ?? '';
    const us = (row.us_name ?? '').replace(/\s*\(.*\)/, '');
    return {
      id: row.id ?? '',
      name: us && us !== inn ? `${inn} (${us})` : inn,
      kind: row.kind as Ingredient['kind'],
      systemicMuAgonist: row.systemic_mu_agonist as Ingredient['systemicMuAgonist'],
      longActing: row.long_acting as Ingredient['longActing'],
    };
  });
  return `[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n]\n`;
}

function ingredientCodes(source: SourceTables): string {
  const codes = new Map<string, string[]>();
  for (const row of source.ingredients)
    for (const [system, column] of [
      ['ATC', 'atc'],
      ['DrugBank', 'drugbank_id'],
      ['UNII', 'unii'],
    ] as const)
      for (const code of listOf(row[column])) {
        const key = `${system} ${code}`;
        codes.set(key, [...(codes.get(key) ?? []), row.id ?? '']);
      }
  return [...codes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, ids]) => `${key} ${ids.sort().join(';')}\n`)
    .join('');
}

function rxnormProducts(source: SourceTables): string {
  return grouped([
    ...source.rxnormOpioids.map(
      (row) =>
        [
          `${sortedIds(row.ingredient_ids)} ${releaseOf(row)}${lastingFormInName(row)}`,
          row.rxcui ?? '',
        ] as const,
    ),
    ...[...source.rxnormNaltrexone, ...source.rxnormAntagonists]
      .filter((row) => !source.rxnormOpioids.some((opioid) => opioid.rxcui === row.rxcui))
      .map(
        (row) =>
          [
            `${sortedIds(row.ingredient_ids)} ${releaseInName(row.display ?? '')}${lastingFormInName(row)}`,
            row.rxcui ?? '',
          ] as const,
      ),
  ]);
}

/** "1148: 138 140" stands for 1148138 and 1148140. */
function rxnormOthers(source: SourceTables): string {
  const groups = Map.groupBy(
    [...new Set([...source.rxnormOthers.map((row) => Number(row.rxcui)), ...MORE_OTHER_RXNORM])].sort(
      (a, b) => a - b,
    ),
    (rxcui) => Math.floor(rxcui / 1000),
  );
  return [...groups]
    .map(([thousand, codes]) => `${thousand}: ${codes.map((code) => code % 1000).join(' ')}\n`)
    .join('');
}

/** "00023 6011=892496": labeller, then product and RxNorm codes. */
function ndcProductsByLabeller(source: SourceTables): string {
  const rows = source.ndc.map((row) => [row.ndc9 ?? '', listOf(row.rxcui).join(',')] as const).sort();
  const groups = Map.groupBy(rows, ([ndc]) => ndc.slice(0, 5));
  return [...groups]
    .map(
      ([labeller, all]) => `${labeller} ${all.map(([ndc, rxcui]) => `${ndc.slice(5)}=${rxcui}`).join(' ')}\n`,
    )
    .join('');
}

function snomedCodes(source: SourceTables): string {
  return grouped([
    ...source.snomed.map(
      (row) => [`${sortedIds(row.ingredient_ids)} unknown`, row.snomed_code ?? ''] as const,
    ),
    ...source.ingredients.flatMap((row) =>
      [...listOf(row.snomed_substance), ...listOf(row.snomed_product)]
        .filter((code) => !source.snomed.some((known) => known.snomed_code === code))
        .map((code) => [`${row.id} unknown`, code] as const),
    ),
  ]);
}

const kindsOf = (source: SourceTables): ReadonlyMap<string, string> =>
  new Map(source.ingredients.map((row) => [row.id ?? '', row.kind ?? '']));

/** Every table file of the app by its name, the manifest not among them, and what forbids to write them. */
export function appTables(source: SourceTables): {
  readonly files: ReadonlyMap<string, string>;
  readonly faults: readonly string[];
} {
  const names = nameTables(source);
  const dmd = dmdProducts(source.dmd);
  return {
    faults: [...names.faults, ...moreDmdFaults(dmd, kindsOf(source))],
    files: new Map([
      ['ingredients.json', ingredientRows(source)],
      ['ingredient-codes.txt', ingredientCodes(source)],
      ['rxnorm-opioids.txt', rxnormProducts(source)],
      ['rxnorm-others.txt', rxnormOthers(source)],
      ['ndc.txt', ndcProductsByLabeller(source)],
      ['snomed.txt', snomedCodes(source)],
      ['dmd.txt', grouped(withMoreDmdCodes(dmd))],
      ...names.files,
    ]),
  };
}
