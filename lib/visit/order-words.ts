import { LANGUAGE_OF } from '#lib/words/language.ts';
import { type Words, wordsFor } from '#lib/words/words-for.ts';

/** What an order says: to the pharmacist, to the patient and beside it in the chart. */
export function orderWords(): Words['order'] {
  return wordsFor(LANGUAGE_OF.order).order;
}
