/**
 * RxNorm codes of ordinary drugs that the source tables lack: their release had no ingredient beginning with A. Ingredients,
 * and the products met most often; from general knowledge and public data sets.
 */
export const MORE_OTHER_RXNORM: readonly number[] = [
  // acetaminophen, albuterol, allopurinol, alprazolam, amiodarone, amitriptyline, amlodipine, amoxicillin, apixaban
  161,
  435, 519, 596, 703, 704, 17767, 723, 1364430,
  // aripiprazole, ascorbic acid, aspirin, atenolol, atomoxetine, atorvastatin, azathioprine, azithromycin, acyclovir, alendronate
  89013,
  1151, 1191, 1202, 38400, 83367, 1256, 18631, 281, 46041,
  // acetaminophen 325 and 500 mg tablets; with dextromethorphan and doxylamine; aspirin 81 mg; albuterol inhaler
  313782,
  198440, 1043400, 243670, 745679,
  // amlodipine 2.5, 5, 10 mg; atorvastatin 10, 20, 40, 80 mg; alendronate 10 mg; allopurinol 100, 300 mg
  308136, 197361, 308135, 617312, 617310, 617311, 259255, 904419, 197319, 197320,
  // amoxicillin 250, 500 mg; azithromycin 250 mg; atenolol 25, 50 mg
  308182, 308191, 308460, 197380, 197381,
];
