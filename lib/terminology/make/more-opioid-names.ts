/** Opioid names that the source tables lack, from general knowledge: further brands, and forms made from listed names. */
import { wordsOf } from '#lib/terminology/words.ts';

const BRANDS: Readonly<Record<string, string>> = {
  buprenorphine: 'Feliben, Gabup, Orobupre, Triquisic',
  codeine:
    'Analgilasa, Nedolon, Treo comp, Benylin C, Betapain, Codalgin, Codicaps, Codicompren, Dolomo, Lenadol, Mybulen, Painstop, Sinutab C, Solpadeine, Toseina, Tylenol No 1, Tylenol Number 1, Tylenol No 2, Tylenol Number 2, Tylenol Number 3, Tylenol No 4, Tylenol Number 4, Tylenol w cod, Tylenol with cod, Virtussin',
  dextropropoxyphene: 'Abalgin, Antalvic, Aporex, Digesic',
  dihydrocodeine: 'Remedacen',
  diphenoxylate: 'Diarsed',
  fentanyl: 'Fendivia',
  hydrocodone: 'Liquicet, Zolvit',
  levomethadone: 'Polamidon',
  loperamide: 'Diarstop, Vacontil',
  methadone: 'Biodone, Ketalgin, Mecodin',
  morphine: 'Compensan, Morphanton, Painbreak, Spasmofen',
  'naloxone;oxycodone': 'Carenoxal, Oxsynia',
  opium: 'Izalgi',
  oxycodone: 'Oxycan, Oxycodan, Perloxx',
  pethidine: 'Dolantina, Mepergan, Mepergan Fortis, Pamergan',
  tilidine: 'Andolor, Tilidura',
  tramadol: 'Kolibri, Monoalgic, Orozamudol, Tramaspen',
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

/**
 * What people call them on the street; near spellings of these are words of everyday language.
 * @see U.S. Drug Enforcement Administration, Slang Terms and Code Words (2018, public domain), and general knowledge
 */
const STREET: Readonly<Record<string, string>> = {
  buprenorphine: 'bupes, subbies, sobos, temmies',
  codeine: 'sizzurp, purple drank, dirty sprite, captain cody, doors and fours',
  diamorphine: 'speedball, speedballs, skag, chiva, mexican mud',
  fentanyl: 'fenty, M30s, china girl, murder 8, tango and cash',
  hydrocodone: 'norcos, vikes',
  hydromorphone: 'dillies',
  methadone: 'dollies',
  morphine: 'miss emma',
  oxycodone: 'percs, roxies, roxys, oxys, oxies, oxycotton, oxy cotton, hillbilly heroin',
  pethidine: 'demmies',
  tramadol: 'trammies',
  'unnamed-opioid': 'krokodil, nitazenes, brorphine, orphines, promedol, trimeperidine',
};

/** The same that mean something else as well. "PCA" is a pump that nearly always holds an opioid; "OC 80" is OxyContin 80 mg. */
const AMBIGUOUS_STREET: Readonly<Record<string, string>> = {
  codeine: 'cod, schoolboy, T1s, T2s, T4s',
  diamorphine: 'smack, china white, black tar, dope, scag',
  fentanyl: 'china town, chinatown, dance fever, goodfella, goodfellas, jackpot',
  hydrocodone: 'hydros, vics',
  hydromorphone: 'dilly',
  methadone: 'fizzies, dones',
  oxycodone:
    'perc, roxi, roxy, M30, blues, greenies, kickers, OC 10, OC 15, OC 20, OC 30, OC 40, OC 60, OC 80, OC 160, OCs',
  'unnamed-opioid': 'U-48800, U-77891, U-50488, PCA, PCEA',
};

/** The most used ones in other scripts: Cyrillic, Greek, Japanese, Chinese, Korean, Arabic, Hebrew. */
const OTHER_SCRIPTS: Readonly<Record<string, string>> = {
  buprenorphine:
    'бупренорфин, βουπρενορφίνη, ブプレノルフィン, 丁丙诺啡, 부프레노르핀, بوبرينورفين, בופרנורפין',
  codeine: 'кодеин, κωδεΐνη, コデイン, 可待因, 코데인, كودايين, קודאין',
  diamorphine: 'героин, ηρωίνη, ヘロイン, 海洛因, 헤로인, هيروين, הרואין',
  fentanyl: 'фентанил, φαιντανύλη, フェンタニル, 芬太尼, 펜타닐, فنتانيل, פנטניל',
  hydrocodone: 'гидрокодон',
  hydromorphone: 'гидроморфон, ヒドロモルフォン, 氢吗啡酮',
  methadone: 'метадон, μεθαδόνη, メサドン, 美沙酮, 메타돈, ميثادون, מתדון',
  morphine: 'морфин, μορφίνη, モルヒネ, 吗啡, 嗎啡, 모르핀, مورفين, מורפין',
  oxycodone: 'оксикодон, οξυκωδόνη, オキシコドン, 羟考酮, 옥시코돈, أوكسيكودون, אוקסיקודון',
  pethidine: 'петидин, ペチジン, 哌替啶, 페티딘',
  tapentadol: 'тапентадол, タペンタドール',
  tramadol: 'трамадол, τραμαδόλη, トラマドール, 曲马多, 트라마돌, ترامادول, טרמדול',
  'unnamed-opioid': 'промедол, тримеперидин',
};

const asPairs = (names: Readonly<Record<string, string>>): (readonly [string, readonly string[]])[] =>
  Object.entries(names).flatMap(([ids, list]) =>
    list.split(', ').map((name) => [name, ids.split(';')] as const),
  );

export const MORE_BRANDS = asPairs(BRANDS);
export const MORE_ABBREVIATIONS = asPairs(ABBREVIATIONS);
export const STREET_NAMES = asPairs(STREET);
export const AMBIGUOUS_STREET_NAMES = asPairs(AMBIGUOUS_STREET);
export const NAMES_IN_OTHER_SCRIPTS = asPairs(OTHER_SCRIPTS);

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
