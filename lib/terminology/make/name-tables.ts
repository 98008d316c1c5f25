/** The tables of names, made together: what is an opioid's name decides what may stand among the others. */
import { MORE_OTHER_NAMES } from '#lib/terminology/more-other-names.ts';
import { createNearMiss, spellingTargets } from '#lib/terminology/near-miss.ts';
import type { Homonym, OpioidName } from '#lib/terminology/tables.ts';
import { wordsOf } from '#lib/terminology/words.ts';
import { PARTNERS_ABROAD } from '../other-names-abroad.ts';
import { holdsPartner } from '../partners.ts';
import { COMMON_WORDS } from './common-words.ts';
import { deviceBrands } from './device-brands.ts';
import { HAND_KEPT_TERMS } from './hand-kept.ts';
import { families, homonyms } from './homonyms.ts';
import { type MadeOpioidName, type NameBook, opioidName } from './national-opioids.ts';
import { coreOf, type OtherName, otherNames } from './national-others.ts';
import { isOpioidAmongOthers } from './not-other-drugs.ts';
import {
  addOpioidName,
  genericNames,
  type OpioidNameRows,
  opioidNamesFile,
  sourceOpioidNames,
} from './opioid-names.ts';
import { plainWords } from './plain-words.ts';
import { shortForms } from './short-forms.ts';
import type { SourceTables } from './source-tables.ts';

const asMade = (rows: OpioidNameRows): Map<string, MadeOpioidName> =>
  new Map(
    [...rows].map(([folded, { shown, ids, kind, isAmbiguous }]) => [
      folded,
      { shown, ids: [...ids], isBrand: kind === 'brand', isAmbiguous },
    ]),
  );

const asNames = (rows: OpioidNameRows): OpioidName[] =>
  [...rows.values()].map(({ shown, ids, kind, longActing, isAmbiguous }) => ({
    name: shown,
    words: wordsOf(shown),
    ids: [...ids],
    kind,
    longActing,
    isAmbiguous,
  }));

/** Whether a folded word is one of these names, begins one or nearly spells one. */
function mayBeOpioid(names: readonly OpioidName[]): (word: string) => boolean {
  const words = new Set(names.flatMap((name) => name.words));
  const nearMiss = createNearMiss(spellingTargets(names));
  return (word) => words.values().some((one) => one.startsWith(word)) || nearMiss(word) !== null;
}

/** Shorter brands of antagonists are words of everyday language. */
const MIN_ANTAGONIST = 6;

/** Every beginning, word by word, of these folded names. */
function beginningsOf(names: Iterable<string>): ReadonlySet<string> {
  const beginnings = new Set<string>();
  for (const name of names) {
    const words = name.split(' ');
    for (let length = 1; length <= words.length; length++) beginnings.add(words.slice(0, length).join(' '));
  }
  return beginnings;
}

const file = (lines: Iterable<string>): string => `${[...new Set(lines)].sort().join('\n')}\n`;
/** Words, a line for each first letter. */
const wordsFile = (words: Iterable<string>): string =>
  [...Map.groupBy([...words].sort(), (word) => word[0])].map(([, line]) => `${line.join(' ')}\n`).join('');

function homonymLine(one: Homonym): string {
  const { name, ids, opioidIn, ordinary, ordinaryIn, strengths, opioidWords } = one;
  return [
    name,
    ids.join(';'),
    opioidIn.join(';'),
    ordinary,
    ordinaryIn.join(';'),
    strengths.join(';'),
    opioidWords.join(';'),
  ].join('\t');
}

/** Names of the source's other drugs by where they come from, folded. */
function sourceOthers(source: SourceTables): {
  readonly rxnorm: Set<string>;
  readonly vocabulary: Set<string>;
} {
  const folded = (isVocabulary: boolean): Set<string> =>
    new Set(
      source.otherNames
        .filter((row) => (row.source === 'B') === isVocabulary)
        .map((row) => wordsOf(row.name ?? '').join(' '))
        .filter((name) => name !== '' && !isOpioidAmongOthers(name) && !HAND_KEPT_TERMS.kind.has(name)),
    );
  const rxnorm = folded(false);
  return { rxnorm, vocabulary: folded(true).difference(rxnorm) };
}

