/** Asking a chart concept whether it is a given thing, by code or by words. */
import type { ChartConcept } from '#lib/chart/chart.ts';
import { isNamed } from '#lib/chart/concept.ts';
import type { Sought } from '#lib/terminology/codes/sought.ts';
import { withoutAccents } from '#lib/terminology/codes/without-accents.ts';
import type { ChartCoding, MedicationDescription } from '#lib/terminology/recognition.ts';

export type { Sought };

/** The text has the words, and none of those that give them another meaning. */
export function says(text: string | null, { words, except }: Sought): boolean {
  if (text === null) return false;
  const plain = withoutAccents(text);
  return words?.test(plain) === true && except?.test(plain) !== true;
}

const ICD10 = /icd-?10|2\.16\.840\.1\.113883\.6\.(90|3)$/i;

/** By a code, an ICD-10 code that begins so, or the words of any display or text. */
export function isSought(concept: ChartConcept, sought: Sought): boolean {
  return (
    concept.codings.some(
      (coding) => hasCode(coding, sought) || says(coding.display ?? codeAsName(coding.code, concept), sought),
    ) || says(concept.text, sought)
  );
}

function hasCode({ system, code }: ChartCoding, { codes, icd10 = [] }: Sought): boolean {
  if (code === null) return false;
  const isIcd10 = system === null || ICD10.test(system);
  return codes?.has(code) === true || (isIcd10 && startsIcd10(code, icd10));
}

/** "FG00", "LAB1234": a number of the laboratory, whatever its letters stand for elsewhere. */
const NUMBERED = /^[A-Za-z]{1,3}\d+$/;

/** Local systems use the name as the code. */
function codeAsName(code: string | null, concept: ChartConcept): string | null {
  return code !== null && NUMBERED.test(code) && isNamed(concept) ? null : code;
}

function startsIcd10(code: string, beginnings: readonly string[]): boolean {
  const bare = code.replace('.', '').toUpperCase();
  return beginnings.some((beginning) => bare.startsWith(beginning.replace('.', '')));
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
