/** R26: the record must be this patient's, alive and current. */
import type { Rule, WordedFinding } from '#lib/safety/rule.ts';

export const checkPatientMatch: Rule = {
  id: 'R26',
  basis: ['policy'],
  check: ({ chart: { patient }, gaps }) => {
    const wrong = [
      ...(patient.deceased ? ['The patient is recorded as deceased.'] : []),
      ...(patient.inactive ? ['The patient record is inactive.'] : []),
      ...(patient.replacedBy === null ? [] : [`The patient record was replaced by ${patient.replacedBy}.`]),
    ].map(
      (message): WordedFinding => ({
        severity: 'blocks',
        message: `${message} Re-read, re-check.`,
        sources: [patient.source],
      }),
    );
    if (gaps.otherPatient.length === 0) return wrong;
    return [
      ...wrong,
      {
        severity: 'blocks',
        message: `The EHR sent ${gaps.otherPatient.length === 1 ? 'a row' : `${gaps.otherPatient.length} rows`} of another patient. Re-read, re-check.`,
        sources: [...new Set(gaps.otherPatient.map(({ where }) => where))],
      },
    ];
  },
};
