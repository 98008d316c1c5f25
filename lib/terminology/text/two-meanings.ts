/** Names that may mean an opioid or something else, and names with a gap in them. */
import { endOfName, endsAmbiguous, endsHomonym, longestName, type Reading, tells } from '../reading.ts';
import { isNumber } from '../words.ts';
import { MATERIALS, type Rest } from './rest.ts';

/** Digits of a research chemical's number. */
const LONG_NUMBER = 5;

/**
 * An ambiguous name is a suspicion where it is all that the text says, and an unknown word elsewhere; one made of everyday
 * words ("Twice") or a number counts only as the whole text. Gives back how many words it takes.
 */
export function readAmbiguous(reading: Reading, at: number, rest: Rest): number {
  const { words, known } = reading;
  const length = longestName(reading, at, endsAmbiguous);
  const name = length === 0 ? null : endOfName(reading, at, length)?.ambiguous;
  if (!name) return 0;
  const told = words.slice(at, at + length).filter((word, part) => tells(word, known[at + part])).length;
  // "U-47700": the letter is everyday's, so long a number is nobody's.
  const isOrdinary =
    told === 0 && !words.slice(at, at + length).some((word) => isNumber(word) && word.length >= LONG_NUMBER);
  if (isOrdinary && words.length > length) return 0;
  const isAlone = told === reading.telling;
  if (isAlone)
    rest.suspicions.push({ words: name.name, resembles: { code: 'may-mean', ingredients: name.ids } });
  else rest.likely.add(name.name);
  if (MATERIALS.has(name.name.toLowerCase())) rest.isMaterial = true;
  else rest.isAmbiguous = true;
  return length;
}

/** Gives back how many words a brand takes that is an opioid in one country and none in another. */
export function readHomonym(reading: Reading, at: number, rest: Rest): number {
  const length = longestName(reading, at, endsHomonym);
  const homonym = length === 0 ? null : endOfName(reading, at, length)?.homonym;
  if (!homonym) return 0;
  rest.homonyms.add(homonym);
  return length;
}

/** A name with a gap in it: "oxy codone". Gives back how many words it takes. */
export function readSplitName({ words, isTaken, vocabulary }: Reading, at: number, rest: Rest): number {
  if (at + 1 >= words.length || isTaken[at + 1]) return 0;
  const name = vocabulary.get(`${words[at]}${words[at + 1]}`)?.opioid;
  if (!name || name.kind === 'short') return 0;
  rest.suspicions.push({
    words: `${words[at]} ${words[at + 1]}`,
    resembles: { code: 'nearly', name: name.name.toLowerCase() },
  });
  return 2;
}
