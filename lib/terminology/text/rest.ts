/** What the words of a text that are no opioid's name leave behind, gathered word by word. */
import type { Suspicion } from '../finding.ts';
import type { Homonym } from '../tables.ts';
import type { OtherDrug } from '../vocabulary.ts';

export interface Rest {
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

export const newRest = (isAntagonist: boolean): Rest => ({
  other: null,
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
  isAntagonist,
});

export function addOther(drug: OtherDrug, rest: Rest): void {
  if (rest.other !== 'other') rest.other = drug;
}

/** A word as a question shows it. */
export const shown = (word: string): string => (word.length > 40 ? `${word.slice(0, 40)}...` : word);

/** "Protease matrix", "hydro" of a hydrophilic catheter; "Matrix" and "hydro" alone may be an opioid. */
export const MATERIALS: ReadonlySet<string> = new Set(['matrix', 'hydro']);
