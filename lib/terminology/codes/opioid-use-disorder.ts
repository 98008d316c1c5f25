/** Does the patient have an opioid use disorder, is it treated, is it in remission? As problems and reasons of visits are coded or called. */
import { anyOf, NOT_SAID_OF_THE_PATIENT, type Sought } from './sought.ts';

const IN_REMISSION_ICD9 = ['304.03', '304.73', '305.53'];

export const OPIOID_USE_DISORDER: Sought = {
  /** SNOMED CT: dependence, dependence in remission, agonist therapy, withdrawal. ICD-9-CM: dependence, abuse, in remission. */
  codes: new Set([
    ...['75544000', '191821007', '1081000119105', '87132004'],
    ...['304.00', '304.01', '304.02', '304.70', '304.71', '304.72', '305.50', '305.51', '305.52'],
    ...IN_REMISSION_ICD9,
  ]),
  icd10: ['F11'],
  words: anyOf(
    /\b(opioid|opiate|heroin|methadone|narcotic)s?\b.{0,80}\b(use disorder|use,? unspecified|users?|dependen\w+|abuse|addiction|misuse|withdrawal|maintenance|agonist therapy)\b|\b(dependen\w+|addiction|withdrawal)\b.{0,80}\b(opioid|opiate|heroin)s?\b/,
    // Spanish
    /\b(trastorno por (consumo|uso|abuso)|dependencia|adiccion|abuso|abstinencia|deshabituacion|desintoxicacion)\b.{0,60}\b(opioides?|opiaceos?|heroina|metadona|morfina)\b|\b(mantenimiento|sustitucion)\b.{0,40}\b(metadona|buprenorfina)\b/,
    // French
    /\b(trouble\w* .{0,20}\b(usage|utilisation)|dependance|addiction|abus|sevrage|mesusage|toxicomanie)\b.{0,60}\b(opioides?|opiaces?|heroine|methadone|morphine)\b|\b(maintien|substitution)\b.{0,40}\b(methadone|buprenorphine)\b/,
  ),
  except: anyOf(
    /\b(family history|screen\w*|at risk|risk of|denies|no history|ruled out)\b/,
    NOT_SAID_OF_THE_PATIENT,
  ),
};

export const REMISSION: Sought = {
  codes: new Set(['191821007', ...IN_REMISSION_ICD9]),
  icd10: ['F11.11', 'F11.21', 'F11.91'],
  words: /\b(remission|remision)\b/i,
};
