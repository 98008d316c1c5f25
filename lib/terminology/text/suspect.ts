/** Suspicions that no single word raises: an opioid's name in gaps or out of order, a number or a line word that stands for codeine. */
import type { Suspicion } from '../finding.ts';
import { isHomeopathic } from '../homeopathic.ts';
import { isAntagonist } from '../ingredients.ts';
import { lettersForDigits } from '../letters-for-digits.ts';
import { naloxoneByMouth } from '../naloxone.ts';
import type { Reading } from '../reading.ts';
import { spacedOut } from '../spaced-out.ts';
import type { OpioidName } from '../tables.ts';
import { BRAND_WITH_CODEINE, unnamedCodeine } from '../unnamed-codeine.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { MAX_WORDS } from './read-rest.ts';
import { type Rest, shown } from './rest.ts';

/** Codeine that is not named is looked for in this much of a text. */
const MAX_SEARCHED = 250;

interface Sources {
  readonly vocabulary: Vocabulary;
  readonly nearMiss: (word: string) => { readonly name: string } | null;
  readonly orderless: (words: readonly string[]) => OpioidName | null;
}

/** An opioid's name, or one nearly, in letters with gaps or with digits among them. */
const disguised = (text: string, words: readonly string[], { vocabulary, nearMiss }: Sources): Suspicion[] =>
  [...spacedOut(words), ...lettersForDigits(text)].flatMap((spelt) => {
    const name = vocabulary.get(spelt)?.opioid?.name.toLowerCase() ?? nearMiss(spelt)?.name;
    return name === undefined ? [] : [{ words: shown(spelt), resembles: { code: 'nearly', name } as const }];
  });

/** "Nurofen+ 200 mg": the line word in a sign, with no other drug behind it. */
const PLUS_SIGN = /[a-z] ?\+ ?(?:$|[\d(]|tab|cap)/i;

/** An opioid's name in another order; a line word beside a brand whose family holds one. */
function inLine(text: string, { words }: Reading, rest: Rest, { orderless }: Sources): Suspicion[] {
  const name = orderless(words);
  if (name !== null) return [{ words: name.name, resembles: { code: 'may-mean', ingredients: name.ids } }];
  if (rest.family !== null && PLUS_SIGN.test(text)) rest.lineWord ??= 'plus';
  if (rest.lineWord === null) return [];
  if (rest.family !== null)
    return [{ words: `${rest.family} ${rest.lineWord}`, resembles: { code: 'family', brand: rest.family } }];
  if (rest.partnerBrand !== null) rest.likely.add(`${rest.partnerBrand} ${rest.lineWord}`);
  return [];
}

/** A brand with a number that is a strength of codeine, which says so nowhere else. */
function brandWithCodeine(text: string, vocabulary: Vocabulary): Suspicion[] {
  const [, brand = '', number = ''] = BRAND_WITH_CODEINE.exec(text) ?? [];
  return vocabulary.get(brand.toLowerCase())?.other
    ? [{ words: `${brand}-${number}`, resembles: { code: 'may-hold-codeine', milligrams: number } }]
    : [];
}

/** Adds what the text as a whole raises. @param found the opioids it names. */
export function suspect(
  text: string,
  reading: Reading,
  rest: Rest,
  found: readonly OpioidName[],
  sources: Sources,
): void {
  const { words } = reading;
  const start = text.slice(0, MAX_SEARCHED);
  if (found.every(({ ids }) => ids.every(isAntagonist)))
    rest.suspicions.push(
      ...inLine(start, reading, rest, sources),
      ...disguised(start, words, sources),
      ...brandWithCodeine(start, sources.vocabulary),
    );
  const codeine = unnamedCodeine(start);
  if (codeine !== null) rest.suspicions.push(codeine);
  if (words.length > MAX_WORDS) rest.suspicions.push({ words: { code: 'long-text' }, resembles: null });
  const naloxone = naloxoneByMouth(words, found);
  if (naloxone !== null) rest.suspicions.push(naloxone);
  if (found.length > 0 && isHomeopathic(words, found))
    rest.suspicions.push({
      words: found.map(({ name }) => name).join(', '),
      resembles: { code: 'homeopathic' },
    });
}
