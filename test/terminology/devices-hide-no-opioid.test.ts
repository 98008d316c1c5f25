/** Whatever words of devices, brands, makers and sizes stand around it, an opioid is never a device. `FUZZ_RUNS=5000` runs it longer. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { EVERYDAY_WORDS } from '#lib/terminology/everyday-words.ts';
import { isAntagonist } from '#lib/terminology/ingredients.ts';
import { fromText, tables } from './describe-medication.ts';

const RUNS = Number(process.env.FUZZ_RUNS ?? 500);
const { deviceTerms: terms } = tables;

const SIZES = [
  '10cm x 10cm',
  '4mm 32 gauge',
  'Fr 14',
  'CH12',
  '500 ml',
  '30 g',
  '3-0',
  '25-32cm',
  'size L',
  '2 x 5 m',
];
const MAKERS = ['(Coloplast Ltd)', '(Smith & Nephew)', '(Becton, Dickinson UK Ltd)', '(3M)', '(Zorvik)'];
/** A strip that tests for an opioid holds none. */
const STRIP = /strip|streif|stick|strimmel|strimler|liuska|bandelette|tira|strisce|react|reatt/;
const around = fc
  .array(
    fc.constantFrom(
      ...terms.kind,
      ...terms.sign,
      ...terms.quality,
      ...terms.brand,
      ...terms.vessel,
      ...[...terms.phrase].map((phrase) => phrase.replace('_', ' ')),
      ...tables.deviceBrands,
      ...SIZES,
      ...MAKERS,
    ),
    { maxLength: 4 },
  )
  .filter((words) => !STRIP.test(words.join(' ')));
const agonists = tables.opioidNames.filter(
  ({ ids, isAmbiguous }) => !isAmbiguous && !ids.every(isAntagonist),
);
/** Shorter names have too many neighbours to be compared with. */
const MIN_NAME = 7;
const generics = agonists.filter(
  ({ kind, words: [word = '', ...more] }) => kind === 'name' && more.length === 0 && word.length >= MIN_NAME,
);

it('a name, a brand or a short form of an opioid is the opioid', () => {
  fc.assert(
    fc.property(fc.constantFrom(...agonists), around, around, ({ name }, before, after) => {
      const text = [...before, name, ...after].join(' ');
      expect(fromText(text).kind, text).toBe('opioid');
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
});

/** Words of devices, of everyday language, makers and salts, names of other drugs; catheters are "hydro" too. */
const otherwiseKnown: ReadonlySet<string> = new Set([
  ...terms.kind,
  ...terms.sign,
  ...terms.quality,
  ...EVERYDAY_WORDS,
  ...tables.formWords,
  ...tables.makerWords,
  ...tables.otherNames,
  ...tables.otherNamesNational,
  ...tables.otherNamesVocabulary,
  'hydro',
]);
/** Four letters and more of a generic name, not all of it; or one with two neighbours exchanged. */
const misspelt = fc
  .tuple(fc.constantFrom(...generics), fc.nat(), fc.boolean())
  .map(
    ([
      {
        words: [word = ''],
      },
      at,
      isCut,
    ]) => {
      if (isCut) return word.slice(0, 4 + (at % Math.max(1, word.length - 4)));
      const place = 1 + (at % Math.max(1, word.length - 2));
      return `${word.slice(0, place)}${word[place + 1] ?? ''}${word[place]}${word.slice(place + 2)}`;
    },
  )
  .filter((word) => word.length > 3 && !otherwiseKnown.has(word));

it('the beginning of a generic name, or one misspelt, is asked about or an opioid where no other drug is named', () => {
  fc.assert(
    fc.property(misspelt, around, (word, beside) => {
      const text = [word, ...beside].join(' ');
      expect(fromText(text).kind, text).not.toBe('device');
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
});

it('a word of devices that begins the name of an opioid is no device beside a dose', () => {
  const starts = agonists.map(({ words: [first = ''] }) => first);
  const doubtful = [...terms.kind, ...terms.sign, ...terms.quality].filter(
    (word) => word.length > 2 && starts.some((start) => start !== word && start.startsWith(word)),
  );
  expect(doubtful.length).toBeGreaterThan(20);
  for (const word of doubtful)
    for (const text of [`${word} 5 mg tab`, `${word} 10 mg prn`, `Zorvik ${word} 5 mg`])
      expect(fromText(text).kind, text).not.toBe('device');
});
