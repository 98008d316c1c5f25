/** Salts and minerals, whose names are everyday words of other drugs' names: "sodium bicarb", "calcium gluconate". */
const MINERALS: ReadonlySet<string> = new Set(
  'sodium potassium calcium magnesium zinc iron lithium silver aluminum aluminium ammonium sod pot calc na k ca mg mag zn'.split(
    ' ',
  ),
);
const SALTS: ReadonlySet<string> = new Set(
  `bicarbonate bicarb carbonate carb chloride chlor gluconate glucon acetate lactate phosphate phos sulfate sulphate sulf citrate cit oxide
   hydroxide nitrate fluoride iodide bromide butyrate aspartate orotate benzoate thiosulfate picosulfate hyaluronate glycerophosphate`.split(
    /\s+/,
  ),
);
/** "mg" and "ca" are other things far more often: with the name of the salt beside them alone they tell. */
const ABBREVIATED = 3;

/** Whether the words name a mineral and, right after it, a salt of it. A text that holds any unknown word is not asked of this. */
export const isMineral = (words: readonly string[]): boolean =>
  words.some(
    (word, at) => MINERALS.has(word) && word.length >= ABBREVIATED && SALTS.has(words[at + 1] ?? ''),
  );
