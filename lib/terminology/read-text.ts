/** Reads one text (a display, a free text) for names of drugs: opioid names first, then other drugs, then everyday words. */
import { createDevices } from './device.ts';
import { ANTAGONIST_PURPOSES, OPIOID_CLASS_WORD, UNNAMED_PAINKILLERS } from './everyday-words.ts';
import { type Finding, NOTHING, releaseOf, remembered, type Suspicion } from './finding.ts';
import { isHomeopathic, isOfHomeopath } from './homeopathic.ts';
import { settle, whichOf } from './homonym.ts';
import { isAntagonist } from './ingredients.ts';
import { hasOpioidStem, hasOrdinaryStem, nameBeforeTail } from './inn-stems.ts';
import { endsCoughMixture, LINE_WORDS } from './line-words.ts';
import { LEGAL_WORDS, makerWords } from './maker-in-brackets.ts';
import { isMineral } from './mineral.ts';
import { naloxoneByMouth } from './naloxone.ts';
import { createNearMiss, type NearMiss, spellingTargets } from './near-miss.ts';
import { createOrderlessNames } from './orderless-names.ts';
import { saysOrdinaryClass } from './ordinary-classes.ts';
import { createOpioidSpellings, createOtherSpellings } from './other-spellings.ts';
import { holdsPartner } from './partners.ts';
import {
  endOfName,
  endsAmbiguous,
  endsHomonym,
  endsOpioid,
  endsOther,
  longestName,
  type Reading,
  readingOf,
  tells,
} from './reading.ts';
import { longest, releaseInWords } from './release.ts';
import { spacedOut } from './spaced-out.ts';
import type { Homonym, OpioidName, Tables } from './tables.ts';
import { BRAND_WITH_CODEINE, unnamedCodeine } from './unnamed-codeine.ts';
import { createVocabulary, type OtherDrug } from './vocabulary.ts';
import { isInOtherScript, isNumber, wordsOf } from './words.ts';

/** Longer texts are read whole for opioid names and to here for the rest, and never found to be "another drug". POLICY */
const MAX_WORDS = 400;
/** After so many different unknown words in one text no more of them are compared with opioid names. POLICY */
const MAX_UNKNOWN_WORDS = 60;
const MAX_DOUBTS = 12;
/** Texts up to this length are remembered, so many of them. */
const MAX_REMEMBERED_TEXT = 250;
const MAX_REMEMBERED_WORDS = 100;
const REMEMBERED_TEXTS = 8_192;
const REMEMBERED_WORDS = 8_192;
/** Digits of a research chemical's number. */
const LONG_NUMBER = 5;
const MIN_NAME_WITH_SALT = 10;
const MAX_NAME_WITH_SALT = 40;

const PAINKILLER_STARTS: ReadonlySet<string> = new Set(
  [...UNNAMED_PAINKILLERS].map((phrase) => phrase.split(' ')[0] ?? ''),
);

const shown = (word: string): string => (word.length > 40 ? `${word.slice(0, 40)}...` : word);

/** Salts that German and Scandinavian names carry as the end of the word: "Morphinsulfat", "Metoprololsuccinat". */
const JOINED_SALT =
  /^(.{5,}?)((?:mono|di|hydrogen|hemi)?(?:hydrochlorid|klorid|hydrobromid|sulfat|phosphat|fosfat|citrat|tartrat|bitartrat|succinat|maleat|fumarat|besilat|mesilat|tosilat|acetat|lactat|nitrat|natrium|kalium|calcium|magnesium))$/;

/** "Protease matrix", "hydro" of a hydrophilic catheter; "Matrix" and "hydro" alone may be an opioid. */
const MATERIALS: ReadonlySet<string> = new Set(['matrix', 'hydro']);

/** Cut short any shorter, a name could begin too many others. */
const MIN_BEGINNING = 4;
const MIN_BRAND_BEGINNING = 6;

function beginnings(word: string, from: number): readonly string[] {
  return Array.from({ length: Math.max(0, word.length - from) }, (_, more) => word.slice(0, from + more));
}

