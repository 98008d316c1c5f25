/** The opioid tables as the recogniser uses them, parsed from the files of lib/terminology/tables. Pure; load-tables.ts reads the files. */
import { type DeviceTerms, parseDeviceTerms } from './device-terms.ts';
import type { IngredientId, LastingForm } from './recognition.ts';
import { wordsOf } from './words.ts';

/** What tables/manifest.json says about the tables: where from, when, how many, under which licences. */
export interface TablesManifest {
  /** Year and month in which the source tables were made: "2026-11". */
  readonly made: string;
  /** The releases of the lists behind them, the one whose age counts first: `{ of: 'RxNorm', release: '2025-10-06' }`. */
  readonly releases: readonly { readonly of: string; readonly release: string }[];
  readonly source: string;
  readonly licences: readonly string[];
  readonly files: readonly { readonly file: string; readonly what: string; readonly count: number }[];
}

export type LongActing = 'yes' | 'no' | 'unknown';

/** An opioid product or concept behind a code. */
export interface OpioidProduct {
  readonly ids: readonly IngredientId[];
  readonly longActing: LongActing;
  readonly lastingForm: LastingForm | null;
}

export interface OpioidName {
  readonly name: string;
  /** The name as the words of a text are folded. */
  readonly words: readonly string[];
  readonly ids: readonly IngredientId[];
  /** `short`: a generic name cut short, "hydrocod". */
  readonly kind: 'brand' | 'name' | 'short';
  readonly longActing: LongActing;
  /** Also an ordinary word, a number or another product: never taken for the opioid inside a longer text. */
  readonly isAmbiguous: boolean;
}

/** A brand that is an opioid product somewhere and an ordinary one elsewhere. */
export interface Homonym {
  /** Folded. */
  readonly name: string;
  readonly ids: readonly IngredientId[];
  /** ISO 3166 codes; empty where no list of a country has it. */
  readonly opioidIn: readonly string[];
  /** What it is elsewhere, for people: "ramipril". */
  readonly ordinary: string;
  readonly ordinaryIn: readonly string[];
  /** Strengths in mg that only the ordinary product has. */
  readonly strengths: readonly number[];
  /** Folded words that only the opioid product's name has. */
  readonly opioidWords: readonly string[];
}

export interface Tables {
  readonly manifest: TablesManifest;
  /** Optional files (SNOMED CT, dm+d) that this site has removed. */
  readonly absent: readonly OptionalFile[];
  readonly rxnormOpioids: ReadonlyMap<number, OpioidProduct>;
  readonly rxnormOthers: ReadonlySet<number>;
  /** Labeller and product digits (5-4) to RxNorm codes. */
  readonly ndc: ReadonlyMap<string, readonly number[]>;
  readonly snomed: ReadonlyMap<string, OpioidProduct>;
  /** "ATC N02AA05" to ingredients. */
  readonly ingredientCodes: ReadonlyMap<string, readonly IngredientId[]>;
  readonly opioidNames: readonly OpioidName[];
  /** Folded names of other drugs: RxNorm's, and the open vocabulary's. */
  readonly otherNames: readonly string[];
  readonly otherNamesVocabulary: readonly string[];
  /** From national lists. */
  readonly otherNamesNational: readonly string[];
  /** Names of other drugs, of any source, that come in mixtures with opioids. */
  readonly partnerNames: ReadonlySet<string>;
  readonly homonyms: readonly Homonym[];
  /** Brands that come with an opioid under a line word ("Calpol Extra") and without one as themselves. */
  readonly familyBrands: readonly string[];
  /** Words of form, route and package; of makers; of devices. Folded. */
  readonly formWords: readonly string[];
  readonly makerWords: readonly string[];
  readonly deviceWords: readonly string[];
  readonly deviceBrands: ReadonlySet<string>;
  /** Words of devices by what they tell, written by hand. */
  readonly deviceTerms: DeviceTerms;
}

export const REQUIRED_FILES = [
  'manifest.json',
  'ingredient-codes.txt',
  'rxnorm-opioids.txt',
  'rxnorm-others.txt',
  'ndc.txt',
  'opioid-names.txt',
  'other-names-rxnorm.txt',
  'other-names-drugbank.txt',
  'other-names-national.txt',
  'partner-names.txt',
  'homonyms.txt',
  'family-brands.txt',
  'form-words.txt',
  'maker-words.txt',
  'device-words.txt',
  'device-brands.txt',
  'device-terms.txt',
] as const;
/** Files under licences of their own. A site may delete them; names and the other codes still work. */
export const OPTIONAL_FILES = ['snomed.txt', 'dmd.txt'] as const;
export type OptionalFile = (typeof OPTIONAL_FILES)[number];
export type TableFile = (typeof REQUIRED_FILES)[number] | OptionalFile;

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');

function* products(text: string): Generator<readonly [code: string, product: OpioidProduct]> {
  for (const line of linesOf(text)) {
    const [key = '', codes = ''] = line.split(': ');
    const [ids = '', longActing, form] = key.split(' ');
    const product: OpioidProduct = {
      ids: ids.split(';'),
      longActing: longActing as LongActing,
      lastingForm: (form as LastingForm | undefined) ?? null,
    };
    for (const code of codes.split(' ')) yield [code, product];
  }
}

