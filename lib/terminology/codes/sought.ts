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

/** Codes as one line names them. */
export function codes(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')));
}
