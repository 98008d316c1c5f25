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

/**
 * A suspicion where naloxone is the only drug of these names and the words speak of a form it does not come in alone, or of a name cut
 * short ("Naloxone HC").
 * @see labels of naloxone (injection, nasal spray) and of its mixtures with buprenorphine, oxycodone, pentazocine and tilidine
 */
export function naloxoneByMouth(words: readonly string[], names: readonly OpioidName[]): Suspicion | null {
  if (names.length === 0 || !names.every(({ ids }) => ids.every((id) => id === 'naloxone'))) return null;
  const isGivenAlone = words.some((word) => GIVEN_ALONE.has(word));
  const isCutShort = (word: string): boolean => word.length > 1 && OPIOID_SUFFIXES.has(word);
  const sign =
    words.find((word) => SOLID.test(word)) ??
    (isGivenAlone ? undefined : words.find((word) => TAKEN_BY_MOUTH.has(word) || isCutShort(word)));
  return sign === undefined ? null : { words: `naloxone ${sign}`, resembles: { code: 'naloxone-by-mouth' } };
}
