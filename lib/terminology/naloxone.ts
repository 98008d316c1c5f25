/** Naloxone alone is injected or sprayed; in a tablet, a capsule or a film it comes with an opioid, whether a line cut short names that or not. */
import type { Suspicion } from './finding.ts';
import { OPIOID_SUFFIXES } from './line-words.ts';
import type { OpioidName } from './tables.ts';

const TAKEN_BY_MOUTH: ReadonlySet<string> = new Set(
  `tablet tablets tab tabs tabl tablette tabletten tableta tabletas comprime comprimes comprimido comprimidos cpr compressa compresse capsule
   capsules cap caps capsula capsulas gelule gelules kapsel kapseln film films sublingual sublinguale subling sl buccal odt retard oral`.split(
    /\s+/,
  ),
);
const GIVEN_ALONE: ReadonlySet<string> = new Set(
  'inj injection injections injectable inyectable injektion iv im sc nasal nasale spray ampoule ampoules amp vial vials syringe infusion'.split(
    ' ',
  ),
);

/**
 * A suspicion where naloxone is the only drug of these names and the words speak of a form it does not come in alone, or of a name cut
 * short ("Naloxone HC").
 * @see labels of naloxone (injection, nasal spray) and of its mixtures with buprenorphine, oxycodone, pentazocine and tilidine
 */
export function naloxoneByMouth(words: readonly string[], names: readonly OpioidName[]): Suspicion | null {
  if (names.length === 0 || !names.every(({ ids }) => ids.every((id) => id === 'naloxone'))) return null;
  if (words.some((word) => GIVEN_ALONE.has(word))) return null;
  const sign = words.find(
    (word) => TAKEN_BY_MOUTH.has(word) || (word.length > 1 && OPIOID_SUFFIXES.has(word)),
  );
  return sign === undefined
    ? null
    : { words: `naloxone ${sign}`, resembles: 'naloxone by mouth comes with an opioid' };
}