function* rxnormOthers(text: string): Generator<number> {
  for (const line of linesOf(text)) {
    const [thousand = '', codes = ''] = line.split(': ');
    for (const code of codes.split(' ')) yield Number(thousand) * 1000 + Number(code);
  }
}

function* ndcProducts(text: string): Generator<readonly [product: string, rxcuis: readonly number[]]> {
  for (const line of linesOf(text)) {
    const [labeller, ...all] = line.split(' ');
    for (const one of all) {
      const [product, rxcuis = ''] = one.split('=');
      yield [`${labeller}${product}`, rxcuis.split(',').map(Number)];
    }
  }
}

function opioidName(line: string): OpioidName {
  const [name = '', ids = '', flags = ''] = line.split('\t');
  const [kind, longActing, ambiguous] = flags.split(' ');
  return {
    name,
    words: wordsOf(name),
    ids: ids.split(';'),
    kind: kind as OpioidName['kind'],
    longActing: longActing as LongActing,
    isAmbiguous: ambiguous === 'ambiguous',
  };
}

function homonym(line: string): Homonym {
  const [
    name = '',
    ids = '',
    opioidIn = '',
    ordinary = '',
    ordinaryIn = '',
    strengths = '',
    opioidWords = '',
  ] = line.split('\t');
  const list = (field: string): string[] => (field === '' ? [] : field.split(';'));
  return {
    name,
    ids: list(ids),
    opioidIn: list(opioidIn),
    ordinary,
    ordinaryIn: list(ordinaryIn),
    strengths: list(strengths).map(Number),
    opioidWords: list(opioidWords),
  };
}

/** Most charts use one or two code systems: a table of codes is parsed when the first code of its kind is looked up. */
function lazily<V>(parse: () => V): () => V {
  let parsed: { readonly value: V } | undefined;
  return () => {
    parsed ??= { value: parse() };
    return parsed.value;
  };
}

const wordsIn = (text: string): string[] => linesOf(text).flatMap((line) => line.split(' '));

/** Parses the table files by name. Throws, naming the file, when a required one is missing. */
export function parseTables(files: ReadonlyMap<TableFile, string>): Tables {
  const required = (file: (typeof REQUIRED_FILES)[number]): string => {
    const text = files.get(file);
    if (text === undefined) {
      throw new Error(
        `The opioid table ${file} is missing: no medication can be recognised. Restore lib/terminology/tables or run npm run terminology.`,
      );
    }
    return text;
  };
  const [rxnormOpioidsFile, rxnormOthersFile, ndcFile, ingredientCodesFile] = (
    ['rxnorm-opioids.txt', 'rxnorm-others.txt', 'ndc.txt', 'ingredient-codes.txt'] as const
  ).map(required) as [string, string, string, string];
  const snomedFiles = OPTIONAL_FILES.map((file) => files.get(file) ?? '');
  const rxnormOpioids = lazily(
    () => new Map([...products(rxnormOpioidsFile)].map(([code, product]) => [Number(code), product])),
  );
  const rxnormOtherCodes = lazily(() => new Set(rxnormOthers(rxnormOthersFile)));
  const ndc = lazily(() => new Map(ndcProducts(ndcFile)));
  const snomed = lazily(() => new Map(snomedFiles.flatMap((file) => [...products(file)])));
  const ingredientCodes = lazily(
    () =>
      new Map(
        linesOf(ingredientCodesFile).map((line) => {
          const [system, code, ids = ''] = line.split(' ');
          return [`${system} ${code}`, ids.split(';')] as const;
        }),
      ),
  );
  return {
    manifest: JSON.parse(required('manifest.json')) as TablesManifest,
    absent: OPTIONAL_FILES.filter((file) => !files.has(file)),
    get rxnormOpioids() {
      return rxnormOpioids();
    },
    get rxnormOthers() {
      return rxnormOtherCodes();
    },
    get ndc() {
      return ndc();
    },
    get snomed() {
      return snomed();
    },
    get ingredientCodes() {
      return ingredientCodes();
    },
    opioidNames: linesOf(required('opioid-names.txt')).map(opioidName),
    otherNames: linesOf(required('other-names-rxnorm.txt')),
    otherNamesVocabulary: linesOf(required('other-names-drugbank.txt')),
    otherNamesNational: linesOf(required('other-names-national.txt')),
    partnerNames: new Set(linesOf(required('partner-names.txt'))),
    homonyms: linesOf(required('homonyms.txt')).map(homonym),
    familyBrands: linesOf(required('family-brands.txt')),
    formWords: wordsIn(required('form-words.txt')),
    makerWords: wordsIn(required('maker-words.txt')),
    deviceWords: wordsIn(required('device-words.txt')),
    deviceBrands: new Set(wordsIn(required('device-brands.txt'))),
    deviceTerms: parseDeviceTerms(required('device-terms.txt')),
  };
}