/** What the words that are no opioid's name leave behind. */
interface Rest {
  /** Another drug that is named; `other` outweighs `partner`. */
  other: OtherDrug | null;
  /** Words that may well be an opioid: the beginning of an opioid's name, a word of one, an ambiguous name. */
  readonly likely: Set<string>;
  /** Words nobody recognises, and words that only stand in longer names of other drugs. */
  readonly unknown: Set<string>;
  readonly parts: Set<string>;
  /** Words with the stem of ordinary drugs, or a known brand with a tail. */
  readonly stems: Set<string>;
  readonly suspicions: Suspicion[];
  readonly homonyms: Set<Homonym>;
  /** Brands that come with an opioid under a line word, and line words that no known name holds. */
  family: string | null;
  partnerBrand: string | null;
  lineWord: string | null;
  readonly unknownWords: Set<string>;
  /** A name stands there that may mean an opioid. */
  isAmbiguous: boolean;
  /** Such a name that dressings and catheters are made of, too. */
  isMaterial: boolean;
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
    names.some((name) => name.kind !== 'brand'),
  );
  return {
    agonists: ids.filter((id) => !isAntagonist(id)),
    antagonists: ids.filter(isAntagonist),
    evidence,
    release: names.reduce((release, name) => longest(release, releaseOf(name.longActing)), told),
  };
}

type TextReader = (text: string) => Finding;

const namesOf = (names: readonly OpioidName[]): OpioidName[] => [...new Set(names)];

/**
 * A reader of texts for these tables. It remembers what it read, within bounds.
 * @param country ISO 3166 code of the site, which settles what a homonym means; null: not known.
 */
