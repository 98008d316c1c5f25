/** Naloxone alone is injected or sprayed; in a tablet, a capsule or a film it comes with an opioid, whether a line cut short names that or not. */
import type { Suspicion } from './finding.ts';
import { OPIOID_SUFFIXES } from './line-words.ts';
import type { OpioidName } from './tables.ts';

const TAKEN_BY_MOUTH: ReadonlySet<string> = new Set(
  `tab tabs tabl tableta tabletas cpr compressa compresse cap caps gelule gelules film films sublingual subling sl buccal odt retard oral`.split(
    /\s+/,
  ),
);
const GIVEN_ALONE: ReadonlySet<string> = new Set(
  'inj injection injections injectable inyectable injektion iv im sc nasal nasale spray ampoule ampoules amp vial vials syringe infusion'.split(
    ' ',
  ),
);

const SOLID = /tablet|kapsel|kapsl|capsul|comprim/;
const isTakenByMouth = (word: string): boolean => TAKEN_BY_MOUTH.has(word) || SOLID.test(word);

/**
 * A suspicion where naloxone is the only drug of these names and the words speak of a form it does not come in alone, or of a name cut
 * short ("Naloxone HC").
 * @see labels of naloxone (injection, nasal spray) and of its mixtures with buprenorphine, oxycodone, pentazocine and tilidine
 */
export function naloxoneByMouth(words: readonly string[], names: readonly OpioidName[]): Suspicion | null {
  if (names.length === 0 || !names.every(({ ids }) => ids.every((id) => id === 'naloxone'))) return null;
  if (words.some((word) => GIVEN_ALONE.has(word))) return null;
  const sign = words.find((word) => isTakenByMouth(word) || (word.length > 1 && OPIOID_SUFFIXES.has(word)));
  return sign === undefined
    ? null
    : { words: `naloxone ${sign}`, resembles: 'naloxone by mouth comes with an opioid' };
}
