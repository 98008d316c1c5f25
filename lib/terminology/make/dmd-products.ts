/** The dm+d products of the source tables: each code with its ingredients, its release and a form that lasts. */
import type { CsvRow } from './csv.ts';
import { lastingFormInName } from './lasting-form-in-name.ts';
import type { DmdFact } from './more-dmd-codes.ts';
import { releaseInName } from './release-in-name.ts';
import { listOf } from './source-tables.ts';

/** A number that was given up has no name of its own but the number that the product has now. */
const FORMER_NUMBER = /^VMP previous to (\d+)$/;

export function dmdProducts(rows: readonly CsvRow[]): DmdFact[] {
  const names = new Map(rows.map((row) => [row.dmd_code ?? '', row.display ?? '']));
  return rows.map((row) => {
    const own = row.display ?? '';
    const name = names.get(FORMER_NUMBER.exec(own)?.[1] ?? '') ?? own;
    const ids = listOf(row.ingredient_ids).sort().join(';');
    return [`${ids} ${releaseInName(name)}${lastingFormInName(row, name)}`, row.dmd_code ?? ''];
  });
}
