/** Where the evidence stands written, cited so that it is found again: names of works, the same in every language. */

/**
 * When a person last went through the evidence, claim by claim, against its sources.
 * POLICY: after a year without such a review the screens say so.
 */
export const EVIDENCE_REVIEWED = '2026-11-28';

/** The year of INNOVA is told by its PubMed number; its journal was not seen. */
export const REFERENCES = {
  innova:
    'Rodríguez-Freire 2026, "Efficacy of Low-Dose Naltrexone in Women With Fibromyalgia Syndrome (INNOVA Study)", PubMed 42385209',
  bruun2024: 'Bruun 2024, Lancet Rheumatology 6: e31-e39, doi 10.1016/S2665-9913(23)00278-3',
  crossover2023:
    '"Low-dose naltrexone for treatment of pain in patients with fibromyalgia", Pain Reports 2023; 8: e1080',
  younger2013: 'Younger 2013, Arthritis & Rheumatism 65: 529-38',
  younger2009: 'Younger 2009, Pain Medicine 10: 663-72',
  abstract2012: 'Younger 2012, Pain Medicine 13(2): abstract 251',
  vatvani2024: 'Vatvani 2024, Korean Journal of Pain 37: 367-78',
  hegde2025: 'Hegde 2025, Current Pain and Headache Reports 29: 96',
  rassiMariani2024: 'Rassi-Mariani 2024, Pain Management 14: 453-63, PubMed 39301937',
  synthesis2023:
    'Systematic review and narrative synthesis, Australian Journal of General Practice, April 2023',
  irwin2024: 'Irwin 2024, Journal of Pain & Palliative Care Pharmacotherapy 38: 13-19',
  driver2023: "Driver and D'Souza 2023, Biomedicines 11: 1087",
  bruunPlesner2020: 'Bruun-Plesner 2020, Pain Medicine 21: 2253-61, PubMed 32068870',
  marcus2024: 'Marcus 2024, Journal of Pain Research, doi 10.2147/JPR.S451183',
} as const;

export type ReferenceId = keyof typeof REFERENCES;
