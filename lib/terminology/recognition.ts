/** What a chart says a medication is, and what the recogniser makes of it. Types only: the contract of lib/terminology. */

/** One coding as the chart has it; `system` may be absent or wrong, `display` may be all there is. */
export interface ChartCoding {
  readonly system: string | null;
  readonly code: string | null;
  readonly display: string | null;
}

/**
 * Everything a chart says about what one medication is: the row's own codings and texts, and those of the Medication or
 * Substance it points to, ingredient by ingredient. What could not be followed or read of it is `unresolved`.
 */
export interface MedicationDescription {
  readonly codings: readonly ChartCoding[];
  readonly texts: readonly string[];
  readonly ingredients: readonly MedicationDescription[];
  readonly unresolved: readonly Unresolved[];
}

/** What of a medication could not be followed or read. */
export type Unresolved =
  | { readonly code: 'not-found'; readonly reference: string }
  /** `cycle`: it contains itself. `withheld`: the chart has it and does not show it. */
  | {
      readonly code:
        | 'no-address'
        | 'no-medication'
        | 'cycle'
        | 'too-deep'
        | 'too-many'
        | 'nameless'
        | 'withheld';
    };

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
 * One reason why it cannot be told, the gravest kind first.
 * `suspicion`: these words may well be an opioid: nearly spelt like one, a brand that is one in some country, a word for
 * "opioid". Asked one by one. `unread`: a part of the description could not be read. `unknown`: no drug is recognised at all.
 * `odd-words`: beside a drug that is known stand words that nobody recognises.
 */
export interface Doubt {
  readonly kind: 'suspicion' | 'unread' | 'unknown' | 'odd-words';
  /** The words or the code as the chart has them, folded and cut short; else what leaves the doubt. */
  readonly words: string | Unworded;
  /** Of a suspicion: what the words resemble or may mean. */
  readonly resembles: Resemblance | null;
}

/** What leaves a doubt where no words of the chart are in doubt. */
export type Unworded =
  | Unresolved
  /** More unknown words, a longer text, more ingredients than are looked at; nothing that names anything. */
  | { readonly code: 'many-unknown-words' | 'long-text' | 'many-ingredients' | 'no-name' }
  | { readonly code: 'names-no-drug'; readonly text: string }
  /** A code under a system that does not have it; null: under none that is known. */
  | { readonly code: 'code-elsewhere'; readonly value: string; readonly system: string | null };

/** What words that nobody can be sure of resemble, or may mean. */
export type Resemblance =
  /** A word or code for opioids of any kind. */
  | { readonly code: 'unnamed-opioid' }
  | { readonly code: 'class-with-opioids' }
  | { readonly code: 'nearly'; readonly name: string }
  | { readonly code: 'may-mean'; readonly ingredients: readonly IngredientId[] }
  /** A mixture with codeine, as its number or strength has it. */
  | { readonly code: 'with-codeine' }
  /** A brand with a number that is a strength of codeine. */
  | { readonly code: 'may-hold-codeine'; readonly milligrams: string }
  /** Naloxone that is swallowed stands beside an opioid in one tablet. */
  | { readonly code: 'naloxone-by-mouth' }
  /** A brand whose family holds an opioid in some countries. */
  | { readonly code: 'family'; readonly brand: string }
  | { readonly code: 'homeopathic' }
  /** A code that stands for these in a code system other than its own. */
  | {
      readonly code: 'in-another-system';
      readonly ingredients: readonly IngredientId[];
      readonly system: string;
    }
  /** One name for two drugs, by country (ISO 3166). */
  | {
      readonly code: 'homonym';
      readonly ordinary: string;
      readonly ordinaryIn: readonly string[];
      readonly ingredients: readonly IngredientId[];
      readonly opioidIn: readonly string[];
    };

/**
 * What a medication is. `opioid` wins over everything beside it; `other` only by positive knowledge; an unknown code, an
 * unknown word, a near miss of an opioid name ("tramodol") or an unresolved reference is `cannot-tell`. `device`: a dressing, a test strip, a stoma bag: no medicine, nothing to ask.
 */
export interface Recognition {
  readonly kind: 'opioid' | 'antagonist' | 'other' | 'device' | 'cannot-tell';
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
  /** Why it cannot be told, gravest kind first. Not empty exactly when kind is `cannot-tell`. */
  readonly doubts: readonly Doubt[];
}

export type Recogniser = (medication: MedicationDescription) => Recognition;
