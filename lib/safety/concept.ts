/** Asking a chart concept whether it is a given thing, by code or by words. */
import type { ChartConcept } from '#lib/chart/chart.ts';
import type { MedicationDescription } from '#lib/terminology/recognition.ts';

/** A thing a rule looks for: codes (any system: these do not collide), code beginnings (ICD-10 "F11.") and words. */
export interface Sought {
  readonly codes?: ReadonlySet<string>;
  /** ICD-10 code beginnings, compared without the dot: "F11" finds F11, F11.20 and F1120. */
  readonly icd10?: readonly string[];
  readonly words?: RegExp;
  /** A text that says this too does not mean the thing: "history of ...", "... vaccine". Codes are not asked. */
  readonly except?: RegExp;
}

export function says(text: string | null, { words, except }: Sought): boolean {
  return text !== null && words?.test(text) === true && except?.test(text) !== true;
}

const ICD10 = /icd-?10|2\.16\.840\.1\.113883\.6\.(90|3)$/i;

export function isSought(concept: ChartConcept, sought: Sought): boolean {
  return (
    concept.codings.some(
      ({ system, code, display }) =>
        (code !== null &&
          ((sought.codes?.has(code) ?? false) ||
            ((system === null || ICD10.test(system)) && startsIcd10(code, sought.icd10 ?? [])))) ||
        says(display, sought),
    ) || says(concept.text, sought)
  );
}

function startsIcd10(code: string, beginnings: readonly string[]): boolean {
  const bare = code.replace('.', '').toUpperCase();
  return beginnings.some((beginning) => bare.startsWith(beginning.replace('.', '')));
}

/** The concept in the chart's own words, as one line. */
export function conceptWords(concept: ChartConcept): string {
  const display = concept.codings.find((coding) => coding.display !== null)?.display;
  return concept.text ?? display ?? concept.codings[0]?.code ?? 'no name given';
}

/** Whether any text, display or code anywhere in a medication is the sought thing. */
export function medicationIsSought(medication: MedicationDescription, sought: Sought, depth = 0): boolean {
  return (
    medication.codings.some(
      ({ code, display }) => (code !== null && (sought.codes?.has(code) ?? false)) || says(display, sought),
    ) ||
    medication.texts.some((text) => says(text, sought)) ||
    (depth < 8 && medication.ingredients.some((part) => medicationIsSought(part, sought, depth + 1)))
  );
}
