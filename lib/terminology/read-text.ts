/** Reads one text (a display, a free text) for names of drugs: opioid names first, then other drugs, then everyday words. */
import { createDevices } from './device.ts';
import { type Finding, NOTHING, releaseOf, remembered } from './finding.ts';
import { isHomeopathic } from './homeopathic.ts';
import { isAntagonist } from './ingredients.ts';
import { LEGAL_WORDS } from './maker-in-brackets.ts';
import { createNearMiss, spellingTargets } from './near-miss.ts';
import { createOrderlessNames } from './orderless-names.ts';
import { createOtherSpellings } from './other-spellings.ts';
import { readingOf, takeOpioids } from './reading.ts';
import { longest, releaseInWords } from './release.ts';
import type { OpioidName, Tables } from './tables.ts';
import { createCodeNames } from './text/code-name.ts';
import { withoutSalt } from './text/joined-salt.ts';
import { doubtful, isDevice, readKinds, readStems, settleHomonyms } from './text/judge.ts';
import { readRest } from './text/read-rest.ts';
import { unknownProducts } from './text/second-product.ts';
import { suspect } from './text/suspect.ts';
import { besideTestStrip, hasDoseBesideStrip } from './text/test-strip.ts';
import { createUnknownWordReader } from './text/unknown-word.ts';
import { createVocabulary } from './vocabulary.ts';
import { wordsOf } from './words.ts';

const MAX_DOUBTS = 12;
/** Texts up to this length are remembered, so many of them. */
const MAX_REMEMBERED_TEXT = 250;
const REMEMBERED_TEXTS = 8_192;

/** What the opioid names in a text say, with the release its words tell. */
function opioidsIn(
  words: readonly string[],
  names: readonly OpioidName[],
): Pick<Finding, 'agonists' | 'antagonists' | 'evidence' | 'release'> {
  const evidence = names.flatMap((name) =>
    name.ids.map((id) => ({ ingredient: id, from: `name "${name.name}"` })),
  );
  const ids = [...new Set(evidence.map((one) => one.ingredient))];
  const told = releaseInWords(
    words,
    names.some((name) => name.kind !== 'brand'),
  );
  return {
    agonists: ids.filter((id) => !isAntagonist(id)),
    antagonists: ids.filter(isAntagonist),
    evidence,
    release: names.reduce((release, name) => longest(release, releaseOf(name.longActing)), told),
  };
}

/**
 * A reader of texts for these tables. It remembers what it read, within bounds.
 * @param country ISO 3166 code of the site, which settles what a homonym means; null: not known.
 */
export function createTextReader(tables: Tables, country: string | null): (text: string) => Finding {
  const vocabulary = createVocabulary(tables);
  const devices = createDevices(tables);
  const nearMiss = createNearMiss(spellingTargets(tables.opioidNames));
  const otherSpelt = createOtherSpellings(tables, vocabulary);
  const isEveryday = (word: string): boolean => vocabulary.get(word)?.isEveryday === true;
  const orderless = createOrderlessNames(tables.opioidNames, isEveryday);
  const codeNames = createCodeNames(tables.opioidNames, isEveryday);
  const readUnknownWord = createUnknownWordReader({
    agonistNames: tables.opioidNames.filter(({ ids }) => !ids.every(isAntagonist)),
    vocabulary,
    devices,
    nearMiss,
    otherSpelt,
  });
  const makers = new Set([...tables.makerWords, ...LEGAL_WORDS]);
  const isMaker = (word: string): boolean => makers.has(word);
  const isDrug = (word: string): boolean => {
    const known = vocabulary.get(word);
    return known?.opioid != null || known?.other != null || otherSpelt(word) !== null;
  };

  const namesStrip = (text: string): boolean => devices.isTestStrip(wordsOf(text));
  /** "Fentanyl test strips" test for the drug; what is listed beside them is none of theirs. */
  const isStripAlone = (text: string): boolean =>
    !hasDoseBesideStrip(text) &&
    besideTestStrip(text, namesStrip)
      .map(read)
      .every(({ agonists, suspicions }) => agonists.length + suspicions.length === 0);

  function read(text: string): Finding {
    const words = wordsOf(text).flatMap((word) => (vocabulary.has(word) ? word : withoutSalt(word, isDrug)));
    if (words.length === 0) return NOTHING;
    if (devices.isTestStrip(words) && isStripAlone(text)) return { ...NOTHING, namesDevice: true };
    const reading = readingOf(words, vocabulary);
    const named = takeOpioids(reading);
    const rest = readRest(
      reading,
      named.some(({ ids }) => ids.every(isAntagonist)),
      readUnknownWord,
    );
    const names = [...new Set([...named, ...settleHomonyms(text, reading, rest, country)])];
    readStems(rest);
    readKinds(reading, rest);
    if (names.every(({ ids }) => ids.every(isAntagonist))) {
      if (rest.suspicions.length === 0) for (const name of codeNames(text, words)) rest.likely.add(name);
      for (const word of unknownProducts(text, rest, vocabulary, readUnknownWord)) rest.likely.add(word);
    }
    suspect(text, reading, rest, names, { vocabulary, nearMiss, orderless });
    const isThing = names.length === 0 && isDevice(text, reading, rest, devices);
    const finding: Finding = {
      ...NOTHING,
      namesOther: rest.other !== null && !isThing,
      namesDevice: isThing,
      unknown: isThing ? [] : doubtful(text, rest, isMaker).slice(0, MAX_DOUBTS),
      suspicions: rest.suspicions.slice(0, MAX_DOUBTS),
    };
    return names.length === 0 || isHomeopathic(words, names)
      ? finding
      : { ...finding, ...opioidsIn(words, names) };
  }

  const memory = remembered<Finding>(REMEMBERED_TEXTS);
  return (text) => (text.length > MAX_REMEMBERED_TEXT ? read(text) : memory(text, () => read(text)));
}
