/** The opioid names of the app's tables: generic names, brands, abbreviations and their foreign and shortened forms. */
import type { IngredientId } from '#lib/terminology/recognition.ts';
import type { LongActing } from '#lib/terminology/tables.ts';
import { wordsOf } from '#lib/terminology/words.ts';
import {
  AMBIGUOUS_STREET_NAMES,
  brandWithoutSuffix,
  foreignForms,
  MORE_ABBREVIATIONS,
  MORE_BRANDS,
  NAMES_IN_OTHER_SCRIPTS,
  STREET_NAMES,
} from './more-opioid-names.ts';
import { MISSPELLINGS } from './not-other-drugs.ts';
import { BRANDS_ABROAD, MAY_BE_OPIOIDS } from './opioid-names-abroad.ts';
import { releaseInName } from './release-in-name.ts';
import { listOf, type SourceTables } from './source-tables.ts';

/** One row of the name table. `short`: a generic name cut short. */
interface OpioidNameRow {
  shown: string;
  readonly ids: Set<IngredientId>;
  readonly kind: 'brand' | 'name' | 'short';
  readonly longActing: LongActing;
  readonly isAmbiguous: boolean;
}

/** By folded name. */
export type OpioidNameRows = Map<string, OpioidNameRow>;

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

/** Adds a name, or its ingredients to a name that is there. */
export function addOpioidName(
  names: OpioidNameRows,
  shown: string,
  ids: readonly IngredientId[],
  how: Partial<Pick<OpioidNameRow, 'kind' | 'longActing' | 'isAmbiguous'>> = {},
): void {
  const folded = wordsOf(shown).join(' ');
  if (folded === '' || MISSPELLINGS.has(folded)) return;
  const before = names.get(folded);
  if (!before) {
    const row = { kind: 'name', longActing: 'unknown', isAmbiguous: false, ...how } as const;
    names.set(folded, { shown, ids: new Set(ids), ...row });
    return;
  }
  for (const id of ids) before.ids.add(id);
  if (shown.includes('-')) before.shown = shown;
}

/** The names of the source tables, with the forms of other languages and brands from general knowledge. */
export function sourceOpioidNames(source: SourceTables): OpioidNameRows {
  const releaseOf = brandReleases(source);
  const names: OpioidNameRows = new Map();
  for (const row of source.brandNames) {
    const isBrand = row.name_kind === 'brand';
    addOpioidName(names, row.name ?? '', listOf(row.ingredient_ids), {
      kind: isBrand ? 'brand' : 'name',
      longActing: isBrand ? releaseOf(wordsOf(row.name ?? '').join(' ')) : 'unknown',
      isAmbiguous: row.ambiguous === 'yes',
    });
  }
  for (const row of source.ingredients)
    for (const name of [row.inn ?? '', row.us_name ?? '']) {
      const outer = name.replace(/\s*\(.*\)/, '');
      const inner = /\((.*)\)/.exec(name)?.[1] ?? '';
      for (const part of [outer, inner])
        if (part !== '' && part !== 'group') addOpioidName(names, part, [row.id ?? '']);
    }
  for (const row of source.ingredients)
    for (const form of foreignForms(row.inn ?? ''))
      if (!names.has(form)) addOpioidName(names, form, [row.id ?? '']);
  for (const [name, ids] of [...MORE_BRANDS, ...BRANDS_ABROAD])
    addOpioidName(names, name, ids, { kind: 'brand' });
  for (const [name, ids] of [...MORE_ABBREVIATIONS, ...NAMES_IN_OTHER_SCRIPTS])
    addOpioidName(names, name, ids);
  for (const [name, ids] of STREET_NAMES) addOpioidName(names, name, ids, { kind: 'brand' });
  for (const [name, ids] of [...AMBIGUOUS_STREET_NAMES, ...MAY_BE_OPIOIDS])
    addOpioidName(names, name, ids, { kind: 'brand', isAmbiguous: true });
  const otherNames = new Set(source.otherNames.map((row) => row.name ?? ''));
  for (const row of source.brandNames) {
    const base = row.name_kind === 'brand' ? brandWithoutSuffix(row.name ?? '') : null;
    const folded = wordsOf(base ?? '').join(' ');
    if (base !== null && !names.has(folded) && !otherNames.has(folded))
      addOpioidName(names, base, listOf(row.ingredient_ids), { kind: 'brand' });
  }
  return names;
}

/** Generic names of one word, folded, in the languages of the tables, with their ingredients. */
export function genericNames(source: SourceTables): Map<string, readonly IngredientId[]> {
  const names = new Map<string, readonly IngredientId[]>();
  for (const row of source.ingredients)
    for (const name of [row.inn ?? '', row.us_name ?? '']) {
      const words = wordsOf(name);
      if (words.length !== 1) continue;
      for (const form of [words[0] ?? '', ...foreignForms(words[0] ?? '')])
        names.set(form, [...new Set([...(names.get(form) ?? []), row.id ?? ''])]);
    }
  return names;
}

/** "Oramorph\tmorphine\tbrand no", one line a name. */
export const opioidNamesFile = (names: OpioidNameRows): string =>
  [...names.values()]
    .sort((a, b) => (a.shown.toLowerCase() < b.shown.toLowerCase() ? -1 : 1))
    .map(
      ({ shown, ids, kind, longActing, isAmbiguous }) =>
        `${shown}\t${[...ids].sort().join(';')}\t${kind} ${longActing}${isAmbiguous ? ' ambiguous' : ''}\n`,
    )
    .join('');
