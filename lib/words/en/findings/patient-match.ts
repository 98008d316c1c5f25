/** R26 */
import type { PatientMatchFinding } from '#lib/safety/rules/check-patient-match.ts';
import type { WordsOf } from './words-of.ts';

const AGAIN = 'Check in the EHR whose chart this is, then read it again.';

export const patientMatch: WordsOf<PatientMatchFinding> = {
  'patient-deceased': () => `The patient is recorded as deceased. ${AGAIN}`,
  'patient-record-inactive': () => `The patient record is inactive. ${AGAIN}`,
  'patient-record-replaced': ({ by }) => `The patient record was replaced by ${by}. ${AGAIN}`,
  'rows-of-another-patient': ({ count }) =>
    `The EHR sent ${count === 1 ? 'an entry' : `${count} entries`} of another patient. ${AGAIN}`,
};
