/** Reads one text (a display, a free text) for names of drugs: opioid names first, then other drugs, then everyday words. */
import { ANTAGONIST_PURPOSES, OPIOID_CLASS_WORD, UNNAMED_PAINKILLERS } from './everyday-words.ts';
import { type Finding, NOTHING, releaseOf, remembered, type Suspicion } from './finding.ts';
import { isAntagonist } from './ingredients.ts';
import { createNearMiss } from './near-miss.ts';
import {
  endOfName,
  endsAmbiguous,
  endsOpioid,
  endsOther,
  longestName,
  type Reading,
  readingOf,
  tells,
} from './reading.ts';
import { longest, releaseInWords } from './release.ts';
import type { OpioidName, Tables } from './tables.ts';
import { createVocabulary } from './vocabulary.ts';
import { isNumber, wordsOf } from './words.ts';

/** Longer texts are read for opioid names, but never found to be "another drug". */
const MAX_TEXT = 20_000;
/** After so many unknown words in one text no more of them are compared with opioid names. */
const MAX_UNKNOWN_WORDS = 200;
const MAX_DOUBTS = 12;
/** Texts up to this length are remembered, so many of them. */
const MAX_REMEMBERED_TEXT = 250;
const MAX_REMEMBERED_WORDS = 100;
const REMEMBERED_TEXTS = 8_192;
const REMEMBERED_WORDS = 8_192;
const MIN_FOREIGN_NAME = 5;
const MIN_NAME_WITH_SALT = 10;
const MAX_NAME_WITH_SALT = 40;

const PAINKILLER_STARTS: ReadonlySet<string> = new Set(
  [...UNNAMED_PAINKILLERS].map((phrase) => phrase.split(' ')[0] ?? ''),
);

const shown = (word: string): string => (word.length > 40 ? `${word.slice(0, 40)}...` : word);

/** Salts that German and Scandinavian names carry as the end of the word: "Morphinsulfat", "Metoprololsuccinat". */
const JOINED_SALT =
  /^(.{5,}?)((?:mono|di|hydrogen|hemi)?(?:hydrochlorid|klorid|hydrobromid|sulfat|phosphat|fosfat|citrat|tartrat|bitartrat|succinat|maleat|fumarat|besilat|mesilat|tosilat|acetat|lactat|nitrat|natrium|kalium|calcium|magnesium))$/;

/** English spellings that a generic name of another language may stand for: "simvastatina", "omeprazol", "ramiprilum". */
function englishSpellings(word: string): readonly string[] {
  const stem = word.replace(/(?:um|en|[aeo])$/, '');
  return [`${word}e`, stem, `${stem}e`].filter((spelling) => spelling.length >= MIN_FOREIGN_NAME);
}

/** Cut short any shorter, a name could begin too many others. */
const MIN_BEGINNING = 4;

function beginnings(word: string): readonly string[] {
  return Array.from({ length: Math.max(0, word.length - MIN_BEGINNING) }, (_, more) =>
    word.slice(0, MIN_BEGINNING + more),
  );
}

/** "APAP #3", "butalbital comp no. 3", "acetaminophen 300-30 mg": how charts write the mixtures with codeine without naming it. */
const NUMBERED_MIXTURE =
  /\b(apap|acetaminophen|paracetamol|tylenol|asa|aspirin|fioricet|fiorinal|butalbital)\b.*?((?:#|\bno\.?|\bnumber)\s*[1-4]\b)/i;
const CODEINE_STRENGTHS =
  /\b(apap|acetaminophen|paracetamol|tylenol)\b.*?\b(300\s*(?:mg)?\s*[-/]\s*(?:15|30|60))\b/i;

function unnamedCodeine(text: string): Suspicion | null {
  const written = NUMBERED_MIXTURE.exec(text)?.[2] ?? CODEINE_STRENGTHS.exec(text)?.[2];
  return written === undefined ? null : { words: written.trim(), resembles: 'may mean with codeine' };
}

/** What the words that are no opioid's name leave behind. */
interface Rest {
  namesOther: boolean;
  readonly unknown: Set<string>;
  readonly suspicions: Suspicion[];
  unknownWords: number;
  /** The text names an opioid antagonist. */
  readonly isAntagonist: boolean;
}

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
    names.some((name) => !name.isBrand),
  );
  return {
    agonists: ids.filter((id) => !isAntagonist(id)),
    antagonists: ids.filter(isAntagonist),
    evidence,
    release: names.reduce((release, name) => longest(release, releaseOf(name.longActing)), told),
  };
}

