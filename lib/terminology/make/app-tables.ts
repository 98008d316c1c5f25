/** The app's own table files, made of the source tables: plain text, sorted, one fact or one group of facts a line. */
import type { Ingredient } from '#lib/terminology/ingredients.ts';
import { wordsOf } from '#lib/terminology/words.ts';
import type { CsvRow } from './csv.ts';
import { brandWithoutSuffix, foreignForms, MORE_BRANDS } from './more-opioid-names.ts';
import { MORE_OTHER_RXNORM } from './more-other-codes.ts';
import { isOpioidAmongOthers, MISSPELLINGS } from './not-other-drugs.ts';
import { listOf, type SourceTables } from './source-tables.ts';

type LongActing = 'yes' | 'no' | 'unknown';

const LONG_ACTING_WORDS =
  /modified.release|prolonged.release|extended.release|\b(?:12|24).?h(?:ou)?r|patch|transdermal|implant|depot|\b380 ?mg\b|vivitrol/i;
const FORM_WORDS =
  /tablet|capsule|solution|suspension|injection|infusion|suppositor|lozenge|spray|syrup|linctus|powder|granule|mixture|liquid|film|drops|elixir|tincture/i;

/** Injections and implants that work for weeks to months: every syringe of buprenorphine that is sold prefilled is one. */
const DEPOT: Readonly<Record<string, RegExp>> = {
  buprenorphine:
    /implant|sublocade|brixadi|buvidal|probuphine|sixmo|prefilled syringe|prolonged.release solution/i,
  naltrexone: /vivitrol|\b380 ?mg\b|implant/i,
};
const PATCH = /patch|transderm|\b(?:butrans|duragesic|ionsys)\b/i;

/** " depot" or " patch" for the key of a product's group; nothing for any other form. */
function lastingFormInName(row: CsvRow): string {
  const name = row.display ?? '';
  if (listOf(row.ingredient_ids).some((id) => DEPOT[id]?.test(name))) return ' depot';
  return PATCH.test(name) ? ' patch' : '';
}

/** What a product's printed name says about its release; `unknown` where it names no form. */
const releaseInName = (name: string): LongActing => {
  if (LONG_ACTING_WORDS.test(name)) return 'yes';
  return FORM_WORDS.test(name) ? 'no' : 'unknown';
};

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
          `${sortedIds(row.ingredient_ids)} ${row.long_acting}${lastingFormInName(row)}`,
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

const dmdProducts = (source: SourceTables): string =>
  grouped(
    source.dmd.map(
      (row) =>
        [
          `${sortedIds(row.ingredient_ids)} ${releaseInName(row.display ?? '')}${lastingFormInName(row)}`,
          row.dmd_code ?? '',
        ] as const,
    ),
  );

/** Release of each brand, where all products sold under it agree: RxNorm's "[Brand]", dm+d's first words. */
function brandReleases(source: SourceTables): (brand: string) => LongActing {
  const products: (readonly [name: string, release: LongActing])[] = [
    ...source.rxnormOpioids.flatMap((row) => {
      const brand = /\[([^\]]+)\]\s*$/.exec(row.display ?? '')?.[1];
      return brand ? [[wordsOf(brand).join(' '), row.long_acting as LongActing] as const] : [];
    }),
    ...source.dmd
      .filter((row) => row.dmd_type === 'AMP')
      .map((row) => [wordsOf(row.display ?? '').join(' '), releaseInName(row.display ?? '')] as const),
  ];
  return (brand) => {
    const releases = new Set(
      products
        .filter(
          ([name, release]) => release !== 'unknown' && (name === brand || name.startsWith(`${brand} `)),
        )
        .map(([, release]) => release),
    );
    const [only] = releases;
    return releases.size === 1 && only ? only : 'unknown';
  };
}

function opioidNames(source: SourceTables): string {
  const releaseOf = brandReleases(source);
  const names = new Map<string, { shown: string; ids: Set<string>; flags: string }>();
  const add = (shown: string, ids: readonly string[], flags: string): void => {
    const folded = wordsOf(shown).join(' ');
    if (folded === '' || MISSPELLINGS.has(folded)) return;
    const before = names.get(folded);
    if (!before) {
      names.set(folded, { shown, ids: new Set(ids), flags });
      return;
    }
    for (const id of ids) before.ids.add(id);
    if (shown.includes('-')) before.shown = shown;
  };
  for (const row of source.brandNames) {
    const brand = row.name_kind === 'brand';
    const release = brand ? releaseOf(wordsOf(row.name ?? '').join(' ')) : 'unknown';
    const ambiguous = row.ambiguous === 'yes' ? ' ambiguous' : '';
    add(row.name ?? '', listOf(row.ingredient_ids), `${brand ? 'brand' : 'name'} ${release}${ambiguous}`);
  }
  for (const row of source.ingredients)
    for (const name of [row.inn ?? '', row.us_name ?? '']) {
      const outer = name.replace(/\s*\(.*\)/, '');
      const inner = /\((.*)\)/.exec(name)?.[1] ?? '';
      for (const part of [outer, inner])
        if (part !== '' && part !== 'group') add(part, [row.id ?? ''], 'name unknown');
    }
  for (const row of source.ingredients)
    for (const form of foreignForms(row.inn ?? ''))
      if (!names.has(form)) add(form, [row.id ?? ''], 'name unknown');
  for (const [name, ids] of MORE_BRANDS) add(name, ids, 'brand unknown');
  const otherNames = new Set(source.otherNames.map((row) => row.name ?? ''));
  for (const row of source.brandNames) {
    const base = row.name_kind === 'brand' ? brandWithoutSuffix(row.name ?? '') : null;
    const folded = wordsOf(base ?? '').join(' ');
    if (base !== null && !names.has(folded) && !otherNames.has(folded))
      add(base, listOf(row.ingredient_ids), 'brand unknown');
  }
  return [...names.values()]
    .sort((a, b) => (a.shown.toLowerCase() < b.shown.toLowerCase() ? -1 : 1))
    .map(({ shown, ids, flags }) => `${shown}\t${[...ids].sort().join(';')}\t${flags}\n`)
    .join('');
}

function otherNames(source: SourceTables, fromRxnorm: boolean): string {
  const folded = (rows: typeof source.otherNames): string[] =>
    rows
      .map((row) => wordsOf(row.name ?? '').join(' '))
      .filter((name) => name !== '' && !isOpioidAmongOthers(name));
  const rxnorm = new Set(folded(source.otherNames.filter((row) => row.source !== 'B')));
  const vocabulary = new Set(folded(source.otherNames.filter((row) => row.source === 'B')));
  const names = fromRxnorm ? [...rxnorm] : [...vocabulary].filter((name) => !rxnorm.has(name));
  return `${names.sort().join('\n')}\n`;
}

/** Every table file of the app by its name, the manifest not among them. */
export const appTables = (source: SourceTables): ReadonlyMap<string, string> =>
  new Map([
    ['ingredients.json', ingredientRows(source)],
    ['ingredient-codes.txt', ingredientCodes(source)],
    ['rxnorm-opioids.txt', rxnormProducts(source)],
    ['rxnorm-others.txt', rxnormOthers(source)],
    ['ndc.txt', ndcProductsByLabeller(source)],
    ['snomed.txt', snomedCodes(source)],
    ['dmd.txt', dmdProducts(source)],
    ['opioid-names.txt', opioidNames(source)],
    ['other-names-rxnorm.txt', otherNames(source, true)],
    ['other-names-drugbank.txt', otherNames(source, false)],
  ]);
