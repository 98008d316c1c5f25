/** Codes of the Observations that the rules ask about. LOINC but for the last, which is SNOMED CT. */
export const OBSERVATION_CODES: readonly string[] = [
  // Urine opioid screens: opiates, methadone, buprenorphine, fentanyl, oxycodone.
  '3879-4',
  '19295-5',
  '19550-3',
  '93494-3',
  '59673-4',
  '19642-8',
  // ALT, AST, ESR.
  '1742-6',
  '1920-8',
  '4537-7',
  // Pregnancy status, breastfeeding status.
  '82810-3',
  '63895-7',
  // Estimated glomerular filtration rate.
  '33914-3',
  '48642-3',
  '48643-1',
  '62238-1',
  '98979-8',
  // Pain: 0-10 score, PEG panel and its mean.
  '72514-3',
  '91148-7',
  '91147-9',
  // Prescription monitoring record reviewed.
  '461651000124104',
];
