/** What one source of a medication's description (a code, a display, a text) says, before sources are put together. */

import type {
  IngredientId,
  LastingForm,
  ProductRelease,
  RecognitionEvidence,
  Resemblance,
  Unworded,
} from './recognition.ts';
import type { LongActing } from './tables.ts';

/** Words that may well be an opioid, and why: { words: 'tramodol', resembles: nearly tramadol }. */
export interface Suspicion {
  readonly words: string | Unworded;
  readonly resembles: Resemblance | null;
}

export interface Finding {
  readonly agonists: readonly IngredientId[];
  readonly antagonists: readonly IngredientId[];
  readonly evidence: readonly RecognitionEvidence[];
  /** Positive knowledge: this names some drug that is no opioid agonist. */
  readonly namesOther: boolean;
  /** This names a dressing, a test, an appliance, and no drug. */
  readonly namesDevice: boolean;
  /** Words or codes nobody recognises; a code that stands for the whole product outweighs them. */
  readonly unknown: readonly string[];
  /** Near misses and words for "opioid": nothing but an opioid found elsewhere outweighs them. */
  readonly suspicions: readonly Suspicion[];
  readonly release: ProductRelease;
  readonly lastingForm: LastingForm | null;
}

export const NOTHING: Finding = {
  agonists: [],
  antagonists: [],
  evidence: [],
  namesOther: false,
  namesDevice: false,
  unknown: [],
  suspicions: [],
  release: 'unknown',
  lastingForm: null,
};

export const releaseOf = (longActing: LongActing): ProductRelease =>
  longActing === 'yes' ? 'long-acting' : longActing === 'no' ? 'immediate' : 'unknown';

/** The form that lasts longest among these. */
export const longestForm = (forms: readonly (LastingForm | null)[]): LastingForm | null =>
  forms.includes('depot') ? 'depot' : forms.includes('patch') ? 'patch' : null;

/** A bounded memory of what was worked out before: the older half is forgotten when the newer half is full. */
export function remembered<V extends object>(size: number): (key: string, work: () => V) => V {
  let young = new Map<string, V>();
  let old = new Map<string, V>();
  return (key, work) => {
    let value = young.get(key);
    if (value !== undefined) return value;
    value = old.get(key) ?? work();
    if (young.size >= size) {
      old = young;
      young = new Map();
    }
    young.set(key, value);
    return value;
  };
}
