/** The codes the stories use, each written once. */
import type { CodeableConcept } from '@medplum/fhirtypes';

const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const SNOMED = 'http://snomed.info/sct';
const ICD10 = 'http://hl7.org/fhir/sid/icd-10-cm';
const LOINC = 'http://loinc.org';

export const coded = (system: string, code: string, display: string): CodeableConcept => ({
  coding: [{ system, code, display }],
  text: display,
});

const rxnorm = (code: string, display: string) => coded(RXNORM, code, display);

export const medicines = {
  duloxetine: rxnorm('596934', 'duloxetine 60 MG Delayed Release Oral Capsule'),
  pregabalin: {
    coding: [{ system: RXNORM, code: '187832', display: 'pregabalin' }],
    text: 'pregabalin 75 mg capsule',
  },
  naproxen: rxnorm('198014', 'naproxen 500 MG Oral Tablet'),
  ibuprofen: rxnorm('197805', 'ibuprofen 400 MG Oral Tablet'),
  lisinopril: rxnorm('314076', 'lisinopril 10 MG Oral Tablet'),
  metformin: rxnorm('861007', 'metformin hydrochloride 500 MG Oral Tablet'),
  omeprazole: rxnorm('198051', 'omeprazole 20 MG Delayed Release Oral Capsule'),
  cetirizine: rxnorm('1014678', 'cetirizine hydrochloride 10 MG Oral Tablet'),
  loratadine: rxnorm('311372', 'loratadine 10 MG Oral Tablet'),
  cyclobenzaprine: rxnorm('828348', 'cyclobenzaprine hydrochloride 10 MG Oral Tablet'),
  trazodone: rxnorm('856377', 'trazodone hydrochloride 50 MG Oral Tablet'),
  gabapentin: rxnorm('310431', 'gabapentin 300 MG Oral Capsule'),
  folicAcid: rxnorm('310410', 'folic acid 1 MG Oral Tablet'),
  vitaminD: {
    coding: [{ system: RXNORM, code: '2418', display: 'cholecalciferol' }],
    text: 'cholecalciferol 1000 units tablet',
  },
  oxycodoneAcetaminophen: rxnorm(
    '1049221',
    'acetaminophen 325 MG / oxycodone hydrochloride 5 MG Oral Tablet',
  ),
  tramadol: rxnorm('835603', 'tramadol hydrochloride 50 MG Oral Tablet'),
  sublocade: rxnorm('1996193', '1.5 ML buprenorphine 200 MG/ML Prefilled Syringe [Sublocade]'),
  naltrexone50: rxnorm('1483744', 'naltrexone hydrochloride 50 MG Oral Tablet'),
} as const satisfies Record<string, CodeableConcept>;

export const problems = {
  fibromyalgiaIcd: coded(ICD10, 'M79.7', 'Fibromyalgia'),
  fibromyalgiaSnomed: coded(SNOMED, '203082005', 'Fibromyalgia'),
  fibromyalgiaBoth: {
    coding: [
      { system: ICD10, code: 'M79.7', display: 'Fibromyalgia' },
      { system: SNOMED, code: '203082005', display: 'Fibromyalgia' },
    ],
    text: 'Fibromyalgia',
  },
  fibromyalgiaSynthea: coded(SNOMED, '95417003', 'Primary fibromyalgia syndrome'),
  chronicPain: {
    coding: [
      { system: ICD10, code: 'G89.4', display: 'Chronic pain syndrome' },
      { system: SNOMED, code: '82423001', display: 'Chronic pain' },
    ],
    text: 'Chronic pain syndrome',
  },
  hypertension: coded(SNOMED, '38341003', 'Hypertensive disorder'),
  alcoholRemission: coded(ICD10, 'F10.21', 'Alcohol dependence, in remission'),
  migraine: coded(SNOMED, '37796009', 'Migraine'),
  seasonalRhinitis: coded(SNOMED, '367498001', 'Seasonal allergic rhinitis'),
  reflux: coded(SNOMED, '235595009', 'Gastroesophageal reflux disease'),
} as const satisfies Record<string, CodeableConcept>;

export const measured = {
  bloodPressure: coded(LOINC, '85354-9', 'Blood pressure panel'),
  systolic: coded(LOINC, '8480-6', 'Systolic blood pressure'),
  diastolic: coded(LOINC, '8462-4', 'Diastolic blood pressure'),
  heartRate: coded(LOINC, '8867-4', 'Heart rate'),
  weight: coded(LOINC, '29463-7', 'Body weight'),
  pegMean: coded(LOINC, '91147-9', 'Pain, Enjoyment of life, General activity (PEG) 3 item score'),
  painScore: coded(LOINC, '72514-3', 'Pain severity 0-10 verbal numeric rating'),
  alt: coded(LOINC, '1742-6', 'Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma'),
  ast: coded(LOINC, '1920-8', 'Aspartate aminotransferase [Enzymatic activity/volume] in Serum or Plasma'),
  egfr: coded(LOINC, '98979-8', 'Glomerular filtration rate/1.73 sq M.predicted (CKD-EPI 2021)'),
  hemoglobin: coded(LOINC, '718-7', 'Hemoglobin [Mass/volume] in Blood'),
  esr: coded(LOINC, '4537-7', 'Erythrocyte sedimentation rate by Westergren method'),
  pregnancyStatus: coded(LOINC, '82810-3', 'Pregnancy status'),
} as const satisfies Record<string, CodeableConcept>;

export const pregnant = coded(SNOMED, '77386006', 'Pregnant');
