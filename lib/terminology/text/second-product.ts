/** A second product in one text: "lisinopril 10 mg, frobnicol 20 mg". A word that nobody knows and that has a strength of its own is no maker. */
import { readingOf, takeOpioids } from '../reading.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { wordsOf } from '../words.ts';
import { type ReadUnknownWord, readRest } from './read-rest.ts';
import type { Rest } from './rest.ts';

/** Shorter ones are units and abbreviations. POLICY */
const MIN_NAME = 4;

const STRENGTH =
  /\d[\d.,]*\s?(?:mg|mcg|ug|[µμ]g|milligrams?|micrograms?)\b(?:\s?\/\s?\d*[\d.,]*\s?(?:ml|h|hr|hour|tab|dose|act)\b)?/i;
const ENDS = new RegExp(`(${STRENGTH.source})|[;,\\n+]|\\band\\b`, 'gi');

/** The parts of a text that have a strength each, where there are two or more; none otherwise. */
function partsWithStrength(text: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (const { index, 0: end, 1: strength } of text.matchAll(ENDS)) {
    if (strength !== undefined) parts.push(text.slice(from, index + end.length));
    from = index + end.length;
  }
  return parts.length > 1 ? parts : [];
}

/** The unknown words of parts that name no drug, beside one that does. @param rest what the whole text leaves behind. */
export function unknownProducts(
  text: string,
  rest: Rest,
  vocabulary: Vocabulary,
  readUnknownWord: ReadUnknownWord,
): readonly string[] {
  if (rest.unknown.size === 0 || (rest.other !== 'other' && !rest.isAntagonist)) return [];
  return partsWithStrength(text).flatMap((part) => {
    const reading = readingOf(wordsOf(part), vocabulary);
    if (takeOpioids(reading).length > 0) return [];
    const { other, stems, unknown } = readRest(reading, false, readUnknownWord);
    return other === null && stems.size === 0 ? [...unknown].filter((word) => word.length >= MIN_NAME) : [];
  });
}