export function createTextReader(tables: Tables, country: string | null): TextReader {
  const vocabulary = createVocabulary(tables);
  const devices = createDevices(tables.deviceTerms, tables.deviceBrands);
  const nearMiss = createNearMiss(spellingTargets(tables.opioidNames));
  const agonistNames = tables.opioidNames.filter(({ ids }) => !ids.every(isAntagonist));
  const opioidBeginnings = new Set(
    agonistNames.flatMap(({ words, kind }) =>
      beginnings(words[0] ?? '', kind === 'brand' ? MIN_BRAND_BEGINNING : MIN_BEGINNING),
    ),
  );
  const opioidParts = new Set(
    agonistNames.flatMap(({ words }) => words).filter((word) => word.length >= MIN_BEGINNING),
  );
  /** "hydro" in "hydro/apap": a part of some other drug's name, but nobody here knows of which. */
  const isOfOpioidName = (word: string): boolean => opioidBeginnings.has(word) || opioidParts.has(word);
  const orderless = createOrderlessNames(
    tables.opioidNames,
    (word) => vocabulary.get(word)?.isEveryday === true,
  );
  const makersKnown = new Set([...tables.makerWords, ...LEGAL_WORDS]);
  const isMaker = (word: string): boolean => makersKnown.has(word);
  const nearMissOf = remembered<{ readonly near: NearMiss | null }>(REMEMBERED_WORDS);

  const otherSpelt = createOtherSpellings(tables, vocabulary);
  const opioidSpelt = createOpioidSpellings(agonistNames);
  const isOther = (word: string): boolean => otherSpelt(word) !== null;
  const isByStem = (word: string): boolean =>
    hasOrdinaryStem(word) || nameBeforeTail(word, (name) => vocabulary.get(name)?.other === 'other');

  /** A word in two where it is a drug's name with its salt, else as it is. */
  function withoutSalt(word: string): string | readonly string[] {
    if (word.length < MIN_NAME_WITH_SALT || word.length > MAX_NAME_WITH_SALT || vocabulary.has(word))
      return word;
    const [, name = '', salt = ''] = JOINED_SALT.exec(word) ?? [];
    const named = vocabulary.get(name);
    return named?.opioid || named?.other || isOther(name) ? [name, salt] : word;
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

  function addOther(drug: OtherDrug, rest: Rest): void {
    if (rest.other !== 'other') rest.other = drug;
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
    // "U-47700": the letter is everyday's, so long a number is nobody's.
    const isOrdinary =
      told === 0 &&
      !words.slice(at, at + length).some((word) => isNumber(word) && word.length >= LONG_NUMBER);
    if (isOrdinary && words.length > length) return 0;
    const isAlone = told === reading.telling;
    if (isAlone)
      rest.suspicions.push({ words: name.name, resembles: { code: 'may-mean', ingredients: name.ids } });
    else rest.likely.add(name.name);
    if (MATERIALS.has(name.name.toLowerCase())) rest.isMaterial = true;
    else rest.isAmbiguous = true;
    return length;
  }

  function readHomonym(reading: Reading, at: number, rest: Rest): number {
    const length = longestName(reading, at, endsHomonym);
    const homonym = length === 0 ? null : endOfName(reading, at, length)?.homonym;
    if (!homonym) return 0;
    rest.homonyms.add(homonym);
    return length;
  }

  /** A name with a gap in it: "oxy codone". Gives back how many words it takes. */
  function readSplitName({ words, isTaken }: Reading, at: number, rest: Rest): number {
    if (at + 1 >= words.length || isTaken[at + 1]) return 0;
    const name = vocabulary.get(`${words[at]}${words[at + 1]}`)?.opioid;
    if (!name || name.kind === 'short') return 0;
    rest.suspicions.push({
      words: `${words[at]} ${words[at + 1]}`,
      resembles: { code: 'nearly', name: name.name.toLowerCase() },
    });
    return 2;
  }

  /** Words of short texts are remembered; those of long ones would keep the whole text in memory. */
  const nearMissIn = (words: readonly string[], word: string): NearMiss | null =>
    words.length > MAX_REMEMBERED_WORDS
      ? nearMiss(word)
      : nearMissOf(word, () => ({ near: nearMiss(word) })).near;

  function readUnknownWord({ words }: Reading, at: number, rest: Rest): void {
    const word = words[at] ?? '';
    if (endsCoughMixture(words, at)) {
      rest.likely.add(`${words[at - 1]} ${word}`);
      return;
    }
    if (OPIOID_CLASS_WORD.test(word)) {
      const isPurpose = rest.isAntagonist && ANTAGONIST_PURPOSES.has(words[at + 1] ?? '');
      if (!isPurpose) rest.suspicions.push({ words: shown(word), resembles: { code: 'unnamed-opioid' } });
      return;
    }
    const spelt = otherSpelt(word);
    const opioid = opioidSpelt(word);
    if (opioid !== null && (opioid.isWhole || spelt === null)) {
      rest.suspicions.push({ words: shown(word), resembles: { code: 'nearly', name: opioid.ids } });
      return;
    }
    const near = nearMissIn(words, word);
    // "Venda elástica": a bandage, one letter from a brand of morphine.
    if (
      near?.isAlike &&
      devices.isOfDevicesAlone(word) &&
      words.some((one) => one !== word && devices.isOfDevices(one))
    )
      return;
    if (near?.isAlike)
      rest.suspicions.push({ words: shown(word), resembles: { code: 'nearly', name: near.name } });
    else if (near !== null || isOfOpioidName(word) || hasOpioidStem(word) || isInOtherScript(word))
      rest.likely.add(shown(word));
    else if (spelt !== null) addOther(spelt, rest);
    else if (isByStem(word)) rest.stems.add(shown(word));
    else if (vocabulary.isPart(word)) rest.parts.add(shown(word));
    else rest.unknown.add(shown(word));
  }

  function readEverydayWord(reading: Reading, at: number, rest: Rest): void {
    const word = reading.words[at] ?? '';
    const next = reading.words[at + 1] ?? '';
    const phrase = PAINKILLER_STARTS.has(word) ? `${word} ${next}` : '';
    if (UNNAMED_PAINKILLERS.has(phrase))
      rest.suspicions.push({ words: phrase, resembles: { code: 'unnamed-opioid' } });
    if (LINE_WORDS.has(word) && next !== 'strength' && next !== 'str') rest.lineWord = word;
  }

  /** Reads what begins at a word that no opioid's name has taken; gives back how many words that is. */
  function readWord(reading: Reading, at: number, rest: Rest): number {
    const word = reading.words[at] ?? '';
    const known = reading.known[at];
    const length = longestName(reading, at, endsOther);
    // "Code ine", "pen tazocin": a part that is a word or a drug of its own does not hide the whole.
    if (length <= 1 && (length === 1 || known?.isEveryday)) {
      const split = readSplitName(reading, at, rest);
      if (split > 0) return split;
    }
    if (known?.ambiguous || known?.homonym || known?.next) {
      const homonym = longestName(reading, at, endsHomonym);
      if (homonym > 0 && homonym >= length) return readHomonym(reading, at, rest);
      const ambiguous =
        longestName(reading, at, endsAmbiguous) < length ? 0 : readAmbiguous(reading, at, rest);
      if (ambiguous === 1) {
        const split = readSplitName(reading, at, rest);
        if (split > 0) return split;
      }
      if (ambiguous > 0) return ambiguous;
    }
    if (length > 0) {
      const end = endOfName(reading, at, length);
      addOther(end?.other ?? 'other', rest);
      if (length === 1 && end?.other === 'partner' && !holdsPartner(word)) rest.partnerBrand = word;
      if (end?.isFamily) rest.family = reading.words.slice(at, at + length).join(' ');
      return length;
    }
    if (known?.isEveryday) {
      readEverydayWord(reading, at, rest);
      if (known.isFamily) rest.family = word;
      return 1;
    }
    if (isNumber(word)) return 1;
    const split = readSplitName(reading, at, rest);
    if (split > 0) return split;
    if (saysOrdinaryClass(word)) return 1;
    if (rest.unknownWords.has(word) && !OPIOID_CLASS_WORD.test(word)) return 1;
    rest.unknownWords.add(word);
    if (rest.unknownWords.size <= MAX_UNKNOWN_WORDS) readUnknownWord(reading, at, rest);
    return 1;
  }

  function readRest(reading: Reading, found: readonly OpioidName[]): Rest {
    const isOther = endOfName(reading, 0, reading.words.length)?.isOtherAlone === true;
    const rest: Rest = {
      other: isOther ? 'other' : null,
      likely: new Set(),
      unknown: new Set(),
      parts: new Set(),
      stems: new Set(),
      suspicions: [],
      homonyms: new Set(),
      family: null,
      partnerBrand: null,
      lineWord: null,
      unknownWords: new Set(),
      isAmbiguous: false,
      isMaterial: false,
      isAntagonist: found.some(({ ids }) => ids.every(isAntagonist)),
    };
    if (isOther && reading.telling === 0) return rest;
    const end = Math.min(reading.words.length, MAX_WORDS);
    for (let at = 0; at < end && rest.unknownWords.size <= MAX_UNKNOWN_WORDS; )
      at += reading.isTaken[at] ? 1 : readWord(reading, at, rest);
    if (rest.unknownWords.size > MAX_UNKNOWN_WORDS)
      rest.suspicions.push({ words: { code: 'many-unknown-words' }, resembles: null });
    return rest;
  }

  /** Beside a drug of opioid mixtures a stem is no proof: "acetaminophen/xyzolam". */
  function readStems(rest: Rest): void {
    if (rest.stems.size === 0) return;
    if (rest.other === 'partner') for (const word of rest.stems) rest.unknown.add(word);
    else addOther('other', rest);
  }

  /** Adds what a homonym means where that is settled, and asks where it is not. */
  function readHomonyms(text: string, { words }: Reading, rest: Rest, found: OpioidName[]): void {
    for (const homonym of rest.homonyms) {
      const meaning = settle(homonym, text, words, country);
      if (meaning === 'other') addOther('other', rest);
      else if (meaning === 'open') rest.suspicions.push(whichOf(homonym));
      else
        found.push({
          name: homonym.name,
          words: homonym.name.split(' '),
          ids: homonym.ids,
          kind: 'brand',
          longActing: 'unknown',
          isAmbiguous: false,
        });
    }
  }

  /**
   * The words that are worth a question. Beside an antagonist, or a drug that comes in no mixture with an opioid, a word that
   * nobody knows is one of form or maker; beside a drug that does, it may be the opioid.
   */
  function doubtful(text: string, rest: Rest): string[] {
    if (rest.other === 'other' || rest.isAntagonist) return [...rest.likely];
    if (rest.other === null) return [...rest.likely, ...rest.unknown];
    const makers = makerWords(text, isMaker);
    return [...rest.likely, ...[...rest.unknown, ...rest.parts].filter((word) => !makers.includes(word))];
  }

  /** The drug that is named may be a maker's or a material's name, and the odd words say so. */
  const isBesideDevice = (rest: Rest): boolean =>
    rest.other === 'other' ? rest.likely.size > 0 : rest.partnerBrand !== null;

  /** An opioid's name, or one nearly, in letters with gaps. */
  function suspectSpacedOut(words: readonly string[], rest: Rest): void {
    for (const spelt of spacedOut(words)) {
      const name = vocabulary.get(spelt)?.opioid?.name.toLowerCase() ?? nearMiss(spelt)?.name;
      if (name !== undefined)
        rest.suspicions.push({ words: shown(spelt), resembles: { code: 'nearly', name } });
    }
  }

  function suspectLine(reading: Reading, rest: Rest): void {
    const name = orderless(reading.words);
    if (name !== null)
      rest.suspicions.push({ words: name.name, resembles: { code: 'may-mean', ingredients: name.ids } });
    if (name !== null || rest.lineWord === null) return;
    if (rest.family === null) {
      if (rest.partnerBrand !== null) rest.likely.add(`${rest.partnerBrand} ${rest.lineWord}`);
    } else
      rest.suspicions.push({
        words: `${rest.family} ${rest.lineWord}`,
        resembles: { code: 'family', brand: rest.family },
      });
  }

  /** A brand with a number that is a strength of codeine, which says so nowhere else. */
  function brandWithCodeine(text: string): Suspicion | null {
    const [, brand = '', number = ''] = BRAND_WITH_CODEINE.exec(text) ?? [];
    return vocabulary.get(brand.toLowerCase())?.other
      ? { words: `${brand}-${number}`, resembles: { code: 'may-hold-codeine', milligrams: number } }
      : null;
  }

  function read(text: string): Finding {
    const words = wordsOf(text).flatMap(withoutSalt);
    if (words.length === 0) return NOTHING;
    const reading = readingOf(words, vocabulary);
    if (devices.isTestStrip(words)) return { ...NOTHING, namesDevice: true };
    const found = takeOpioids(reading);
    const rest = readRest(reading, found);
    readHomonyms(text, reading, rest, found);
    readStems(rest);
    const isAllKnown = rest.unknown.size + rest.parts.size + rest.likely.size === 0;
    if (rest.other === null && isAllKnown && (isMineral(words) || words.some(saysOrdinaryClass)))
      rest.other = 'other';
    if (rest.other === null && isOfHomeopath(words) && rest.likely.size === 0 && rest.suspicions.length === 0)
      rest.other = 'other';
    if (found.length === 0) suspectLine(reading, rest);
    if (found.length === 0) suspectSpacedOut(words, rest);
    const codeine = unnamedCodeine(text.slice(0, MAX_REMEMBERED_TEXT));
    if (codeine !== null) rest.suspicions.push(codeine);
    const numbered = found.length === 0 ? brandWithCodeine(text.slice(0, MAX_REMEMBERED_TEXT)) : null;
    if (numbered !== null) rest.suspicions.push(numbered);
    if (words.length > MAX_WORDS) rest.suspicions.push({ words: { code: 'long-text' }, resembles: null });
    const names = namesOf(found);
    const naloxone = naloxoneByMouth(words, names);
    if (naloxone !== null) rest.suspicions.push(naloxone);
    const isPotency = names.length > 0 && isHomeopathic(words, names);
    if (isPotency)
      rest.suspicions.push({
        words: names.map(({ name }) => name).join(', '),
        resembles: { code: 'homeopathic' },
      });
    const mayBeDevice =
      names.length === 0 &&
      rest.suspicions.length === 0 &&
      !rest.isAmbiguous &&
      [...rest.likely].every((word) => MATERIALS.has(word.toLowerCase()) || devices.isOfDevices(word)) &&
      (!rest.isMaterial || devices.isNoMedicine(words));
    const isDevice =
      mayBeDevice &&
      (rest.other === null
        ? devices.namesDevice(text, reading)
        : devices.isPlainlyDevice(words) ||
          devices.isMeter(text, reading) ||
          (devices.isNoMedicine(words) && isBesideDevice(rest)));
    const finding: Finding = {
      ...NOTHING,
      namesOther: rest.other !== null && !isDevice,
      namesDevice: isDevice,
      unknown: isDevice ? [] : doubtful(text, rest).slice(0, MAX_DOUBTS),
      suspicions: rest.suspicions.slice(0, MAX_DOUBTS),
    };
    return names.length === 0 || isPotency ? finding : { ...finding, ...opioidsIn(words, names) };
  }

  const memory = remembered<Finding>(REMEMBERED_TEXTS);
  return (text) => (text.length > MAX_REMEMBERED_TEXT ? read(text) : memory(text, () => read(text)));
}
