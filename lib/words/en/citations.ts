/** Every source a rule may rest on, as a person would cite it: "US naltrexone label, contraindications". */
import type { Citation } from '#lib/safety/citation.ts';

export const citationWords: Readonly<Record<Citation, string>> = {
  labelContraindications: 'US naltrexone label, contraindications',
  labelOpioidFree:
    'US naltrexone label, warnings: opioid-free at least 7-10 days, up to 2 weeks after methadone or buprenorphine',
  labelLongActing:
    'US extended-release naltrexone label: vulnerable up to 2 weeks after buprenorphine or methadone',
  labelUrineTests: 'US naltrexone label: may interfere with urine tests for opioids',
  labelLiver: 'US naltrexone 50 mg label: stop on signs of hepatitis (written for 50 mg)',
  labelRenal: 'US naltrexone label: caution in severe renal disease; not established under 18 years',
  labelInteractions:
    'Naltrexone label, interactions: thioridazine, disulfiram; opioid cough, antidiarrhoeal and pain medicines',
  labelPregnancy: 'Naltrexone label, pregnancy and lactation: no adequate studies; limited data',
  labelMood: 'Naltrexone label: depression and suicidality reported',
  guidelineSummary:
    'Guideline summary on naltrexone for fibromyalgia: list all medicines; not together with opioids',
  painGuideline:
    'Guideline summary on naltrexone for chronic pain: not with opioids, can precipitate withdrawal',
  clinicNotes: 'Clinical notes "Low Dose Naltrexone": confirm no concurrent opioid use',
  clinicNotesFiller: 'Clinical notes "Low Dose Naltrexone": sucrose or ginger filler instead of cellulose',
  clinicNotesLiver:
    'Clinical notes "Low Dose Naltrexone": hepatotoxicity not a significant concern at low dose',
  clinicNotesDose: 'Clinical notes "Low Dose Naltrexone": start 0.5-1.5 mg, at most 4.5 mg',
  compoundingPharmacy: 'Compounding pharmacy web page: trials in women with fibromyalgia',
  depotHalfLife: 'Sublocade information: half-life 43-60 days, detectable up to a year',
  perioperative: 'Perioperative review, PMC9308736: hold naltrexone 72 h before surgery',
  thyroidWeak: 'Patient and question sites on LDN: weak evidence on thyroid dose and transplant',
  fhirStatus: 'HL7 FHIR R4, MedicationRequest.status: entered-in-error may still have been taken',
  eular2017:
    'EULAR revised recommendations for fibromyalgia, Annals of the Rheumatic Diseases 2017; 76: 318-28',
  niceChronicPain: 'NICE guideline NG193, chronic primary pain, 2021',
  niceNeuropathicPain: 'NICE guideline CG173, neuropathic pain',
  canadianFibromyalgia:
    'Canadian guidelines for fibromyalgia 2012, Pain Research & Management 2013; 18: 119-26',
  australianPrescriber: 'Kwiatek 2017, "Treatment of fibromyalgia", Australian Prescriber',
  bpacNeuropathicPain: 'bpac New Zealand 2018, prescribing gabapentin and pregabalin',
  neupsig2015: 'Finnerup 2015, pharmacotherapy for neuropathic pain (NeuPSIG), Lancet Neurology 14: 162-73',
  policy: 'Design choice of this app, to be signed off by the clinic',
};
