/** What a word may be that no table knows: nearly an opioid's name, a part of one, an ordinary drug in another spelling, nobody's. */
import type { createDevices } from '../device.ts';
import { ANTAGONIST_PURPOSES, OPIOID_CLASS_WORD } from '../everyday-words.ts';
import { remembered } from '../finding.ts';
import { hasOpioidStem, hasOrdinaryStem, nameBeforeTail, soundsLikeOpioid } from '../inn-stems.ts';
import { endsCoughMixture } from '../line-words.ts';
import type { NearMiss } from '../near-miss.ts';
import { createOpioidSpellings, type createOtherSpellings } from '../other-spellings.ts';
import type { Reading } from '../reading.ts';
import type { OpioidName } from '../tables.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { isInOtherScript } from '../words.ts';
import { addOther, type Rest, shown } from './rest.ts';

/** Texts of no more words have theirs remembered; those of long ones would keep the whole text in memory. */
const MAX_REMEMBERED_WORDS = 100;
const REMEMBERED_WORDS = 8_192;

/** Cut short any shorter, a name could begin too many others. */
const MIN_BEGINNING = 4;
const MIN_BRAND_BEGINNING = 6;

const beginnings = (word: string, from: number): readonly string[] =>
  Array.from({ length: Math.max(0, word.length - from) }, (_, more) => word.slice(0, from + more));

/** What the reader of unknown words looks them up in. */
interface Sources {
  /** Names of opioid agonists. */
  readonly agonistNames: readonly OpioidName[];
  readonly vocabulary: Vocabulary;
  readonly devices: ReturnType<typeof createDevices>;
  readonly nearMiss: (word: string) => NearMiss | null;
  readonly otherSpelt: ReturnType<typeof createOtherSpellings>;
}

/** Puts the unknown word at a place where it belongs in the rest. */
export function createUnknownWordReader({
  agonistNames,
  vocabulary,
  devices,
  nearMiss,
  otherSpelt,
}: Sources): (reading: Reading, at: number, rest: Rest) => void {
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
  const opioidSpelt = createOpioidSpellings(agonistNames);
  const isByStem = (word: string): boolean =>
    hasOrdinaryStem(word) || nameBeforeTail(word, (name) => vocabulary.get(name)?.other === 'other');
  const nearMissOf = remembered<{ readonly near: NearMiss | null }>(REMEMBERED_WORDS);
  const nearMissIn = (words: readonly string[], word: string): NearMiss | null =>
    words.length > MAX_REMEMBERED_WORDS
      ? nearMiss(word)
      : nearMissOf(word, () => ({ near: nearMiss(word) })).near;

  return ({ words }, at, rest) => {
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
    else if (soundsLikeOpioid(word)) rest.likely.add(shown(word));
    else if (vocabulary.isPart(word)) rest.parts.add(shown(word));
    else rest.unknown.add(shown(word));
  };
}
