/** The opioids and opioid antagonists themselves, as the safety rules need them. */

import rows from '#lib/terminology/tables/ingredients.json' with { type: 'json' };
import type { IngredientId } from './recognition.ts';

export interface Ingredient {
  readonly id: IngredientId;
  /** For people: "pethidine (meperidine)". */
  readonly name: string;
  readonly kind: 'full-agonist' | 'partial-agonist' | 'mixed' | 'atypical' | 'antidiarrhoeal' | 'antagonist';
  readonly systemicMuAgonist: 'yes' | 'no' | 'weak' | 'peripheral';
  /** yes: the substance stays long; formulation: it depends on the product. */
  readonly longActing: 'yes' | 'no' | 'formulation';
}

/** What a class code (ATC N02A) says: an opioid, without its name. */
export const UNNAMED_OPIOID: Ingredient = {
  id: 'unnamed-opioid',
  name: 'opioid (not named)',
  kind: 'full-agonist',
  systemicMuAgonist: 'yes',
  longActing: 'formulation',
};

const byId: ReadonlyMap<IngredientId, Ingredient> = new Map(
  [...(rows as readonly Ingredient[]), UNNAMED_OPIOID].map((row) => [row.id, row]),
);

/** The ingredient of that id, or undefined when the tables have none. */
export const ingredient = (id: IngredientId): Ingredient | undefined => byId.get(id);

/** Whether that ingredient is an opioid antagonist; an unknown id is not. */
export const isAntagonist = (id: IngredientId): boolean => byId.get(id)?.kind === 'antagonist';

/** Every opioid and opioid antagonist that the tables know. */
export const ingredients: readonly Ingredient[] = [...byId.values()];

/**
 * Agonists that act outside the brain only: they leave the opioid verdict and raise R07. Diphenoxylate and difenoxin are not
 * among them.
 */
export const PERIPHERAL_ONLY: ReadonlySet<IngredientId> = new Set([
  'loperamide',
  'loperamide-oxide',
  'eluxadoline',
  'nalfurafine',
  'difelikefalin',
]);