/** The files of names by file name, and the faults that forbid to write them. */
export function nameTables(source: SourceTables): {
  readonly files: ReadonlyMap<string, string>;
  readonly faults: readonly string[];
} {
  const { names: rows } = source.national;
  const others = sourceOthers(source);
  const known = new Set([...others.rxnorm, ...others.vocabulary, ...MORE_OTHER_NAMES]);
  const opioids = sourceOpioidNames(source);
  const generics = genericNames(source);
  const opioidWords = new Set(
    [...opioids.keys()].flatMap((name) => name.split(' ')).filter((word) => word.length > 2),
  );
  const plain = plainWords(
    source.national,
    opioidWords,
    [...generics.keys()],
    new Set([...known].filter((name) => !name.includes(' '))),
  );
  const ordinary = rows.filter(({ kind }) => kind === 'other').map(({ name }) => wordsOf(name));
  const beginnings = beginningsOf([
    ...ordinary.map((words) => words.join(' ')),
    ...ordinary.map((words) => coreOf(words, plain.isPlain).join(' ')),
    ...known,
  ]);
  const book = (): NameBook => ({
    opioids: asMade(opioids),
    isPlain: plain.isPlain,
    beginsOther: (name) => beginnings.has(name) || COMMON_WORDS.has(name),
  });

  const ordinaryWords = new Set([...ordinary.flat(), ...[...known].flatMap((name) => name.split(' '))]);
  for (const word of ordinaryWords) if (generics.has(word)) ordinaryWords.delete(word);
  for (const [form, ids] of shortForms(generics, ordinaryWords))
    if (!opioids.has(form)) addOpioidName(opioids, form, ids, { kind: 'short' });

  const nearMiss = createNearMiss(spellingTargets(asNames(opioids)));
  let made = book();
  for (const row of rows) {
    if (row.kind !== 'opioid') continue;
    const name = opioidName(row, made);
    const isMisspelt =
      (row.country === 'US' || row.country === '') &&
      name !== null &&
      wordsOf(name.shown).some(
        (word) => !book().isPlain(word) && nearMiss(word)?.isAlike === true && !/fentan|nitazen/.test(word),
      );
    if (name === null || isMisspelt) continue;
    addOpioidName(opioids, name.shown, name.ids, {
      kind: name.isBrand ? 'brand' : 'name',
      isAmbiguous: name.isAmbiguous,
    });
    made = { ...made, opioids: asMade(opioids) };
  }
  for (const { name, ids } of source.national.antagonists) {
    const core = coreOf(wordsOf(name), plain.isPlain);
    const [word = '', ...more] = core;
    if (more.length === 0 && word.length >= MIN_ANTAGONIST && !opioids.has(word))
      addOpioidName(opioids, word, ids, { kind: 'brand' });
  }

  const twofold = homonyms(rows, book(), others.rxnorm);
  for (const { name } of twofold) opioids.delete(name);
  const single = new Set([...known, ...ordinary.map((words) => coreOf(words, plain.isPlain).join(' '))]);
  const family = families(
    [
      ...opioids.keys(),
      ...rows.filter(({ kind }) => kind === 'opioid').map(({ name }) => wordsOf(name).join(' ')),
    ],
    (name) =>
      single.has(name) &&
      !opioids.has(name) &&
      !plain.isPlain(name) &&
      (name === 'tylenol' || !holdsPartner(name)),
  );
  const national: OtherName[] = otherNames(rows, book(), {
    isNearMiss: (word) => nearMiss(word)?.isAlike === true,
    known,
    family,
    devices: plain.devices,
  });
  const isTwofold = new Set(twofold.map(({ name }) => name));
  const kept = national.filter(({ name, isNew }) => isNew && !isTwofold.has(name));
  const knownPartners = national.filter(
    ({ name, isPartner, isNew }) => isPartner && !isNew && known.has(name) && !isTwofold.has(name),
  );
  const shortNames = source.national.shortNames
    .map(({ name, means }) => ({
      name: wordsOf(name).join(' '),
      isPartner: holdsPartner(wordsOf(means).join(' ')),
      isNew: true,
    }))
    .filter(({ name }) => name.length > 1 && !opioids.has(name) && !known.has(name) && !isTwofold.has(name));
  kept.push(...shortNames.filter(({ name }) => !kept.some((other) => other.name === name)));
  const partners = [...known, ...PARTNERS_ABROAD].filter(
    (name) => (holdsPartner(name) || PARTNERS_ABROAD.includes(name)) && !isTwofold.has(name),
  );

  const faults = [...opioids.values()]
    .filter(({ kind, isAmbiguous }) => kind === 'brand' && !isAmbiguous)
    .map(({ shown }) => wordsOf(shown).join(' '))
    .filter((name) => known.has(name) || kept.some((other) => other.name === name))
    .map((name) => `${name} is a brand of an opioid and stands among the names of other drugs.`);
  return {
    faults,
    files: new Map([
      ['opioid-names.txt', opioidNamesFile(opioids)],
      ['homonyms.txt', twofold.map((one) => `${homonymLine(one)}\n`).join('')],
      ['other-names-rxnorm.txt', file(others.rxnorm.difference(isTwofold))],
      ['other-names-drugbank.txt', file(others.vocabulary.difference(isTwofold))],
      ['other-names-national.txt', file(kept.map(({ name }) => name))],
      [
        'partner-names.txt',
        file([
          ...partners,
          ...knownPartners.map(({ name }) => name),
          ...kept.filter(({ isPartner }) => isPartner).map(({ name }) => name),
        ]),
      ],
      ['family-brands.txt', file(family)],
      ['form-words.txt', wordsFile(plain.forms)],
      ['maker-words.txt', wordsFile(plain.makers)],
      ['device-brands.txt', wordsFile(deviceBrands(source.national, mayBeOpioid(asNames(opioids)), known))],
      ['device-words.txt', wordsFile(plain.devices)],
    ]),
  };
}
