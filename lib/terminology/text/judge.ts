/** What the rest of a text amounts to: another drug, words worth a question, a device. */
import type { createDevices } from '../device.ts';
import { isOfHomeopath } from '../homeopathic.ts';
import { settle, whichOf } from '../homonym.ts';
import { makerWords } from '../maker-in-brackets.ts';
import { isMineral } from '../mineral.ts';
import { saysOrdinaryClass } from '../ordinary-classes.ts';
import type { Reading } from '../reading.ts';
import type { OpioidName } from '../tables.ts';
import { addOther, MATERIALS, type Rest } from './rest.ts';

/**
 * Adds what a homonym means where that is settled, and asks where it is not. Gives back those that mean the opioid.
 * @param country ISO 3166 code of the site, or null.
 */
export function settleHomonyms(
  text: string,
  { words }: Reading,
  rest: Rest,
  country: string | null,
): OpioidName[] {
  const opioids: OpioidName[] = [];
  for (const homonym of rest.homonyms) {
    const meaning = settle(homonym, text, words, country);
    if (meaning === 'other') addOther('other', rest);
    else if (meaning === 'open') rest.suspicions.push(whichOf(homonym));
    else
      opioids.push({
        name: homonym.name,
        words: homonym.name.split(' '),
        ids: homonym.ids,
        kind: 'brand',
        longActing: 'unknown',
        isAmbiguous: false,
      });
  }
  return opioids;
}

/** A stem of ordinary drugs names one; beside a drug of opioid mixtures it is no proof: "acetaminophen/xyzolam". */
export function readStems(rest: Rest): void {
  if (rest.stems.size === 0) return;
  if (rest.other === 'partner') for (const word of rest.stems) rest.unknown.add(word);
  else addOther('other', rest);
}

/** A salt, a kind of product that no opioid is, a remedy: another drug where nothing else stands in doubt. */
export function readKinds({ words }: Reading, rest: Rest): void {
  if (rest.other !== null || rest.likely.size > 0) return;
  const isOfKind = words.some(saysOrdinaryClass) || (rest.parts.size === 0 && isMineral(words));
  if (rest.unknown.size === 0 && isOfKind) rest.other = 'other';
  else if (rest.suspicions.length === 0 && isOfHomeopath(words)) rest.other = 'other';
}

/**
 * The words that are worth a question. Beside an antagonist, or a drug that comes in no mixture with an opioid, a word that
 * nobody knows is one of form or maker; beside a drug that does, it may be the opioid.
 */
export function doubtful(text: string, rest: Rest, isMaker: (word: string) => boolean): string[] {
  if (rest.other === 'other' || rest.isAntagonist) return [...rest.likely];
  if (rest.other === null) return [...rest.likely, ...rest.unknown];
  const makers = makerWords(text, isMaker);
  return [...rest.likely, ...[...rest.unknown, ...rest.parts].filter((word) => !makers.includes(word))];
}

/** The drug that is named may be a maker's or a material's name, and the odd words say so. */
const isBesideDevice = (rest: Rest): boolean =>
  rest.other === 'other' ? rest.likely.size > 0 : rest.partnerBrand !== null;

/** Whether a text without an opioid's name or a suspicion is about a device. */
export function isDevice(
  text: string,
  reading: Reading,
  rest: Rest,
  devices: ReturnType<typeof createDevices>,
): boolean {
  const { words } = reading;
  const mayBe =
    rest.suspicions.length === 0 &&
    !rest.isAmbiguous &&
    [...rest.likely].every((word) => MATERIALS.has(word.toLowerCase()) || devices.isOfDevices(word)) &&
    (!rest.isMaterial || devices.isNoMedicine(words));
  if (!mayBe) return false;
  if (rest.other === null) return devices.namesDevice(text, reading);
  return (
    devices.isPlainlyDevice(words) ||
    devices.isMeter(text, reading) ||
    (devices.isNoMedicine(words) && isBesideDevice(rest))
  );
}
