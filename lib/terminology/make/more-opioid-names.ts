/** Opioid names that the source tables lack, from general knowledge: further brands, and forms made from listed names. */
import { wordsOf } from '#lib/terminology/words.ts';

const BRANDS: Readonly<Record<string, string>> = {
  buprenorphine: 'Feliben, Gabup, Orobupre, Triquisic',
  codeine:
    'Analgilasa, Benylin C, Betapain, Codalgin, Codicaps, Codicompren, Dolomo, Lenadol, Mybulen, Painstop, Sinutab C, Solpadeine, Toseina, Tylenol No 1, Tylenol Number 1, Tylenol No 2, Tylenol Number 2, Tylenol Number 3, Tylenol No 4, Tylenol Number 4, Tylenol w cod, Tylenol with cod, Virtussin',
  dextropropoxyphene: 'Aporex, Digesic',
  dihydrocodeine: 'Remedacen',
  diphenoxylate: 'Diarsed',
  fentanyl: 'Fendivia',
  hydrocodone: 'Liquicet, Zolvit',
  levomethadone: 'Polamidon',
  loperamide: 'Diarstop, Vacontil',
  methadone: 'Mecodin',
  morphine: 'Morphanton, Painbreak, Spasmofen',
  'naloxone;oxycodone': 'Carenoxal, Oxsynia',
  opium: 'Izalgi',
  oxycodone: 'Oxycan, Oxycodan, Perloxx',
  pethidine: 'Dolantina, Mepergan, Mepergan Fortis, Pamergan',
  tilidine: 'Andolor, Tilidura',
  tramadol: 'Monoalgic, Orozamudol, Tramaspen',
};

/** Short forms of hospitals' lists, and names of mixtures made of them. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  buprenorphine: 'bupren',
  codeine: 'codein, tylenol cod, apap cod, acetaminop cod, AC&C, A.C. & C',
  diamorphine: 'diamorph',
  dihydrocodeine: 'dihydrocod',
  diphenoxylate: 'diphenox, diphenoxy, diphenoxyl',
  fentanyl: 'fent',
  hydrocodone: 'hydrocod',
  hydromorphone: 'hydromorph',
  morphine: 'morph, MSO4, MS04, MSIR, morph sulf, morph sulfate, kaolin morph',
  opium: 'opm, B & O, B&O supprettes',
  oxycodone: 'oxycod',
  oxymorphone: 'oxymorph',
  papaveretum: 'papaveret',
  pholcodine: 'pholcod',
};

const asPairs = (names: Readonly<Record<string, string>>): (readonly [string, readonly string[]])[] =>
  Object.entries(names).flatMap(([ids, list]) =>
    list.split(', ').map((name) => [name, ids.split(';')] as const),
  );

export const MORE_BRANDS = asPairs(BRANDS);
export const MORE_ABBREVIATIONS = asPairs(ABBREVIATIONS);

const ENDINGS: readonly (readonly [english: RegExp, others: readonly string[]])[] = [
  [/ine$/, ['in', 'ina', 'inum']],
  [/one$/, ['on', 'ona', 'onum']],
  [/ide$/, ['id', 'ida', 'idum']],
  [/ate$/, ['at', 'ato', 'atum']],
  [/ol$/, ['olo', 'olum']],
  [/(?<=an)$/, ['o', 'um']],
  [/yl$/, ['il', 'ilo', 'ylum']],
];

/** The endings that generic names take in German, the Romance languages and Latin: "piritramid", "piritramida". */
export const foreignForms = (inn: string): readonly string[] =>
  ENDINGS.flatMap(([english, others]) =>
    english.test(inn) ? others.map((end) => inn.replace(english, end)) : [],
  );

const RELEASE_SUFFIX = /^(?:sr|xl|pr|mr|er|xr|la|lp|retard|continus)$/;
const MIN_BASE = 6;

/** "Zeridame SR" is also ordered as "Zeridame"; null for a brand that has no such suffix. */
export function brandWithoutSuffix(brand: string): string | null {
  const [base = '', suffix = '', ...more] = wordsOf(brand);
  return more.length === 0 && base.length >= MIN_BASE && RELEASE_SUFFIX.test(suffix)
    ? (brand.split(' ')[0] ?? null)
    : null;
}
