/** A long chart names the same few products again and again: each is recognised once. */
import type { MedicationDescription, Recogniser, Recognition } from '#lib/terminology/recognition.ts';

interface Known {
  readonly medication: MedicationDescription;
  readonly recognition: Recognition;
}

/** Products of one name that are told apart; any further one is recognised anew each time. */
const MOST_OF_ONE_NAME = 8;

/** The same recogniser, for one chart. Products with ingredients or unresolved parts are never taken for one another. */
export function onceAProduct(recognise: Recogniser): Recogniser {
  const byName = new Map<string, Known[]>();
  return (medication) => {
    if (medication.ingredients.length > 0 || medication.unresolved.length > 0) return recognise(medication);
    const name = medication.texts[0] ?? medication.codings[0]?.code ?? '';
    const sameName = byName.get(name) ?? [];
    const known = sameName.find((one) => isSame(one.medication, medication));
    if (known !== undefined) return known.recognition;
    const recognition = recognise(medication);
    if (sameName.length === 0) byName.set(name, sameName);
    if (sameName.length < MOST_OF_ONE_NAME) sameName.push({ medication, recognition });
    return recognition;
  };
}

function isSame(a: MedicationDescription, b: MedicationDescription): boolean {
  return (
    a.texts.length === b.texts.length &&
    a.codings.length === b.codings.length &&
    a.texts.every((text, index) => text === b.texts[index]) &&
    a.codings.every(({ system, code, display }, index) => {
      const other = b.codings[index];
      return code === other?.code && display === other?.display && system === other?.system;
    })
  );
}