export type TextReader = (text: string) => Finding;

/** A reader of texts for these tables. It remembers what it read, within bounds. */
export function createTextReader(tables: Tables): TextReader {
  const vocabulary = createVocabulary(tables);
  const nearMiss = createNearMiss(
    tables.opioidNames
      .filter(({ ids, isAmbiguous }) => !isAmbiguous && !ids.every(isAntagonist))
      .flatMap(({ name, ids, isBrand }) => {
        const [word = '', ...more] = wordsOf(name);
        return more.length === 0
          ? [{ word, name: isBrand ? name : ids.join(', '), isGeneric: !isBrand }]
          : [];
      }),
  );
  const opioidBeginnings = new Set(
    tables.opioidNames
      .filter(({ ids }) => !ids.every(isAntagonist))
      .flatMap(({ name }) => beginnings(wordsOf(name)[0] ?? '')),
  );
  /** "hydro" in "hydro/apap": a part of some other drug's name, but nobody here knows of which. */
  const beginsOpioidName = (word: string): boolean => opioidBeginnings.has(word);
  const nearMissOf = remembered<{ readonly name: string | null }>(REMEMBERED_WORDS);

  const isOther = (word: string): boolean => vocabulary.get(word)?.isOther === true;

  /** A word in two where it is a drug's name with its salt, else as it is. */
  function withoutSalt(word: string): string | readonly string[] {
    if (word.length < MIN_NAME_WITH_SALT || word.length > MAX_NAME_WITH_SALT || vocabulary.has(word))
      return word;
    const [, name = '', salt = ''] = JOINED_SALT.exec(word) ?? [];
    const named = vocabulary.get(name);
    return named?.opioid || named?.isOther || englishSpellings(name).some(isOther) ? [name, salt] : word;
  }

  function takeOpioids(reading: Reading): OpioidName[] {
    const found: OpioidName[] = [];
    for (let at = 0; at < reading.words.length; at++) {
      const length = longestName(reading, at, endsOpioid);
      const name = length === 0 ? null : endOfName(reading, at, length)?.opioid;
      if (!name) continue;
      found.push(name);
      reading.isTaken.fill(true, at, at + length);
      at += length - 1;
    }
    return found;
  }

  /**
   * An ambiguous name is a suspicion where it is all that the text says, and an unknown word elsewhere; one made of everyday
   * words ("Twice") or a number counts only as the whole text. Gives back how many words it takes.
   */
  function readAmbiguous(reading: Reading, at: number, rest: Rest): number {
    const { words, known } = reading;
    const length = longestName(reading, at, endsAmbiguous);
    const name = length === 0 ? null : endOfName(reading, at, length)?.ambiguous;
    if (!name) return 0;
    const told = words.slice(at, at + length).filter((word, part) => tells(word, known[at + part])).length;
    const isOrdinary = told === 0;
    if (isOrdinary && words.length > length) return 0;
    const isAlone = told === reading.telling;
    if (isAlone) rest.suspicions.push({ words: name.name, resembles: `may mean ${name.ids.join(', ')}` });
    else rest.unknown.add(name.name);
    return length;
  }

  /** A name with a gap in it: "oxy codone". Gives back how many words it takes. */
  function readSplitName({ words, isTaken }: Reading, at: number, rest: Rest): number {
    if (at + 1 >= words.length || isTaken[at + 1]) return 0;
    const name = vocabulary.get(`${words[at]}${words[at + 1]}`)?.opioid;
    if (!name) return 0;
    rest.suspicions.push({
      words: `${words[at]} ${words[at + 1]}`,
      resembles: `nearly ${name.name.toLowerCase()}`,
    });
    return 2;
  }

  /** Words of short texts are remembered; those of long ones would keep the whole text in memory. */
  const nearMissIn = (words: readonly string[], word: string): string | null =>
    words.length > MAX_REMEMBERED_WORDS
      ? nearMiss(word)
      : nearMissOf(word, () => ({ name: nearMiss(word) })).name;

  function readUnknownWord({ words, known }: Reading, at: number, rest: Rest): void {
    const word = words[at] ?? '';
    if (OPIOID_CLASS_WORD.test(word)) {
      const isPurpose = rest.isAntagonist && ANTAGONIST_PURPOSES.has(words[at + 1] ?? '');
      if (!isPurpose) rest.suspicions.push({ words: shown(word), resembles: 'an opioid, not named' });
      return;
    }
    const near = nearMissIn(words, word);
    if (near !== null) rest.suspicions.push({ words: shown(word), resembles: `nearly ${near}` });
    else if (englishSpellings(word).some(isOther)) rest.namesOther = true;
    else if (!known[at]?.isPart || beginsOpioidName(word)) rest.unknown.add(shown(word));
  }

  /** Reads what begins at a word that no opioid's name has taken; gives back how many words that is. */
  function readWord(reading: Reading, at: number, rest: Rest): number {
    const word = reading.words[at] ?? '';
    const known = reading.known[at];
    if (known?.ambiguous || known?.next) {
      const length = readAmbiguous(reading, at, rest);
      if (length === 1) {
        const split = readSplitName(reading, at, rest);
        if (split > 0) return split;
      }
      if (length > 0) return length;
    }
    const length = longestName(reading, at, endsOther);
    if (length > 0) {
      rest.namesOther = true;
      return length;
    }
    if (known?.isEveryday) {
      const phrase = PAINKILLER_STARTS.has(word) ? `${word} ${reading.words[at + 1]}` : '';
      if (UNNAMED_PAINKILLERS.has(phrase)) rest.unknown.add(phrase);
      return 1;
    }
    if (isNumber(word)) return 1;
    const split = readSplitName(reading, at, rest);
    if (split > 0) return split;
    rest.unknownWords++;
    if (rest.unknownWords <= MAX_UNKNOWN_WORDS) readUnknownWord(reading, at, rest);
    return 1;
  }

  function readRest(reading: Reading, found: readonly OpioidName[]): Rest {
    const isOther = endOfName(reading, 0, reading.words.length)?.isOtherAlone === true;
    const rest: Rest = {
      namesOther: isOther,
      unknown: new Set(),
      suspicions: [],
      unknownWords: 0,
      isAntagonist: found.some(({ ids }) => ids.every(isAntagonist)),
    };
    if (isOther && reading.telling === 0) return rest;
    for (let at = 0; at < reading.words.length && rest.unknownWords <= MAX_UNKNOWN_WORDS; )
      at += reading.isTaken[at] ? 1 : readWord(reading, at, rest);
    if (rest.unknownWords > MAX_UNKNOWN_WORDS)
      rest.suspicions.push({ words: 'more unknown words than can be checked', resembles: null });
    return rest;
  }

  function read(text: string): Finding {
    const words = wordsOf(text).flatMap(withoutSalt);
    if (words.length === 0) return NOTHING;
    const reading = readingOf(words, vocabulary);
    const found = takeOpioids(reading);
    const rest = readRest(reading, found);
    const codeine = unnamedCodeine(text.slice(0, MAX_REMEMBERED_TEXT));
    if (codeine !== null) rest.suspicions.push(codeine);
    if (text.length > MAX_TEXT)
      rest.suspicions.push({ words: 'a text too long to read whole', resembles: null });
    const others = {
      namesOther: rest.namesOther,
      unknown: [...rest.unknown].slice(0, MAX_DOUBTS),
      suspicions: rest.suspicions.slice(0, MAX_DOUBTS),
    };
    const opioids = found.length === 0 ? {} : opioidsIn(words, [...new Set(found)]);
    return { ...NOTHING, ...others, ...opioids };
  }

  const memory = remembered<Finding>(REMEMBERED_TEXTS);
  return (text) => (text.length > MAX_REMEMBERED_TEXT ? read(text) : memory(text, () => read(text)));
}
