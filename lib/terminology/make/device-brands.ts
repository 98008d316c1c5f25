/**
 * Makers and brands that a list of appliances begins its names with, twice or more, and no list of medicines holds: with one of
 * them first, a text that names no drug names a device.
 */
import { EVERYDAY_WORDS } from '#lib/terminology/everyday-words.ts';
import { wordsOf } from '#lib/terminology/words.ts';
import { COMMON_WORDS } from './common-words.ts';
import type { NationalTables } from './national-tables.ts';

const MIN_BRAND = 5;
/** Makers of medicines too, and words of everyday language. */
const NOT_BRANDS: ReadonlySet<string> = new Set(
  `abbott absorbent apollo becton bullen cerdak droplet genesis gloves insight lancets platon unspecified valved richardson rhodes
   rochester macgregor medisafe microair pioneer limb ulcer tapes newgel payne kendall sherwood shannon willis diprobase octenilin
   clinitas thealoz hyabak artelac xailin eyezin epimax proguide oralieve xerostom sterimar buchanan scholl medihoney condition
   silver vitalcare ancora advance breast buddy chambre class clement community confidence cotton ferraris finger forth fortuna
   gloria great handy independence medicina mentor pelican primary primus prosthetic rapport respond rocket safeguard spring steve
   sumar watch`.split(/\s+/),
);

export function deviceBrands(
  { names }: NationalTables,
  opioidWords: ReadonlySet<string>,
): ReadonlySet<string> {
  const ofMedicines = new Set(
    names
      // Australia's list has dressings among its medicines.
      .filter(({ kind, country }) => kind !== 'device' && country !== 'AU')
      .flatMap(({ name }) => wordsOf(name)),
  );
  const first = names.filter(({ kind }) => kind === 'device').map(({ name }) => wordsOf(name)[0] ?? '');
  const counts = Map.groupBy(first, (word) => word);
  return new Set(
    [...counts]
      .filter(
        ([word, all]) =>
          all.length >= 2 &&
          word.length >= MIN_BRAND &&
          !ofMedicines.has(word) &&
          !opioidWords.has(word) &&
          !EVERYDAY_WORDS.has(word) &&
          !COMMON_WORDS.has(word) &&
          !NOT_BRANDS.has(word),
      )
      .map(([word]) => word),
  );
}
