/** What a rule looks for in a concept: codes, beginnings of codes, words. */
export interface Sought {
  /** Of any system: those of LOINC and SNOMED CT do not collide. */
  readonly codes?: ReadonlySet<string>;
  /** ICD-10 code beginnings, compared without the dot: "F11" finds F11, F11.20 and F1120. */
  readonly icd10?: readonly string[];
  readonly words?: RegExp;
  /** A text that says this too does not mean the thing: "history of ...", "... vaccine". Codes are not asked. */
  readonly except?: RegExp;
}

/** What is said in any of these ways, upper and lower case alike. */
export function anyOf(...ways: readonly RegExp[]): RegExp {
  return new RegExp(ways.map(({ source }) => source).join('|'), 'i');
}

/** Spanish and French of what only names a condition: said of relatives, of a risk, of a test, of what was ruled out or denied. */
export const NOT_SAID_OF_THE_PATIENT =
  /\b(antecedentes? familiares?|historia familiar|riesgo|cribado|descartad[oa]s?|niega|vacuna\w*|antecedents? familia\w*|risque|depistage|exclue?s?|nie)\b/;

/** Codes as one line names them. */
export function codes(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')));
}
