/** Rows that state an empty list ("no known medications"): they name no medicine, and the list counts as empty. */

import { says } from '#lib/safety/concept.ts';
import { NO_MEDICATIONS } from '#lib/terminology/codes/no-medications.ts';
import type { MedicationDescription } from '#lib/terminology/recognition.ts';

/** Everything the row says of its medication says so. */
export function saysNoMedications({
  codings,
  texts,
  ingredients,
  unresolved,
}: MedicationDescription): boolean {
  if (ingredients.length + unresolved.length > 0 || codings.length + texts.length === 0) return false;
  return (
    texts.every((text) => says(text, NO_MEDICATIONS)) &&
    codings.every(({ code, display }) =>
      code !== null && NO_MEDICATIONS.codes?.has(code) ? true : says(display, NO_MEDICATIONS),
    )
  );
}
