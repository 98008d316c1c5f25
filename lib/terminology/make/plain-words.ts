/** Words of form, maker and device for the app's tables: none of them is, or begins, a word of an opioid's name. */
import { EVERYDAY_WORDS, SUBSTANCE_WORDS } from '#lib/terminology/everyday-words.ts';
import { wordsOf } from '#lib/terminology/words.ts';
import type { NationalTables } from './national-tables.ts';

/** Short forms that stand among the form words of the lists and name a drug. */
const NAMES_A_DRUG: ReadonlySet<string> = new Set(
  'paracet acet hydrocort glucon calc mag pot neo poly dil cod co c cd ac dc dac dh hd hc ms pca pcea'.split(
    ' ',
  ),
);
const MIN_BEGINNING = 4;

interface PlainWords {
  readonly forms: ReadonlySet<string>;
  readonly makers: ReadonlySet<string>;
  readonly devices: ReadonlySet<string>;
  readonly isPlain: (word: string) => boolean;
}

/** @param opioidWords every word of a name of an opioid. @param generics generic names of opioids. @param names every name of another drug, of one word. */
export function plainWords(
  national: NationalTables,
  opioidWords: ReadonlySet<string>,
  generics: readonly string[],
  names: ReadonlySet<string>,
): PlainWords {
  const mayBeOpioid = (word: string): boolean =>
    opioidWords.has(word) ||
    (word.length >= MIN_BEGINNING && generics.some((opioid) => opioid.startsWith(word)));
  const plain = (texts: readonly string[]): ReadonlySet<string> =>
    new Set(
      texts
        .flatMap(wordsOf)
        .filter(
          (word) =>
            !/^\d/.test(word) &&
            !NAMES_A_DRUG.has(word) &&
            !EVERYDAY_WORDS.has(word) &&
            !SUBSTANCE_WORDS.has(word) &&
            !mayBeOpioid(word),
        ),
    );
  const forms = plain(national.formWords);
  const makers = new Set(
    [...plain(national.makerWords)].filter((word) => !forms.has(word) && !names.has(word)),
  );
  const devices = plain([
    ...national.deviceWords,
    ...national.names.filter(({ kind }) => kind === 'device').map(({ name }) => name),
  ]);
  return {
    forms,
    makers,
    devices: new Set([...devices].filter((word) => !names.has(word) && word.length > 1)),
    isPlain: (word) => EVERYDAY_WORDS.has(word) || forms.has(word) || makers.has(word) || /^\d/.test(word),
  };
}
