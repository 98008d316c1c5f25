/** What a chart says a medication is, and what the recogniser makes of it. Types only: the contract of lib/terminology. */

/** One coding as the chart has it; `system` may be absent or wrong, `display` may be all there is. */
export interface ChartCoding {
  readonly system: string | null;
  readonly code: string | null;
  readonly display: string | null;
}

/**
 * Everything a chart says about what one medication is: the row's own codings and texts, and those of the Medication or
 * Substance it points to, ingredient by ingredient. `unresolved` names references that led nowhere, cycles and cut depths.
 */
export interface MedicationDescription {
  readonly codings: readonly ChartCoding[];
  readonly texts: readonly string[];
  readonly ingredients: readonly MedicationDescription[];
  readonly unresolved: readonly string[];
}

/** `id` column of the ingredient table, e.g. "codeine", "loperamide-oxide". */
export type IngredientId = string;

/** How long a product of this kind stays on board; `unknown` counts as long. */
export type ProductRelease = 'immediate' | 'long-acting' | 'unknown';

/**
 * A form that outlasts the day it was given, as a code's table tells it. `depot`: an injection or implant that works for weeks to
 * months. `patch`: worn for days.
 */
export type LastingForm = 'depot' | 'patch';

/** Why the recogniser says what it says, e.g. { ingredient: 'codeine', from: 'RxNorm 993781' } or from: 'name "co-codamol"'. */
export interface RecognitionEvidence {
  readonly ingredient: IngredientId;
  readonly from: string;
}

/**
 * What a medication is. `opioid` wins over everything beside it; `other` only by positive knowledge; an unknown code, an
 * unknown word, a near miss of an opioid name ("tramodol") or an unresolved reference is `cannot-tell`.
 */
export interface Recognition {
  readonly kind: 'opioid' | 'antagonist' | 'other' | 'cannot-tell';
  /** Opioid agonists, sorted. Not empty exactly when kind is `opioid`. */
  readonly agonists: readonly IngredientId[];
  /** Opioid antagonists found beside them or alone, sorted. */
  readonly antagonists: readonly IngredientId[];
  /** True when every agonist acts outside the brain only (loperamide, eluxadoline, nalfurafine, difelikefalin): R07, not the verdict. */
  readonly peripheralOnly: boolean;
  readonly release: ProductRelease;
  /** Known from a code alone; null says nothing, for words may still name a patch or an implant. */
  readonly lastingForm: LastingForm | null;
  readonly evidence: readonly RecognitionEvidence[];
  /** For `cannot-tell`: the words or codes nobody recognises, or the opioid name that a word nearly spells. */
  readonly doubts: readonly string[];
  /** Set when code and text name different drugs; the opioid is kept all the same. */
  readonly disagreement: string | null;
}

export type Recogniser = (medication: MedicationDescription) => Recognition;
