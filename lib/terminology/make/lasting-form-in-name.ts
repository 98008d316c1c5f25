/** What a product's printed name says about a form that works for days to months. */
import type { CsvRow } from './csv.ts';
import { listOf } from './source-tables.ts';

/** Injections and implants that work for weeks to months: every syringe of buprenorphine that is sold prefilled is one. */
const DEPOT: Readonly<Record<string, RegExp>> = {
  buprenorphine:
    /implant|sublocade|brixadi|buvidal|probuphine|sixmo|prefilled syringe|prolonged.release solution/i,
  naltrexone: /vivitrol|\b380 ?mg\b|implant/i,
};
const PATCH = /patch|transderm|\b(?:butrans|duragesic|ionsys)\b/i;

/** " depot" or " patch" for the key of a product's group; nothing for any other form. */
export function lastingFormInName(row: CsvRow, name = row.display ?? ''): string {
  if (listOf(row.ingredient_ids).some((id) => DEPOT[id]?.test(name))) return ' depot';
  return PATCH.test(name) ? ' patch' : '';
}
