/** The national lists of medicines: tab-separated files, one row a name with its stated ingredients and class. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** One name of one list. */
export interface NationalRow {
  readonly name: string;
  readonly ingredients: string;
  readonly kind: 'opioid' | 'other' | 'device';
  /** ISO 3166 code of the list's country; empty for lists of no country. */
  readonly country: string;
  readonly form: string;
}

export interface NationalTables {
  readonly names: readonly NationalRow[];
  /** Short forms that name another drug: "KCL", "MGSO4", with what they stand for. */
  readonly shortNames: readonly { readonly name: string; readonly means: string }[];
  readonly antagonists: readonly { readonly name: string; readonly ids: readonly string[] }[];
  readonly formWords: readonly string[];
  readonly makerWords: readonly string[];
  readonly deviceWords: readonly string[];
}

export const NO_NATIONAL_TABLES: NationalTables = {
  names: [],
  shortNames: [],
  antagonists: [],
  formWords: [],
  makerWords: [],
  deviceWords: [],
};

const COUNTRY: Readonly<Record<string, string>> = { uk: 'GB', psychoactive: '', who: '' };
/** Files of words, and examples to measure on. */
const NO_NAMES = /^(?:examples-|antagonists|device-words|form-words|homonyms|maker-words|short-forms)/;
/** Maker words that are also a product's name, or begin an opioid's name, are no plain words. */
const PLAIN_MAKER = /^(?:maker$|legal form|own brand)/;

/** Short forms of salts, minerals and vitamins: beside another name they say nothing of it. */
const NAMES_NO_DRUG: ReadonlySet<string> = new Set(
  'SOD POT PHOS SULF TART HCL HBR SUCC FUM DIHYD ACET VIT VAC VACC GLYC CLAV TET DIPH MAG POLY NEO'.split(
    ' ',
  ),
);
const ANTAGONISTS = [
  'methylnaltrexone',
  'naltrexone',
  'naloxone',
  'naloxegol',
  'nalmefene',
  'naldemedine',
  'alvimopan',
];

function rowsOf(file: string): string[][] {
  const [, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => line.split('\t'));
}

/** The rows of each REGION-LIST.tsv of a folder; REGION becomes the country. */
const namesIn = (folder: string): NationalRow[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.tsv') && !NO_NAMES.test(file))
    .sort()
    .flatMap((file) => {
      const region = file.replace(/\.tsv$/, '').split('-')[0] ?? '';
      const country = COUNTRY[region] ?? region.toUpperCase();
      return rowsOf(path.join(folder, file)).map(([name = '', ingredients = '', kind = '', form = '']) => ({
        name,
        ingredients,
        kind: kind as NationalRow['kind'],
        country,
        form,
      }));
    });

/** Lists that are kept here, because FOLDER lacks their country. */
const KEPT_HERE = path.join(import.meta.dirname, 'lists');

/** Reads FOLDER/national and the lists that are kept here; no rows where that folder is missing. */
export function readNationalTables(folder: string): NationalTables {
  const national = path.join(folder, 'national');
  if (!existsSync(national)) return NO_NATIONAL_TABLES;
  const read = (file: string): string[][] => rowsOf(path.join(national, file));
  return {
    names: [...namesIn(national), ...namesIn(KEPT_HERE)],
    antagonists: read('antagonists.tsv').flatMap(([name = '', ingredients = '']) => {
      const id = ANTAGONISTS.find((one) => ingredients.includes(one));
      return id ? [{ name, ids: [id] }] : [];
    }),
    shortNames: read('short-forms.tsv')
      .filter(([name = '', , kind]) => kind === 'other' && !NAMES_NO_DRUG.has(name))
      .map(([name = '', means = '']) => ({ name, means })),
    formWords: [
      ...read('form-words.tsv').map(([word = '']) => word),
      ...read('short-forms.tsv')
        .filter(([, , kind]) => kind === 'form')
        .map(([word = '']) => word),
    ],
    makerWords: read('maker-words.tsv')
      .filter(([, kind = '']) => PLAIN_MAKER.test(kind))
      .map(([word = '']) => word),
    deviceWords: read('device-words.tsv').map(([word = '']) => word),
  };
}
