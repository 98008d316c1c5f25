/** Walks through the words that no opioid's name has taken: other drugs, names with two meanings, everyday words, unknown ones. */
import { OPIOID_CLASS_WORD, UNNAMED_PAINKILLERS } from '../everyday-words.ts';
import { LINE_WORDS } from '../line-words.ts';
import { saysOrdinaryClass } from '../ordinary-classes.ts';
import { holdsPartner } from '../partners.ts';
import { endOfName, endsAmbiguous, endsHomonym, endsOther, longestName, type Reading } from '../reading.ts';
import { isNumber } from '../words.ts';
import { addOther, newRest, type Rest } from './rest.ts';
import { readAmbiguous, readHomonym, readSplitName } from './two-meanings.ts';

/** Longer texts are read whole for opioid names and to here for the rest, and never found to be "another drug". POLICY */
export const MAX_WORDS = 400;
/** After so many different unknown words in one text no more of them are compared with opioid names. POLICY */
const MAX_UNKNOWN_WORDS = 60;

const PAINKILLER_STARTS: ReadonlySet<string> = new Set(
  [...UNNAMED_PAINKILLERS].map((phrase) => phrase.split(' ')[0] ?? ''),
);

function readEverydayWord(reading: Reading, at: number, rest: Rest): void {
  const word = reading.words[at] ?? '';
  const next = reading.words[at + 1] ?? '';
  const phrase = PAINKILLER_STARTS.has(word) ? `${word} ${next}` : '';
  if (UNNAMED_PAINKILLERS.has(phrase))
    rest.suspicions.push({ words: phrase, resembles: { code: 'unnamed-opioid' } });
  if (LINE_WORDS.has(word) && next !== 'strength' && next !== 'str') rest.lineWord = word;
}

export type ReadUnknownWord = (reading: Reading, at: number, rest: Rest) => void;

/** Reads what begins at a word that no opioid's name has taken; gives back how many words that is. */
function readWord(reading: Reading, at: number, rest: Rest, readUnknownWord: ReadUnknownWord): number {
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
    const ambiguous = longestName(reading, at, endsAmbiguous) < length ? 0 : readAmbiguous(reading, at, rest);
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

/** All that the words beside the opioid names say. @param isAntagonist whether an antagonist is named. */
export function readRest(reading: Reading, isAntagonist: boolean, readUnknownWord: ReadUnknownWord): Rest {
  const rest = newRest(isAntagonist);
  const isOther = endOfName(reading, 0, reading.words.length)?.isOtherAlone === true;
  if (isOther) rest.other = 'other';
  if (isOther && reading.telling === 0) return rest;
  const end = Math.min(reading.words.length, MAX_WORDS);
  for (let at = 0; at < end && rest.unknownWords.size <= MAX_UNKNOWN_WORDS; )
    at += reading.isTaken[at] ? 1 : readWord(reading, at, rest, readUnknownWord);
  if (rest.unknownWords.size > MAX_UNKNOWN_WORDS)
    rest.suspicions.push({ words: { code: 'many-unknown-words' }, resembles: null });
  return rest;
}
